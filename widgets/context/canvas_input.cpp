// SPDX-License-Identifier: GPL-3.0-or-later
// What a place in the picture of the context panel means, and where its cursor goes.
#include <algorithm>

#include "widgets/context/canvas.h"
#include "widgets/drawing/rows.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

constexpr double rowsPerNotch = 3;  // of the wheel

}  // namespace

std::optional<UnitCell> ContextCanvas::cellAt(const QPointF &point) const {
    const ContextLayout &layout = scene_.layout;
    const int row = layout.empty() ? -1 : layout.rowAt(point.y());
    if (row < 0)
        return {};
    const int at = layout.cellAt(point.x());
    return UnitCell{row, at < 0 ? -1 : layout.units.row(at)};
}

Selection ContextCanvas::selectionOf(const UnitCell &cell) const {
    Selection selection{.step = step_};
    if (cell.position < scene_.sumRow())
        selection.source = scene_.data.rows[static_cast<std::size_t>(cell.position)].source;
    if (cell.place >= 0 || cell.position >= scene_.sumRow())
        selection.strip = Vector::context;
    selection.unit = cell.place;
    return selection;
}

void ContextCanvas::pick(const Selection &selection) {
    // The second click lets go, whatever step is in view by then.
    Selection before = viewpoint()->selected();
    before.step = selection.step;
    if (!selection.empty())
        viewpoint()->setSelected(selection == before ? Selection{} : selection);
}

std::optional<double> ContextCanvas::shareAt(const QPointF &point) const {
    const ContextSpan &strip = scene_.layout.strip;
    return std::clamp((point.x() - strip.left) / strip.width(), 0.0, 1.0);
}

bool ContextCanvas::scrollPositions(double notches) {
    const Rows &rows = scene_.layout.rows;
    if (rows.maximumScroll() <= 0)
        return false;
    setScroll(
        std::clamp(scroll_ - notches * rowsPerNotch * rows.rowHeight, 0.0, rows.maximumScroll()));
    return true;
}

QRectF ContextCanvas::placeOf(const UnitPlace &unit) const {
    if (unit.kind == UnitPlace::Kind::annotation) {
        const int row = scene_.data.rowOf(unit.index);
        return row < 0 ? QRectF() : cellRect({row, unit.unit});
    }
    const bool here = unit.kind == UnitPlace::Kind::context && unit.index == step_;
    return here ? cellRect({scene_.sumRow(), unit.unit}) : QRectF();
}

bool ContextCanvas::isKnown(const UnitPlace &unit) const {
    const bool annotation = unit.kind == UnitPlace::Kind::annotation;
    return scene_.known({annotation ? scene_.data.rowOf(unit.index) : scene_.sumRow(), unit.unit});
}

// The cursor

UnitCell ContextCanvas::startCell() const {
    return {std::max(0, scene_.marked), scene_.layout.units.row(0)};
}

UnitCell ContextCanvas::moved(const UnitCell &cell, int positions) const {
    return {std::clamp(cell.position + positions, 0, scene_.sumRow()), cell.place};
}

UnitCell ContextCanvas::atLineEnd(const UnitCell &cell, bool last) const {
    const UnitCells &cells = scene_.layout.units;
    return {cell.position, cells.row(last ? cells.cells - 1 : 0)};
}

void ContextCanvas::reveal(const UnitCell &cell) {
    revealRow(cell.position);
}

void ContextCanvas::revealRow(int row) {
    const Rows &rows = scene_.layout.rows;
    if (row >= 0 && row < rows.count && !rows.wholeRowVisible(row))
        setScroll(rows.scrollTo(row));
}

}  // namespace widgets
