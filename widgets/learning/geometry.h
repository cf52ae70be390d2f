// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <vector>

#include "widgets/learning/data.h"

// Where the pictures of the strip stand: pure functions.
namespace widgets {

/// What the strip is laid out in.
struct StripRoom {
    double left = 0;    ///< of the axis that it runs along, in pixels
    double width = 0;   ///< the same
    double top = 0;     ///< of the pictures
    double height = 0;  ///< of the pictures
    double gap = 0;     ///< between them
    double widest = 0;  ///< that a picture may be
};

/// A place in the strip, and the picture that stands there.
struct StripSlot {
    QRectF rect;
    int picture = -1;  ///< index into LearningData::pictures; −1: none, or still to come
};

/// Equal slots along the axis, as many as have room for cells that can be told apart. Each holds
/// the first picture that belongs to its part of the axis, so that the leftmost is that of a model
/// that has learned nothing; the one that the moment in view belongs to, that of the moment. None
/// where there will be no pictures or there is no room.
std::vector<StripSlot> layoutStrip(const LearningData &data, LearningAxis axis, long moment,
                                   const StripRoom &room);

/// The weight from which on the cells of a picture have the full colour: four times an even one, so
/// that fog and what comes out of it can be told apart at a glance. The same for all pictures.
double fullWeight(const LearningData &data);

/// How many rows of each picture are shown: as many as the latest has, so that what has been
/// learned fills its place, unless it is told; a translation that finds no end is cut off after S
/// rows.
int stripRows(const LearningData &data);

}  // namespace widgets
