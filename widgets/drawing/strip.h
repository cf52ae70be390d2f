// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <span>

class QPainter;

namespace widgets {

struct Theme;

/// Which units of a vector a colour strip shows. A strip is often smaller than its vector: it then
/// shows an evenly spaced subset, one unit per cell, beginning with unit 0. Units are left out,
/// never averaged, so every cell is a number of the vector.
struct StripUnits {
    int units = 0;  ///< in the vector
    int cells = 0;  ///< shown; at most `units`

    bool all() const { return cells == units; }
    /// The unit that a cell shows; strictly increasing.
    int unit(int cell) const;
    /// The cell that shows a unit, or −1 where it is among those left out.
    int cell(int unit) const;
    bool operator==(const StripUnits &) const = default;
};

/// As many cells as fit in `length` when each is at least `minimumCell` long; at least one, unless
/// there are no units.
StripUnits stripUnits(int units, double length, double minimumCell);

/// A place for a strip: unit 0 at the top (vertical) or at the left (horizontal).
struct StripPlace {
    QRectF rect;
    Qt::Orientation orientation = Qt::Vertical;
    StripUnits units;

    /// The rectangle of one cell. Cells tile the rectangle.
    QRectF cell(int cell) const;
    /// The cell at a point, or −1 outside.
    int cellAt(const QPointF &point) const;
};

/// A limit for a diverging colour map: the magnitude that all but one value in a hundred stay
/// below, so that an outlier does not make the rest pale. Values beyond are drawn as the limit.
/// Without values, or all of them 0: 1. Values that are not finite are ignored.
double robustLimit(std::span<const float> values);

/// Draws the cells of `values` (as many as place.units.units; [n]) coloured by
/// Theme::diverging(value, limit), the first `revealed` (0 to 1) of them; the rest stays empty.
void drawStrip(QPainter &painter, const StripPlace &place, std::span<const float> values,
               double limit, const Theme &theme, double revealed = 1);

}  // namespace widgets
