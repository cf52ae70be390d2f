// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores/geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {

void ValueRange::include(double value) {
    if (!std::isfinite(value))
        return;
    low = std::min(low, value);
    high = std::max(high, value);
}

double zeroOf(const ValueRange &range, double left, double right) {
    const double width = range.high - range.low;
    return width > 0 ? left + (right - left) * (-range.low / width) : left;
}

Bar barFor(double value, const ValueRange &range, double left, double right) {
    const double zero = zeroOf(range, left, right);
    const double width = range.high - range.low;
    if (!std::isfinite(value) || width <= 0)
        return {zero, zero};
    const double end = zero + std::clamp(value, range.low, range.high) / width * (right - left);
    return {std::min(zero, end), std::max(zero, end)};
}

}  // namespace widgets
