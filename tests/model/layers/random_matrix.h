// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <random>

#include "model/numerics/tensor.h"

namespace model::layers {

/// Of numbers between −size and size.
inline Matrix randomMatrix(long rows, long cols, unsigned seed, float size = 1) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<float> uniform(-size, size);
    return Matrix::NullaryExpr(rows, cols, [&] { return uniform(random); });
}

}  // namespace model::layers
