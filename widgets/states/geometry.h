// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRect>
#include <QRectF>
#include <QStringList>
#include <vector>

#include "widgets/drawing/text_measure.h"
#include "widgets/drawing/unit_window.h"
#include "widgets/viewpoint/selection.h"
#include "widgets/viewpoint/vectors.h"

// Where the parts of the hidden-states panel lie: pure functions, told how large text is, so that
// they can be tested without a display.
namespace widgets {

/// A picture to be placed: units by time.
struct StatesPart {
    Vector strip = Vector::none;
    int units = 0;
    QStringList labels;  ///< one word per column
};

struct StatesInput {
    std::vector<StatesPart> parts;
    QRectF area;
    UnitWindow window;      ///< of the units of every picture
    bool keptUnit = false;  ///< one is selected: its course is wanted even where room is scarce
    bool curveHint = true;  ///< without one the place of the curve is kept, and says what it is for
    bool captioned = true;  ///< there is a line of text at the bottom
    TextMeasure measure;
};

/// One picture: a title, words along the time axis, the cells, a colour bar at their right.
struct StatesPicture {
    Vector strip = Vector::none;
    int columns = 0;
    UnitCells units;
    QRectF block;  ///< everything lies in it
    QRectF title;
    QRect cells;
    QRectF bar;
    bool barNumbers = true;  ///< there is room for numbers beside the colour bar
    QStringList labels;      ///< as drawn, elided; empty where those of the picture above hold
    double angle = 0;        ///< of the labels, degrees counter-clockwise: 0, 60 or 90
    int stride = 1;          ///< every how many columns there is room for a label
    double lineHeight = 0;   ///< of text
    double unitWidth = 0;    ///< room for the numbers of the units left of the cells; 0: none

    /// Rectangles of whole pixels. A column of some width ends a pixel before the next one.
    QRect column(int column) const;
    QRect cell(int column, int cell) const;
    /// The pixels of a row of cells, over all columns.
    QRect row(int cell) const;
    /// Top of a place in the axis of units, whether it is drawn or not.
    double topOf(double row) const;
    /// −1 outside the cells.
    int columnAt(const QPointF &point) const;
    int cellAt(const QPointF &point) const;
    /// Where a label is written: as columnLabelAnchor() of heatmap_geometry.h.
    QPointF labelAnchor(int column) const;
    /// The rectangle that a label of this width covers, turned.
    QPolygonF labelShape(int column, double width) const;
    /// The column whose label stands above the cells at a point, or −1.
    int labelAt(const QPointF &point) const;
};

/// The course of one unit: values from bottom to top, positions from left to right.
struct StatesCurve {
    QRectF area;   ///< everything lies in it; null: no room
    QRectF title;  ///< one line
    QRectF plot;   ///< the axes
    QRectF words;  ///< below the axes; of no height: no room

    double x(int column, int columns) const;
    /// Clamped to the plot.
    double y(double value, double low, double high) const;
    /// −1 outside the plot.
    int columnAt(const QPointF &point, int columns) const;
};

struct StatesLayout {
    std::vector<StatesPicture> pictures;
    StatesCurve curve;
    QRectF caption;

    bool empty() const { return pictures.empty(); }
    const StatesPicture *picture(Vector strip) const;
};

/// Pictures lie side by side where their words can be read so, else one below the other if there is
/// height enough for it. One a part, or none at all if the area is too small. Nothing reaches
/// outside `area`.
StatesLayout layoutStates(const StatesInput &input);

}  // namespace widgets
