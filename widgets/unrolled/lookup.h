// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include "widgets/drawing/strip.h"
#include "widgets/unrolled/geometry.h"

// The look-up of embeddings: where the table stands below its column, and the way of a row.
namespace widgets {

/// The part of the embedding table around the row that is looked up, between the token and the
/// place of its embedding. Content coordinates.
struct LookupTable {
    QRectF rect;       ///< empty where there is no room for it
    int first = 0;     ///< the row at the top; negative: nothing, above the first row of the table
    int rows = 0;      ///< how many have a place; odd, the looked-up one in the middle
    StripUnits units;  ///< which units the cells of a row show: those of the strips of the picture

    /// Where a row stands; empty for one that has no place.
    QRectF row(int id) const;
};
LookupTable lookupTable(const UnrolledGeometry &geometry, int source, int id,
                        const QRectF &visible);
/// For a text beside it, right of it or left; empty where there is room on neither side.
QRectF lookupLabel(const LookupTable &table, int id, double width, double height,
                   const QRectF &visible);

/// A strip that turns on its way from the row of a table, where its cells lie beside each other, to
/// its column, where they lie below each other. Drawn around its centre, turned by `angle`.
struct FlyingStrip {
    QPointF center;
    double length = 0;
    double thickness = 0;
    double angle = 0;  ///< degrees, clockwise
};
/// `fraction` of the embed stage: at 0 it is the row, at 1 the strip of the column.
FlyingStrip flyingStrip(const QRectF &row, const QRectF &strip, double fraction);

}  // namespace widgets
