// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/zoom.h"

#include <QTransform>
#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/drawing/label_placement.h"
#include "widgets/drawing/text_measure.h"
#include "widgets/heatmap/geometry_parts.h"

namespace widgets {
namespace {

constexpr double fewestCells = 2;

AxisWindow within(double begin, double length) {
    return {std::clamp(begin, 0.0, 1 - length), length};
}

}  // namespace

AxisWindow AxisWindow::zoomed(double factor, double at, double shortest) const {
    const double longer = std::clamp(length / factor, std::min(shortest, 1.0), 1.0);
    return within(begin + at * (length - longer), longer);
}

AxisWindow AxisWindow::moved(double windows) const {
    return within(begin + windows * length, length);
}

AxisWindow AxisWindow::showing(double from, double span) const {
    return within(std::min(std::max(begin, from + span - length), from), length);
}

HeatmapZoom zoomedAround(const HeatmapZoom &zoom, double factor, const QPointF &at, int rows,
                         int columns) {
    return {zoom.columns.zoomed(factor, at.x(), fewestCells / std::max(1, columns)),
            zoom.rows.zoomed(factor, at.y(), fewestCells / std::max(1, rows))};
}

// What of the matrix is in view, and the labels of that

namespace {

/// Where along an axis the label of a cell goes: its middle, or as near to it as keeps `extent`
/// both in view and on the cell. −1 where that cannot be.
double placeIn(double middle, double cell, double begin, double end, double extent) {
    if (middle >= begin && middle < end && cell < extent)
        return middle;
    const double low = begin + extent / 2;
    const double high = end - extent / 2;
    const double place = high > low ? std::clamp(middle, low, high) : middle;
    const bool onCell = std::abs(place - middle) <= std::max(0.0, cell - extent) / 2 + 1e-6;
    return onCell && middle + cell / 2 > begin && middle - cell / 2 < end ? place : -1;
}

/// Where a turned label of a column stands, or −1.
double columnPlace(const HeatmapLayout &layout, int column) {
    const QRectF cell = layout.cell(0, column);
    return placeIn(cell.center().x(), cell.width(), layout.cells.left(),
                   layout.cells.left() + layout.cells.width(),
                   layout.labelHeight / std::sin(radians(layout.angle)));
}

/// What of a column is in view.
QRectF shownPart(const HeatmapLayout &layout, int column) {
    QRectF part = layout.cell(0, column);
    part.setLeft(std::max<double>(part.left(), layout.cells.left()));
    part.setRight(std::min<double>(part.right(), layout.cells.left() + layout.cells.width()));
    return part;
}

/// How high turned column labels may reach, but for the thickness of a line: as high as those of
/// the whole matrix may.
double columnLabelHeight(const HeatmapLayout &layout, const QRect &area,
                         const TextMeasure &measure) {
    return layout.cells.top() - layout.gap - area.top() -
           measure.height * std::cos(radians(layout.angle));
}

/// The column labels in the size of the zoomed layout, shortened to what is in view and inside
/// `area`.
void fitColumnLabels(HeatmapLayout &layout, const QRect &area, const QStringList &labels,
                     const TextMeasure &measure) {
    const double sine = std::sin(radians(layout.angle));
    const double cosine = std::cos(radians(layout.angle));
    const double height = columnLabelHeight(layout, area, measure);
    for (int column = 0; column < layout.columns; ++column) {
        double room = 0;
        if (layout.angle > 0) {
            const double x = columnPlace(layout, column);
            if (x >= 0) {
                room = height / sine;
                if (cosine > 0.01)
                    room = std::min(
                        room,
                        (area.left() + area.width() - x - measure.height / 2 * sine) / cosine);
            }
        } else {
            room = shownPart(layout, column).width() - measure.height * 0.4;
        }
        layout.columnLabels[column] = room > 0 ? elided(labels[column], room, measure) : QString();
    }
}

/// Makes the room that a line of this height needs above the cells, and words as wide as this left
/// of them. Larger labels than those of the whole matrix take it from the cells.
void makeRoom(HeatmapLayout &layout, const QRect &area, double widest, double line) {
    const int left = static_cast<int>(area.left() + std::ceil(widest) + layout.gap);
    const int top = static_cast<int>(area.top() + std::ceil(line) + layout.gap);
    layout.cells.setLeft(std::max(layout.cells.left(), left));
    layout.cells.setTop(std::max(layout.cells.top(), top));
    layout.bar.setTop(layout.cells.top());
    if (!layout.columnMargin.isNull())
        layout.columnMargin.setLeft(layout.cells.left());
    if (!layout.rowMargin.isNull())
        layout.rowMargin.setTop(layout.cells.top());
    if (!layout.effects.isNull())
        layout.effects.setTop(layout.cells.top());
}

bool levelLabelsFit(const HeatmapLayout &layout, const QStringList &labels,
                    const TextMeasure &measure) {
    return widestOf(labels, measure) <= layout.cellWidth - measure.height * 0.4;
}

/// The layout with its labels in one of the sizes, with as much of them as there is room for.
HeatmapLayout zoomedIn(const HeatmapLayout &whole, const HeatmapZoom &zoom, const QRect &area,
                       const HeatmapWords &words, const TextSizes &sizes, int text) {
    const TextMeasure &measure = sizes[static_cast<std::size_t>(text)];
    HeatmapLayout layout = whole;
    makeRoom(layout, area, fitRowLabels(layout, area, words.rows, measure), measure.height);
    const QRectF cells = layout.cells;
    layout.cellWidth = cells.width() / whole.columns / zoom.columns.length;
    layout.cellHeight = cells.height() / whole.rows / zoom.rows.length;
    layout.origin = {cells.left() - zoom.columns.begin / zoom.columns.length * cells.width(),
                     cells.top() - zoom.rows.begin / zoom.rows.length * cells.height()};
    if (levelLabelsFit(layout, words.columns, measure))
        layout.angle = 0;
    setText(layout, sizes, text);
    fitColumnLabels(layout, area, words.columns, measure);
    return layout;
}

/// Whether every label could be read if its row or column were in the middle of what is in view.
bool allReadable(const HeatmapLayout &layout, const QRect &area, const HeatmapWords &words,
                 const TextMeasure &measure) {
    if (layout.cells.width() < 2 || layout.cells.height() < 2 || layout.rowStride > 1 ||
        layout.columnStride > 1 || layout.rowLabels != words.rows)
        return false;
    if (layout.angle == 0)
        return levelLabelsFit(layout, words.columns, measure);
    return widestOf(words.columns, measure) * std::sin(radians(layout.angle)) <=
           columnLabelHeight(layout, area, measure);
}

}  // namespace

HeatmapLayout zoomedLayout(const HeatmapLayout &whole, const HeatmapZoom &zoom, const QRect &area,
                           const HeatmapWords &words, const TextSizes &sizes) {
    if (whole.empty() || zoom.whole())
        return whole;
    const HeatmapWords measured{shortened(words.rows), shortened(words.columns)};
    for (int text = 0; text < whole.text; ++text) {
        HeatmapLayout layout = zoomedIn(whole, zoom, area, measured, sizes, text);
        if (allReadable(layout, area, measured, sizes[static_cast<std::size_t>(text)]))
            return layout;
    }
    return zoomedIn(whole, zoom, area, measured, sizes, whole.text);
}

QRectF rowLabelRect(const HeatmapLayout &layout, int row, const TextMeasure &measure) {
    const QRectF cell = layout.cell(row, 0);
    const double middle = placeIn(cell.center().y(), cell.height(), layout.cells.top(),
                                  layout.cells.top() + layout.cells.height(), layout.rowPitch);
    if (middle < 0)
        return {};
    const double width = measure.width(layout.rowLabels[row]);
    return {layout.cells.left() - layout.gap - width, middle - layout.rowPitch / 2, width,
            layout.rowPitch};
}

std::vector<QRectF> writtenRowLabels(const HeatmapLayout &layout, const std::vector<int> &kept,
                                     const TextMeasure &measure) {
    std::vector<QRectF> rects;
    AxisLabels labels{layout.rowLabels, {}, layout.rowPitch, layout.rowStride, 0, 0};
    labels.begin = layout.cells.top() - layout.gap;
    labels.end = layout.cells.top() + layout.cells.height() + layout.gap;
    for (int row = 0; row < layout.rows; ++row) {
        rects.push_back(rowLabelRect(layout, row, measure));
        labels.places.push_back(rects.back().isNull() ? std::numeric_limits<double>::quiet_NaN()
                                                      : rects.back().center().y());
    }
    const std::vector<double> places = thinnedOut(labels, kept);
    for (std::size_t row = 0; row < rects.size(); ++row) {
        if (std::isnan(places[row]))
            rects[row] = {};
        else
            rects[row].moveTop(places[row] - layout.rowPitch / 2);
    }
    return rects;
}

std::vector<bool> writtenColumnLabels(const HeatmapLayout &layout, int kept) {
    const double sine = std::sin(radians(layout.angle));
    AxisLabels labels{layout.columnLabels, {}, 0, layout.columnStride, 0, 0};
    if (layout.angle > 0)
        labels.extent = layout.labelHeight * 0.98 / sine;
    for (int column = 0; column < layout.columns; ++column)
        labels.places.push_back(layout.columnLabels[column].isEmpty()
                                    ? std::numeric_limits<double>::quiet_NaN()
                                    : columnLabelAnchor(layout, column).x());
    std::vector<bool> written;
    for (const double place : thinnedOut(labels, {kept}))
        written.push_back(!std::isnan(place));
    return written;
}

QPointF columnLabelAnchor(const HeatmapLayout &layout, int column) {
    const double half = layout.labelHeight / 2 * std::cos(radians(layout.angle));
    const double x =
        layout.angle > 0 ? columnPlace(layout, column) : shownPart(layout, column).center().x();
    return {x, layout.cells.top() - layout.gap - half};
}

QPolygonF columnLabelShape(const HeatmapLayout &layout, int column, const TextMeasure &measure) {
    const double width = measure.width(layout.columnLabels[column]);
    const double left = layout.angle > 0 ? 0 : -width / 2;
    const QPointF anchor = columnLabelAnchor(layout, column);
    QTransform turn;
    turn.translate(anchor.x(), anchor.y());
    turn.rotate(-layout.angle);
    return turn.map(QPolygonF(QRectF(left, -layout.labelHeight / 2, width, layout.labelHeight)));
}

}  // namespace widgets
