// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/view.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <algorithm>
#include <utility>

#include "widgets/figure/file.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/timeline/icons.h"

namespace widgets {
namespace {

/// At least so many pixels that are whole points: a PDF has no others, and would be stretched.
int wholePoints(int pixels) {
    return (pixels + 3) / 4 * 4;
}

constexpr double speeds[] = {0.25, 0.5, 1, 2, 4};

}  // namespace

TimelineView::TimelineView(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint), player_(viewpoint) {
    setObjectName("timelineView");
    toStart_ = addMove("toStart", Qt::Key_Home,
                       [](const Moment &, const Extent &extent) { return momentAt(0, extent); });
    back_ = addMove("stageBack", Qt::Key_Left, previousStage);
    on_ = addMove("stageOn", Qt::Key_Right, nextStage);
    toEnd_ = addMove("toEnd", Qt::Key_End,
                     [](const Moment &, const Extent &extent) { return lastMoment(extent); });
    wordBack_ = addMove("wordBack", Qt::CTRL | Qt::Key_Left, previousWord);
    wordOn_ = addMove("wordOn", Qt::CTRL | Qt::Key_Right, nextWord);

    createPlay();
    createSpeed();
    track_ = new TimelineTrack(viewpoint, this);
    auto *row = new QHBoxLayout(this);
    row->setSpacing(fontMetrics().height() / 3);
    row->addWidget(addButton(toStart_, "toStartButton"));
    row->addWidget(addButton(back_, "stageBackButton"));
    row->addWidget(addButton(play_, "playButton"));
    row->addWidget(addButton(on_, "stageOnButton"));
    row->addWidget(addButton(toEnd_, "toEndButton"));
    row->addWidget(addButton(loop_, "loopButton"));
    row->addWidget(speed_);
    row->addWidget(track_, 1);
    row->setContentsMargins(fontMetrics().height() / 2, 0, fontMetrics().height() / 2, 0);
    for (int i = 1; i < row->count(); ++i)
        setTabOrder(row->itemAt(i - 1)->widget(), row->itemAt(i)->widget());

    connect(track_, &TimelineTrack::scrubbed, &player_, &TimelinePlayer::pause);
    connect(viewpoint, &Viewpoint::traceChanged, this, &TimelineView::updateActions);
    updateIcons();
    inEveryLanguage(*this, [this] {
        nameActions();
        updateActions();
    });
}

void TimelineView::nameActions() {
    toStart_->setText(tr("To the &start"));
    back_->setText(tr("&Back a stage"));
    on_->setText(tr("&On a stage"));
    toEnd_->setText(tr("To the &end"));
    wordBack_->setText(tr("Back a &word"));
    wordOn_->setText(tr("On a wor&d"));
    play_->setText(tr("&Play"));
    loop_->setText(tr("&Loop this word"));
    slower_->setText(tr("Play slowe&r"));
    faster_->setText(tr("Play &faster"));
    for (QToolButton *button : findChildren<QToolButton *>(Qt::FindDirectChildrenOnly))
        button->setAccessibleName(button->defaultAction()->text().remove(QLatin1Char('&')));
    speed_->setAccessibleName(tr("Speed"));
    speed_->setToolTip(tr("Speed of playing"));
    for (int i = 0; i < speed_->count(); ++i)
        speed_->setItemText(
            i, tr("%1×").arg(numberText(speed_->itemData(i).toDouble(), {.trimmed = true})));
}

void TimelineView::createPlay() {
    play_ = new QAction(this);
    play_->setObjectName("play");
    play_->setShortcut(Qt::Key_Space);
    play_->setAutoRepeat(false);
    play_->setCheckable(true);
    addAction(play_);
    connect(play_, &QAction::triggered, &player_, &TimelinePlayer::setPlaying);
    connect(&player_, &TimelinePlayer::playingChanged, this, &TimelineView::updateActions);

    loop_ = new QAction(this);
    loop_->setObjectName("loop");
    loop_->setShortcut(Qt::Key_L);
    loop_->setAutoRepeat(false);
    loop_->setCheckable(true);
    addAction(loop_);
    connect(loop_, &QAction::triggered, &player_, [this] {
        player_.toggleLoop();
        loop_->setChecked(player_.looping());  // the click has changed it already
    });
    connect(&player_, &TimelinePlayer::loopingChanged, loop_, &QAction::setChecked);
}

void TimelineView::createSpeed() {
    speed_ = new QComboBox(this);
    speed_->setObjectName("speed");
    for (const double speed : speeds)
        speed_->addItem({}, speed);
    speed_->setCurrentIndex(speed_->findData(1.0));
    slower_ = addSpeed("slower", Qt::CTRL | Qt::Key_Down, -1);
    faster_ = addSpeed("faster", Qt::CTRL | Qt::Key_Up, 1);
    connect(speed_, &QComboBox::currentIndexChanged, &player_, [this] {
        player_.setSpeed(speed_->currentData().toDouble());
        updateActions();
        emit optionsChanged();
    });
}

void TimelineView::setOptions(const TimelineOptions &options) {
    if (const int index = speed_->findData(options.speed); index >= 0)
        speed_->setCurrentIndex(index);
}

void TimelineView::onOptionsChanged(const QObject *context, Hear hear) {
    connect(this, &TimelineView::optionsChanged, context, std::move(hear));
}

void TimelineView::onExportRequested(const QObject *context, Hear hear) {
    connect(this, &TimelineView::exportRequested, context, std::move(hear));
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event) {
    QMenu menu(this);
    menu.setObjectName("timelineMenu");
    menu.addActions(transportActions());
    menu.addSeparator();
    QAction *file = menu.addAction(tr("&Export picture…"), this, &TimelineView::exportRequested);
    file->setObjectName("exportTimeline");
    file->setEnabled(momentCount(viewpoint_->extent()) > 0);
    menu.exec(event->globalPos());
}

Figure TimelineView::figure(const QString &title) {
    // The track alone, wide enough for its words; buttons say nothing on paper.
    struct Still {
        Viewpoint viewpoint;
        std::unique_ptr<TimelineTrack> track;
    };
    const auto still = std::make_shared<Still>();
    still->viewpoint.setTrace(viewpoint_->trace());
    still->viewpoint.setMoment(viewpoint_->moment());
    still->viewpoint.setSelected(viewpoint_->selected());
    still->track = std::make_unique<TimelineTrack>(&still->viewpoint);
    TimelineTrack &track = *still->track;
    track.setPalette(palette());
    track.setFont(font());
    track.resize(wholePoints(track.widthForWords(width())), wholePoints(height()));
    Figure figure = figureOf(track, title);
    figure.paint = [still, paint = figure.paint](QCPPainter &painter) { paint(painter); };
    return figure;
}

QAction *TimelineView::addSpeed(const QString &name, const QKeySequence &key, int by) {
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(key);
    addAction(action);
    connect(action, &QAction::triggered, speed_, [this, by] {
        speed_->setCurrentIndex(std::clamp(speed_->currentIndex() + by, 0, speed_->count() - 1));
    });
    return action;
}

QList<QAction *> TimelineView::transportActions() const {
    return {play_, toStart_, back_, on_, wordBack_, wordOn_, toEnd_, loop_, slower_, faster_};
}

QAction *TimelineView::addMove(const QString &name, const QKeySequence &key, Step to) {
    auto *action = new QAction(this);
    action->setObjectName(name);
    action->setShortcut(key);
    addAction(action);
    connect(action, &QAction::triggered, this, [this, to] {
        player_.pause();
        viewpoint_->setMoment(to(viewpoint_->moment(), viewpoint_->extent()));
    });
    return action;
}

QToolButton *TimelineView::addButton(QAction *action, const QString &name) {
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setFocusPolicy(Qt::TabFocus);
    sizeButton(*button);
    return button;
}

void TimelineView::sizeButton(QToolButton &button) const {
    const int side = fontMetrics().height();
    button.setIconSize({side, side});
    button.setMinimumSize(2 * side, 2 * side);
}

void TimelineView::updateActions() {
    const bool something = momentCount(viewpoint_->extent()) > 0;
    for (QAction *action : transportActions())
        action->setEnabled(something);
    slower_->setEnabled(speed_->currentIndex() > 0);
    faster_->setEnabled(speed_->currentIndex() + 1 < speed_->count());
    play_->setChecked(player_.playing());
    play_->setText(player_.playing() ? tr("&Pause") : tr("&Play"));
    updateIcons();
}

void TimelineView::updateIcons() {
    toStart_->setIcon(transportIcon(Transport::toStart, palette()));
    back_->setIcon(transportIcon(Transport::back, palette()));
    play_->setIcon(
        transportIcon(player_.playing() ? Transport::pause : Transport::play, palette()));
    on_->setIcon(transportIcon(Transport::on, palette()));
    toEnd_->setIcon(transportIcon(Transport::toEnd, palette()));
    loop_->setIcon(transportIcon(Transport::loop, palette()));
}

void TimelineView::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && toEnd_)
        updateIcons();
    if (event->type() == QEvent::FontChange)
        for (QToolButton *button : findChildren<QToolButton *>(Qt::FindDirectChildrenOnly))
            sizeButton(*button);
}

}  // namespace widgets
