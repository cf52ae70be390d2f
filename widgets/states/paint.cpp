// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states/paint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/label.h"
#include "widgets/drawing/text_measure.h"
#include "widgets/drawing/vector_paint.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

QFont bold(QFont font) {
    font.setBold(true);
    return font;
}

QString layerName(Vector strip) {
    return strip == Vector::decoderState ? StatesText::tr("decoder") : StatesText::tr("encoder");
}

/// "20 of 256 units, by →h₇, ±0.87": as much of it as there is room for, the most important first.
QString titleNote(const StatesScene &scene, int layer, double room, const QFontMetricsF &metrics) {
    const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
    const UnitCells &units = picture.units;
    QStringList notes{units.all()
                          ? StatesText::tr("%n units", nullptr, units.units)
                          : StatesText::tr("%1 of %2 units").arg(units.cells).arg(units.units)};
    const int ruling = scene.marks[static_cast<std::size_t>(layer)].ruling;
    if (scene.order == StatesOrder::activity)
        notes.append(StatesText::tr("by activity"));
    else if (ruling >= 0)
        notes.append(
            StatesText::tr("by %1").arg(statesSymbol(picture.strip, scene.quantity, ruling)));
    const double limit = scene.layers[static_cast<std::size_t>(layer)].limit;
    if (!picture.barNumbers)
        notes.append(isGate(scene.quantity) ? StatesText::tr("0 to 1")
                                            : StatesText::tr("±%1").arg(numberText(limit, {})));
    while (!notes.isEmpty() && metrics.horizontalAdvance(joined(notes)) > room)
        notes.removeLast();
    return joined(notes);
}

void drawTitle(QPainter &painter, const StatesScene &scene, int layer, const Theme &theme) {
    const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
    const QString name = StatesText::tr("%1: %2").arg(
        layerName(picture.strip), statesSymbol(picture.strip, scene.quantity, -1));
    const QFont strong = bold(scene.font);
    const QFontMetricsF metrics(strong);
    painter.setFont(strong);
    painter.setPen(theme.role(statesRole(picture.strip)));
    QRectF rest = picture.title;
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(name, Qt::ElideRight, rest.width()));
    rest.setLeft(rest.left() + metrics.horizontalAdvance(name) + picture.lineHeight * 0.6);
    const QFont small = smallFont(scene.font);
    painter.setFont(small);
    painter.setPen(theme.mutedText);
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                     titleNote(scene, layer, rest.width(), QFontMetricsF(small)));
}

void drawLabels(QPainter &painter, const StatesScene &scene, int layer, const Theme &theme) {
    const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
    const StatesMarks &marks = scene.marks[static_cast<std::size_t>(layer)];
    const int emphasis = marks.column >= 0 ? marks.column : marks.current;
    for (int column = 0; column < static_cast<int>(picture.labels.size()); ++column) {
        if (!labelShown(column, picture.stride, emphasis))
            continue;
        const QString &text = picture.labels[column];
        const Role role = scene.labelRole(picture.strip, column);
        const bool strong = column == marks.column || column == marks.current;
        const bool pending = !scene.labelKnown(picture.strip, column);
        painter.setFont(strong ? bold(scene.font) : scene.font);
        const double width = labelWidth(painter.font(), text);
        const double left = picture.angle > 0 ? 0 : -width / 2;
        const QRectF rect(left, -picture.lineHeight / 2, width, picture.lineHeight);
        painter.save();
        painter.translate(picture.labelAnchor(column));
        painter.rotate(-picture.angle);
        if (column == marks.column)
            painter.fillRect(rect.adjusted(-2, 0, 2, 0), theme.fill(role));
        painter.setPen(pending ? theme.pending : theme.role(role));
        drawLabel(painter, rect, Qt::AlignLeft | Qt::AlignVCenter, text);
        painter.restore();
    }
}

