// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/products.h"

#include "app/cli/options.h"
#include "model/layers/onednn.h"

namespace cli {

model::layers::ProductLibrary productsOf(const std::string &precision) {
    if (precision == "float32") {
        return model::oneDnn();
    }
    if (precision != "bfloat16") {
        throw UsageError("The precision '" + precision + "' is neither float32 nor bfloat16.");
    }
    if (!model::multipliesBfloat16()) {
        throw UsageError("This processor cannot multiply bfloat16 numbers, expected float32.");
    }
    return model::oneDnnBfloat16();
}

}  // namespace cli
