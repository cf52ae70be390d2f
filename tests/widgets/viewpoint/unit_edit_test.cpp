// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/unit_edit.h"

#include <gtest/gtest.h>

#include "tests/support/traces.h"

namespace {

using namespace widgets;
using Kind = UnitPlace::Kind;

class UnitEditTest : public testing::Test {
  protected:
    std::shared_ptr<const model::Trace> plain_ = support::tinyTrace("le chat dort");
    int half() const { return static_cast<int>(plain_->encoder->forward().state.cols()); }
    std::shared_ptr<const model::Trace> made(const Edit &edit) const {
        return support::edited(*plain_, edit.interventions);
    }
};

TEST_F(UnitEditTest, StatesOfTheEncoderAreHalvesOfAnAnnotation) {
    EXPECT_EQ(*unitPlaceOf(*plain_, {.source = 1, .strip = Vector::forwardState, .unit = 2}),
              (UnitPlace{Kind::annotation, 1, 2}));
    const Selection backward{.source = 1, .strip = Vector::backwardState, .unit = 2};
    const UnitPlace unit = *unitPlaceOf(*plain_, backward);
    EXPECT_EQ(unit, (UnitPlace{Kind::annotation, 1, half() + 2}));
    EXPECT_EQ(widgets::selectionOf(*plain_, unit), backward);
    EXPECT_EQ(valueOf(*plain_, unit), plain_->encoder->backward().state(1, 2));
}

TEST_F(UnitEditTest, WhatIsNoUnitCannotBeHeld) {
    EXPECT_FALSE(unitPlaceOf(*plain_, {}));
    EXPECT_FALSE(unitPlaceOf(*plain_, {.source = 1, .strip = Vector::embedding, .unit = 0}));
    EXPECT_FALSE(unitPlaceOf(*plain_, {.source = 99, .strip = Vector::forwardState, .unit = 0}));
    EXPECT_FALSE(unitPlaceOf(*plain_, {.step = 0, .strip = Vector::decoderState, .unit = 9999}));
    EXPECT_FALSE(unitPlaceOf(*plain_, {.step = 0, .strip = Vector::decoderState}));
}

TEST_F(UnitEditTest, AHeldUnitHasItsValueAndCanBeLetGo) {
    for (const UnitPlace unit :
         {UnitPlace{Kind::annotation, 1, half() + 1}, UnitPlace{Kind::initial, 0, 4},
          UnitPlace{Kind::state, 1, 3}, UnitPlace{Kind::context, 2, 0}}) {
        const auto held = made(holdUnit(*plain_, unit, 0.25F));
        EXPECT_EQ(valueOf(*held, unit), 0.25F);
        EXPECT_TRUE(isHeld(*held, unit));
        EXPECT_FALSE(isHeld(*plain_, unit));
        EXPECT_EQ(heldUnits(*held), std::vector{unit});
        EXPECT_TRUE(releaseUnit(*held, unit).interventions.empty());
    }
}

TEST_F(UnitEditTest, TheInitialStateIsOfNoStep) {
    const Selection selection{.strip = Vector::initialState, .unit = 4};
    const UnitPlace unit = *unitPlaceOf(*plain_, selection);
    EXPECT_EQ(unit, (UnitPlace{Kind::initial, 0, 4}));
    EXPECT_EQ(stepOf(unit), -1);
    EXPECT_EQ(widgets::selectionOf(*plain_, unit), selection);
    EXPECT_EQ(unitName(unit).toStdString(), "unit 5 of s₀");
    EXPECT_FALSE(unitPlaceOf(*plain_, {.strip = Vector::initialState, .unit = 9999}));
    EXPECT_EQ(made(holdUnit(*plain_, unit, 0.25F))->interventions.initial,
              (model::HeldUnits{{4, 0.25F}}));
    // As it is before the first word, and in the states that follow.
    const auto elsewhere = unitElsewhere(*plain_, unit);
    ASSERT_EQ(static_cast<int>(elsewhere.size()), plain_->targetLength() + 1);
    EXPECT_EQ(elsewhere[0].number, 0);
    EXPECT_EQ(elsewhere[0].value, plain_->encoder->initial(4));
    EXPECT_EQ(elsewhere[2].value, plain_->step(1).cell.state(4));
}

TEST_F(UnitEditTest, ItsOwnValueChangesNothing) {
    const UnitPlace unit{Kind::state, 1, 3};
    const auto held = made(holdUnit(*plain_, unit, valueOf(*plain_, unit)));
    EXPECT_EQ(held->translation, plain_->translation);
    EXPECT_EQ(held->step(2).scores, plain_->step(2).scores);
}

TEST_F(UnitEditTest, TextsNameTheUnit) {
    const Edit edit = holdUnit(*plain_, {Kind::state, 6, 12}, 0.5F);
    EXPECT_EQ(edit.text.toStdString(), "unit 13 of s₇ at 0.50");
}

TEST_F(UnitEditTest, ItsValuesElsewhereAreOfWordsOrSteps) {
    const auto words = unitElsewhere(*plain_, {Kind::annotation, 0, 2});
    ASSERT_EQ(static_cast<int>(words.size()), plain_->sourceLength());
    EXPECT_EQ(words[1].value, plain_->encoder->annotations(1, 2));
    const auto steps = unitElsewhere(*plain_, {Kind::context, 0, 2});
    ASSERT_EQ(static_cast<int>(steps.size()), plain_->targetLength());
    EXPECT_EQ(steps[3].value, plain_->step(3).context(2));
}

}  // namespace