void drawBar(QPainter &painter, const StatesScene &scene, int layer, const Theme &theme) {
    const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
    const double limit = scene.layers[static_cast<std::size_t>(layer)].limit;
    const bool gate = isGate(scene.quantity);
    const QRectF &bar = picture.bar;
    QLinearGradient gradient(bar.bottomLeft(), bar.topLeft());
    constexpr int stops = 10;
    for (int i = 0; i <= stops; ++i) {
        const double share = i / double{stops};
        const double value = gate ? share : (2 * share - 1) * limit;
        gradient.setColorAt(share, scene.colour(theme, layer, value));
    }
    painter.setPen(theme.pen(theme.outline, 1));
    painter.setBrush(gradient);
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    painter.setBrush(Qt::NoBrush);
    if (!picture.barNumbers)
        return;
    painter.setFont(smallFont(scene.font));
    painter.setPen(theme.mutedText);
    const double line = QFontMetricsF(painter.font()).height();
    const auto write = [&](double middle, const QString &text) {
        const double y = std::clamp(middle - line / 2, bar.top() - line * 0.3,
                                    std::max(bar.top(), bar.bottom() - line * 0.8));
        painter.drawText(QRectF(bar.right() + line * 0.3, y, line * 4, line),
                         Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    };
    const QString most = numberText(limit, {.decimals = gate ? 0 : 2});
    write(bar.top(), most);
    if (bar.height() > 1.8 * line)
        write(bar.bottom(), gate ? QStringLiteral("0") : numberText(-limit, {}));
    if (bar.height() > 3.2 * line)
        write(bar.center().y(), gate ? numberText(0.5, {.decimals = 1}) : QStringLiteral("0"));
}

void drawUnitNumbers(QPainter &painter, const StatesScene &scene, int layer, const Theme &theme) {
    const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
    const StatesLayer &numbers = scene.layers[static_cast<std::size_t>(layer)];
    if (picture.unitWidth <= 0)
        return;
    painter.setFont(smallFont(scene.font));
    painter.setPen(theme.mutedText);
    for (int cell = 0; cell < picture.units.cells; ++cell) {
        const QRect row = picture.row(cell);
        const int unit = numbers.order[static_cast<std::size_t>(picture.units.row(cell))];
        painter.drawText(QRectF(picture.block.left(), row.top(),
                                picture.unitWidth - picture.lineHeight * 0.25, row.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                         QString::number(unit + 1));
    }
}

/// "−.41": as a cell of the heatmap writes it, with the sign where it is negative.
QString cellNumber(double value) {
    const QString digits = shortWeight(std::abs(value));
    return value < 0 && digits != shortWeight(0) ? u'−' + digits : digits;
}

NumberSign signOf(StatesQuantity quantity) {
    return isGate(quantity) ? NumberSign::negative : NumberSign::always;
}

}  // namespace

int StatesLayer::rowOf(int unit) const {
    const auto found = std::find(order.begin(), order.end(), unit);
    return found == order.end() ? -1 : static_cast<int>(found - order.begin());
}

Extent StatesScene::extent() const {
    return trace ? extentOf(*trace) : Extent{};
}

int StatesScene::layerOf(Vector strip) const {
    for (std::size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].strip == strip)
            return static_cast<int>(i);
    }
    return -1;
}

double StatesScene::rowsKnown(int layer, int column) const {
    const StatesLayer &numbers = layers[static_cast<std::size_t>(layer)];
    return statesProgress(moment, extent(), numbers.strip, quantity, column) * numbers.units;
}

bool StatesScene::known(int layer, int column, int row) const {
    return row < rowsKnown(layer, column);
}

bool StatesScene::labelKnown(Vector strip, int column) const {
    const int step = column - statesBegin(strip, quantity);
    if (strip != Vector::decoderState)
        return true;
    return step < 0 ? statesProgress(moment, extent(), strip, quantity, column) > 0
                    : progress(moment, extent(), Stage::word, step) > 0;
}

Role StatesScene::labelRole(Vector strip, int column) const {
    return column < statesBegin(strip, quantity) ? Role::state : statesWordRole(strip);
}

float StatesScene::value(int layer, int column, int unit) const {
    return statesValue(*trace, layers[static_cast<std::size_t>(layer)].strip, quantity, column,
                       unit);
}

QColor StatesScene::colour(const Theme &theme, int layer, double value) const {
    return isGate(quantity) ? theme.sequential(value, Role::state)
                            : theme.diverging(value, layers[static_cast<std::size_t>(layer)].limit);
}

Role statesRole(Vector strip) {
    return strip == Vector::decoderState ? Role::state : Role::source;
}

