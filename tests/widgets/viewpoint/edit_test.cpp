// SPDX-License-Identifier: GPL-3.0-or-later
// What the user asks for, as interventions; each is made by a model and compared with what it says.
#include "widgets/viewpoint/edit.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "tests/support/traces.h"

namespace {

using namespace widgets;

class EditTest : public testing::Test {
  protected:
    std::shared_ptr<const model::Trace> plain_ = support::tinyTrace("le chat dort");
    std::shared_ptr<const model::Trace> made(const Edit &edit) const {
        return support::edited(*plain_, edit.interventions);
    }
};

TEST_F(EditTest, AllAttentionIsOnTheWordThatIsAskedFor) {
    const Edit edit = attendOnlyTo(*plain_, 1, {2});
    EXPECT_EQ(edit.text.toStdString(),
              "attend only to “" + plain_->source.label(2) + "” for word piece 2");
    EXPECT_EQ(made(edit)->step(1).weights(2), 1.0F);
    const auto both = made(attendOnlyTo(*plain_, 1, {0, 2}));
    EXPECT_EQ(both->step(1).weights(0), 0.5F);
    EXPECT_EQ(both->step(1).weights(2), 0.5F);
    EXPECT_EQ(both->step(0).weights, plain_->step(0).weights) << "the step before is left alone";
}

TEST_F(EditTest, AttentionIsEvenOrAsBefore) {
    const auto even = made(attendEvenly(*plain_, 0));
    EXPECT_FLOAT_EQ(even->step(0).weights(0), 1.0F / static_cast<float>(plain_->sourceLength()));
    EXPECT_EQ(made(attendAsBefore(*plain_, 1))->step(1).weights, plain_->step(0).weights);
}

TEST_F(EditTest, WhatIsMutedHasNoWeightHereOrEverywhere) {
    EXPECT_EQ(made(mute(*plain_, 1, {0}))->step(1).weights(0), 0.0F);
    EXPECT_GT(made(mute(*plain_, 1, {0}))->step(0).weights(0), 0.0F);
    const auto everywhere = made(mute(*plain_, -1, {0}));
    for (int i = 0; i < everywhere->targetLength(); ++i)
        EXPECT_EQ(everywhere->step(i).weights(0), 0.0F) << i;
}

TEST_F(EditTest, NotEverythingCanBeMuted) {
    std::vector<int> all;
    for (int j = 0; j < plain_->sourceLength(); ++j)
        all.push_back(j);
    EXPECT_FALSE(canMute(*plain_, 0, all));
    EXPECT_TRUE(canMute(*plain_, 0, {1}));
    const auto muted = made(mute(*plain_, 0, {1}));
    EXPECT_FALSE(canMute(*muted, 0, {1})) << "it is already";
    all.erase(all.begin() + 1);
    EXPECT_FALSE(canMute(*muted, 0, all)) << "nothing would be left";
    EXPECT_FALSE(canMute(*muted, -1, all)) << "nothing would be left at one step";
}

TEST_F(EditTest, AWordIsTakenAndWhatWasDecidedLaterIsGone) {
    const int other = plain_->step(0).candidates[3].id;
    const auto later = made(attendOnlyTo(*plain_, 2, {0}));
    const Edit edit = takeWord(*later, 0, other);
    EXPECT_FALSE(edit.interventions.steps.contains(2));
    const auto taken = made(edit);
    EXPECT_EQ(taken->chosen(0).id, other);
    EXPECT_TRUE(taken->choice(0).forced);
}

TEST_F(EditTest, AStepIsLeftToTheModelAgain) {
    const auto edited = made(attendEvenly(*plain_, 1));
    const Edit back = leaveToModel(*edited, 1);
    EXPECT_TRUE(back.interventions.empty());
    EXPECT_EQ(made(back)->step(1).weights, plain_->step(1).weights);
}

TEST_F(EditTest, TheTemperatureOfTheTranslationIsSet) {
    const auto hot = made(setTemperature(*plain_, -1, 2));
    EXPECT_LT(hot->step(0).weights.maxCoeff(), plain_->step(0).weights.maxCoeff());
    EXPECT_EQ(setTemperature(*plain_, 0, 0.5).text.toStdString(),
              "temperature 0.5 for word piece 1");
}

TEST_F(EditTest, TranslationsCanBeComparedUpToTheFirstOtherWord) {
    const auto taken = made(takeWord(*plain_, 1, plain_->step(1).candidates[2].id));
    EXPECT_TRUE(sameUpTo(*plain_, *taken, 0));
    EXPECT_TRUE(sameUpTo(*plain_, *taken, 1)) << "the numbers are the same, the choice is not";
    EXPECT_FALSE(sameUpTo(*plain_, *taken, 2));
    EXPECT_FALSE(sameUpTo(*plain_, *plain_, plain_->targetLength()));
}

}  // namespace
