// SPDX-License-Identifier: GPL-3.0-or-later
// Units that are held at a value, in a canvas of units.
#include <QMouseEvent>
#include <QPainter>

#include "widgets/drawing/held_frame.h"
#include "widgets/panel/hold_prompt.h"
#include "widgets/panel/unit_canvas.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

void UnitCanvas::mouseReleaseEvent(QMouseEvent *event) {
    if (event->button() == Qt::LeftButton) {
        drag_.release();
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
    for (const UnitPlace &unit : heldUnits(*viewpoint_->trace())) {
        // However small the cell is: around it. What is still to come has no value yet, held or
        // not.
        if (const QRectF place = placeOf(unit); !place.isNull() && isKnown(unit))
            drawHeldFrame(painter, theme, place.adjusted(-1.5, -1.5, 1.5, 1.5));
    }
}

}  // namespace widgets
