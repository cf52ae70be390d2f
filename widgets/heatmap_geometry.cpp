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

HeatmapLayout layoutHeatmap(const QRect &area, const QStringList &rowLabels,
                            const QStringList &columnLabels, const TextMeasure &measure) {
    HeatmapLayout layout;
    if (rowLabels.isEmpty() || columnLabels.isEmpty())
        return layout;
    const double line = measure.height;
    layout.lineHeight = line;
    layout.gap = std::round(line * 0.35);
    const double barWidth = std::round(line * 0.7);
    const double barRoom = 2 * layout.gap + barWidth + layout.gap + measure.width("0.5");

    double widestRow = 0;
    for (const QString &label : shortened(rowLabels)) {
        layout.rowLabels.append(elided(label, area.width() * rowLabelShare, measure));
        widestRow = std::max(widestRow, measure.width(layout.rowLabels.back()));
    }
    Room room;
    room.left = area.left() + std::ceil(widestRow) + layout.gap;
    room.right = area.left() + area.width();
    room.cellsRight = room.right - barRoom;
    room.labelHeight = std::max(line, area.height() * columnLabelShare);
    const Attempt chosen = firstThatFits(shortened(columnLabels), room, measure);

    const auto columns = static_cast<double>(columnLabels.size());
    const auto rows = static_cast<double>(rowLabels.size());
    const double top = area.top() + std::ceil(chosen.height) + layout.gap;
    const double height = area.top() + area.height() - top;
    const double cellHeight = std::min(height / rows, highestCell * line);
    layout.cells = QRect(static_cast<int>(room.left), static_cast<int>(top),
                         static_cast<int>(std::floor(chosen.cellWidth * columns)),
                         static_cast<int>(std::floor(cellHeight * rows)));
    if (layout.cells.width() < 2 || layout.cells.height() < 2)
        return {};
    layout.rows = static_cast<int>(rows);
    layout.columns = static_cast<int>(columns);
    layout.angle = chosen.angle;
    layout.columnLabels = chosen.labels;
    layout.rowStride = strideFor(layout.cells.height() / rows, line);
    if (layout.angle > 0)
        layout.columnStride = strideFor(
            layout.cells.width() / columns * std::sin(radians(layout.angle)), line * 0.98);
    layout.bar = QRectF(layout.cells.left() + layout.cells.width() + 2 * layout.gap,
                        layout.cells.top(), barWidth, layout.cells.height());
    return layout;
}

QRectF rowLabelRect(const HeatmapLayout &layout, int row, const TextMeasure &measure) {
    const double cell = layout.cells.height() / static_cast<double>(layout.rows);
    const double width = measure.width(layout.rowLabels[row]);
    return {layout.cells.left() - layout.gap - width,
            layout.cells.top() + (row + 0.5) * cell - layout.lineHeight / 2, width,
            layout.lineHeight};
}

QPointF columnLabelAnchor(const HeatmapLayout &layout, int column) {
    const double cell = layout.cells.width() / static_cast<double>(layout.columns);
    const double half = layout.lineHeight / 2 * std::cos(radians(layout.angle));
    return {layout.cells.left() + (column + 0.5) * cell, layout.cells.top() - layout.gap - half};
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
                             const TextMeasure &measure) {
    const double cell = measure.height * 1.9;
    const auto longest = [&](const QStringList &labels) {
        double width = 0;
        for (const QString &label : shortened(labels))
            width = std::max(width, measure.width(label));
        return std::min(width, measure.height * 14);
    };
    const double rowRoom = longest(rowLabels);
    const double columnRoom = longest(columnLabels);
    // Shares of the whole: the labels must fit into the part that they may take.
    const double width = std::max(cell * static_cast<double>(columnLabels.size()) + rowRoom +
                                      columnRoom * 0.5 + measure.height * 4,
                                  rowRoom / rowLabelShare);
    const double height =
        std::max(cell * static_cast<double>(rowLabels.size()) + columnRoom + measure.height * 2,
                 (columnRoom + measure.height) / columnLabelShare);
    return QSize(static_cast<int>(std::ceil(width)), static_cast<int>(std::ceil(height)));
}

}  // namespace widgets
