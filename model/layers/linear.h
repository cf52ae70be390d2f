// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numerics/tensor.h"

// Each layer is a pair of functions on a batch: rows are sentences, positions or both. Backward
// functions take the gradient of the loss with respect to the output (d…) and ADD to the gradients
// of inputs and weights.
namespace model::layers {

/// y [N, O] = x [N, I] · weightᵀ [O, I] + bias [1, O]
template <class T>
void linear(const In<T> &x, const In<T> &weight, const In<T> &bias, Out<T> y);
/// y [N, O] = x · weightᵀ
template <class T>
void linear(const In<T> &x, const In<T> &weight, Out<T> y);

/// dx [N, I] += dy [N, O] · weight
template <class T>
void linearBackwardInput(const In<T> &dy, const In<T> &weight, Out<T> dx);
/// dWeight [O, I] += dyᵀ · x
template <class T>
void linearBackwardWeight(const In<T> &dy, const In<T> &x, Out<T> dWeight);
/// dBias [1, O] += column sums of dy
template <class T>
void linearBackwardBias(const In<T> &dy, Out<T> dBias);

}  // namespace model::layers
