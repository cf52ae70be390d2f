// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/effects/data.h"

#include <gtest/gtest.h>

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
