// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/unit_drag.h"

#include <QApplication>
#include <QMouseEvent>
#include <QWidget>
#include <algorithm>
#include <cmath>

#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double perPixel = 0.01;     // of the value, while its cell is dragged
constexpr double largestDragged = 1;  // further than a state can get, only typing leads

}  // namespace

UnitDrag::UnitDrag(Viewpoint *viewpoint, QObject *parent)
    : QObject(parent), viewpoint_(viewpoint), live_(viewpoint) {
    connect(&live_, &LiveEdit::ended, this, [this] { drag_.reset(); });
}

void UnitDrag::press(const Selection &selection, const QMouseEvent &event) {
    const auto &trace = viewpoint_->trace();
    const auto unit = trace ? unitPlaceOf(*trace, selection) : std::nullopt;
    drag_.reset();
    if (unit)
        drag_ =
            Drag{.unit = *unit, .y = event.globalPosition().y(), .value = valueOf(*trace, *unit)};
}

bool UnitDrag::follow(const QMouseEvent &event, QWidget &widget) {
    if (!(event.buttons() & Qt::LeftButton))
        release();
    if (!pressed())
        return false;
    if (move(event.globalPosition().y()))
        widget.setCursor(Qt::SizeVerCursor);
    return true;
}

/// Upwards is more.
bool UnitDrag::move(double y) {
    const double way = drag_->y - y;
    if (!dragging() && std::abs(way) < QApplication::startDragDistance())
        return false;
    if (!dragging() && !live_.begin(stepOf(drag_->unit))) {
        drag_.reset();
        return false;
    }
    viewpoint_->setSelected(selectionOf(*live_.base(), drag_->unit));
    const double value = std::clamp(static_cast<double>(drag_->value) + way * perPixel,
                                    -largestDragged, largestDragged);
    live_.want(holdUnit(*live_.base(), drag_->unit, static_cast<float>(value)));
    return true;
}

void UnitDrag::release() {
    live_.end();
    drag_.reset();
}

bool UnitDrag::putBack() {
    if (!live_.active())
        return false;
    live_.putBack();
    return true;
}

}  // namespace widgets
