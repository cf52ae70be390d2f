// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/products.h"

#include <cstdio>

#include "app/cli/options.h"
#include "model/layers/onednn.h"

namespace cli {

model::layers::ProductLibrary productsOf(const std::string &precision) {
    if (!model::hasOneDnn()) {
        std::fprintf(stderr, "Built without oneDNN: training is slower.\n");
    }
    if (precision == "float32") {
        return model::oneDnn();
    }
    if (precision != "bfloat16") {
        throw UsageError("The precision '" + precision + "' is neither float32 nor bfloat16.");
    }
    if (!model::multipliesBfloat16()) {
        throw UsageError(
            std::string(model::hasOneDnn() ? "This processor" : "A program without oneDNN") +
            " cannot multiply bfloat16 numbers, expected float32.");
    }
    return model::oneDnnBfloat16();
}

}  // namespace cli
