// SPDX-License-Identifier: GPL-3.0-or-later
// Units of annotations, states and contexts that are held at a value.
#include <gtest/gtest.h>

#include "model/decoding/posterior.h"
#include "model/decoding/search.h"
#include "tests/model/decoding/interventions.h"
#include "tests/model/decoding/steps.h"

namespace {

using namespace model;

class HeldUnit : public testing::TestWithParam<std::string> {
  protected:
    std::shared_ptr<const Trace> changed(const Interventions &interventions) const {
        return translate({model_, sentence, interventions});
    }

    std::shared_ptr<const Model> model_ = support::tinyModel(GetParam());
    std::shared_ptr<const Trace> free_ = support::tinyTrace(sentence, GetParam());
};

HeldUnits unitsOf(const Row &vector) {
    HeldUnits units;
    for (int u = 0; u < vector.size(); ++u) {
        units[u] = vector(u);
    }
    return units;
}

/// The same numbers, whatever was decided.
void expectNothingChanged(const Trace &changed, const Trace &free) {
    ASSERT_EQ(changed.targetLength(), free.targetLength());
    for (int i = 0; i < free.targetLength(); ++i) {
        expectSame(changed.step(i), free.step(i));
    }
    EXPECT_EQ(changed.choices, free.choices);
    EXPECT_EQ(changed.encoder->annotations, free.encoder->annotations);
    EXPECT_EQ(changed.encoder->keys, free.encoder->keys);
    EXPECT_EQ(changed.encoder->contextGates, free.encoder->contextGates);
    EXPECT_EQ(changed.encoder->initial, free.encoder->initial);
}

TEST_P(HeldUnit, atItsOwnValueChangesNothing) {
    const EncoderTrace &encoder = *free_->encoder;
    Interventions all;
    for (int j = 0; j < free_->sourceLength(); ++j) {
        const HeldUnits units = unitsOf(encoder.annotations.row(j));
        expectNothingChanged(*changed({.annotations = {{j, units}}}), *free_);
        expectNothingChanged(*changed({.annotations = {{j, {*units.begin()}}}}), *free_);
        all.annotations[j] = units;
    }
    all.initial = unitsOf(encoder.initial);
    expectNothingChanged(*changed({.initial = all.initial}), *free_);
    for (int i = 0; i < free_->targetLength(); ++i) {
        all.steps[i].state = unitsOf(free_->step(i).cell.state);
        all.steps[i].context = unitsOf(free_->step(i).context);
        for (int u = 0; u < 3; ++u) {
            Interventions one;
            one.steps[i].state[u] = all.steps[i].state[u];
            expectNothingChanged(*changed(one), *free_);
            one = {};
            one.steps[i].context[u] = all.steps[i].context[u];
            expectNothingChanged(*changed(one), *free_);
        }
    }
    expectNothingChanged(*changed(all), *free_);
}

TEST_P(HeldUnit, ofAStateIsWhatTheReadoutAndTheNextStepAreMadeOf) {
    const int at = 2;
    const auto trace = changed({.steps = {{at, {{}, {}, {}, {}, {{1, 0.5F}, {4, -2.0F}}}}}});
    Row expected = free_->step(at).cell.state;
    expected(1) = 0.5F;
    expected(4) = -2;
    EXPECT_EQ(Row(trace->step(at).cell.state), expected);
    EXPECT_EQ(trace->step(at).context, free_->step(at).context);
    EXPECT_EQ(trace->step(at).cell.update, free_->step(at).cell.update);
    EXPECT_NE(trace->step(at).readout, free_->step(at).readout);
    const DecodedStep next = decode(*model_, *free_->encoder, {expected, trace->chosen(at).id});
    expectSame(trace->step(at + 1), next.step);
}

TEST_P(HeldUnit, ofAContextIsWhatTheStateIsMadeOf) {
    // Held at another annotation's values, a context is that annotation.
    const int at = 3;
    const Row other = free_->encoder->annotations.row(1);
    const auto trace = changed({.steps = {{at, {{}, {}, {}, {}, {}, unitsOf(other)}}}});
    const StepTrace &step = trace->step(at);
    EXPECT_EQ(step.context, other);
    if (free_->hasAttention()) {
        EXPECT_EQ(step.weights, free_->step(at).weights);
        const auto pinned = changed({.steps = {{at, {pin::Position{1}}}}})->step(at);
        EXPECT_LT((step.cell.state - pinned.cell.state).cwiseAbs().maxCoeff(), 1e-6);
        EXPECT_LT((step.readout - pinned.readout).cwiseAbs().maxCoeff(), 1e-6);
    } else {
        EXPECT_NE(step.cell.state, free_->step(at).cell.state);
    }
}

TEST_P(HeldUnit, ofAnAnnotationChangesAllThatIsMadeOfIt) {
    const int last = free_->sourceLength() - 1;
    const int end = static_cast<int>(free_->encoder->forward().state.cols()) - 1;
    const auto trace = changed({.annotations = {{last, {{end, 0.875F}}}}});
    const EncoderTrace &encoder = *trace->encoder;
    Matrix expected = free_->encoder->annotations;
    expected(last, end) = 0.875F;
    EXPECT_EQ(encoder.annotations, expected);
    EXPECT_EQ(encoder.forward().state, free_->encoder->forward().state);
    EXPECT_NE(encoder.initial, free_->encoder->initial) << "it ends the reading left to right";
    EXPECT_NE(encoder.contextGates, free_->encoder->contextGates);
    if (free_->hasAttention()) {
        EXPECT_NE(Row(encoder.keys.row(last)), Row(free_->encoder->keys.row(last)));
        EXPECT_EQ(Row(encoder.keys.row(0)), Row(free_->encoder->keys.row(0)));
        const Row context = trace->step(0).weights * expected;
        EXPECT_LT((trace->step(0).context - context).cwiseAbs().maxCoeff(), 1e-6);
    } else {
        EXPECT_EQ(trace->step(0).context(end), 0.875F);
    }
    // An annotation between the ends is in no initial state and in no context of the bottleneck.
    const auto inner = changed({.annotations = {{2, {{0, 0.875F}}}}});
    EXPECT_EQ(inner->encoder->initial, free_->encoder->initial);
    EXPECT_EQ(inner->steps.front()->scores.size() == 0,
              inner->translation == free_->translation &&
                  inner->steps.front()->readout == free_->steps.front()->readout);
}

TEST_P(HeldUnit, ofTheInitialStateIsWhatTheFirstStepBeginsWith) {
    const auto trace = changed({.initial = {{0, -3.0F}}});
    Row expected = free_->encoder->initial;
    expected(0) = -3;
    EXPECT_EQ(trace->encoder->initial, expected);
    EXPECT_NE(trace->step(0).cell.state, free_->step(0).cell.state);
}

TEST_P(HeldUnit, isHeldWhereThePosteriorIsWorkedOut) {
    if (!free_->hasAttention()) {
        return;
    }
    // A likelihood is the probability of the piece in a step that attends to one position.
    Intervention held{{}, {}, {}, {}, {{0, 0.5F}}, {{1, -1.0F}, {3, 0.25F}}};
    const auto trace = changed({.every = held});
    const Posterior posterior = posteriorAttention(*trace);
    for (int i = 0; i < trace->targetLength(); ++i) {
        held.word = trace->chosen(i).id;
        for (int j = 0; j < trace->sourceLength(); ++j) {
            held.attention = pin::Position{j};
            const auto alone = decode(*model_, *trace->encoder, prefixOf(*trace, i), held);
            EXPECT_NEAR(posterior.logLikelihoods(i, j), alone.choice.candidate.logProbability,
                        1e-4);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, HeldUnit, testing::ValuesIn(tinyModels), nameOfModel);

}  // namespace
