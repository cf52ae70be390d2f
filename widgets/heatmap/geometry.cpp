// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/geometry.h"

#include <QTextBoundaryFinder>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "widgets/drawing/text_measure.h"
#include "widgets/heatmap/geometry_parts.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

constexpr int longestLabel = 120;       // characters that are measured at all
constexpr double rowLabelShare = 0.30;  // of the width, at most

/// How far the middles of row labels must be apart. Where it matters, their ink may come closer
/// than lines of text do: the words of a heatmap are read one by one.
double pitchOf(const QStringList &labels, const TextMeasure &measure, bool smallest) {
    if (!measure.ink)
        return measure.height;
    return std::min(measure.height, measure.ink(labels.join(u' ')) + (smallest ? 0 : 1));
}

int strideFor(double cell, double line) {
    return cell > 0 ? std::max(1, static_cast<int>(std::ceil(line / cell - 1e-9))) : 1;
}

}  // namespace

double radians(double degrees) {
    return degrees * std::numbers::pi / 180.0;
}

QStringList shortened(const QStringList &labels) {
    QStringList result;
    for (const QString &label : labels)
        result.append(label.size() > longestLabel ? label.left(longestLabel) + u'…' : label);
    return result;
}

double widestOf(const QStringList &lines, const TextMeasure &measure) {
    double width = 0;
    for (const QString &line : lines)
        width = std::max(width, measure.width(line));
    return width;
}

double fitRowLabels(HeatmapLayout &layout, const QRect &area, const QStringList &labels,
                    const TextMeasure &measure) {
    layout.rowLabels.clear();
    for (const QString &label : labels)
        layout.rowLabels.append(elided(label, area.width() * rowLabelShare, measure));
    return widestOf(layout.rowLabels, measure);
}

void setText(HeatmapLayout &layout, const TextSizes &sizes, int text) {
    const TextMeasure &measure = sizes[static_cast<std::size_t>(text)];
    layout.text = text;
    layout.labelHeight = measure.height;
    layout.rowPitch =
        pitchOf(layout.rowLabels, measure, text + 1 == static_cast<int>(sizes.size()));
    layout.rowStride = strideFor(layout.cellHeight, layout.rowPitch);
    layout.columnStride =
        layout.angle > 0
            ? strideFor(layout.cellWidth * std::sin(radians(layout.angle)), measure.height * 0.98)
            : 1;
}

