// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/average.h"

#include <string>
#include <utility>

#include "model/error.h"

namespace model::training {
namespace {

/// Refuses a model that cannot be averaged with the first.
void check(const Model &first, const Model &other, std::size_t place) {
    if (first.configuration() != other.configuration()) {
        throw Error(
            "Models to be averaged must be alike, but number %1 has another architecture or other "
            "sizes than the first.",
            place);
    }
    if (first.source().serialized() != other.source().serialized() ||
        first.target().serialized() != other.target().serialized()) {
        throw Error(
            "Models to be averaged must be alike, but number %1 has other vocabularies than the "
            "first.",
            place);
    }
}

}  // namespace

std::shared_ptr<const Model> average(std::span<const std::shared_ptr<const Model>> models,
                                     Model::Metadata metadata) {
    if (models.empty()) {
        throw Error("There are no models to be averaged, expected one or more.");
    }
    const Model &first = *models.front();
    Parameters<double> sum(first.configuration());
    for (std::size_t i = 0; i < models.size(); ++i) {
        check(first, *models[i], i + 1);
        const Parameters<float> weights = models[i]->weights().parameters();
        for (std::size_t k = 0; k < sum.values().size(); ++k) {
            sum.values()[k] += static_cast<double>(weights.values()[k]);
        }
    }
    Parameters<float> mean(first.configuration());
    for (std::size_t k = 0; k < sum.values().size(); ++k) {
        mean.values()[k] = static_cast<float>(sum.values()[k] / static_cast<double>(models.size()));
    }
    return std::make_shared<const Model>(
        Weights(std::move(mean)), Tokenizer(first.source().serialized(), "tokenizer.source"),
        Tokenizer(first.target().serialized(), "tokenizer.target"), std::move(metadata));
}

}  // namespace model::training
