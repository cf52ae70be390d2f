// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states/canvas.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/label.h"
#include "widgets/drawing/vector_paint.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {
namespace {

void paintTextImage(QPainter &painter, const StatesScene &scene, const Theme &theme) {
    painter.fillRect(painter.window(), theme.surface);
    paintStatesText(painter, scene, theme);
}

void paintCellsImage(QPainter &painter, const StatesScene &scene, const Theme &theme) {
    painter.fillRect(painter.window(), theme.surface);
    for (int layer = 0; layer < static_cast<int>(scene.layers.size()); ++layer)
        paintStatesCells(painter, scene, layer, theme, false);
}

}  // namespace

StatesCanvas::StatesCanvas(Viewpoint *viewpoint, QWidget *parent)
    : QWidget(parent), viewpoint_(viewpoint) {
    giveVoice(*this);
    setObjectName(QStringLiteral("statesCanvas"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Hidden states"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

QSize StatesCanvas::sizeHint() const {
    const int line = fontMetrics().height();
    return {line * 30, line * 24};
}

QSize StatesCanvas::minimumSizeHint() const {
    const int line = fontMetrics().height();
    return {line * 16, line * 9};
}

void StatesCanvas::setQuantity(StatesQuantity quantity) {
    if (std::exchange(scene_.quantity, quantity) != quantity)
        build();
}

void StatesCanvas::setOrder(StatesOrder order) {
    if (std::exchange(scene_.order, order) == order)
        return;
    sortUnits(true);
    mark();
    describe();
    update();
}

void StatesCanvas::setOnly(Vector only) {
    if (std::exchange(only_, only) != only)
        build();
}

void StatesCanvas::makeStill() {
    still_ = true;
}

void StatesCanvas::setWindow(const UnitWindow &window) {
    if (std::exchange(window_, window) == window)
        return;
    layOut();
    update();
    emit windowChanged();
}

// Following the viewpoint

void StatesCanvas::followTrace() {
    scene_.trace = viewpoint_->trace();
    pointed_.reset();
    build();
    beginImages();
}

void StatesCanvas::build() {
    scene_.layers.clear();
    for (const Vector strip : statesStrips) {
        if (!scene_.trace || statesColumns(*scene_.trace, strip) == 0 ||
            (only_ != Vector::none && only_ != strip))
            continue;
        StatesLayer layer{.strip = strip,
                          .units = statesUnits(*scene_.trace, strip),
                          .limit = statesLimit(*scene_.trace, strip, scene_.quantity),
                          .labels = statesLabels(*scene_.trace, strip),
                          .order = {}};
        scene_.layers.push_back(std::move(layer));
    }
    if (scene_.cursor) {
        const int layer = scene_.layerOf(scene_.cursor->strip);
        const StatesLayer *numbers =
            layer < 0 ? nullptr : &scene_.layers[static_cast<std::size_t>(layer)];
        if (!numbers || scene_.cursor->column >= numbers->labels.size() ||
            scene_.cursor->row >= numbers->units)
            scene_.cursor.reset();
    }
    layOut();
    followMoment();
}

void StatesCanvas::layOut() {
    scene_.font = font();
    const QFontMetricsF metrics(font());
    StatesInput input;
    for (const StatesLayer &layer : scene_.layers)
        input.parts.push_back({layer.strip, layer.units, layer.labels});
    const double pad = std::round(metrics.height() * 0.5);
    input.area = QRectF(rect()).adjusted(pad, pad / 2, -pad, -2);
    input.window = window_;
    input.keptUnit = keptUnit_ = unitIsKept();
    input.curveHint = !still_;
    input.captioned = !still_ || keptUnit_;  // a figure says only what is selected
    // The marked word is bold: none may be wider than what was measured.
    QFont bold = font();
    bold.setBold(true);
    input.measure = {[bold](const QString &text) { return labelWidth(bold, text); },
                     metrics.height()};
    scene_.layout = layoutStates(input);
}

bool StatesCanvas::unitIsKept() const {
    return std::any_of(scene_.layers.begin(), scene_.layers.end(), [&](const StatesLayer &layer) {
        return statesUnitOf(viewpoint_->selected(), *scene_.trace, layer.strip) >= 0;
    });
}

void StatesCanvas::followMoment() {
    scene_.moment = viewpoint_->moment();
    sortUnits();
    followSelection();
}

/// The position whose values order the units. Not the hovered one: rows must not move away under
/// the pointer.
int StatesCanvas::sortColumn(Vector strip) const {
    const int now = statesColumnAt(scene_.moment, scene_.extent(), strip);
    if (strip == Vector::decoderState)
        return now;
    if (viewpoint_->selected().source >= 0)
        return viewpoint_->selected().source;
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
                                 scene_.cursor->row < static_cast<int>(layer.order.size());
        const int unit =
            holdsCursor ? layer.order[static_cast<std::size_t>(scene_.cursor->row)] : -1;
        layer.order = statesUnitOrder(*scene_.trace, layer.strip, scene_.quantity, scene_.order,
                                      sortColumn(layer.strip));
        if (holdsCursor)
            scene_.cursor->row = layer.rowOf(unit);
    }
}

void StatesCanvas::followSelection() {
    if (scene_.order == StatesOrder::moment)
        sortUnits();
    if (keptUnit_ != unitIsKept())
        layOut();
    mark();
    describe();
    update();
}

void StatesCanvas::mark() {
    const auto unitIn = [&](const Selection &selection, const StatesLayer &layer) {
        return statesUnitOf(selection, *scene_.trace, layer.strip);
    };
    const bool hovering =
        std::any_of(scene_.layers.begin(), scene_.layers.end(),
                    [&](const auto &layer) { return unitIn(viewpoint_->hovered(), layer) >= 0; });
    scene_.marks.clear();
    for (const StatesLayer &layer : scene_.layers) {
        const bool decoder = layer.strip == Vector::decoderState;
        scene_.marks.push_back(
            {.current = statesColumnAt(scene_.moment, scene_.extent(), layer.strip),
             .column = decoder ? viewpoint_->markedStep() : viewpoint_->markedSource(),
             .unit = unitIn(hovering ? viewpoint_->hovered() : viewpoint_->selected(), layer),
             .ruling = scene_.order == StatesOrder::moment ? sortColumn(layer.strip) : -1});
    }
}

QString StatesCanvas::cellText(const StatesCell &cell) const {
    const int layer = scene_.layerOf(cell.strip);
    if (layer < 0)
        return {};
    const StatesLayer &numbers = scene_.layers[static_cast<std::size_t>(layer)];
    const int unit = numbers.order[static_cast<std::size_t>(cell.row)];
    const QString word = numbers.labels.value(cell.column);
    const QString value =
        scene_.known(layer, cell.column, cell.row)
            ? statesExactNumber(scene_.quantity,
                                static_cast<double>(scene_.value(layer, cell.column, unit)))
            : tr("not yet computed");
    return tr("%1, unit %2 of %3, “%4”: %5")
        .arg(statesSymbol(cell.strip, scene_.quantity, cell.column), QString::number(unit + 1),
             QString::number(numbers.units),
             word.size() > 24 ? word.left(22) + QStringLiteral("…") : word, value);
}

void StatesCanvas::describe() {
    QString text;
    const int curve = statesCurveLayer(scene_);
    if (pointed_) {
        // The order may have changed since: it is about the unit that was pointed at.
        const int layer = scene_.layerOf(pointed_->strip);
        if (layer >= 0 && viewpoint_->hovered().strip == pointed_->strip)
            pointed_->row =
                scene_.layers[static_cast<std::size_t>(layer)].rowOf(viewpoint_->hovered().unit);
        text = layer >= 0 && pointed_->row >= 0 ? cellText(*pointed_) : QString();
    } else if (scene_.cursor && hasFocus()) {
        text = cellText(*scene_.cursor);
    } else if (curve >= 0) {
        const StatesMarks &marks = scene_.marks[static_cast<std::size_t>(curve)];
        const StatesLayer &layer = scene_.layers[static_cast<std::size_t>(curve)];
        const int column = marks.column >= 0 ? marks.column : marks.current;
        if (column >= 0 && column < layer.labels.size())
            text = cellText({layer.strip, column, layer.rowOf(marks.unit)});
    }
    if (text.isEmpty() && !still_)
        text = tr("Point at a cell for its value. The wheel zooms the units.");
    scene_.caption = text;
    say(*this, text);
}

QRect StatesCanvas::cellRect(Vector strip, int column, int unit) const {
    const int layer = scene_.layerOf(strip);
    if (layer < 0 || scene_.layout.empty())
        return {};
    const StatesPicture &picture = scene_.layout.pictures[static_cast<std::size_t>(layer)];
    const int row = scene_.layers[static_cast<std::size_t>(layer)].rowOf(unit);
    const int cell = row < 0 ? -1 : picture.units.cell(row);
    return cell < 0 ? QRect() : picture.cell(column, cell);
}

// Painting

StatesCanvas::CellsKey StatesCanvas::cellsKey() const {
    return {scene_.trace, scene_.quantity, scene_.layers,       window_,
            keptUnit_,    size(),          devicePixelRatioF(), Theme::of(palette()).dark,
            font()};
}

StatesCanvas::TextKey StatesCanvas::textKey() const {
    TextKey key{cellsKey(), scene_.marks, scene_.order, 0};
    for (StatesMarks &marks : key.marks)
        marks.unit = -1;
    for (int step = 0; step < scene_.extent().steps; ++step)
        key.words += progress(scene_.moment, scene_.extent(), Stage::word, step) > 0 ? 1 : 0;
    return key;
}

void StatesCanvas::beginImages() {
    if (scene_.layout.empty() || still_)
        return;
    const Theme &theme = Theme::of(palette());
    const auto scene = std::make_shared<StatesScene>(scene_);
    scene->font = fontOfItsOwn(scene_.font);
    text_.begin(textKey(), size(), devicePixelRatioF(),
                [scene, &theme](QPainter &painter) { paintTextImage(painter, *scene, theme); });
    cells_.begin(cellsKey(), size(), devicePixelRatioF(),
                 [scene, &theme](QPainter &painter) { paintCellsImage(painter, *scene, theme); });
}

void StatesCanvas::paintEvent(QPaintEvent *) {
    const Theme &theme = Theme::of(palette());
    QPainter painter(this);
    // A figure is written larger than the screen is: an image of it would be coarse.
    const bool vectors = still_ || paintsVectors(painter);
    const double ratio = devicePixelRatioF();
    if (scene_.layout.empty()) {
        painter.fillRect(rect(), theme.surface);
        painter.setPen(theme.mutedText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap,
                         scene_.layers.empty() ? tr("The translation has no word yet.")
                                               : tr("Enlarge the panel to see the states."));
        return;
    }
    if (vectors) {
        painter.fillRect(rect(), theme.surface);
        paintStatesText(painter, scene_, theme);
    } else {
        painter.drawImage(0, 0, text_.of(textKey(), size(), ratio, [&](QPainter &image) {
            paintTextImage(image, scene_, theme);
        }));
    }
    const QImage *cells =
        vectors ? nullptr : &cells_.of(cellsKey(), size(), ratio, [&](QPainter &image) {
            paintCellsImage(image, scene_, theme);
        });
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
    drawFocusFrame(painter, *this);
}

void StatesCanvas::resizeEvent(QResizeEvent *event) {
    QWidget::resizeEvent(event);
    layOut();
}

void StatesCanvas::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        layOut();
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        update();
}

}  // namespace widgets
