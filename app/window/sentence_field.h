// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QClipboard>
#include <QLineEdit>
#include <QStringList>

#include "app/window/use_texts.h"

class QMimeData;

namespace app {

/// The field in which the sentence is typed. ↑ and ↓ go through its history, the latest first,
/// which is remembered between runs. Line breaks and other control characters become spaces as
/// they arrive. Whatever replaces the sentence can be undone.
class SentenceField : public QLineEdit {
    Q_OBJECT
  public:
    static constexpr int historyLength = 100;

    explicit SentenceField(QWidget *parent = nullptr);

    QString sentence() const { return text(); }
    /// The same with the line breaks that it had when it arrived, as long as it was not changed.
    QString lines() const;
    const QStringList &history() const { return history_; }

    /// What the model in use reads. It is said as long as nothing is typed.
    void setReads(const Reads &reads);

  public slots:
    /// Replaces what is typed and selects it, ready to be typed over. What comes in one gesture,
    /// the number of which is not 0, is undone at once.
    void setSentence(const QString &sentence, int gesture = 0);
    /// Selects what is typed; of a long sentence, the beginning is in view.
    void selectSentence();
    /// Puts what is typed at the top of the history.
    void remember();
    /// Takes the text of the clipboard in place of what is selected; nothing if it holds none.
    void pasteText(QClipboard::Mode mode = QClipboard::Clipboard);

  signals:
    void sentenceChanged(const QString &sentence);
    /// Enter was pressed: the sentence is finished.
    void finished();

  protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

  private:
    /// Inserts a text as one step of undo.
    void insertText(const QString &text);
    void walk(int by);
    void say();

    Reads reads_{.use = model::Use::translation, .language = QStringLiteral("fr"), .task = {}};
    QString lines_;    ///< what was inserted last
    int gesture_ = 0;  ///< that the sentence came in
    QStringList history_;
    int walked_ = -1;  ///< the sentence of the history that is in view; -1: what was typed
};

/// The text in what is pasted or dropped, also of HTML alone; empty: there is none.
QString textIn(const QMimeData &data);

}  // namespace app
