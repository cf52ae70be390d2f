// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/average_command.h"

#include <iostream>
#include <memory>
#include <utility>
#include <vector>

#include "app/cli/options.h"
#include "model/model.h"
#include "model/training/average.h"

namespace cli {

int averageCommand(std::span<const std::string> arguments) {
    std::vector<std::string> files;
    std::string output;
    std::string training;
    Options options("attention-model average --output FILE [OPTIONS] MODEL...",
                    "Makes a model of the mean weights of models that began as the same one and "
                    "learned apart\n(a uniform soup, Wortsman et al. 2022).");
    options.furtherArguments("MODEL...", files, "model files with the same sizes and vocabularies");
    options.text("output", "FILE", output, "the model file to write");
    options.text("training", "TEXT", training,
                 "what it says about the data and the training; else what the first says");
    if (!options.parse(arguments)) {
        return 0;
    }
    if (output.empty() || files.empty()) {
        throw UsageError("average needs --output FILE and one or more models.");
    }
    std::vector<std::shared_ptr<const model::Model>> models;
    models.reserve(files.size());
    for (const std::string &file : files) {
        models.push_back(model::readModel(file));
    }
    model::Model::Metadata metadata = models.front()->metadata();
    if (!training.empty()) {
        metadata["training"] = training;
    }
    const auto mean = model::training::average(models, std::move(metadata));
    model::writeModel(*mean, output, model::Precision::f16);
    std::cout << "wrote " << output << '\n';
    return 0;
}

}  // namespace cli
