// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states/canvas.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/label.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/comparison.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

void paintAllCells(QPainter &painter, const StatesScene &scene, const Theme &theme) {
    for (int layer = 0; layer < static_cast<int>(scene.layers.size()); ++layer)
        paintStatesCells(painter, scene, layer, theme, false);
}

}  // namespace

StatesCanvas::StatesCanvas(Viewpoint *viewpoint, QWidget *parent)
    : UnitCanvas(viewpoint, Qt::Vertical, parent), text_(paintStatesText), cells_(paintAllCells) {
    setObjectName(QStringLiteral("statesCanvas"));
    inEveryLanguage(*this, [this] { setAccessibleName(tr("Hidden states")); });
}

QSize StatesCanvas::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 30, line * 24};
}

void StatesCanvas::setQuantity(StatesQuantity quantity) {
    const StatesQuantity before = std::exchange(scene_.quantity, quantity);
    if (before == quantity)
        return;
    setPointed({});
    // The cursor stays at its step: what has no initial state has a column less.
    if (scene_.cursor)
        scene_.cursor->position =
            std::max(0, scene_.cursor->position + statesBegin(scene_.cursor->strip, quantity) -
                            statesBegin(scene_.cursor->strip, before));
    build();
}

void StatesCanvas::setOrder(StatesOrder order) {
    if (std::exchange(scene_.order, order) == order)
        return;
    sortUnits(true);
    markLayers();
    tell();
    update();
}

void StatesCanvas::setOnly(Vector only) {
    if (std::exchange(only_, only) != only)
        build();
}

// Following the viewpoint

void StatesCanvas::followTrace() {
    const auto &trace = viewpoint()->trace();
    difference_ = trace && viewpoint()->showsDifference();
    scene_.trace = difference_ ? stateDifferences(*trace, *viewpoint()->referenceOfModel()) : trace;
    setPointed({});
    build();
    beginImages();
}

void StatesCanvas::build() {
    scene_.layers.clear();
    for (const Vector strip : statesStrips) {
        if (!scene_.trace || statesColumns(*scene_.trace, strip, scene_.quantity) == 0 ||
            (only_ != Vector::none && only_ != strip))
            continue;
        StatesLayer layer{.strip = strip,
                          .units = statesUnits(*scene_.trace, strip),
                          .limit = statesLimit(*scene_.trace, strip, scene_.quantity),
                          .labels = statesLabels(*scene_.trace, strip, scene_.quantity),
                          .order = {}};
        scene_.layers.push_back(std::move(layer));
    }
    if (scene_.cursor) {
        const int layer = scene_.layerOf(scene_.cursor->strip);
        const StatesLayer *numbers =
            layer < 0 ? nullptr : &scene_.layers[static_cast<std::size_t>(layer)];
        if (!numbers || scene_.cursor->position >= numbers->labels.size() ||
            scene_.cursor->place >= numbers->units)
            scene_.cursor.reset();
    }
    layOut();
    followMoment();
}

StatesInput StatesCanvas::inputAt(const QSize &size) const {
    const QFontMetricsF metrics(font());
    StatesInput input;
    for (const StatesLayer &layer : scene_.layers)
        input.parts.push_back({layer.strip, layer.units, layer.labels});
    const double pad = std::round(metrics.height() * 0.5);
    input.area = QRectF(QPointF(), size).adjusted(pad, pad / 2, -pad, -2);
    input.window = window();
    input.keptUnit = keptUnit_;
    input.curveHint = !still();
    input.captioned = !still() || keptUnit_;  // a figure says only what is selected
    // The marked word is bold: none may be wider than what was measured.
    QFont bold = font();
    bold.setBold(true);
    input.measure = {[bold](const QString &text) { return labelWidth(bold, text); },
                     metrics.height()};
    return input;
}

void StatesCanvas::layOut() {
    scene_.font = font();
    keptUnit_ = unitIsKept();
    scene_.layout = layoutStates(inputAt(size()));
}

QSize StatesCanvas::sizeForWords(const QSize &least) const {
    const auto cutAt = [this](const QSize &size) {
        const StatesInput input = inputAt(size);
        const StatesLayout layout = layoutStates(input);
        int cut = 0;
        for (std::size_t i = 0; i < layout.pictures.size(); ++i)
            for (qsizetype j = 0; j < layout.pictures[i].labels.size(); ++j)
                cut += layout.pictures[i].labels[j] != input.parts[i].labels[j] ? 1 : 0;
        return cut;
    };
    QSize best = least;
    int fewest = cutAt(best);
    const int line = fontMetrics().height();
    for (QSize size = least; fewest > 0 && size.height() < 3 * least.height();) {
        size.rheight() += line;
        if (const int cut = cutAt(size); cut < fewest) {
            fewest = cut;
            best = size;
        }
    }
    return best;
}