Role statesWordRole(Vector strip) {
    return strip == Vector::decoderState ? Role::target : Role::source;
}

QString statesNumber(StatesQuantity quantity, double value, int decimals) {
    const NumberStyle style{.decimals = decimals, .sign = signOf(quantity)};
    const QString text = numberText(value, style);
    return text == numberText(0, style) ? QStringLiteral("0") : text;
}

QString statesExactNumber(StatesQuantity quantity, double value) {
    constexpr int decimals = 5;
    return value == 0 ? QStringLiteral("0") : exactText(value, decimals, signOf(quantity));
}

void paintStatesText(QPainter &painter, const StatesScene &scene, const Theme &theme) {
    painter.setRenderHint(QPainter::TextAntialiasing);
    for (int layer = 0; layer < static_cast<int>(scene.layers.size()); ++layer) {
        drawTitle(painter, scene, layer, theme);
        drawLabels(painter, scene, layer, theme);
        drawBar(painter, scene, layer, theme);
        drawUnitNumbers(painter, scene, layer, theme);
    }
}

void paintStatesCells(QPainter &painter, const StatesScene &scene, int layer, const Theme &theme,
                      bool onlyKnown) {
    const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
    const StatesLayer &numbers = scene.layers[static_cast<std::size_t>(layer)];
    painter.setFont(smallFont(scene.font));
    const QFontMetricsF metrics(painter.font());
    const QRect last = picture.cell(picture.columns - 1, picture.units.cells - 1);
    const bool written = metrics.horizontalAdvance(QStringLiteral("−.00")) + 4 <= last.width() &&
                         metrics.height() * 0.9 <= last.height();
    const double overlap = cellOverlap(painter);
    const bool crowded = picture.cells.width() < picture.columns;
    for (int cell = 0; cell < picture.units.cells; ++cell) {
        const int unit = numbers.order[static_cast<std::size_t>(picture.units.row(cell))];
        double strongest = 0;
        for (int column = 0; column < picture.columns; ++column) {
            if (onlyKnown && !scene.known(layer, column, picture.units.row(cell)))
                continue;
            auto value = static_cast<double>(scene.value(layer, column, unit));
            // Of columns that share a pixel, the largest value is shown: peaks do not get lost.
            if (crowded && column > 0 &&
                picture.column(column - 1).left() == picture.column(column).left() &&
                std::abs(strongest) > std::abs(value))
                value = strongest;
            strongest = value;
            const QColor colour = scene.colour(theme, layer, value);
            QRectF rect = picture.cell(column, cell);
            if (cell + 1 < picture.units.cells)
                rect.setHeight(rect.height() + overlap);
            painter.fillRect(rect, colour);
            if (!written)
                continue;
            painter.setPen(textOn(colour));
            drawLabel(painter, rect, Qt::AlignCenter, cellNumber(value));
        }
    }
}

void clipToKnown(QPainter &painter, const StatesScene &scene, int layer) {
    const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
    QRegion known;
    for (int column = 0; column < picture.columns; ++column) {
        const int cells = picture.units.cellsBefore(scene.rowsKnown(layer, column));
        if (cells > 0)
            known += picture.column(column) & picture.row(cells - 1).united(picture.row(0));
    }
    painter.setClipRegion(known);
}

void paintStatesPending(QPainter &painter, const StatesScene &scene, const Theme &theme) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.pen(theme.pending, 1, Qt::DotLine));
    for (int layer = 0; layer < static_cast<int>(scene.layers.size()); ++layer) {
        const StatesPicture &picture = scene.layout.pictures[static_cast<std::size_t>(layer)];
        QRect narrow;
        for (int column = 0; column < picture.columns; ++column) {
            const int cells = picture.units.cellsBefore(scene.rowsKnown(layer, column));
            if (cells >= picture.units.cells)
                continue;
            QRect rect = picture.column(column);
            rect.setTop(picture.row(cells).top());
            if (rect.width() >= 5 && rect.height() >= 2)
                painter.drawRect(rect.adjusted(0, 0, -1, -1));
            else if (cells == 0)
                narrow = narrow.united(rect);  // outlines of their own would be all dots
        }
        if (!narrow.isNull())
            painter.drawRect(narrow.adjusted(0, 0, -1, -1));
    }
}

}  // namespace widgets
