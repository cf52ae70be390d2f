// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/beam/data.h"

#include <gtest/gtest.h>

#include "model/decoding/search.h"
#include "tests/support/traces.h"
#include "widgets/beam/geometry.h"
#include "widgets/text/numbers.h"

namespace {

using namespace widgets;

class BeamDataTest : public testing::Test {
  protected:
    std::shared_ptr<const model::Trace> trace_ = support::tinyTrace("le chat dort");
    std::shared_ptr<const model::SearchTree> tree_ = std::make_shared<const model::SearchTree>(
        model::searchTree(trace_->model, "le chat dort", {.beam = 4}));
    BeamData data_ = beamData(tree_, trace_.get());

    int best() const {
        for (std::size_t i = 0; i < data_.nodes.size(); ++i)
            if (data_.nodes[i].place == 0)
                return static_cast<int>(i);
        return -1;
    }
};

TEST_F(BeamDataTest, EveryHypothesisIsANodeAfterItsParent) {
    ASSERT_EQ(data_.nodes.size(), tree_->nodes.size());
    for (std::size_t i = 0; i < data_.nodes.size(); ++i) {
        EXPECT_LT(data_.nodes[i].parent, static_cast<int>(i));
        EXPECT_EQ(data_.nodes[i].score, tree_->nodes[i]->score);
    }
}

TEST_F(BeamDataTest, WhatNoTranslationGoesThroughIsPruned) {
    ASSERT_GE(best(), 0);
    for (const int node : data_.pathTo(best()))
        EXPECT_FALSE(data_.nodes[static_cast<std::size_t>(node)].pruned);
    const BeamData few = beamData(tree_, trace_.get(), false);
    EXPECT_LE(few.nodes.size(), data_.nodes.size());
    for (const BeamNode &node : few.nodes)
        EXPECT_FALSE(node.pruned);
}

TEST_F(BeamDataTest, TheTranslationInViewIsMarkedAsFarAsTheTreeHasIt) {
    int marked = 0;
    for (const BeamNode &node : data_.nodes)
        if (node.current) {
            EXPECT_EQ(node.depth, marked++) << "one at each step, from the first on";
        }
    EXPECT_GT(marked, 0);
}

TEST_F(BeamDataTest, TheWayOfTheReferenceIsMarkedAndWhereAnotherLeavesIt) {
    const auto other = tree_->trace(*tree_->ended.back());
    const BeamData data = beamData(tree_, trace_.get(), true, other.get());
    int marked = 0;
    for (const BeamNode &node : data.nodes)
        if (node.reference) {
            EXPECT_EQ(node.depth, marked++);
        }
    EXPECT_EQ(marked, other->targetLength());
    EXPECT_TRUE(data.compared);
    EXPECT_EQ(beamTable(data).shape().columns, beamTable(data_).shape().columns + 1);

    int step = 0;
    while (step < other->targetLength() && other->chosen(step).id == trace_->chosen(step).id)
        ++step;
    ASSERT_LT(step, other->targetLength()) << "it is another than the greedy one";
    const auto parting = partingOf(*trace_, *other);
    ASSERT_TRUE(parting);
    EXPECT_EQ(parting->step, step);
    EXPECT_NE(parting->piece, parting->referencePiece);
    EXPECT_FALSE(partingOf(*trace_, *trace_));
}

TEST_F(BeamDataTest, APartingIsToldWithTheScoresOfBothWays) {
    const auto other = tree_->trace(*tree_->ended.back());
    const model::SearchOptions options{.beam = 4};
    const auto parting = partingOf(*trace_, *other);
    ASSERT_TRUE(parting);
    const double now = options.score(trace_->logProbability(), trace_->targetLength());
    const double before = tree_->ended.back()->score;
    const auto number = [](double value) { return numberText(value, {.decimals = 3}); };
    EXPECT_EQ(partingText(*trace_, *other, options, true, "the beam").toStdString(),
              QString("The translation in view leaves the way of the beam at step %1, with “%2” in "
                      "place of “%3”: score %4, there %5 (difference %6).")
                  .arg(QString::number(parting->step + 1), parting->piece, parting->referencePiece,
                       number(now), number(before), signedNumber(now - before, 3))
                  .toStdString());
    EXPECT_EQ(partingText(*tree_->trace(*tree_->ended.back()->parent), *other, options, false, "it")
                  .toStdString(),
              "So far, this is the way of it.");
    EXPECT_TRUE(partingText(*other, *other, options, false, "it")
                    .startsWith("This is the way of it: score "));
}

TEST_F(BeamDataTest, TheBestPathTakenIsTheBestTranslation) {
    const Edit edit = takePath(data_, best());
    const auto taken = support::edited(*trace_, edit.interventions);
    EXPECT_EQ(taken->translation, tree_->trace(*tree_->ended.front())->translation);
}

TEST_F(BeamDataTest, TheAttentionIsThatOfThePath) {
    const auto whole = tree_->trace(*tree_->ended.front());
    EXPECT_EQ(attentionOn(data_, best()), model::alignment(*whole));
}

TEST_F(BeamDataTest, NoTwoNodesLieOnEachOther) {
    const TextMeasure measure{[](const QString &text) { return 8.0 * text.size(); }, 16};
    const BeamLayout layout = layoutBeam(data_, measure, 40);
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        EXPECT_TRUE(QRectF({}, layout.size).contains(layout.boxes[i]));
        for (std::size_t j = 0; j < i; ++j)
            EXPECT_FALSE(layout.boxes[i].intersects(layout.boxes[j])) << i << " " << j;
    }
    EXPECT_EQ(layout.nodeAt(layout.boxes[2].center()), std::optional(2));
    EXPECT_FALSE(layout.nodeAt({-5, -5}));
    EXPECT_EQ(neighbourOf(data_, layout, best(), BeamWay::parent),
              data_.nodes[static_cast<std::size_t>(best())].parent);
}

}  // namespace