bool StatesCanvas::unitIsKept() const {
    return std::any_of(scene_.layers.begin(), scene_.layers.end(), [&](const StatesLayer &layer) {
        return statesUnitOf(viewpoint()->selected(), *scene_.trace, layer.strip) >= 0;
    });
}

void StatesCanvas::followMoment() {
    scene_.moment = viewpoint()->moment();
    sortUnits();
    followSelection();
}

/// The column whose values order the units. Not the hovered one: rows must not move away under
/// the pointer.
int StatesCanvas::sortColumn(Vector strip) const {
    const int now = statesColumnAt(scene_.moment, scene_.extent(), strip, scene_.quantity);
    if (strip == Vector::decoderState)
        return now;
    if (viewpoint()->selected().source >= 0)
        return viewpoint()->selected().source;
    if (now >= 0)
        return now;
    // Where the reading ended.
    return strip == Vector::forwardState ? scene_.extent().source - 1 : 0;
}

void StatesCanvas::sortUnits(bool anew) {
    for (StatesLayer &layer : scene_.layers) {
        if (!anew && scene_.order != StatesOrder::moment && !layer.order.empty())
            continue;
        // The cursor stays with its unit, not with its place.
        const bool holdsCursor = scene_.cursor && scene_.cursor->strip == layer.strip &&
                                 scene_.cursor->place < static_cast<int>(layer.order.size());
        const int unit =
            holdsCursor ? layer.order[static_cast<std::size_t>(scene_.cursor->place)] : -1;
        layer.order = statesUnitOrder(*scene_.trace, layer.strip, scene_.quantity, scene_.order,
                                      sortColumn(layer.strip));
        if (holdsCursor)
            scene_.cursor->place = layer.rowOf(unit);
    }
}

void StatesCanvas::mark() {
    if (scene_.order == StatesOrder::moment)
        sortUnits();
    if (keptUnit_ != unitIsKept())
        layOut();
    markLayers();
}

void StatesCanvas::markLayers() {
    const auto unitIn = [&](const Selection &selection, const StatesLayer &layer) {
        return statesUnitOf(selection, *scene_.trace, layer.strip);
    };
    const bool hovering =
        std::any_of(scene_.layers.begin(), scene_.layers.end(),
                    [&](const auto &layer) { return unitIn(viewpoint()->hovered(), layer) >= 0; });
    scene_.marks.clear();
    for (const StatesLayer &layer : scene_.layers) {
        const int hovered = statesColumnOf(viewpoint()->hovered(), layer.strip, scene_.quantity);
        scene_.marks.push_back(
            {.current =
                 statesColumnAt(scene_.moment, scene_.extent(), layer.strip, scene_.quantity),
             .column = hovered >= 0
                           ? hovered
                           : statesColumnOf(viewpoint()->selected(), layer.strip, scene_.quantity),
             .unit = unitIn(hovering ? viewpoint()->hovered() : viewpoint()->selected(), layer),
             .ruling = scene_.order == StatesOrder::moment ? sortColumn(layer.strip) : -1});
    }
    pointAgain();
}

void StatesCanvas::pointAgain() {
    const Selection &hovered = viewpoint()->hovered();
    if (!pointed())
        return;
    UnitCell cell = *pointed();
    if (hovered.strip != statesSelection(cell.strip, scene_.quantity, cell.position, 0).strip)
        return;
    if (const int layer = scene_.layerOf(cell.strip); layer >= 0)
        cell.place = scene_.layers[static_cast<std::size_t>(layer)].rowOf(hovered.unit);
    setPointed(cell);
}

QString StatesCanvas::textOf(const UnitCell &cell) const {
    const int layer = scene_.layerOf(cell.strip);
    if (layer < 0 || cell.place < 0)
        return {};
    const StatesLayer &numbers = scene_.layers[static_cast<std::size_t>(layer)];
    const int unit = numbers.order[static_cast<std::size_t>(cell.place)];
    const QString word = numbers.labels.value(cell.position);
    const QString value =
        scene_.known(layer, cell.position, cell.place)
            ? statesExactNumber(scene_.quantity,
                                static_cast<double>(scene_.value(layer, cell.position, unit)))
            : tr("not yet computed");
    const QString symbol = statesSymbol(cell.strip, scene_.quantity, cell.position);
    const bool initial = cell.position < statesBegin(cell.strip, scene_.quantity);
    const QString text =
        initial ? tr("%1, unit %2 of %3, the initial state: %4")
                      .arg(symbol, QString::number(unit + 1), QString::number(numbers.units), value)
                : tr("%1, unit %2 of %3, “%4”: %5")
                      .arg(symbol, QString::number(unit + 1), QString::number(numbers.units),
                           shortenedLabel(word), value);
    if (difference_)
        return tr("%1; difference from %2", "a number, a translation")
            .arg(text, viewpoint()->referenceNoun());
    const auto before = valueBefore(cell.strip, cell.position, unit);
    const bool other = before && scene_.known(layer, cell.position, cell.place) &&
                       *before != scene_.value(layer, cell.position, unit);
    return other ? tr("%1 (%2 in %3)", "a number, what it is in a translation")
                       .arg(text, statesExactNumber(scene_.quantity, static_cast<double>(*before)),
                            viewpoint()->referenceNoun())
                 : text;
}

