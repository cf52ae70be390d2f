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
        throw UsageError("The precision '%1' is neither float32 nor bfloat16.", precision);
    }
    if (!model::multipliesBfloat16()) {
        throw UsageError(
            model::hasOneDnn()
                ? "This processor cannot multiply bfloat16 numbers, expected float32."
                : "A program without oneDNN cannot multiply bfloat16 numbers, expected float32.");
    }
    return model::oneDnnBfloat16();
}

}  // namespace cli
