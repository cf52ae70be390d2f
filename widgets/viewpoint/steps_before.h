// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "widgets/viewpoint/comparison.h"

namespace widgets {

/// Steps of a reference that stand where a translation has another piece.
struct StepsBefore {
    int begin = 0;
    int end = 0;  ///< one past the last; begin: there are none
    bool empty() const { return begin >= end; }
    bool operator==(const StepsBefore &) const = default;
};

/// What stands in a reference of so many steps in place of each step of a translation; nothing
/// where both took the same piece. Between pieces that both have, the first other one stands for
/// the first, the second for the second, the last for all that is left.
std::vector<std::optional<StepsBefore>> stepsBefore(const Comparison &comparison, int steps,
                                                    int referenceSteps);

}  // namespace widgets
