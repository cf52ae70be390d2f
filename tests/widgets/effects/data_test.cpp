// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/effects/data.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/traces.h"
#include "widgets/heatmap/data.h"

namespace {

using namespace widgets;

class EffectsDataTest : public testing::Test {
  protected:
    std::shared_ptr<const model::Trace> trace_ = support::tinyTrace("le chat dort");
    std::vector<model::StepEffects> effects_ = model::attentionEffects(*trace_);
};

TEST_F(EffectsDataTest, EachKindHasALineForTheStepAndAll) {
    const auto lines = effectLines(*trace_, effects_, 1);
    ASSERT_EQ(lines.size(), static_cast<std::size_t>(model::otherAttentionCount));
    EXPECT_EQ(lines[0].kind.toStdString(), "uniform attention");
    EXPECT_EQ(lines[0].difference, effects_[1].effects[0].difference);
    EXPECT_EQ(lines[2].meanDifference, model::meanEffects(effects_).effects[2].difference);
    EXPECT_EQ(lines[3].word.isEmpty(), effects_[1].effects[3].changed <= 0.5);
}

TEST_F(EffectsDataTest, TheTextNamesStepAndSources) {
    const QString text = effectsText(*trace_, effects_, 1);
    EXPECT_TRUE(text.contains("step 2"));
    EXPECT_TRUE(text.contains("Jain &amp; Wallace (2019)"));
}

TEST_F(EffectsDataTest, TablesHoldEveryNumber) {
    EXPECT_EQ(effectsTable(*trace_, effects_).shape().rows,
              static_cast<std::size_t>(trace_->targetLength()));
    UnitScan scan{1, model::unitEffects(*trace_, 1)};
    EXPECT_EQ(unitsTable(scan).shape().rows,
              static_cast<std::size_t>(trace_->encoder->initial.size()));
}

TEST_F(EffectsDataTest, WhatTheyAreInTheReferenceStandsBesideThem) {
    const auto other = std::make_shared<const std::vector<model::StepEffects>>(
        model::attentionEffects(*support::tinyTrace("la souris dort")));
    const ReferenceEffects reference{other, {2, -1, 0}, "the original"};
    const auto lines = effectLines(*trace_, effects_, 0, reference);
    EXPECT_EQ(lines[1].referenceDifference, std::optional((*other)[2].effects[1].difference));
    EXPECT_EQ(lines[1].referenceMean,
              std::optional(model::meanEffects(*other).effects[1].difference));
    EXPECT_EQ(lines[1].referenceShare,
              std::optional(model::meanEffects(*other).effects[1].changed));
    EXPECT_FALSE(effectLines(*trace_, effects_, 1, reference)[1].referenceDifference)
        << "no step can be compared";
    EXPECT_FALSE(effectLines(*trace_, effects_, 0)[1].referenceMean);
    const QString text = effectsText(*trace_, effects_, 0, reference);
    EXPECT_TRUE(text.contains("In brackets: the same in the original."));
    EXPECT_TRUE(text.contains(QString(" (%1)").arg((*other)[2].effects[0].difference, 0, 'f', 3)));
    EXPECT_FALSE(effectsText(*trace_, effects_, 0).contains("In brackets"));
    const Table table = effectsTable(*trace_, effects_, reference);
    EXPECT_EQ(table.shape().columns, 2U + 2 * model::otherAttentionCount);
    const auto &column = std::get<DoubleCells>(table.columns()[6].cells);
    EXPECT_EQ(table.columns()[6].heading.toStdString(), "reference uniform");
    EXPECT_EQ(column[0], std::optional((*other)[2].effects[0].difference));
    EXPECT_FALSE(column[1]);
}

TEST_F(EffectsDataTest, UnitsOfTheReferenceStandBesideTheSameUnits) {
    UnitScan scan{1, model::unitEffects(*trace_, 1), trace_, 0, model::unitEffects(*trace_, 0)};
    std::ranges::sort(scan.referenceEffects, {}, &model::UnitEffect::unit);
    const Table table = unitsTable(scan);
    ASSERT_EQ(table.shape().columns, 6U);
    const auto &values = std::get<FloatCells>(table.columns()[4].cells);
    EXPECT_EQ(*values[0], trace_->step(0).cell.state(scan.effects[0].unit));
}

TEST_F(EffectsDataTest, TheHeatmapHasTheMeansOfItsRows) {
    const HeatmapData data = heatmapData(*trace_, true, 3, nullptr, &effects_);
    ASSERT_EQ(data.effects.rows(), data.weights.rows());
    ASSERT_EQ(data.effects.cols(), model::otherAttentionCount);
    const int steps = std::min(data.rows[0].end, 3);
    const auto mean = model::meanEffects({effects_.begin(), effects_.begin() + steps});
    EXPECT_FLOAT_EQ(data.effects(0, 1), static_cast<float>(mean.effects[1].difference));
    EXPECT_EQ(heatmapData(*trace_, true, 3).effects.size(), 0);
}

}  // namespace
