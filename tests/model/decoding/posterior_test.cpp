// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/posterior.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/decoding/translation.h"
#include "model/error.h"
#include "tests/support/traces.h"

// Against the independent reference, see reference_test.cpp.
namespace {

using namespace model;

/// More source pieces than are worked on together.
const std::string longSentence =
    "Le chat noir dort dans la maison, le chien mange une pomme et moi, je regarde la neige.";

TEST(Posterior, likelihoodsAreThoseOfStepsThatAttendToOnePieceAlone) {
    for (const char *name : {"tiny", "tiny_general", "tiny_dot", "tiny_query"}) {
        SCOPED_TRACE(name);
        const auto trace = support::tinyTrace(longSentence, name);
        ASSERT_GT(trace->sourceLength(), 35);
        const Posterior posterior = posteriorAttention(*trace);
        ASSERT_EQ(posterior.logLikelihoods.rows(), trace->targetLength());
        ASSERT_EQ(posterior.logLikelihoods.cols(), trace->sourceLength());
        for (long i = 0; i < trace->targetLength(); ++i) {
            const int before = static_cast<int>(i) - 1;
            const Prefix prefix = i > 0
                                      ? prefixBehind(trace->step(before), trace->chosen(before).id)
                                      : emptyPrefix(*trace->encoder);
            for (const long j : {0L, 3L, 31L, 32L, trace->sourceLength() - 1L}) {
                Intervention alone;
                alone.attention = pin::Position{static_cast<int>(j)};
                alone.word = trace->chosen(static_cast<int>(i)).id;
                const Choice choice = decode(*trace->model, *trace->encoder, prefix, alone).choice;
                EXPECT_NEAR(posterior.logLikelihoods(i, j), choice.candidate.logProbability, 1e-4)
                    << i << ", " << j;
            }
        }
    }
}

TEST(Posterior, isWhatBayesRuleMakesOfTheWeights) {
    const auto trace = support::tinyTrace("Où dort le chat noir ?");
    const Posterior posterior = posteriorAttention(*trace);
    ASSERT_EQ(posterior.weights.rows(), trace->targetLength());
    double moved = 0;
    for (long i = 0; i < posterior.weights.rows(); ++i) {
        const Row &weights = trace->steps[static_cast<std::size_t>(i)]->weights;
        const Row joint = weights.array() * posterior.logLikelihoods.row(i).array().exp();
        EXPECT_TRUE(posterior.weights.row(i).isApprox(joint / joint.sum(), 1e-5F)) << i;
        EXPECT_NEAR(posterior.weights.row(i).sum(), 1, 1e-5) << i;
        moved += static_cast<double>((posterior.weights.row(i) - weights).cwiseAbs().sum());
    }
    EXPECT_GT(moved, 0.1);
}

/// The translation with a step's weights set by hand.
Trace withWeights(const Row &weights) {
    Translation translation(support::tinyModel(), "le chat noir");
    translation.step({pin::Weights{weights}});
    return *translation.trace();
}

TEST(Posterior, takesTheWeightsThatWereSetByHand) {
    const int length = support::tinyTrace("le chat noir")->sourceLength();
    Row weights = Row::Zero(length);
    weights(1) = 1;
    const Posterior sure = posteriorAttention(withWeights(weights));
    EXPECT_EQ(sure.weights.row(0), Row(Row::Unit(length, 1)));

    weights(1) = 0.25F;
    weights(2) = 0.75F;
    const Posterior unsure = posteriorAttention(withWeights(weights));
    EXPECT_EQ(unsure.weights(0, 0), 0);
    EXPECT_GT(unsure.weights(0, 2), 0);
    EXPECT_NEAR(unsure.weights.row(0).sum(), 1, 1e-5);
}

TEST(Posterior, ofATraceWithoutStepsHasNoRows) {
    const Translation translation(support::tinyModel(), "le chat noir");
    const Posterior none = posteriorAttention(*translation.trace());
    EXPECT_EQ(none.weights.rows(), 0);
    EXPECT_EQ(none.weights.cols(), translation.trace()->sourceLength());
}

TEST(Posterior, needsAttention) {
    const auto bottleneck = support::tinyTrace("le chat noir", "tiny_bottleneck");
    EXPECT_THROW(posteriorAttention(*bottleneck), Error);
}

TEST(Posterior, canBeCancelled) {
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(posteriorAttention(*support::tinyTrace("le chat"), source.get_token()), Cancelled);
}

}  // namespace
