// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparison/data.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/traces.h"

namespace {

using namespace widgets;

TEST(ComparisonData, holdsWhatTheTracesHold) {
    const auto shown = support::syntheticTrace(4, 4, 1);
    const auto other = support::syntheticTrace(4, 6, 2);
    const TranslationPair comparison = comparisonOf(*shown, other.get(), "this", "that");
    EXPECT_EQ(comparison.shown.title, "this");
    EXPECT_EQ(comparison.shown.weights, model::alignment(*shown));
    EXPECT_EQ(comparison.reference.weights, model::alignment(*other));
    EXPECT_EQ(comparison.rows(), 7);
    ASSERT_EQ(comparison.reference.probabilities.size(), 7U);
    EXPECT_EQ(comparison.reference.probabilities[2],
              std::exp(double(other->chosen(2).logProbability)));
    EXPECT_FALSE(comparison.alone());
}

TEST(ComparisonData, differsCellByCellOnlyWhereTheSourceIsTheSame) {
    const auto shown = support::syntheticTrace(4, 4, 1);
    const auto longer = support::ofSource(shown->source, *support::syntheticTrace(4, 6, 2));
    const TranslationPair same = comparisonOf(*shown, longer.get(), {}, {});
    ASSERT_EQ(same.difference.rows(), 5);
    EXPECT_EQ(same.difference(1, 2), shown->step(1).weights(2) - longer->step(1).weights(2));
    const auto another = support::syntheticTrace(5, 4, 1);
    EXPECT_EQ(comparisonOf(*shown, another.get(), {}, {}).difference.size(), 0);
}

TEST(ComparisonData, withoutAttentionHasNoWeights) {
    const auto shown = support::tinyTrace("le chat dort");
    const auto twin = support::tinyTrace("le chat dort", "tiny_bottleneck");
    const TranslationPair comparison = comparisonOf(*shown, twin.get(), {}, {});
    EXPECT_EQ(comparison.reference.weights.size(), 0);
    EXPECT_EQ(comparison.difference.size(), 0);
    EXPECT_EQ(comparison.reference.rows.size(), twin->targetLength());
}

TEST(ComparisonData, marksThePiecesThatAreOthersThere) {
    const auto shown = support::syntheticTrace(4, 4, 1);
    auto changed = std::make_shared<model::Trace>(*shown);
    // One piece is another, and one more follows it.
    changed->target[1].text = "\xE2\x96\x81other";
    changed->target.insert(changed->target.begin() + 2, changed->target[1]);
    changed->steps.insert(changed->steps.begin() + 2, changed->steps[1]);
    changed->choices.insert(changed->choices.begin() + 2, changed->choices[1]);
    const TranslationPair comparison = comparisonOf(*shown, changed.get(), {}, {});
    EXPECT_EQ(comparison.shown.others, (std::vector<bool>{false, true, false, false, false}));
    EXPECT_EQ(comparison.reference.others,
              (std::vector<bool>{false, true, true, false, false, false}));
}

TEST(ComparisonData, aloneIsTheTranslationByItself) {
    const auto shown = support::syntheticTrace(4, 4, 1);
    const TranslationPair comparison = comparisonOf(*shown, nullptr, "this", "that");
    EXPECT_TRUE(comparison.alone());
    EXPECT_EQ(comparisonTable(*shown, nullptr).shape().columns, 3U);
}

TEST(ComparisonData, tableHasARowPerStepOfTheLongerOne) {
    const auto shown = support::syntheticTrace(4, 4, 1);
    const auto other = support::syntheticTrace(4, 6, 2);
    const Table table = comparisonTable(*shown, other.get());
    EXPECT_EQ(table.shape().rows, 7U);
    EXPECT_EQ(table.shape().columns, 5U);
    const auto &ended = std::get<DoubleCells>(table.columns()[2].cells);
    EXPECT_TRUE(ended[4].has_value());
    EXPECT_FALSE(ended[5].has_value());
}

}  // namespace
