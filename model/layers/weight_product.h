// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numerics/tensor.h"
#include "model/weights.h"

// The layers of inference, whose weights may lie in half precision.
namespace model::layers {

/// y [N, O] = x [N, I] · weightᵀ [O, I]. A row of y does not depend on the number of rows.
void linear(const In<float> &x, const WeightMatrix &weight, Out<float> y);
/// y [N, O] = x [N, I] · weightᵀ [O, I] + bias [1, O]
void linear(const In<float> &x, const WeightMatrix &weight, const WeightMatrix &bias, Out<float> y);

}  // namespace model::layers
