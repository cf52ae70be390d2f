// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numerics/tensor.h"

namespace model::layers {

/// x = tanh x, each
template <class T>
void hyperbolicTangent(Out<T> x);

}  // namespace model::layers
