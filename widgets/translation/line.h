// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QLabel>
#include <QScrollArea>
#include <QWidget>

#include "widgets/translation/words.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

/// The words of the translation, which lead to the moment they were produced when clicked, and how
/// probable the whole is; or a sentence that says why there is none.
class TranslationLine : public QWidget {
    Q_OBJECT
  public:
    explicit TranslationLine(Viewpoint *viewpoint, QWidget *parent = nullptr);

    /// Shows a sentence instead of words: what to do, or what went wrong.
    void showMessage(const QString &sentence);
    /// Shows the translation of the viewpoint again.
    void showTranslation();
    /// Something is under way, which is said in place of the caption; empty: nothing.
    void setBusy(const QString &what);

    /// What is shown: the translation or the message.
    QString text() const;
    /// "Copy translation", for menus.
    QAction *copyAction() const { return copy_; }

  protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

  private:
    void updateWords();
    void updateMoment();
    void followMoment();
    void updateMarks();
    void updateCaption();
    void updateFaces();
    void reflow();

    Viewpoint *viewpoint_;
    QScrollArea *scroll_ = nullptr;
    TranslationWords *words_ = nullptr;
    QLabel *message_ = nullptr;
    QLabel *caption_ = nullptr;
    QAction *copy_ = nullptr;
    QString busy_;
};

}  // namespace widgets
