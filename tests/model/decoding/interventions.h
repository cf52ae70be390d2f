// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/decoding/translation.h"
#include "tests/support/traces.h"

/// The small fixed models of each kind.
inline const std::vector<std::string> tinyModels{"tiny", "tiny_bottleneck", "tiny_general",
                                                 "tiny_dot", "tiny_query"};
inline const std::vector<std::string> tinyModelsWithAttention{"tiny", "tiny_general", "tiny_dot",
                                                              "tiny_query"};

/// The name of the model as that of the test.
inline const auto nameOfModel = [](const auto &info) { return std::string(info.param); };

/// One intervention of each kind for a step of a translation, by name, that a model of its kind
/// can make at any step but the first.
inline std::map<std::string, model::Intervention> eachKind(const model::Trace &free, int step) {
    const int length = free.sourceLength();
    std::map<std::string, model::Intervention> kinds;
    kinds["word"].word = free.step(step).candidates[1].id;
    kinds["rare word"].word = 270 + step;
    kinds["state"].state = {{0, 0.5F}, {3, -1}};
    kinds["context"].context = {{1, 0}, {4, 0.75F}};
    if (free.hasAttention()) {
        kinds["position"].attention = model::pin::Position{step % length};
        kinds["uniform"].attention = model::pin::Uniform{};
        kinds["previous"].attention = model::pin::Previous{};
        kinds["posterior"].attention = model::pin::Posterior{};
        model::Row weights = model::Row::Zero(length);
        weights(0) = 0.25F;
        weights(step % (length - 1) + 1) = 0.75F;
        kinds["weights"].attention = model::pin::Weights{weights};
        kinds["muted"].muted = {1, length - 1};
        kinds["temperature"].temperature = 2.5F;
        kinds["all at once"] = {
            model::pin::Posterior{}, kinds["word"].word, {2}, 0.5F, {{2, 0.25F}}, {{0, -0.5F}}};
    }
    return kinds;
}

/// Interventions of every kind at once, at several steps, at every step and in the encoder.
inline model::Interventions manyInterventions(const model::Trace &free) {
    model::Interventions all;
    all.annotations = {{0, {{1, 0.5F}}}, {3, {{0, -0.25F}, {2, 0}}}};
    all.initial = {{2, 0.125F}};
    all.every.state = {{1, 0.25F}};
    all.every.context = {{3, -0.5F}};
    if (free.hasAttention()) {
        all.every.temperature = 1.5F;
        all.every.muted = {2};
        all.steps[0].attention = model::pin::Uniform{};
        all.steps[2].attention = model::pin::Previous{};
        all.steps[2].temperature = 0.25F;
        all.steps[4].attention = model::pin::Posterior{};
        all.steps[5].muted = {0, 1};
    }
    all.steps[1].word = free.step(1).candidates[1].id;
    all.steps[3].word = 271;
    all.steps[3].state = {{1, -0.75F}, {4, 0}};
    all.steps[4].context = {{3, 1}};
    return all;
}
