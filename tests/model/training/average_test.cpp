// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/average.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "model/error.h"
#include "tests/support/traces.h"

namespace model::training {
namespace {

using Models = std::vector<std::shared_ptr<const Model>>;

/// The tiny model with other weights, and perhaps another target vocabulary.
std::shared_ptr<const Model> changed(const std::function<void(Parameters<float> &)> &change,
                                     bool otherVocabulary = false) {
    const auto tiny = support::tinyModel();
    Parameters<float> weights = tiny->weights().parameters();
    change(weights);
    const Tokenizer &target = otherVocabulary ? tiny->source() : tiny->target();
    return std::make_shared<const Model>(
        Weights(std::move(weights)), Tokenizer(tiny->source().serialized(), "source"),
        Tokenizer(target.serialized(), "target"), Model::Metadata{{"name", "other"}});
}

std::string refusal(const Models &models) {
    try {
        average(models, {});
    } catch (const Error &error) {
        return error.what();
    }
    return "nothing was wrong";
}

TEST(Average, HasTheMeanOfEachWeight) {
    const auto tiny = support::tinyModel();
    const auto more = changed([](Parameters<float> &weights) {
        float step = 0;
        for (float &value : weights.values()) {
            value += step += 0.001F;
        }
    });
    const auto less = changed([](Parameters<float> &weights) { weights.setZero(); });
    const auto mean = average(Models{tiny, more, less}, {{"name", "mean"}, {"training", "so"}});
    const Parameters<float> a = tiny->weights().parameters();
    const Parameters<float> b = more->weights().parameters();
    const Parameters<float> got = mean->weights().parameters();
    ASSERT_EQ(got.values().size(), a.values().size());
    for (std::size_t k = 0; k < a.values().size(); ++k) {
        ASSERT_FLOAT_EQ(got.values()[k], (a.values()[k] + b.values()[k]) / 3);
    }
    EXPECT_EQ(mean->configuration(), tiny->configuration());
    EXPECT_EQ(mean->source().serialized(), tiny->source().serialized());
    EXPECT_EQ(mean->target().serialized(), tiny->target().serialized());
    EXPECT_EQ(mean->metadata(), (Model::Metadata{{"name", "mean"}, {"training", "so"}}));
}

TEST(Average, OfOneIsThatOne) {
    const auto tiny = support::tinyModel();
    const auto got = average(Models{tiny}, {})->weights().parameters();
    const auto expected = tiny->weights().parameters();
    EXPECT_TRUE(std::equal(got.values().begin(), got.values().end(), expected.values().begin()));
}

TEST(Average, RefusesModelsThatAreUnlike) {
    const auto tiny = support::tinyModel();
    EXPECT_NE(refusal({}).find("no models"), std::string::npos);
    EXPECT_NE(refusal({tiny, tiny, support::tinyModel("tiny_bottleneck")}).find("number 3"),
              std::string::npos);
    EXPECT_NE(refusal({tiny, support::tinyModel("tiny_general")}).find("architecture"),
              std::string::npos);
    const auto other = changed([](Parameters<float> &) {}, true);
    EXPECT_NE(refusal({tiny, other}).find("vocabularies"), std::string::npos);
}

}  // namespace
}  // namespace model::training
