// SPDX-License-Identifier: GPL-3.0-or-later
// What a place in the hidden states pictures means, and where their cursor goes.
#include <algorithm>

#include "widgets/states/canvas.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

std::optional<UnitCell> StatesCanvas::cellAt(const QPointF &point) const {
    for (const StatesPicture &picture : scene_.layout.pictures) {
        const int column = picture.columnAt(point);
        const int cell = picture.cellAt(point);
        if (column >= 0 && cell >= 0)
            return UnitCell{column, picture.units.row(cell), picture.strip};
    }
    return {};
}

Selection StatesCanvas::selectionOf(const UnitCell &cell) const {
    const auto &order = scene_.layers[static_cast<std::size_t>(scene_.layerOf(cell.strip))].order;
    return statesSelection(cell.strip, scene_.quantity, cell.position,
                           order[static_cast<std::size_t>(cell.place)]);
}

Selection StatesCanvas::selectionAt(const QPointF &point) const {
    if (const auto cell = cellAt(point))
        return selectionOf(*cell);
    for (const StatesPicture &picture : scene_.layout.pictures) {
        if (const int column = picture.labelAt(point); column >= 0)
            return statesSelection(picture.strip, scene_.quantity, column);
    }
    const int layer = statesCurveLayer(scene_);
    if (layer < 0)
        return {};
    const StatesLayer &numbers = scene_.layers[static_cast<std::size_t>(layer)];
    const int column = scene_.layout.curve.columnAt(point, static_cast<int>(numbers.labels.size()));
    if (column < 0)
        return {};
    return statesSelection(numbers.strip, scene_.quantity, column,
                           scene_.marks[static_cast<std::size_t>(layer)].unit);
}

void StatesCanvas::pick(const Selection &selection) {
    if (selection.empty())
        return;
    if (selection.step >= 0)
        viewpoint()->setMoment(endOfStep(selection.step, viewpoint()->extent()));
    else if (selection.strip == Vector::initialState)
        viewpoint()->setMoment(endOfReading(viewpoint()->extent()));
    // A word of the translation is a place in time; everything else is kept, and a second click
    // lets go of it.
    if (selection.source >= 0 || selection.unit >= 0)
        viewpoint()->setSelected(selection == viewpoint()->selected() ? Selection{} : selection);
}

QString StatesCanvas::toolTipAt(const QPointF &point) const {
    if (const auto cell = cellAt(point))
        return textOf(*cell);
    for (std::size_t i = 0; i < scene_.layout.pictures.size(); ++i) {
        const int column = scene_.layout.pictures[i].labelAt(point);
        if (column >= 0)
            return scene_.layers[i].labels.value(column).left(400);
    }
    return {};
}

int StatesCanvas::mostUnits() const {
    int units = 0;
    for (const StatesLayer &layer : scene_.layers)
        units = std::max(units, layer.units);
    return units;
}

std::optional<double> StatesCanvas::shareAt(const QPointF &point) const {
    for (const StatesPicture &picture : scene_.layout.pictures) {
        if (picture.block.contains(point))
            return std::clamp(
                (point.y() - picture.cells.top()) / std::max(1, picture.cells.height()), 0.0, 1.0);
    }
    return {};
}

std::optional<StatesCanvas::Place> StatesCanvas::stripOf(const UnitPlace &unit) const {
    if (scene_.quantity != StatesQuantity::state || unit.kind == UnitPlace::Kind::context ||
        !scene_.trace)
        return {};
    if (unit.kind == UnitPlace::Kind::initial)
        return Place{Vector::decoderState, -1, unit.unit};
    if (unit.kind == UnitPlace::Kind::state)
        return Place{Vector::decoderState, unit.index, unit.unit};
    const int half = statesUnits(*scene_.trace, Vector::forwardState);
    return unit.unit < half ? Place{Vector::forwardState, unit.index, unit.unit}
                            : Place{Vector::backwardState, unit.index, unit.unit - half};
}

QRectF StatesCanvas::placeOf(const UnitPlace &unit) const {
    const auto place = stripOf(unit);
    return place ? QRectF(cellRect(place->strip, place->position, place->unit)) : QRectF();
}

bool StatesCanvas::isKnown(const UnitPlace &unit) const {
    const auto place = stripOf(unit);
    const int layer = place ? scene_.layerOf(place->strip) : -1;
    if (layer < 0)
        return false;
    const int column = place->position + statesBegin(place->strip, scene_.quantity);
    return scene_.known(layer, column,
                        scene_.layers[static_cast<std::size_t>(layer)].rowOf(place->unit));
}

// The cursor

const StatesPicture &StatesCanvas::pictureOf(const UnitCell &cell) const {
    return scene_.layout.pictures[static_cast<std::size_t>(scene_.layerOf(cell.strip))];
}

UnitCell StatesCanvas::startCell() const {
    // In the picture where the moment is, else the first.
    std::size_t layer = 0;
    for (std::size_t i = 0; i < scene_.marks.size(); ++i) {
        if (scene_.marks[i].current >= 0)
            layer = i;
    }
    const StatesPicture &picture = scene_.layout.pictures[layer];
    return {std::clamp(scene_.marks[layer].current, 0, picture.columns - 1), picture.units.row(0),
            picture.strip};
}

UnitCell StatesCanvas::moved(const UnitCell &cell, int positions) const {
    const StatesPicture &picture = pictureOf(cell);
    const int column = cell.position + positions;
    if (column >= 0 && column < picture.columns)
        return {column, cell.place, cell.strip};
    const int next = scene_.layerOf(cell.strip) + positions;
    if (next < 0 || next >= static_cast<int>(scene_.layout.pictures.size()))
        return cell;
    // On into the neighbouring picture, at the same height.
    const StatesPicture &other = scene_.layout.pictures[static_cast<std::size_t>(next)];
    const int at =
        std::max(0, picture.units.cell(cell.place)) * other.units.cells / picture.units.cells;
    return {positions > 0 ? 0 : other.columns - 1, other.units.row(at), other.strip};
}

UnitCell StatesCanvas::atLineEnd(const UnitCell &cell, bool last) const {
    return {last ? pictureOf(cell).columns - 1 : 0, cell.place, cell.strip};
}

}  // namespace widgets
