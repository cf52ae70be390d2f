// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QWidget>

#include "widgets/narration/options.h"
#include "widgets/panel/options.h"
#include "widgets/panel/view.h"
#include "widgets/viewpoint/narration.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

/// Says in a sentence below the picture what happens at the moment in view; where the translation
/// is compared with a reference, in another one what differs there; one more on request. What is
/// too long for its width is cut, and whole in the tool tip. (Screen readers hear the same from
/// what has the focus.)
class NarrationView : public QWidget, public View {
    Q_OBJECT
  public:
    explicit NarrationView(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Narration"); }
    QWidget &widget() override { return *this; }
    Figure figure(const QString &title) override;
    QString message() const override;

    using Options = NarrationOptions;
    const NarrationOptions &options() const { return options_; }
    void setOptions(const NarrationOptions &options);
    QVariantMap storedOptions() const override { return widgets::storedOptions(options_); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<NarrationOptions>(options));
    }
    void onOptionsChanged(const QObject *context, Hear hear) override;
    void onExportRequested(const QObject *context, Hear hear) override;

    /// Tells only what is done: while a stage goes on, what was before it. So that it can be
    /// guessed what will come of it.
    void setOnlyDone(bool onlyDone);

    /// For a menu: whether it is shown (N), and with the second sentence (Shift+N).
    QList<QAction *> choices() const { return {show_, more_}; }
    const Narration &narration() const { return narration_; }
    /// What differs from the reference; empty where nothing is compared.
    const QString &change() const { return change_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  public slots:
    /// The sentences as text.
    void copyText() const;

  signals:
    void optionsChanged();
    void exportRequested();

  protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    QAction *addChoice(const QString &name, const QKeySequence &key, bool NarrationOptions::*what);
    void refresh();
    Moment told() const;
    /// What is told, and what of it is shown.
    QStringList sentences() const;
    QStringList shown() const;
    int margin() const { return fontMetrics().height() / 2; }

    Viewpoint *viewpoint_;
    NarrationOptions options_;
    bool onlyDone_ = false;
    Narration narration_;
    QString change_;
    QAction *show_;
    QAction *more_;
};

}  // namespace widgets
