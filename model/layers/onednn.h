// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layers/product.h"

namespace model {

/// Whether the program was built with oneDNN. Without it, oneDnn() is the plain products, and no
/// bfloat16 numbers can be multiplied.
bool hasOneDnn();

/// The matrix products of oneDNN, which generates its kernels for the processor it runs on; each on
/// the calling thread only. @throws Error where the library refuses.
layers::ProductLibrary oneDnn();

/// Whether this machine's processor, with the library, can multiply bfloat16 numbers.
bool multipliesBfloat16();

/// The same of operands rounded to bfloat16 (8 bits of precision, the exponents of float), with
/// sums in float: mixed precision (Micikevicius et al. 2018; Kalamkar et al. 2019). Several times
/// as fast where the processor has matrix units. Each on the calling thread only. @throws Error
/// where the library refuses.
layers::ProductLibrary oneDnnBfloat16();

}  // namespace model
