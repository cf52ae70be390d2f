// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparison/geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

// In heights of a line.
constexpr double lowestRow = 1.1;
constexpr double highestRow = 1.8;
constexpr double widestLabel = 7;
constexpr double highestColumns = 6;
constexpr double narrowestBeside = 14;  // a block beside two others
constexpr double gap = 0.6;
constexpr double barWidth = 3.4;
constexpr double scaleWidth = 5;

constexpr double labelGap = 6;  // pixels to the cells
constexpr double bolder = 1.1;  // times as wide as usual text is bold text

double longest(const QStringList &labels, const TextMeasure &measure, double most) {
    double width = 0;
    for (const QString &label : labels)
        width = std::max(width, measure.width(label));
    return std::min(std::ceil(width * bolder) + labelGap, most);
}

struct Sizes {
    double line;
    double label;    // of the pieces of the translations
    double columns;  // of the source pieces
    double row;
};

ComparisonBlock blockAt(ComparisonBlock::Kind kind, const ComparisonSide &side,
                        const QPointF &corner, double width, const Sizes &sizes) {
    ComparisonBlock block;
    block.kind = kind;
    const bool difference = kind == ComparisonBlock::Kind::difference;
    block.rowCount = static_cast<int>(side.rows.size());
    block.columnCount = static_cast<int>(side.columns.size());
    const double bars = difference ? 0 : barWidth * sizes.line;
    const double cells = std::max(width - sizes.label - bars - gap * sizes.line, 1.0);
    block.title = {corner, QSizeF(width, sizes.line * 1.3)};
    if (side.weights.size() > 0) {
        const double scale = std::min(scaleWidth * sizes.line, width / 3);
        block.scale = {block.title.right() - scale, block.title.top(), scale, sizes.line * 1.3};
        block.title.setRight(block.scale.left() - gap * sizes.line);
    }
    block.columns = {corner.x() + sizes.label, block.title.bottom(), cells, sizes.columns};
    const double top = block.columns.bottom();
    const double height = sizes.row * block.rowCount;
    block.labels = {corner.x(), top, sizes.label, height};
    block.cells = {corner.x() + sizes.label, top, cells, height};
    if (!difference)
        block.bars = {block.cells.right() + gap * sizes.line, top, bars, height};
    return block;
}

}  // namespace

QRectF ComparisonBlock::row(int row) const {
    const double height = rowCount > 0 ? cells.height() / rowCount : 0;
    const double right = bars.isNull() ? cells.right() : bars.right();
    return {labels.left(), cells.top() + row * height, right - labels.left(), height};
}

QRectF ComparisonBlock::cell(int row, int column) const {
    const QRectF line = this->row(row);
    const double width = columnCount > 0 ? cells.width() / columnCount : 0;
    return {cells.left() + column * width, line.top(), width, line.height()};
}

ComparisonLayout comparisonLayout(const TranslationPair &comparison, const QSizeF &room,
                                  const TextMeasure &measure) {
    ComparisonLayout layout;
    if (comparison.empty())
        return layout;
    using Kind = ComparisonBlock::Kind;
    const double line = measure.height;
    const double space = gap * line;
    const bool differs = comparison.difference.size() > 0;
    const bool beside = differs && room.width() >= 3 * narrowestBeside * line + 4 * space;
    const int across = beside ? 3 : comparison.alone() ? 1 : 2;
    const double width = (room.width() - (across + 1) * space) / across;
    const QStringList rows = comparison.shown.rows + comparison.reference.rows;
    const QStringList columns = comparison.shown.columns + comparison.reference.columns;
    Sizes sizes{line, longest(rows, measure, std::min(widestLabel * line, width / 3)),
                longest(columns, measure, highestColumns * line), 0};
    const double head = line * 1.3 + sizes.columns;
    const bool below = differs && !beside;
    const int lines =
        std::max(1, comparison.rows()) + (below ? int(comparison.difference.rows()) : 0);
    const double free = room.height() - (below ? 2 : 1) * head - (below ? 3 : 2) * space;
    sizes.row = std::clamp(free / lines, lowestRow * line, highestRow * line);
    QPointF corner(space, space / 2);
    layout.blocks.push_back(blockAt(Kind::shown, comparison.shown, corner, width, sizes));
    if (!comparison.alone()) {
        corner.rx() += width + space;
        layout.blocks.push_back(
            blockAt(Kind::reference, comparison.reference, corner, width, sizes));
    }
    double bottom = corner.y() + head + sizes.row * comparison.rows();
    if (differs) {
        corner = beside ? corner + QPointF(width + space, 0) : QPointF(space, bottom + space);
        ComparisonSide side = comparison.shown;
        side.rows = side.rows.mid(0, comparison.difference.rows());
        const double wide = beside ? width : 2 * width + space;
        layout.blocks.push_back(blockAt(Kind::difference, side, corner, wide, sizes));
        bottom = std::max(bottom, layout.blocks.back().cells.bottom());
    }
    layout.rowHeight = sizes.row;
    layout.size = {room.width(), bottom + space / 2};
    return layout;
}

ComparisonPlace placeAt(const ComparisonLayout &layout, const QPointF &point) {
    for (std::size_t i = 0; i < layout.blocks.size(); ++i) {
        const ComparisonBlock &block = layout.blocks[i];
        if (block.rowCount == 0 ||
            !block.row(0).united(block.row(block.rowCount - 1)).contains(point))
            continue;
        ComparisonPlace place{static_cast<int>(i), 0, -1};
        place.row = std::min(static_cast<int>((point.y() - block.cells.top()) / layout.rowHeight),
                             block.rowCount - 1);
        if (block.cells.contains(point) && block.columnCount > 0)
            place.column = std::min(static_cast<int>((point.x() - block.cells.left()) /
                                                     block.cells.width() * block.columnCount),
                                    block.columnCount - 1);
        return place;
    }
    return {};
}

}  // namespace widgets
