// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

#include "model/model.h"
#include "model/scenes/cells.h"
#include "tests/model/text/tiny_tokenizer.h"

/// Sizes that all differ, so that a mix-up shows.
inline model::Configuration tinyConfiguration() {
    static const int pieces = model::Tokenizer(tinyTokenizer(), "tokenizer").size();
    model::Configuration configuration;
    configuration.sourceVocabulary = pieces;
    configuration.targetVocabulary = pieces;
    configuration.embedding = 3;
    configuration.encoder = 4;
    configuration.decoder = 5;
    configuration.attention = 6;
    return configuration;
}

/// The same, but for what sees pictures.
inline model::Configuration tinyCaptionConfiguration() {
    model::Configuration configuration = tinyConfiguration();
    configuration.architecture = model::Architecture::caption;
    configuration.bidirectional = false;
    configuration.sourceVocabulary = model::scenes::cellToken(model::picture::positions);
    configuration.features = {7, 8, 9};
    return configuration;
}

inline model::Model tinyModel(const model::Configuration &configuration) {
    model::Parameters<float> parameters(configuration);
    model::initialise(parameters, 7);
    return {std::move(parameters),
            model::Tokenizer(
                configuration.seesPictures() ? model::scenes::cellTokenizer() : tinyTokenizer(),
                "tokenizer.source"),
            model::Tokenizer(tinyTokenizer(), "tokenizer.target"),
            {{"name", "tiny"}, {"license", "GPL-3.0-or-later"}, {"training", "none, « été »"}}};
}

/// The values of a tensor, without what stands between tensors.
inline std::vector<float> valuesOf(const model::Model &model, const model::TensorLayout &layout) {
    const model::Matrix values = model.weights()[layout.tensor].matrix();
    return {values.data(), values.data() + values.size()};
}
