// SPDX-License-Identifier: GPL-3.0-or-later
// Units that are held at a value, in a canvas of units.
#include <QApplication>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/theme.h"
#include "widgets/panel/hold_prompt.h"
#include "widgets/panel/unit_canvas.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double perPixel = 0.01;     // of the value, while its cell is dragged
constexpr double largestDragged = 1;  // further than a state can get, only typing leads

}  // namespace

/// Upwards is more.
void UnitCanvas::drag(const QPointF &at) {
    const double way = drag_->y - at.y();
    if (!drag_->moved && std::abs(way) < QApplication::startDragDistance())
        return;
    const int step = drag_->unit.kind == UnitPlace::Kind::annotation ? -1 : drag_->unit.index;
    if (!std::exchange(drag_->moved, true) && !live_.begin(step))
        return drag_.reset();
    setCursor(Qt::SizeVerCursor);
    viewpoint_->setSelected(widgets::selectionOf(*live_.base(), drag_->unit));
    const double value = std::clamp(static_cast<double>(drag_->value) + way * perPixel,
                                    -largestDragged, largestDragged);
    live_.want(holdUnit(*live_.base(), drag_->unit, static_cast<float>(value)));
}

void UnitCanvas::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton) {
        live_.end();
        drag_.reset();
        setCursor(Qt::ArrowCursor);
    }
    QWidget::mouseReleaseEvent(event);
}

Selection UnitCanvas::markedUnit() const {
    return scene().cursor && !isEmpty() ? selectionOf(*scene().cursor) : viewpoint_->selected();
}

void UnitCanvas::holdMarked() {
    const auto &trace = viewpoint_->trace();
    const auto unit = trace ? unitPlaceOf(*trace, markedUnit()) : std::nullopt;
    if (unit)
        askForValue(*this, placeOf(*unit).toAlignedRect(), *viewpoint_, *unit);
}

void UnitCanvas::paintHeld(QPainter &painter, const Theme &theme) const {
    if (!viewpoint_->trace())
        return;
    painter.setBrush(Qt::NoBrush);
    for (const UnitPlace &unit : heldUnits(*viewpoint_->trace())) {
        const QRectF place = placeOf(unit);
        if (place.isNull())
            continue;
        // However small the cell is: around it.
        painter.setPen(theme.pen(theme.surface, 3));
        painter.drawRect(place.adjusted(-1.5, -1.5, 1.5, 1.5));
        painter.setPen(theme.pen(theme.emphasis, 1.5));
        painter.drawRect(place.adjusted(-1.5, -1.5, 1.5, 1.5));
    }
}

}  // namespace widgets
