// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <stop_token>

#include "model/weights.h"

namespace model {

/// The rows of a table seen from where they differ most: their two principal components (Pearson
/// 1901, Hotelling 1933).
struct PrincipalComponents {
    Matrix coordinates;  ///< of each row [N, 2]: (row − mean) · axesᵀ
    Row mean;            ///< of the rows [E]
    Matrix axes;         ///< unit vectors [2, E]
    /// The share of the total variance that each axis explains, 0 to 1; 0 where nothing varies.
    std::array<double, 2> explained{};
};

/// The first two principal components of the rows of `table` [N, E]. An axis is as good as its
/// opposite: of the two, the one is taken whose largest component (the first of several) is
/// positive, so that the map of a table always looks the same. A table of one column has a second
/// axis of zeros. @throws Cancelled
PrincipalComponents principalComponents(const WeightMatrix &table,
                                        const std::stop_token &stop = {});

}  // namespace model
