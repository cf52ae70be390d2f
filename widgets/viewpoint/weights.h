// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/numerics/tensor.h"

// Attention weights under the hand of the user: pure functions.
namespace widgets {

/// The smallest share that can be given, so that no weight is lost and each can come back.
inline constexpr double leastShare = 0.001;

/// The sum of the weights at some positions.
double shareOf(const model::Row &weights, const std::vector<int> &positions);

/// Weights [S] whose sum at some positions is `share`, from leastShare to 1 − leastShare, in their
/// ratios; the others give way or gain in theirs. Where there are no ratios, since all are 0, they
/// get the same. The sum of all is 1. Unchanged where there is no other position, or none of these.
model::Row withShare(const model::Row &weights, const std::vector<int> &positions, double share);

}  // namespace widgets
