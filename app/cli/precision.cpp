// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/precision.h"

#include <array>
#include <cstdio>
#include <vector>

#include "app/cli/products.h"
#include "model/layers/onednn.h"
#include "model/training/checkpoint.h"
#include "model/training/fingerprint.h"
#include "model/training/product_speed.h"

namespace cli {

ChosenPrecision choosePrecision(const model::training::TrainingOptions &options) {
    using namespace model;
    // A resumed run computes the same numbers as one that was never interrupted.
    if (!options.checkpoint.empty() && std::filesystem::exists(options.checkpoint)) {
        return {training::precisionOf(training::readFingerprint(options.checkpoint)),
                "as in the checkpoint"};
    }
    if (!hasOneDnn()) {
        return {"float32", "the only one without oneDNN"};
    }
    if (!multipliesBfloat16()) {
        return {"float32", "this processor cannot multiply bfloat16 numbers"};
    }
    const Configuration &configuration =
        options.start != nullptr ? options.start->configuration() : options.configuration;
    const std::array libraries{oneDnn(), oneDnnBfloat16()};
    const std::vector<double> seconds =
        training::productSeconds(libraries, configuration, options.plan.targetPieces, 1);
    char measured[128];
    std::snprintf(measured, sizeof measured,
                  "an update's products take %.3g ms in float32, %.3g ms in bfloat16",
                  1000 * seconds[0], 1000 * seconds[1]);
    return {seconds[1] < seconds[0] ? "bfloat16" : "float32", measured};
}

void setPrecision(const std::string &told, model::training::TrainingOptions &options) {
    options.precision = told;
    if (told.empty()) {
        const ChosenPrecision chosen = choosePrecision(options);
        options.precision = chosen.name;
        std::printf("precision %s: %s\n", chosen.name.c_str(), chosen.reason.c_str());
    }
    model::layers::setProductLibrary(productsOf(options.precision));
}

}  // namespace cli
