// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap_geometry.h"

#include <QTextBoundaryFinder>
#include <QTransform>
#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace widgets {
namespace {

constexpr int longestLabel = 120;          // characters that are measured at all
constexpr double rowLabelShare = 0.30;     // of the width, at most
constexpr double columnLabelShare = 0.38;  // of the height, at most
constexpr double widestCell = 9.0;         // lines of text; a one-word sentence is no poster
constexpr double highestCell = 6.0;
constexpr double marginWidth = 4.0;  // lines of text
constexpr double marginHeight = 2.2;

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

/// What stays the same while angles are tried.
struct Room {
    double left = 0;        // of the cells
    double right = 0;       // no label or bar beyond
    double cellsRight = 0;  // no cell beyond: the bar stands there
    double labelHeight = 0;
};

struct Attempt {
    double angle = 0;
    double cellWidth = 0;
    double height = 0;  // that the labels take
    QStringList labels;
};

/// The labels turned by `angle`, and how wide the cells may be for the last of them to end inside.
Attempt attempt(double angle, const QStringList &labels, const Room &room,
                const TextMeasure &measure) {
    const double sine = std::sin(radians(angle));
    const double cosine = std::cos(radians(angle));
    const double line = measure.height;
    const double width = room.right - room.left;
    double longest = width * 0.5 / std::max(cosine, 0.1);
    if (angle > 0)
        longest = std::min(longest, (room.labelHeight - line * cosine) / sine);
    Attempt result{
        angle, (room.cellsRight - room.left) / static_cast<double>(labels.size()), 0, {}};
    for (qsizetype j = 0; j < labels.size(); ++j) {
        const QString label = elided(labels[j], longest, measure);
        const double length = measure.width(label);
        result.labels.append(label);
        result.height = std::max(result.height, length * sine + line * cosine);
        const double reach = angle > 0 ? length * cosine + line / 2 * sine : 0;
        result.cellWidth =
            std::min(result.cellWidth, (width - reach) / (static_cast<double>(j) + 0.5));
    }
    result.cellWidth = std::min(result.cellWidth, widestCell * line);
    return result;
}

bool fits(const Attempt &attempt, const TextMeasure &measure) {
    if (attempt.angle > 0)
        return attempt.cellWidth * std::sin(radians(attempt.angle)) >= measure.height;
    const double room = attempt.cellWidth - measure.height * 0.4;
    return std::all_of(attempt.labels.begin(), attempt.labels.end(),
                       [&](const QString &label) { return measure.width(label) <= room; });
}

Attempt firstThatFits(const QStringList &labels, const Room &room, const TextMeasure &measure) {
    Attempt result;
    for (const double angle : {0.0, 30.0, 45.0, 60.0, 90.0}) {
        result = attempt(angle, labels, room, measure);
        if (fits(result, measure))
            break;
    }
    return result;
}

int strideFor(double cell, double line) {
    return cell > 0 ? std::max(1, static_cast<int>(std::ceil(line / cell - 1e-9))) : 1;
}

QStringList shortened(const QStringList &labels) {
    QStringList result;
    for (const QString &label : labels)
        result.append(label.size() > longestLabel ? label.left(longestLabel) + u'…' : label);
    return result;
}

QStringList reversed(const QStringList &labels) {
    return {labels.rbegin(), labels.rend()};
}

/// How much room the margins and their headings take on each side of the cells.
struct Margins {
    double left = 0;  // that the headings need at least
    double right = 0;
    double bottom = 0;
};

double widestOf(const QStringList &lines, const TextMeasure &measure) {
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, measure.width(line));
    return width;
}

Margins marginsOf(const HeatmapArrangement &arrangement, double gap, const TextMeasure &measure) {
    Margins margins;
    if (arrangement.rowMargin) {
        margins.right =
            gap + std::max(marginWidth * measure.height, widestOf(arrangement.rowHeading, measure));
        margins.bottom = gap + static_cast<double>(arrangement.rowHeading.size()) * measure.height;
    }
    if (arrangement.columnMargin) {
        margins.left = widestOf(arrangement.columnHeading, measure);
        margins.bottom = std::max(margins.bottom, gap + marginHeight * measure.height);
    }
    return margins;
}