/// What a number was before it was edited; nothing where that cannot be told.
std::optional<float> StatesCanvas::valueBefore(Vector strip, int column, int unit) const {
    const auto original = viewpoint()->referenceOfModel();
    if (!original || !scene_.trace || difference_)
        return {};
    const int begin = statesBegin(strip, scene_.quantity);
    if (strip != Vector::decoderState || column < begin)
        return statesValue(*original, strip, scene_.quantity, column, unit);
    const int there = viewpoint()->comparison().stepOf(column - begin);
    if (there < 0)
        return {};
    return statesValue(*original, strip, scene_.quantity, there + begin, unit);
}

QString StatesCanvas::textOfMarked() const {
    const int curve = statesCurveLayer(scene_);
    if (curve < 0)
        return {};
    const StatesMarks &marks = scene_.marks[static_cast<std::size_t>(curve)];
    const StatesLayer &layer = scene_.layers[static_cast<std::size_t>(curve)];
    const int column = marks.column >= 0 ? marks.column : marks.current;
    if (column < 0 || column >= layer.labels.size())
        return {};
    return textOf({column, layer.rowOf(marks.unit), layer.strip});
}

QString StatesCanvas::hint() const {
    if (difference_)
        return tr("Differences from %1.", "a translation").arg(viewpoint()->referenceNoun());
    return still() ? QString() : tr("Point at a cell for its value. The wheel zooms the units.");
}

QString StatesCanvas::emptyText() const {
    return scene_.layers.empty() ? tr("There is no word yet.")
                                 : tr("Enlarge the panel to see the states.");
}

QRect StatesCanvas::cellRect(Vector strip, int position, int unit) const {
    const int layer = scene_.layerOf(strip);
    if (layer < 0 || scene_.layout.empty())
        return {};
    const StatesPicture &picture = scene_.layout.pictures[static_cast<std::size_t>(layer)];
    const int row = scene_.layers[static_cast<std::size_t>(layer)].rowOf(unit);
    const int cell = row < 0 ? -1 : picture.units.cell(row);
    const int column = position + statesBegin(strip, scene_.quantity);
    return cell < 0 || column < 0 ? QRect() : picture.cell(column, cell);
}

// Painting

StatesCanvas::CellsKey StatesCanvas::cellsKey() const {
    return {scene_.trace, scene_.quantity, scene_.layers,
            window(),     keptUnit_,       WidgetKey::of(*this)};
}

StatesCanvas::TextKey StatesCanvas::textKey() const {
    TextKey key{cellsKey(), scene_.marks, scene_.order, 0};
    for (StatesMarks &marks : key.marks)
        marks.unit = -1;
    for (const StatesLayer &layer : scene_.layers)
        for (int column = 0; column < layer.labels.size(); ++column)
            key.words += scene_.labelKnown(layer.strip, column) ? 1 : 0;
    return key;
}

void StatesCanvas::beginImages() {
    if (scene_.layout.empty() || still())
        return;
    const auto scene = sceneOfItsOwn(scene_);
    text_.begin(textKey(), *this, scene);
    cells_.begin(cellsKey(), *this, scene);
}

void StatesCanvas::paintPicture(QPainter &painter, const Theme &theme, bool vectors) {
    if (vectors)
        paintStatesText(painter, scene_, theme);
    else
        painter.drawImage(0, 0, text_.of(textKey(), *this, scene_));
    const QImage *cells = vectors ? nullptr : &cells_.of(cellsKey(), *this, scene_);
    for (int layer = 0; layer < static_cast<int>(scene_.layers.size()); ++layer) {
        painter.save();
        if (!cells) {
            paintStatesCells(painter, scene_, layer, theme, true);
        } else {
            clipToKnown(painter, scene_, layer);
            painter.drawImage(0, 0, *cells);
        }
        painter.restore();
    }
    paintStatesPending(painter, scene_, theme);
    paintStatesMarks(painter, scene_, theme, showsFocus(*this));
    paintStatesCurve(painter, scene_, theme);
}

}  // namespace widgets
