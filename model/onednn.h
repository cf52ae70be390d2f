// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layers/product.h"

namespace model {

/// The matrix products of oneDNN, which makes its kernels for the processor it runs on; each on the
/// calling thread alone. @throws Error where the library refuses.
layers::ProductLibrary oneDnn();

}  // namespace model
