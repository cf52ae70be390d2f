// SPDX-License-Identifier: GPL-3.0-or-later
// The bars under the pointer: which row it is on, and bars that are dragged.
#include <QApplication>
#include <QMouseEvent>
#include <cmath>
#include <utility>

#include "widgets/drawing/rows.h"
#include "widgets/scores/bars.h"

namespace widgets {

bool ScoresBars::canGrab(const QPointF &position) const {
    return content_.draggable && rowAt(position) >= 0 && position.x() >= columns_.barLeft;
}

void ScoresBars::mouseMoveEvent(QMouseEvent *event) {
    const QPointF at = event->position();
    if (!grab_) {
        setCursor(canGrab(at) ? Qt::SizeHorCursor : Qt::ArrowCursor);
        emit hovered(rowAt(at));
        return;
    }
    const double way = grab_->grip.position(*event).x() - grab_->x;
    if (!grab_->dragged && std::abs(way) < QApplication::startDragDistance())
        return;
    if (!std::exchange(grab_->dragged, true))
        emit grabbed(grab_->row);
    if (grab_)
        emit dragged(grab_->row, way * grab_->perPixel);
}

void ScoresBars::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF at = event->position();
    const double length = columns_.barRight - columns_.barLeft;
    if (canGrab(at) && length > 0) {
        const double perPixel = (content_.range.high - content_.range.low) / length;
        grab_ = Grab{.row = rowAt(at), .x = at.x(), .perPixel = perPixel};
        grab_->grip.take(*event);
    }
    emit pressed(rowAt(at));
}

void ScoresBars::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    const auto grab = std::exchange(grab_, std::nullopt);
    if (grab && grab->dragged)
        emit dropped();
    emit hovered(rowAt(event->position()));
}

void ScoresBars::endDrag() {
    grab_.reset();
}

}  // namespace widgets
