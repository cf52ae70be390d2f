// SPDX-License-Identifier: GPL-3.0-or-later
// Attention that is pinned, muted or given a temperature, against the mathematics.
#include <gtest/gtest.h>

#include <cmath>
#include <utility>

#include "model/decoding/decoder.h"
#include "model/decoding/posterior.h"
#include "model/decoding/search.h"
#include "tests/model/decoding/interventions.h"
#include "tests/model/decoding/steps.h"

namespace {

using namespace model;

class AttentionIntervention : public testing::TestWithParam<std::string> {
  protected:
    std::shared_ptr<const Trace> changed(const Interventions &interventions) const {
        return translate({model_, sentence, interventions});
    }
    std::shared_ptr<const Trace> changedAt(int step, const Intervention &intervention) const {
        return changed({.steps = {{step, intervention}}});
    }

    std::shared_ptr<const Model> model_ = support::tinyModel(GetParam());
    std::shared_ptr<const Trace> free_ = support::tinyTrace(sentence, GetParam());
    int length_ = free_->sourceLength();
};

/// The same numbers and words, but for the mark of weights that were set.
void expectSameButForTheMark(const Trace &changed, const Trace &free) {
    ASSERT_EQ(changed.targetLength(), free.targetLength());
    for (int i = 0; i < free.targetLength(); ++i) {
        StepTrace step = changed.step(i);
        EXPECT_EQ(std::exchange(step.weightsForced, false),
                  changed.interventions.at(i).changesWeights());
        expectSame(step, free.step(i));
    }
    EXPECT_EQ(changed.choices, free.choices);
    EXPECT_EQ(changed.translation, free.translation);
}

TEST_P(AttentionIntervention, theModelsOwnWeightsPinnedChangeNothing) {
    Interventions all;
    for (int i = 0; i < free_->targetLength(); ++i) {
        const Intervention own{pin::Weights{free_->step(i).weights}};
        expectSameButForTheMark(*changedAt(i, own), *free_);
        all.steps[i] = own;
    }
    expectSameButForTheMark(*changed(all), *free_);
}

TEST_P(AttentionIntervention, aPinnedPositionsContextIsItsAnnotation) {
    for (int i = 0; i < free_->targetLength(); ++i) {
        for (int j = 0; j < length_; ++j) {
            const auto trace = changedAt(i, {pin::Position{j}});
            EXPECT_EQ(trace->step(i).context, Row(trace->encoder->annotations.row(j)));
            EXPECT_EQ(trace->step(i).weights, Row(Row::Unit(length_, j)));
            EXPECT_EQ(trace->step(i).scores, free_->step(i).scores);
            EXPECT_TRUE(trace->step(i).weightsForced);
            EXPECT_FALSE(trace->choice(i).forced);
        }
    }
}

TEST_P(AttentionIntervention, uniformWeightsGiveTheMeanOfTheAnnotations) {
    const auto trace = changed({.every = {pin::Uniform{}}});
    const Row mean = trace->encoder->annotations.colwise().mean();
    for (int i = 0; i < trace->targetLength(); ++i) {
        EXPECT_EQ(trace->step(i).weights.minCoeff(), trace->step(i).weights.maxCoeff());
        EXPECT_NEAR(trace->step(i).weights.sum(), 1, 1e-6);
        EXPECT_LT((trace->step(i).context - mean).cwiseAbs().maxCoeff(), 1e-6);
    }
}

TEST_P(AttentionIntervention, theRowOfTheStepBeforeIsTakenOver) {
    for (int i = 1; i < free_->targetLength(); ++i) {
        EXPECT_EQ(changedAt(i, {pin::Previous{}})->step(i).weights, free_->step(i - 1).weights);
    }
    // As it was used there: from step to step.
    const auto always = changed({.every = {pin::Previous{}}});
    const auto pinned = changed({.steps = {{0, {pin::Position{2}}}}, .every = {pin::Previous{}}});
    EXPECT_FALSE(always->step(0).weightsForced);
    for (int i = 1; i < always->targetLength(); ++i) {
        EXPECT_EQ(always->step(i).weights, free_->step(0).weights);
    }
    for (int i = 0; i < pinned->targetLength(); ++i) {
        EXPECT_EQ(pinned->step(i).weights, Row(Row::Unit(length_, 2)));
    }
}

TEST_P(AttentionIntervention, thePosteriorIsThatOfThePieceThatTheStepWouldGive) {
    const Posterior posterior = posteriorAttention(*free_);
    for (int i = 0; i < free_->targetLength(); ++i) {
        EXPECT_EQ(changedAt(i, {pin::Posterior{}})->step(i).weights, Row(posterior.weights.row(i)));
        // Of the forced piece, where one is forced.
        const int word = free_->step(i).candidates[5].id;
        Translation forced(*free_, i);
        forced.step({{}, word});
        EXPECT_EQ(changedAt(i, {pin::Posterior{}, word})->step(i).weights,
                  Row(posteriorAttention(*forced.trace()).weights.row(i)));
    }
}

TEST_P(AttentionIntervention, ofThePosteriorHasThePriorOfWhatIsNotPinned) {
    // Of weights with another temperature and a muted position, with held units.
    const Intervention prior{{}, {}, {1}, 2.0F, {{0, 0.5F}}, {{2, -0.5F}}};
    Intervention pinned = prior;
    pinned.attention = pin::Posterior{};
    for (int i = 0; i < free_->targetLength(); ++i) {
        const Posterior posterior = posteriorAttention(*changedAt(i, prior));
        const auto trace = changedAt(i, pinned);
        EXPECT_LT((trace->step(i).weights - posterior.weights.row(i)).cwiseAbs().maxCoeff(), 1e-6);
        EXPECT_EQ(trace->step(i).weights(1), 0);
    }
}

TEST_P(AttentionIntervention, aMutedPositionsWeightIs0AndTheOthersKeepTheirRatios) {
    const std::set<int> muted{0, 3};
    const auto always = changed({.every = {{}, {}, muted}});
    for (int i = 0; i < free_->targetLength(); ++i) {
        const Row own = free_->step(i).weights;
        const Row weights = changedAt(i, {{}, {}, muted})->step(i).weights;
        Row expected = own;
        expected(0) = 0;
        expected(3) = 0;
        expected /= expected.sum();
        EXPECT_LT((weights - expected).cwiseAbs().maxCoeff(), 1e-6);
        EXPECT_EQ(weights(0), 0);
        EXPECT_EQ(weights(3), 0);
    }
    for (int i = 0; i < always->targetLength(); ++i) {
        EXPECT_EQ(always->step(i).weights(0), 0);
        EXPECT_EQ(always->step(i).weights(3), 0);
        EXPECT_NEAR(always->step(i).weights.sum(), 1, 1e-6);
    }
}

TEST_P(AttentionIntervention, pinnedWeightsAreMutedToo) {
    Row given = Row::Zero(length_);
    given(0) = 0.5F;
    given(1) = 0.375F;
    given(2) = 0.125F;
    const Row weights = changedAt(1, {pin::Weights{given}, {}, {0}})->step(1).weights;
    EXPECT_EQ(weights(0), 0);
    EXPECT_FLOAT_EQ(weights(1), 0.75F);
    EXPECT_FLOAT_EQ(weights(2), 0.25F);
    EXPECT_EQ(weights.tail(length_ - 3).cwiseAbs().maxCoeff(), 0);
}

TEST_P(AttentionIntervention, whereNothingElseWasAttendedToTheOthersGetTheirShareAllTheSame) {
    // At this temperature the weight of one position is all but 1, and the others underflow.
    for (int i = 0; i < free_->targetLength(); ++i) {
        Row::Index most = 0;
        free_->step(i).scores.maxCoeff(&most);
        const Row weights =
            changedAt(i, {{}, {}, {static_cast<int>(most)}, 1e-6F})->step(i).weights;
        EXPECT_NEAR(weights.sum(), 1, 1e-6);
        EXPECT_EQ(weights(most), 0);
    }
}

TEST_P(AttentionIntervention, aTemperatureDividesTheScores) {
    for (const float temperature : {0.25F, 0.9F, 3.0F}) {
        const auto trace = changed({.every = {{}, {}, {}, temperature}});
        for (int i = 0; i < trace->targetLength(); ++i) {
            const auto scores = trace->step(i).scores.cast<double>().array() / temperature;
            const Eigen::ArrayXXd powers = (scores - scores.maxCoeff()).exp();
            const Eigen::ArrayXXd expected = powers / powers.sum();
            for (int j = 0; j < length_; ++j) {
                EXPECT_NEAR(trace->step(i).weights(j), expected(0, j), 1e-6);
            }
        }
    }
}

TEST_P(AttentionIntervention, theTemperature1ChangesNothing) {
    const auto same = changed({.every = {{}, {}, {}, 1.0F}});
    for (int i = 0; i < free_->targetLength(); ++i) {
        expectSame(same->step(i), free_->step(i));
    }
    EXPECT_EQ(same->choices, free_->choices);
}

TEST_P(AttentionIntervention, extremeTemperaturesGiveTheMostAndTheLeastCertainWeights) {
    const auto cold = changed({.every = {{}, {}, {}, 1e-38F}});
    const auto hot = changed({.every = {{}, {}, {}, 1e38F}});
    for (int i = 0; i < cold->targetLength(); ++i) {
        Row::Index most = 0;
        cold->step(i).scores.maxCoeff(&most);
        EXPECT_FLOAT_EQ(cold->step(i).weights(most), 1);
    }
    for (int i = 0; i < hot->targetLength(); ++i) {
        EXPECT_FLOAT_EQ(hot->step(i).weights.maxCoeff(), 1.0F / static_cast<float>(length_));
        EXPECT_FLOAT_EQ(hot->step(i).weights.minCoeff(), 1.0F / static_cast<float>(length_));
    }
}

INSTANTIATE_TEST_SUITE_P(Models, AttentionIntervention, testing::ValuesIn(tinyModelsWithAttention),
                         nameOfModel);

}  // namespace
