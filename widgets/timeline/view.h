// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QComboBox>
#include <QToolButton>
#include <QWidget>

#include "widgets/panel/options.h"
#include "widgets/panel/view.h"
#include "widgets/timeline/options.h"
#include "widgets/timeline/player.h"
#include "widgets/timeline/track.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

/// Time as it is seen and handled: the transport buttons, the pace, and the track. Its actions
/// carry the keys (Space, ←/→ a stage, Ctrl+←/→ a word, Home/End, L to loop a word, Ctrl+↑/↓ the
/// speed) and can be put into a menu; they work wherever the focus is in the window, except in
/// widgets that want the key for themselves.
class TimelineView : public QWidget, public View {
    Q_OBJECT
  public:
    explicit TimelineView(Viewpoint *viewpoint, QWidget *parent = nullptr);

    static QString title() { return tr("Timeline"); }
    QWidget &widget() override { return *this; }
    Figure figure(const QString &title) override;

    using Options = TimelineOptions;
    TimelineOptions options() const { return {.speed = player_.speed()}; }
    /// A speed that is none of those to choose from changes nothing.
    void setOptions(const TimelineOptions &options);
    QVariantMap storedOptions() const override { return widgets::storedOptions(options()); }
    void restoreOptions(const QVariantMap &options) override {
        setOptions(restoredOptions<TimelineOptions>(options));
    }
    void onOptionsChanged(const QObject *context, Hear hear) override;
    void onExportRequested(const QObject *context, Hear hear) override;

    /// All actions, in the order of a menu.
    QList<QAction *> transportActions() const;
    TimelinePlayer *player() { return &player_; }
    TimelineTrack *track() { return track_; }

  signals:
    void optionsChanged();
    void exportRequested();

  protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

  private:
    using Step = Moment (*)(const Moment &, const Extent &);
    QAction *addMove(const QString &name, const QKeySequence &key, Step to);
    QToolButton *addButton(QAction *action, const QString &name);
    void sizeButton(QToolButton &button) const;
    QAction *addSpeed(const QString &name, const QKeySequence &key, int by);
    void createPlay();
    void nameActions();
    void createSpeed();
    void updateActions();
    void updateIcons();

    Viewpoint *viewpoint_;
    TimelinePlayer player_;
    QAction *play_ = nullptr;
    QAction *toStart_ = nullptr;
    QAction *back_ = nullptr;
    QAction *on_ = nullptr;
    QAction *toEnd_ = nullptr;
    QAction *wordBack_ = nullptr;
    QAction *wordOn_ = nullptr;
    QAction *loop_ = nullptr;
    QAction *slower_ = nullptr;
    QAction *faster_ = nullptr;
    QComboBox *speed_ = nullptr;
    TimelineTrack *track_ = nullptr;
};

}  // namespace widgets
