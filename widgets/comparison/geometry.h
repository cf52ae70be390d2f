// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

#include "widgets/comparison/data.h"
#include "widgets/drawing/text_measure.h"

namespace widgets {

/// One picture of a comparison: a translation, or the difference of the two.
struct ComparisonBlock {
    enum class Kind { shown, reference, difference };
    Kind kind = Kind::shown;
    QRectF title;    ///< a line, with the scale at its right
    QRectF scale;    ///< of the colours; null: there are none
    QRectF columns;  ///< above the cells, where the source pieces stand
    QRectF labels;   ///< left of the cells, where the pieces stand
    QRectF cells;
    QRectF bars;  ///< of the probabilities; null in a difference
    int rowCount = 0;
    int columnCount = 0;

    QRectF row(int row) const;  ///< across labels, cells and bars
    QRectF cell(int row, int column) const;
};

/// Where all of it lies.
struct ComparisonLayout {
    std::vector<ComparisonBlock> blocks;
    QSizeF size;
    double rowHeight = 0;
};

/// Side by side in a width, the difference beside or, where that is too narrow, below; at least as
/// high as the rows need, up to `height` if there is more.
ComparisonLayout comparisonLayout(const TranslationPair &comparison, const QSizeF &room,
                                  const TextMeasure &measure);

/// What is at a point; −1: none.
struct ComparisonPlace {
    int block = -1;
    int row = -1;
    int column = -1;
    bool operator==(const ComparisonPlace &) const = default;
};
ComparisonPlace placeAt(const ComparisonLayout &layout, const QPointF &point);

}  // namespace widgets
