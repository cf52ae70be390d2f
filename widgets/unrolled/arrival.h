// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>

#include "model/decoding/trace.h"

// What of a translation is new against the one that was in view before it.
namespace widgets {

/// The columns that fade in, and how far they have come.
struct Arrival {
    int source = std::numeric_limits<int>::max();  ///< the first source piece that is new
    int step = std::numeric_limits<int>::max();    ///< the first step that is new
    double fraction = 1;                           ///< 0: not to be seen yet; 1: there
    bool operator==(const Arrival &) const = default;
};

/// How long a column takes to come, in milliseconds.
inline constexpr double arrivalTime = 180;

/// Where `after` differs from `before`: the pieces that both begin with are the same. Everything is
/// new where the model is another, but not where it has only learned more. The fraction is 0 where
/// anything is new, else 1.
Arrival arrivalOf(const model::Trace &before, const model::Trace &after);
/// What is new against both of two earlier translations.
Arrival newAgainstBoth(const Arrival &one, const Arrival &other);
/// How far something has come after so many milliseconds.
double arrivedAfter(double milliseconds);

}  // namespace widgets
