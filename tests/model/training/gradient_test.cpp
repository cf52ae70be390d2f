// SPDX-License-Identifier: GPL-3.0-or-later
// The whole network's gradient against central differences, in double precision.
#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "model/scenes/cells.h"
#include "model/training/network.h"

namespace {

using namespace model;
using namespace model::training;

Configuration smallConfiguration() {
    Configuration c;
    c.sourceVocabulary = 11;
    c.targetVocabulary = 9;
    c.embedding = 5;
    c.encoder = 4;
    c.decoder = 6;
    c.attention = 3;
    return c;
}

/// For two target pieces, the second of which is known to a teacher.
std::vector<layers::Expected> expectations() {
    std::vector<layers::Expected> expected(2 * expectedPieces);
    expected[expectedPieces] = {3, 0.5F};
    expected[expectedPieces + 1] = {7, 0.25F};
    return expected;
}

/// Sentences of different lengths, so that padding and running sentences are exercised.
Batch smallBatch() {
    static const std::vector<EncodedPair> pairs = {
        {{4, 9, 3}, {5, 3}, {{0, 1}, {1, 2}}, expectations()},
        {{5, 6, 7, 8, 10, 3}, {4, 8, 6, 3}, {{0, 0}, {0, 3}, {2, 4}}},
        {{3}, {7, 7, 4, 5, 3}, {}},
    };
    return makeBatch({&pairs[0], &pairs[1], &pairs[2]});
}

/// A scene, and what is said of it.
EncodedPair seen(const scenes::Scene &scene, const std::vector<int> &target,
                 const std::vector<PieceLink> &links) {
    EncodedPair pair{std::vector<int>(picture::positions), target, links};
    std::iota(pair.source.begin(), pair.source.end(), scenes::cellToken(0));
    pair.scene = std::make_shared<const scenes::Scene>(scene);
    return pair;
}

/// Pictures with edges and corners of several colors, at the edge of the picture, too.
Batch pictureBatch() {
    using scenes::Color;
    using scenes::Form;
    static const std::vector<EncodedPair> pairs = {
        seen(
            {false,
             {{Form::star, Color::red, 0.3, 0.4, 0.45}, {Form::cross, Color::blue, 0.2, 0.1, 0.9}}},
            {5, 4, 3}, {{0, 17}, {0, 18}, {2, 63}}),
        seen({true, {{Form::circle, Color::yellow, 0.35, 0.6, 0.5}}}, {8, 3}, {}),
    };
    return makeBatch({&pairs[0], &pairs[1]});
}

struct Case {
    const char *name;
    Configuration configuration;
    Regularisation regularisation;
};
void PrintTo(const Case &c, std::ostream *out) {
    *out << c.name;
}

std::vector<Case> cases() {
    const Configuration base = smallConfiguration();
    Configuration bottleneck = base;
    bottleneck.architecture = Architecture::bottleneck;
    Configuration oneDirection = base;
    oneDirection.bidirectional = false;
    Configuration untied = base;
    untied.tiedOutput = false;
    Configuration queryOfWord = base;
    queryOfWord.queryOfWord = true;
    Configuration caption = queryOfWord;
    caption.architecture = Architecture::caption;
    caption.bidirectional = false;
    caption.sourceVocabulary = scenes::cellToken(picture::positions);
    caption.features = {2, 4, 3};
    return {{"attention", base, {0.0, 0.1}},
            {"queryOfWord", queryOfWord, {0.2, 0.1, 0.7}},
            {"dropout", base, {0.3, 0.1}},
            {"unsmoothed", base, {0.0, 0.0}},
            {"bottleneck", bottleneck, {0.2, 0.1}},
            {"oneDirection", oneDirection, {0.2, 0.1}},
            {"untied", untied, {0.2, 0.1}},
            {"caption", caption, {0.0, 0.1}},
            {"captionGuided", caption, {0.2, 0.1, 0.7}},
            {"captionWordDropout", caption, {0.0, 0.1, 0.7, 0.4}},
            {"guided", base, {0.2, 0.1, 0.7}},
            {"wordDropout", base, {0.1, 0.1, 0, 0.4}},
            {"expectation", base, {0.1, 0.1, 0, 0, 0.6}},
            {"expectationAlone", base, {0, 0, 0, 0, 1}}};
}

Batch batchOf(const Configuration &configuration) {
    return configuration.seesPictures() ? pictureBatch() : smallBatch();
}

class GradientTest : public testing::TestWithParam<Case> {};

TEST_P(GradientTest, agreesWithCentralDifferences) {
    const Case &c = GetParam();
    Parameters<double> weights(c.configuration);
    initialise(weights, 7);
    // Biases start at zero, where some mistakes cannot be seen.
    for (const TensorLayout &t : weights.tensors()) {
        if (t.rows == 1) {
            for (long i = 0; i < t.cols; ++i) {
                weights[t.tensor](0, i) += 0.3 * std::sin(static_cast<double>(3 * i + t.cols));
            }
        }
    }
    const Batch batch = batchOf(c.configuration);
    Network<double> network;
    const auto loss = [&](Parameters<double> &gradient) {
        const Cost cost = network.accumulate({weights, batch, c.regularisation, 42, gradient});
        return cost.loss + c.regularisation.guidance * cost.alignment;
    };
    Parameters<double> gradient(c.configuration);
    Parameters<double> ignored(c.configuration);
    loss(gradient);
    constexpr double step = 1e-5;
    for (const TensorLayout &t : weights.tensors()) {
        double largest = 0;
        for (long i = 0; i < t.rows * t.cols; ++i) {
            double &value = weights[t.tensor].data()[i];
            const double kept = value;
            value = kept + step;
            const double above = loss(ignored);
            value = kept - step;
            const double below = loss(ignored);
            value = kept;
            const double numeric = (above - below) / (2 * step);
            const double analytic = gradient[t.tensor].data()[i];
            ASSERT_NEAR(analytic, numeric, 1e-7 * (1 + std::abs(numeric)))
                << t.name << " value " << i;
            largest = std::max(largest, std::abs(numeric));
        }
        EXPECT_GT(largest, 1e-4) << t.name << " has no influence: the check would be empty";
    }
}

TEST_P(GradientTest, isAdded) {
    const Case &c = GetParam();
    Parameters<double> weights(c.configuration);
    initialise(weights, 7);
    const Batch batch = batchOf(c.configuration);
    Network<double> network;
    Parameters<double> once(c.configuration);
    Parameters<double> twice(c.configuration);
    network.accumulate({weights, batch, c.regularisation, 1, once});
    network.accumulate({weights, batch, c.regularisation, 1, twice});
    network.accumulate({weights, batch, c.regularisation, 1, twice});
    for (std::size_t i = 0; i < once.values().size(); ++i) {
        ASSERT_NEAR(twice.values()[i], 2 * once.values()[i], 1e-12);
    }
}

INSTANTIATE_TEST_SUITE_P(Network, GradientTest, testing::ValuesIn(cases()),
                         [](const auto &info) { return info.param.name; });

TEST(Network, learnsWhatIsExpectedInPlaceOfTheTarget) {
    const auto lossOf = [](const std::vector<layers::Expected> &expected, double weight) {
        const EncodedPair pair{{4, 9, 3}, {5, 3}, {}, expected};
        Parameters<double> weights(smallConfiguration());
        initialise(weights, 3);
        Parameters<double> gradient(smallConfiguration());
        Network<double> network;
        return network.accumulate({weights, makeBatch({&pair}), {0, 0, 0, 0, weight}, 0, gradient})
            .loss;
    };
    const double alone = lossOf({}, 0.5);
    EXPECT_NEAR(lossOf(expectations(), 0), alone, 1e-12);
    std::vector<layers::Expected> target(2 * expectedPieces);
    target[0] = {5, 0.3F};
    target[expectedPieces] = {3, 0.9F};
    EXPECT_NEAR(lossOf(target, 0.7), alone, 1e-9) << "the teacher expects nothing but the target";
    target[expectedPieces] = {4, 0.9F};
    EXPECT_GT(std::abs(lossOf(target, 0.7) - alone), 1e-3);
}

TEST(Network, predictsWithoutLearning) {
    const std::vector<EncodedPair> pairs = {{{4, 9, 3}, {5, 3}}, {{3}, {7, 7, 4, 5, 3}}};
    Parameters<double> weights(smallConfiguration());
    initialise(weights, 3);
    Parameters<double> none;
    Network<double> network;
    const Batch batch = makeBatch({&pairs[0], &pairs[1]});
    double loss = 0;
    const Pass<double> pass{weights, batch, {0, 0}, 0, none};
    network.predict(pass, [&](long first, const In<double> &logits) {
        for (long i = 0; i < logits.rows(); ++i) {
            const long row = network.rows()[static_cast<std::size_t>(first + i)];
            const int target = batch.target[static_cast<std::size_t>(row)];
            loss += std::log(logits.row(i).array().exp().sum()) - logits(i, target);
        }
    });
    Parameters<double> gradient(smallConfiguration());
    const double learned = network.accumulate({weights, batch, {0, 0}, 0, gradient}).loss;
    EXPECT_NEAR(loss, learned, 1e-10);
}

TEST(Network, lossDoesNotDependOnHowSentencesAreBatched) {
    const std::vector<EncodedPair> pairs = {
        {{4, 9, 3}, {5, 3}}, {{5, 6, 7, 8, 10, 3}, {4, 8, 6, 3}}, {{3}, {7, 7, 4, 5, 3}}};
    Parameters<double> weights(smallConfiguration());
    initialise(weights, 3);
    Parameters<double> together(smallConfiguration());
    Parameters<double> apart(smallConfiguration());
    Network<double> network;
    const Regularisation none{0.0, 0.1};
    const Batch all = makeBatch({&pairs[0], &pairs[1], &pairs[2]});
    const double loss = network.accumulate({weights, all, none, 0, together}).loss;
    double sum = 0;
    for (const EncodedPair &pair : pairs) {
        sum += network.accumulate({weights, makeBatch({&pair}), none, 0, apart}).loss;
    }
    EXPECT_NEAR(loss, sum, 1e-10);
    for (std::size_t i = 0; i < apart.values().size(); ++i) {
        ASSERT_NEAR(together.values()[i], apart.values()[i], 1e-10);
    }
}

}  // namespace
