// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>

// What the files of UnrolledGeometry have in common.
namespace widgets {

inline constexpr double usualText = 16;    // the height of a line for which other sizes are meant
inline constexpr double margin = 10;       // around the picture
inline constexpr double framePadding = 4;  // between the frame of an annotation and its strips

inline double between(double value, double least, double most) {
    return std::max(least, std::min(value, most));
}

}  // namespace widgets
