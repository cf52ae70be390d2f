// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/comparison.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/traces.h"
#include "widgets/context/data.h"
#include "widgets/heatmap/data.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/steps_before.h"
#include "widgets/viewpoint/unit_edit.h"

namespace {

using namespace widgets;

void setPieces(model::Trace &trace, const std::vector<int> &ids) {
    trace.choices.assign(ids.size(), trace.choices.front());
    trace.steps.assign(ids.size(), trace.steps.front());
    for (std::size_t i = 0; i < ids.size(); ++i)
        trace.choices[i].candidate.id = ids[i];
}

class ComparisonTest : public testing::Test {
  protected:
    std::shared_ptr<const model::Trace> plain_ = support::tinyTrace("le chat dort");
    std::shared_ptr<const model::Trace> made(const Edit &edit) const {
        return support::edited(*plain_, edit.interventions);
    }
};

TEST_F(ComparisonTest, WhatIsTheSameIsComparedStepByStep) {
    const Comparison same(*plain_, *plain_);
    for (int step = 0; step < plain_->targetLength(); ++step) {
        EXPECT_EQ(same.stepOf(step), step);
        EXPECT_EQ(same.sameWord(step), step);
        EXPECT_EQ(same.change(step), 0.0);
    }
    EXPECT_EQ(same.stepOf(-1), -1);
    EXPECT_EQ(same.stepOf(plain_->targetLength()), -1);
}

TEST_F(ComparisonTest, TheStepOfAForcedWordIsComparedButItsWordIsNone) {
    int strange = -1;  // a piece that the original does not have anywhere
    for (const model::Candidate &candidate : plain_->step(2).candidates)
        if (std::ranges::none_of(plain_->choices, [&](const model::Choice &choice) {
                return choice.candidate.id == candidate.id;
            }))
            strange = candidate.id;
    ASSERT_GE(strange, 0);
    const auto other = made(takeWord(*plain_, 2, strange));
    const Comparison comparison(*other, *plain_);
    EXPECT_EQ(comparison.stepOf(2), 2) << "both came to it alike";
    EXPECT_EQ(comparison.sameWord(2), -1);
    EXPECT_FALSE(comparison.change(2));
    EXPECT_EQ(comparison.sameWord(1), 1);
}

TEST_F(ComparisonTest, WhatStoodInPlaceOfOtherPiecesIsToldByStep) {
    // Two others in place of one, then one more, then one in place of two.
    model::Trace other = *plain_;
    model::Trace reference = *plain_;
    setPieces(reference, {10, 11, 12, 13, 14, 15, 16});
    setPieces(other, {10, 21, 22, 12, 23, 13, 24, 16});
    const auto before = stepsBefore(Comparison(other, reference), 8, 7);
    const std::vector<std::optional<StepsBefore>> expected{
        {}, StepsBefore{1, 2}, StepsBefore{2, 2}, {}, StepsBefore{3, 3}, {}, StepsBefore{4, 6}, {}};
    EXPECT_EQ(before, expected);
}

TEST_F(ComparisonTest, OtherPiecesStandForThoseBeforeOneByOneAndTheLastForTheRest) {
    model::Trace other = *plain_;
    model::Trace reference = *plain_;
    setPieces(reference, {10, 11, 12, 13, 14});
    setPieces(other, {10, 21, 22, 14});
    const std::vector<std::optional<StepsBefore>> expected{
        {}, StepsBefore{1, 2}, StepsBefore{2, 4}, {}};
    EXPECT_EQ(stepsBefore(Comparison(other, reference), 4, 5), expected);
}

TEST_F(ComparisonTest, WordsAfterOneMoreAreFoundAgain) {
    model::Trace longer = *plain_;
    longer.steps.insert(longer.steps.begin() + 1, plain_->steps[0]);
    model::Choice other = plain_->choice(0);
    other.candidate.id = plain_->step(0).candidates[9].id;
    longer.choices.insert(longer.choices.begin() + 1, other);
    const Comparison comparison(longer, *plain_);
    EXPECT_EQ(comparison.sameWord(0), 0);
    EXPECT_EQ(comparison.sameWord(longer.targetLength() - 1), plain_->targetLength() - 1);
}

TEST_F(ComparisonTest, TheChangeIsOfTheProbabilityOfTheSameWord) {
    const auto edited = made(attendEvenly(*plain_, 0));
    const Comparison comparison(*edited, *plain_);
    for (int step = 0; step < edited->targetLength(); ++step) {
        const int before = comparison.sameWord(step);
        if (before < 0)
            continue;
        const double was = std::exp(static_cast<double>(plain_->chosen(before).logProbability));
        const double is = std::exp(static_cast<double>(edited->chosen(step).logProbability));
        EXPECT_NEAR(*comparison.change(step), is - was, 1e-9);
        EXPECT_NEAR(*comparison.probabilityBefore(step), was, 1e-9);
    }
}

TEST_F(ComparisonTest, WhatWasDecidedIsSaidInWords) {
    EXPECT_TRUE(decidedText(*plain_, 1).isEmpty());
    const auto pinned = made(attendOnlyTo(*plain_, 1, {2}));
    EXPECT_EQ(decidedText(*pinned, 1).toStdString(), "pinned to “" + plain_->source.label(2) + "”");
    EXPECT_TRUE(decidedText(*pinned, 0).isEmpty());
    const auto muted = made(mute(*made(setTemperature(*plain_, -1, 2)), -1, {0}));
    EXPECT_EQ(decidedText(*muted, 3).toStdString(),
              "“" + plain_->source.label(0) + "” muted, τ = 2");
}

TEST_F(ComparisonTest, StatesAreSubtractedStepByStep) {
    const auto edited = made(attendEvenly(*plain_, 1));
    const auto difference = stateDifferences(*edited, *plain_);
    EXPECT_TRUE(difference->step(0).cell.state.isZero());
    EXPECT_TRUE(difference->encoder->annotations.isZero());
    const model::Matrix expected = edited->step(1).cell.state - plain_->step(1).cell.state;
    EXPECT_EQ(difference->step(1).cell.state, expected);
    EXPECT_FALSE(expected.isZero());
}

TEST_F(ComparisonTest, TheInitialStateIsSubtractedToo) {
    const auto held =
        made(holdUnit(*plain_, {UnitPlace::Kind::initial, 0, 2}, plain_->encoder->initial(2) + 1));
    const auto difference = stateDifferences(*held, *plain_);
    EXPECT_NEAR(difference->encoder->initial(2), 1, 1e-6);
    EXPECT_EQ(difference->encoder->initial(1), 0);
}

TEST_F(ComparisonTest, ContextsAreSubtractedTermByTerm) {
    const auto edited = made(attendEvenly(*plain_, 1));
    const ContextData data = contextDifference(*edited, 1, *plain_, 1);
    EXPECT_EQ(data.context[2], edited->step(1).context(2) - plain_->step(1).context(2));
    EXPECT_NEAR(data.rows[0].weight,
                static_cast<double>(edited->step(1).weights(0) - plain_->step(1).weights(0)), 1e-6);
    float sum = 0;
    for (const ContextRow &row : data.rows)
        sum += row.term[2];
    EXPECT_NEAR(sum, data.context[2], 1e-5);
}

TEST_F(ComparisonTest, TheHeatmapHasTheWeightsOfTheOriginal) {
    const auto edited = made(attendEvenly(*plain_, 0));
    const HeatmapData data =
        heatmapData(*edited, false, edited->targetLength(), {.original = plain_.get()});
    ASSERT_EQ(data.original.rows(), data.weights.rows());
    EXPECT_EQ(data.original(0, 1), plain_->step(0).weights(1));
    EXPECT_NE(data.original(0, 1), data.weights(0, 1));
}

}  // namespace
