// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layers/kernels.h"
#include "model/numerics/tensor.h"

namespace model::layers {

/// Matrices as the kernels take them.
inline ConstBlock block(const In<float> &matrix) {
    return {matrix.data(), matrix.rows(), matrix.cols(), matrix.outerStride()};
}
inline Block block(Out<float> &matrix) {
    return {matrix.data(), matrix.rows(), matrix.cols(), matrix.outerStride()};
}

}  // namespace model::layers