void placeMargins(HeatmapLayout &layout, const HeatmapArrangement &arrangement,
                  const Margins &margins, double line) {
    const QRectF cells = layout.cells;
    if (arrangement.rowMargin)
        layout.rowMargin = QRectF(cells.right() + layout.gap, cells.top(),
                                  margins.right - layout.gap, cells.height());
    if (arrangement.columnMargin)
        layout.columnMargin =
            QRectF(cells.left(), cells.bottom() + layout.gap, cells.width(), marginHeight * line);
}

void setStrides(HeatmapLayout &layout) {
    const double line = layout.lineHeight;
    layout.rowStride = strideFor(layout.cellHeight, line);
    layout.columnStride =
        layout.angle > 0
            ? strideFor(layout.cellWidth * std::sin(radians(layout.angle)), line * 0.98)
            : 1;
}

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
                   layout.lineHeight / std::sin(radians(layout.angle)));
}

/// What of a column is in view.
QRectF shownPart(const HeatmapLayout &layout, int column) {
    QRectF part = layout.cell(0, column);
    part.setLeft(std::max<double>(part.left(), layout.cells.left()));
    part.setRight(std::min<double>(part.right(), layout.cells.left() + layout.cells.width()));
    return part;
}

}  // namespace

QString elided(const QString &text, double width, const TextMeasure &measure) {
    if (measure.width(text) <= width)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    std::vector<qsizetype> ends;
    for (qsizetype at = finder.toNextBoundary(); at > 0; at = finder.toNextBoundary())
        ends.push_back(at);
    // The longest beginning that fits: width grows with length.
    const auto tooLong = [&](qsizetype end) {
        return measure.width(text.left(end) + u'…') > width;
    };
    const auto found = std::partition_point(ends.begin(), ends.end(),
                                            [&](qsizetype end) { return !tooLong(end); });
    if (found == ends.begin())
        return {};
    return text.left(*std::prev(found)) + u'…';
}

QRectF HeatmapLayout::cell(int row, int column) const {
    const int down = bottomToTop ? rows - 1 - row : row;
    const int across = rightToLeft ? columns - 1 - column : column;
    return {origin.x() + across * cellWidth, origin.y() + down * cellHeight, cellWidth, cellHeight};
}

HeatmapLayout layoutHeatmap(const QRect &area, const QStringList &rowLabels,
                            const QStringList &columnLabels, const TextMeasure &measure,
                            const HeatmapArrangement &arrangement) {
    HeatmapLayout layout;
    if (rowLabels.isEmpty() || columnLabels.isEmpty())
        return layout;
    const double line = measure.height;
    layout.lineHeight = line;
    layout.gap = std::round(line * 0.35);
    layout.bottomToTop = arrangement.bottomToTop;
    layout.rightToLeft = arrangement.rightToLeft;
    const Margins margins = marginsOf(arrangement, layout.gap, measure);
    const double barWidth = std::round(line * 0.7);
    const double barRoom =
        margins.right + 2 * layout.gap + barWidth + layout.gap + measure.width("0.5");

    const double most = area.width() * rowLabelShare;
    double widestRow = std::min(margins.left, most);
    for (const QString &label : shortened(rowLabels)) {
        layout.rowLabels.append(elided(label, most, measure));
        widestRow = std::max(widestRow, measure.width(layout.rowLabels.back()));
    }
    Room room;
    room.left = area.left() + std::ceil(widestRow) + layout.gap;
    room.right = area.left() + area.width();
    room.cellsRight = room.right - barRoom;
    room.labelHeight = std::max(line, area.height() * columnLabelShare);
    // Tried in the order in which they stand: the last one must end inside.
    const QStringList standing = shortened(columnLabels);
    const Attempt chosen =
        firstThatFits(arrangement.rightToLeft ? reversed(standing) : standing, room, measure);

    const auto columns = static_cast<double>(columnLabels.size());
    const auto rows = static_cast<double>(rowLabels.size());
    const double top = area.top() + std::ceil(chosen.height) + layout.gap;
    const double height = area.top() + area.height() - top - margins.bottom;
    const double cellHeight = std::min(height / rows, highestCell * line);
    layout.cells = QRect(static_cast<int>(room.left), static_cast<int>(top),
                         static_cast<int>(std::floor(chosen.cellWidth * columns)),
                         static_cast<int>(std::floor(cellHeight * rows)));
    if (layout.cells.width() < 2 || layout.cells.height() < 2)
        return {};
    layout.rows = static_cast<int>(rows);
    layout.columns = static_cast<int>(columns);
    layout.origin = layout.cells.topLeft();
    layout.cellWidth = layout.cells.width() / columns;
    layout.cellHeight = layout.cells.height() / rows;
    layout.angle = chosen.angle;
    layout.columnLabels = arrangement.rightToLeft ? reversed(chosen.labels) : chosen.labels;
    setStrides(layout);
    placeMargins(layout, arrangement, margins, line);
    layout.bar = QRectF(layout.cells.left() + layout.cells.width() + margins.right + 2 * layout.gap,
                        layout.cells.top(), barWidth, layout.cells.height());
    return layout;
}

