// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>
#include <cmath>

#include "widgets/panel/tool_tip.h"
#include "widgets/panel/word_prompt.h"
#include "widgets/timeline/track.h"

// The pointer, the wheel and the keyboard on the timeline.
namespace widgets {

void TimelineTrack::scrubTo(double x) {
    viewpoint_->setMoment(momentAt(places().position(x), viewpoint_->extent()));
}

void TimelineTrack::hover(double x) {
    viewpoint_->setHovered({.step = places().stepAt(x)});
}

void TimelineTrack::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    // While it is held, the picture under the pointer must not move.
    held_ = places();
    othersKey_ = {};
    dragged_ = false;
    pressedAt_ = event->position().x();
    grip_.take(*event);
    emit scrubbed();
    scrubTo(pressedAt_);
}

void TimelineTrack::mouseMoveEvent(QMouseEvent *event) {
    hover(event->position().x());
    // A dialog that opened meanwhile may have got the release.
    if (held_ && !(event->buttons() & Qt::LeftButton))
        letGo();
    if (!held_)
        return;
    const double x = grip_.position(*event).x();
    if (std::abs(x - pressedAt_) >= QApplication::startDragDistance())
        dragged_ = true;
    if (dragged_)
        scrubTo(x);
}

void TimelineTrack::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton || !held_)
        return;
    // A mere click leads to the end of the stage that was clicked: half a stage is for dragging.
    if (!dragged_) {
        const Extent extent = viewpoint_->extent();
        viewpoint_->setMoment(momentAt(std::ceil(held_->position(pressedAt_)), extent));
    }
    letGo();
}

void TimelineTrack::mouseDoubleClickEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    letGo();
    askWord(places().stepAt(event->position().x()));
}

/// Asks for another word in the place of that of a step.
void TimelineTrack::askWord(int step) {
    if (step >= 0)
        askForWord(*this, places().step(step).toAlignedRect(), *viewpoint_, step);
}

void TimelineTrack::letGo() {
    held_.reset();
    othersKey_ = {};
    update();
}

void TimelineTrack::wheelEvent(QWheelEvent *event) {
    constexpr int notch = 120;
    const QPoint delta = event->angleDelta();
    wheel_ += std::abs(delta.x()) > std::abs(delta.y()) ? delta.x() : delta.y();
    emit scrubbed();
    for (; wheel_ >= notch; wheel_ -= notch)
        viewpoint_->setMoment(previousStage(viewpoint_->moment(), viewpoint_->extent()));
    for (; wheel_ <= -notch; wheel_ += notch)
        viewpoint_->setMoment(nextStage(viewpoint_->moment(), viewpoint_->extent()));
    event->accept();
}

void TimelineTrack::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_F2 && !event->modifiers())
        return askWord(viewpoint_->step());
    // The keys of the window move time; those of the slider would do so differently.
    event->ignore();
}

bool TimelineTrack::event(QEvent *event) {
    if (event->type() == QEvent::Leave)
        viewpoint_->setHovered({});
    if (event->type() == QEvent::ToolTip && viewpoint_->trace()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const TimelineGeometry places = this->places();
        const int step = places.stepAt(help->pos().x());
        if (step >= 0)
            QToolTip::showText(
                help->globalPos(),
                plainToolTip(tr("step %1: %2").arg(step + 1).arg(comparedLabel(step))), this,
                places.step(step).toAlignedRect());
        else
            QToolTip::showText(help->globalPos(), plainToolTip(readingLabel()), this,
                               places.reading().toAlignedRect());
        return true;
    }
    return QAbstractSlider::event(event);
}

}  // namespace widgets
