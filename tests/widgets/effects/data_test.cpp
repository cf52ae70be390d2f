// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/effects/data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/decoding/translation.h"
#include "tests/support/traces.h"
#include "widgets/heatmap/data.h"
#include "widgets/viewpoint/comparison.h"

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
    const HeatmapData data = heatmapData(*trace_, true, 3, {.effects = &effects_});
    ASSERT_EQ(data.effects.rows(), data.weights.rows());
    ASSERT_EQ(data.effects.cols(), model::otherAttentionCount);
    const int steps = std::min(data.rows[0].end, 3);
    const auto mean = model::meanEffects({effects_.begin(), effects_.begin() + steps});
    EXPECT_FLOAT_EQ(data.effects(0, 1), static_cast<float>(mean.effects[1].difference));
    EXPECT_EQ(heatmapData(*trace_, true, 3).effects.size(), 0);
}

TEST_F(EffectsDataTest, TheHeatmapHasTheMeansOfTheReferenceAtTheStepsThatAreComparedWithARow) {
    model::Interventions forced;
    forced.steps[1].word = trace_->choices[1].candidate.id == 5 ? 6 : 5;
    const auto edited = model::translate({trace_->model, trace_->source.text(), std::move(forced)});
    const auto effects = model::attentionEffects(*edited);
    const Comparison comparison(*edited, *trace_);
    const HeatmapData data =
        heatmapData(*edited, false, edited->targetLength(),
                    {.effects = &effects, .original = trace_.get(), .originalEffects = &effects_});
    ASSERT_EQ(data.originalEffects.rows(), data.effects.rows());
    int apart = 0;
    for (int step = 0; step < edited->targetLength(); ++step) {
        const int there = comparison.stepOf(step);
        for (int kind = 0; kind < model::otherAttentionCount; ++kind) {
            const float before = data.originalEffects(step, kind);
            if (there < 0)
                EXPECT_TRUE(std::isnan(before)) << "no step can be compared with " << step;
            else
                EXPECT_FLOAT_EQ(before,
                                static_cast<float>(effects_[static_cast<std::size_t>(there)]
                                                       .effects[static_cast<std::size_t>(kind)]
                                                       .difference));
        }
        apart += there < 0 ? 1 : 0;
    }
    EXPECT_GT(apart, 0);
    EXPECT_EQ(heatmapData(*edited, false, 3, {.effects = &effects}).originalEffects.size(), 0);
}

}  // namespace