HeatmapLayout zoomedLayout(const HeatmapLayout &whole, const HeatmapZoom &zoom, const QRect &area,
                           const QStringList &columnLabels, const TextMeasure &measure) {
    HeatmapLayout layout = whole;
    if (whole.empty() || zoom.whole())
        return layout;
    const QRectF cells = whole.cells;
    layout.cellWidth = whole.cellWidth / zoom.columns.length;
    layout.cellHeight = whole.cellHeight / zoom.rows.length;
    layout.origin = {cells.left() - zoom.columns.begin / zoom.columns.length * cells.width(),
                     cells.top() - zoom.rows.begin / zoom.rows.length * cells.height()};
    const QStringList labels = shortened(columnLabels);
    double widest = 0;
    for (const QString &label : labels)
        widest = std::max(widest, measure.width(label));
    if (widest <= layout.cellWidth - measure.height * 0.4)
        layout.angle = 0;
    const double sine = std::sin(radians(layout.angle));
    const double cosine = std::cos(radians(layout.angle));
    // As high as the labels of the whole matrix may be.
    const double height = cells.top() - layout.gap - area.top() - measure.height * cosine;
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
    setStrides(layout);
    return layout;
}

QRectF rowLabelRect(const HeatmapLayout &layout, int row, const TextMeasure &measure) {
    const QRectF cell = layout.cell(row, 0);
    const double middle = placeIn(cell.center().y(), cell.height(), layout.cells.top(),
                                  layout.cells.top() + layout.cells.height(), layout.lineHeight);
    if (middle < 0)
        return {};
    const double width = measure.width(layout.rowLabels[row]);
    return {layout.cells.left() - layout.gap - width, middle - layout.lineHeight / 2, width,
            layout.lineHeight};
}

QPointF columnLabelAnchor(const HeatmapLayout &layout, int column) {
    const double half = layout.lineHeight / 2 * std::cos(radians(layout.angle));
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
    return turn.map(QPolygonF(QRectF(left, -layout.lineHeight / 2, width, layout.lineHeight)));
}

bool labelShown(int index, int stride, int marked) {
    if (marked >= 0 && index != marked && std::abs(index - marked) < stride)
        return false;
    return index == marked || index % stride == 0;
}

QSize comfortableHeatmapSize(const QStringList &rowLabels, const QStringList &columnLabels,
                             const TextMeasure &measure, const HeatmapArrangement &arrangement) {
    const double cell = measure.height * 1.9;
    const auto longest = [&](const QStringList &labels) {
        double width = 0;
        for (const QString &label : shortened(labels))
            width = std::max(width, measure.width(label));
        return std::min(width, measure.height * 14);
    };
    const Margins margins = marginsOf(arrangement, measure.height * 0.35, measure);
    const double rowRoom = std::max(longest(rowLabels), margins.left);
    const double columnRoom = longest(columnLabels);
    // Shares of the whole: the labels must fit into the part that they may take.
    const double width = std::max(cell * static_cast<double>(columnLabels.size()) + rowRoom +
                                      columnRoom * 0.5 + measure.height * 4 + margins.right,
                                  rowRoom / rowLabelShare);
    const double height = std::max(cell * static_cast<double>(rowLabels.size()) + columnRoom +
                                       measure.height * 2 + margins.bottom,
                                   (columnRoom + measure.height) / columnLabelShare);
    return QSize(static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height)));
}

}  // namespace widgets