namespace {

constexpr double columnLabelShare = 0.38;  // of the height, at most
constexpr double widestCell = 9.0;         // lines of text; a one-word sentence is no poster
constexpr double highestCell = 6.0;
constexpr double effectWidth = 1.6;  // of a column of effects, in lines of text
constexpr double marginWidth = 4.0;  // lines of text
constexpr double marginHeight = 2.2;

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

QStringList reversed(const QStringList &labels) {
    return {labels.rbegin(), labels.rend()};
}

/// How much room the margins and their headings take on each side of the cells.
struct Margins {
    double left = 0;  // that the headings need at least
    double right = 0;
    double bars = 0;     // of these, for the bars
    double effects = 0;  // and for the effects
    double bottom = 0;
};

Margins marginsOf(const HeatmapArrangement &arrangement, double gap, const TextMeasure &measure) {
    Margins margins;
    if (arrangement.rowMargin) {
        margins.bars =
            std::max(marginWidth * measure.height, widestOf(arrangement.rowHeading, measure));
        margins.right += gap + margins.bars;
        margins.bottom = gap + static_cast<double>(arrangement.rowHeading.size()) * measure.height;
    }
    if (arrangement.effects) {
        const double column = std::max(effectWidth * measure.height,
                                       widestOf(arrangement.effectHeading, measure) + gap);
        margins.effects = column * static_cast<double>(arrangement.effectHeading.size());
        margins.right += gap + margins.effects;
        margins.bottom = std::max(margins.bottom, gap + measure.height);
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
        layout.rowMargin =
            QRectF(cells.right() + layout.gap, cells.top(), margins.bars, cells.height());
    if (arrangement.effects)
        layout.effects = QRectF(cells.right() + margins.right - margins.effects, cells.top(),
                                margins.effects, cells.height());
    if (arrangement.columnMargin)
        layout.columnMargin =
            QRectF(cells.left(), cells.bottom() + layout.gap, cells.width(), marginHeight * line);
}

/// How many labels cannot be read, or not to their end.
qsizetype unreadable(const HeatmapLayout &layout, const QStringList &rowLabels,
                     const QStringList &columnLabels) {
    const auto ofAxis = [](const QStringList &drawn, const QStringList &whole, int stride) {
        qsizetype cut = 0;
        for (qsizetype i = 0; i < whole.size(); ++i)
            cut += drawn[i] != whole[i] ? 1 : 0;
        return std::max(cut, whole.size() - whole.size() / stride);
    };
    return ofAxis(layout.rowLabels, rowLabels, layout.rowStride) +
           ofAxis(layout.columnLabels, columnLabels, layout.columnStride);
}

/// False where there is no room for cells.
bool placeCells(HeatmapLayout &layout, const QRect &area, const Room &room, const Attempt &chosen,
                double bottom) {
    const auto columns = static_cast<double>(layout.columnLabels.size());
    const auto rows = static_cast<double>(layout.rowLabels.size());
    const double top = area.top() + std::ceil(chosen.height) + layout.gap;
    const double height = area.top() + area.height() - top - bottom;
    const double cellHeight = std::min(height / rows, highestCell * layout.lineHeight);
    layout.cells = QRect(static_cast<int>(room.left), static_cast<int>(top),
                         static_cast<int>(std::floor(chosen.cellWidth * columns)),
                         static_cast<int>(std::floor(cellHeight * rows)));
    if (layout.cells.width() < 2 || layout.cells.height() < 2)
        return false;
    layout.rows = static_cast<int>(rows);
    layout.columns = static_cast<int>(columns);
    layout.origin = layout.cells.topLeft();
    layout.cellWidth = layout.cells.width() / columns;
    layout.cellHeight = layout.cells.height() / rows;
    return true;
}

/// The index of the band that a position falls into, or −1 outside.
int bandAt(double position, double begin, double band, int count, bool backwards) {
    const int index = static_cast<int>(std::floor((position - begin) / band));
    if (index < 0 || index >= count)
        return -1;
    return backwards ? count - 1 - index : index;
}

bool isWithin(double position, double begin, double length) {
    return position >= begin && position < begin + length;
}

}  // namespace

int HeatmapLayout::rowAt(double y) const {
    if (empty() || !isWithin(y, cells.top(), cells.height()))
        return -1;
    return bandAt(y, origin.y(), cellHeight, rows, bottomToTop);
}

int HeatmapLayout::columnAt(double x) const {
    if (empty() || !isWithin(x, cells.left(), cells.width()))
        return -1;
    return bandAt(x, origin.x(), cellWidth, columns, rightToLeft);
}

QRectF HeatmapLayout::cell(int row, int column) const {
    const int down = bottomToTop ? rows - 1 - row : row;
    const int across = rightToLeft ? columns - 1 - column : column;
    return {origin.x() + across * cellWidth, origin.y() + down * cellHeight, cellWidth, cellHeight};
}

namespace {

/// With labels in one of the sizes.
HeatmapLayout layoutIn(const QRect &area, const QStringList &rowLabels,
                       const QStringList &columnLabels, const TextSizes &sizes, int text,
                       const HeatmapArrangement &arrangement) {
    HeatmapLayout layout;
    const TextMeasure &full = sizes.front();
    const TextMeasure &measure = sizes[static_cast<std::size_t>(text)];
    layout.lineHeight = full.height;
    layout.gap = std::round(full.height * 0.35);
    layout.bottomToTop = arrangement.bottomToTop;
    layout.rightToLeft = arrangement.rightToLeft;
    const Margins margins = marginsOf(arrangement, layout.gap, full);
    const double barWidth = std::round(full.height * 0.7);

    const double widestRow = std::max(std::min(margins.left, area.width() * rowLabelShare),
                                      fitRowLabels(layout, area, rowLabels, measure));
    Room room;
    room.left = area.left() + std::ceil(widestRow) + layout.gap;
    room.right = area.left() + area.width();
    const double barRoom =
        arrangement.colorBar ? 3 * layout.gap + barWidth + full.width("0.5") : layout.gap;
    room.cellsRight = room.right - (margins.right + barRoom);
    room.labelHeight = std::max(measure.height, area.height() * columnLabelShare);
    // Tried in the order in which they stand: the last one must end inside.
    const Attempt chosen = firstThatFits(
        arrangement.rightToLeft ? reversed(columnLabels) : columnLabels, room, measure);
    layout.columnLabels = arrangement.rightToLeft ? reversed(chosen.labels) : chosen.labels;
    layout.angle = chosen.angle;
    if (!placeCells(layout, area, room, chosen, margins.bottom))
        return {};
    setText(layout, sizes, text);
    placeMargins(layout, arrangement, margins, full.height);
    if (arrangement.colorBar)
        layout.bar =
            QRectF(layout.cells.left() + layout.cells.width() + margins.right + 2 * layout.gap,
                   layout.cells.top(), barWidth, layout.cells.height());
    return layout;
}

}  // namespace

HeatmapLayout layoutHeatmap(const QRect &area, const QStringList &rowLabels,
                            const QStringList &columnLabels, const TextSizes &sizes,
                            const HeatmapArrangement &arrangement) {
    HeatmapLayout best;
    if (rowLabels.isEmpty() || columnLabels.isEmpty())
        return best;
    const QStringList rows = shortened(rowLabels);
    const QStringList columns = shortened(columnLabels);
    qsizetype fewest = std::numeric_limits<qsizetype>::max();
    for (int text = 0; fewest > 0 && text < static_cast<int>(sizes.size()); ++text) {
        HeatmapLayout layout = layoutIn(area, rows, columns, sizes, text, arrangement);
        const qsizetype lost =
            layout.empty() ? rows.size() + columns.size() : unreadable(layout, rows, columns);
        if (lost < fewest)
            best = std::move(layout);
        fewest = std::min(fewest, lost);
    }
    return best;
}

QRectF effectWindow(const QRectF &cell) {
    constexpr double lowest = 7;   // pixels: lower cells have no room above and below
    constexpr double share = 0.5;  // of either side
    const double width = std::max(2.0, std::round(cell.width() * share));
    const double height =
        cell.height() < lowest ? cell.height() : std::round(cell.height() * share);
    return {std::round(cell.center().x() - width / 2), cell.center().y() - height / 2, width,
            height};
}

CellNumbers cellNumbers(const QSizeF &cell, bool ones, const TextSizes &sizes) {
    for (const int decimals : {4, 2}) {
        const QString widest = decimals == 4 ? QStringLiteral("0.0000")
                               : ones        ? QStringLiteral("1.00")
                                             : QStringLiteral(".00");
        // Long numbers are for cells that were zoomed into: in small type side by side, a row of
        // them reads as one and hides the colours.
        const int count = decimals == 4 ? 1 : static_cast<int>(sizes.size());
        for (int text = 0; text < count; ++text) {
            const TextMeasure &measure = sizes[static_cast<std::size_t>(text)];
            const double apart = decimals == 4 ? measure.width(widest) : 4;
            // The frame of a neighbour takes two pixels; the smallest size has to do with less.
            const int around = text + 1 < static_cast<int>(sizes.size()) ? 4 : 3;
            const QSizeF room(measure.width(widest) + apart, measure.height + around);
            if (room.width() <= cell.width() && room.height() <= cell.height())
                return {decimals, text, room.width(), room.height()};
        }
    }
    return {};
}

QString cellText(double weight, const CellNumbers &numbers, double room,
                 const TextMeasure &measure) {
    const QString usual = weightText(weight, numbers.decimals);
    if (numbers.decimals < 4)
        return usual;
    const QString exact = exactText(weight, numbers.decimals);
    if (measure.width(exact) <= room)
        return exact;
    return weight < 0.0001 ? u'<' + numberText(0.0001, {.decimals = 4, .leadingZero = false})
                           : usual;
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
