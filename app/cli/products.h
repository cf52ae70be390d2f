// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/layers/product.h"

namespace cli {

/// The values of --precision, for the description of the option.
inline constexpr const char *precisions =
    "of the operands of matrix products: float32, or bfloat16, which is faster on processors that "
    "have it";

/// The matrix products of that precision. @throws UsageError for any other name, and for bfloat16
/// where the processor lacks it.
model::layers::ProductLibrary productsOf(const std::string &precision);

}  // namespace cli
