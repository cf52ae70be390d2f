// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QStringList>

#include "widgets/drawing/rows.h"
#include "widgets/drawing/text_measure.h"
#include "widgets/drawing/unit_window.h"

// Where the parts of the context panel lie: pure functions, testable without a display.
namespace widgets {

struct ContextInput {
    QStringList words;  ///< one per row
    int units = 0;      ///< of the context
    UnitWindow window;  ///< of them
    QSizeF size;
    double scroll = 0;      ///< of the rows, in pixels
    double hintWidth = 0;   ///< of the longest caption that must not be cut: it may take two lines
    bool captioned = true;  ///< there is a caption at the bottom
    TextMeasure measure;
};

/// A span of the width of the widget.
struct ContextSpan {
    double left = 0;
    double right = 0;
    double width() const { return right - left; }
    bool contains(double x) const { return x >= left && x < right; }
};

/// A title with a colour bar, headings of columns, one row per source word, the sum below a line, a
/// caption.
struct ContextLayout {
    QRectF title;
    QRectF bar;       ///< colour bar, lying: the negative limit at its left
    QRectF headings;  ///< one line above the rows
    ContextSpan word;
    ContextSpan weightBar;     ///< empty where there is no room
    ContextSpan weightNumber;  ///< right-aligned
    ContextSpan strip;
    ContextSpan cosine;    ///< right-aligned
    ContextSpan distance;  ///< right-aligned
    Rows rows;
    QRectF sum;  ///< the row of c
    QRectF caption;
    UnitCells units;
    double lineHeight = 0;

    bool empty() const { return units.cells == 0; }
    /// The rectangle of a row over the whole width; `row` = rows.count: the sum.
    QRectF rowRect(int row) const;
    QRectF stripRect(int row) const;
    /// Of a cell in the strip of a row. Cells tile it.
    QRectF cellRect(int row, int cell) const;
    /// The row at a height, that of the sum included; −1: none.
    int rowAt(double y) const;
    /// −1 outside the strips.
    int cellAt(double x) const;
};

/// Empty where there is no room for a strip.
ContextLayout layoutContext(const ContextInput &input);

/// The height at which all rows of such a layout are seen.
double wholeHeight(const ContextLayout &layout);

}  // namespace widgets
