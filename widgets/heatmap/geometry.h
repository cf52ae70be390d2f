// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRect>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>
#include <functional>
#include <vector>

#include "widgets/drawing/text_measure.h"
#include "widgets/heatmap/zoom.h"

// Where the parts of the heatmap lie: pure functions, told how large text is, so that they can be
// tested without a display.
namespace widgets {

/// In what order the words of a heatmap come, and what stands in its margins.
struct HeatmapArrangement {
    bool bottomToTop = false;   ///< the first row lowest
    bool rightToLeft = false;   ///< the first column on the right
    bool rowMargin = false;     ///< bars right of the rows
    bool columnMargin = false;  ///< bars below the columns
    bool effects = false;       ///< cells of effects right of the rows, and of their bars
    bool colorBar = true;       ///< what the colours stand for, at the right
    /// What is written below the row margin and left of the column margin, one line each.
    QStringList rowHeading;
    QStringList columnHeading;
    QStringList effectHeading;  ///< below each column of effects
};

/// The heatmap in a rectangle: labels of the columns on top, of the rows on the left, margins
/// right and below, colour bar on the right. Rows and columns are counted in reading order,
/// wherever they stand.
struct HeatmapLayout {
    QRect cells;  ///< the matrix, or the part of it that is zoomed in on
    int rows = 0;
    int columns = 0;
    double cellWidth = 0;
    double cellHeight = 0;
    QPointF origin;  ///< top left corner of the whole matrix: that of `cells` unless zoomed
    bool bottomToTop = false;
    bool rightToLeft = false;
    QStringList rowLabels;     ///< as drawn: elided where too long
    QStringList columnLabels;  ///< as drawn
    double angle = 0;          ///< of the column labels, degrees counter-clockwise, 0 to 90
    int rowStride = 1;         ///< every how many rows there is room for a label
    int columnStride = 1;      ///< every how many columns
    double lineHeight = 0;     ///< of text in the largest size
    int text = 0;              ///< which of the sizes labels have
    double labelHeight = 0;    ///< of a line of theirs
    double rowPitch = 0;       ///< from row label to row label where they all but touch
    double gap = 0;            ///< between a label and the cells
    QRectF bar;                ///< colour bar, value 0 at its bottom and 1 at its top
    QRectF rowMargin;          ///< beside `cells`, as high; null: none
    QRectF columnMargin;       ///< below `cells`, as wide; null: none
    QRectF effects;            ///< beside `cells`, as high, the columns of effects; null: none
    bool empty() const { return rows == 0 || columns == 0 || cells.isEmpty(); }
    /// Where a cell lies, whether in view or not.
    QRectF cell(int row, int column) const;
    /// The row and the column in view at a place, or −1.
    int rowAt(double y) const;
    int columnAt(double x) const;
};

/// Lays a heatmap out in `area`. Column labels stand level if they fit, else turned by 30, 45, 60
/// or 90 degrees, whatever is enough for the lines not to touch. Labels are written in the largest
/// size in which all can be read, or as many as can be: the others are shortened or thinned out.
/// Labels never reach outside `area`. An area too small for anything gives an empty layout.
HeatmapLayout layoutHeatmap(const QRect &area, const QStringList &rowLabels,
                            const QStringList &columnLabels, const TextSizes &sizes,
                            const HeatmapArrangement &arrangement = {});

/// The words beside a heatmap, not shortened.
struct HeatmapWords {
    QStringList rows;
    QStringList columns;
};

/// The layout with a part of its matrix drawn as large as the whole was. Its labels are written in
/// the largest size in which all can be read, never in a smaller one than that of the whole; larger
/// ones of rows take their room from the cells. A wider column may show more of its label, too,
/// which stays inside `area`. The place of the windows on the axes makes no difference to the size.
HeatmapLayout zoomedLayout(const HeatmapLayout &whole, const HeatmapZoom &zoom, const QRect &area,
                           const HeatmapWords &words, const TextSizes &sizes);

// Below, `measure` is that of the labels: sizes[layout.text].

/// The level rectangle of the label of a row, right-aligned beside the cells. Null where the row is
/// out of view.
QRectF rowLabelRect(const HeatmapLayout &layout, int row, const TextMeasure &measure);
/// The rectangles of the labels that are written, null for the others: of the rows in `kept` (−1:
/// none) in any case, of others where there is room.
std::vector<QRectF> writtenRowLabels(const HeatmapLayout &layout, const std::vector<int> &kept,
                                     const TextMeasure &measure);
/// The columns whose labels are written: that of `kept` (−1: none) in any case.
std::vector<bool> writtenColumnLabels(const HeatmapLayout &layout, int kept);

/// Where the label of a column is written: at `anchor`, the middle of the left edge of its text
/// rectangle (centre of it where the angle is 0), turned by layout.angle. Only for columns whose
/// label is not empty: out of view there is none.
QPointF columnLabelAnchor(const HeatmapLayout &layout, int column);
/// The turned rectangle that the label covers.
QPolygonF columnLabelShape(const HeatmapLayout &layout, int column, const TextMeasure &measure);

/// In a cell of an effect, the place of what the effect is in the reference: a window in its
/// middle, so that the colour of the cell is seen around it; as high as a cell that is too low for
/// that.
QRectF effectWindow(const QRectF &cell);

/// How weights are written into cells.
struct CellNumbers {
    int decimals = 0;  ///< 4, 2, or 0: there is no room for numbers
    int text = 0;      ///< in which of the sizes
    double width = 0;  ///< the room that each needs
    double height = 0;
    bool operator==(const CellNumbers &) const = default;
};

/// The same for all cells: four decimals in cells twice as wide as these, else two where they fit.
/// `ones`: a weight is 1 in two decimals, so that "1.00" has to fit and not just ".54". The height
/// in `sizes` is that of a digit.
CellNumbers cellNumbers(const QSizeF &cell, bool ones, const TextSizes &sizes);

/// A weight as it is written into a cell in which text has so much room: where four decimals are
/// written, at least two significant digits or, without room for those, "<.0001".
QString cellText(double weight, const CellNumbers &numbers, double room,
                 const TextMeasure &measure);

/// The size at which every one of these labels can be read in full size: the default of the figure.
QSize comfortableHeatmapSize(const QStringList &rowLabels, const QStringList &columnLabels,
                             const TextMeasure &measure,
                             const HeatmapArrangement &arrangement = {});

}  // namespace widgets
