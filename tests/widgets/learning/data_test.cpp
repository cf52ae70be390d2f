// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/learning/data.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/widgets/learning/run.h"
#include "widgets/learning/geometry.h"

namespace {

using namespace widgets;

TEST(LearningData, momentsAreFoundByTheirPlaceOnEitherAxis) {
    const LearningData run = support::halfARun();
    EXPECT_EQ(run.place(50, LearningAxis::pairs), 2000);
    EXPECT_EQ(run.place(50, LearningAxis::time), 4);
    EXPECT_EQ(run.place(60, LearningAxis::pairs), 2000) << "the last that is known";
    EXPECT_EQ(run.momentNear(2400, LearningAxis::pairs), 50);
    EXPECT_EQ(run.momentNear(2600, LearningAxis::pairs), 75);
    EXPECT_EQ(run.momentNear(4.4, LearningAxis::time), 50);
    EXPECT_EQ(run.momentNear(1e9, LearningAxis::pairs), 250);
    EXPECT_EQ(run.momentNear(-5, LearningAxis::pairs), 0);
    EXPECT_EQ(LearningData().momentNear(3, LearningAxis::pairs), -1);
}

TEST(LearningData, momentsAreGoneThroughAndEndAtTheEnds) {
    const LearningData run = support::halfARun();
    EXPECT_EQ(run.momentFrom(50, 1), 75);
    EXPECT_EQ(run.momentFrom(50, -1), 25);
    EXPECT_EQ(run.momentFrom(60, 1), 75);
    EXPECT_EQ(run.momentFrom(0, -1), 0);
    EXPECT_EQ(run.momentFrom(250, 3), 250);
    EXPECT_EQ(LearningData().momentFrom(0, 1), -1);
}

TEST(LearningData, theAxisIsAsLongAsTheWholeRun) {
    LearningData run = support::halfARun();
    EXPECT_EQ(run.length(LearningAxis::pairs), 20000);
    EXPECT_EQ(run.length(LearningAxis::time), 40);
    run.allPairs = 500;
    EXPECT_EQ(run.length(LearningAxis::pairs), 10000) << "or as what was learned from";
}

TEST(LearningData, ticksAreRoundAndNoMoreThanAskedFor) {
    EXPECT_EQ(roundTicks(10, 5), (std::vector<double>{0, 2, 4, 6, 8, 10}));
    EXPECT_EQ(roundTicks(81920, 4), (std::vector<double>{0, 50000}));
    EXPECT_EQ(roundTicks(81920, 5), (std::vector<double>{0, 20000, 40000, 60000, 80000}));
    EXPECT_EQ(roundTicks(0.7, 3).size(), 2U);
    EXPECT_TRUE(roundTicks(0, 5).empty());
    EXPECT_TRUE(roundTicks(5, 0).empty());
}

TEST(LearningData, durationsAreReadLikeAClock) {
    EXPECT_EQ(durationText(0).toStdString(), "0:00");
    EXPECT_EQ(durationText(7.4).toStdString(), "0:07");
    EXPECT_EQ(durationText(59.6).toStdString(), "1:00");
    EXPECT_EQ(durationText(750).toStdString(), "12:30");
    EXPECT_EQ(durationText(3750).toStdString(), "1:02:30");
}

const StripRoom room{.left = 50, .width = 400, .top = 100, .height = 40, .gap = 10, .widest = 160};

TEST(LearningStrip, fillsTheWidthWithEqualPlaces) {
    const auto strip = layoutStrip(support::halfARun(), LearningAxis::pairs, -1, room);
    ASSERT_EQ(strip.size(), 8U);
    EXPECT_EQ(strip.front().rect.left(), 50);
    EXPECT_NEAR(strip.back().rect.right(), 450, 1e-9);
    for (const StripSlot &slot : strip) {
        EXPECT_NEAR(slot.rect.width(), strip.front().rect.width(), 1e-9);
        EXPECT_EQ(slot.rect.height(), 40);
    }
}

TEST(LearningStrip, showsTheFirstOfEachPartAndNothingOfWhatIsToCome) {
    const auto strip = layoutStrip(support::halfARun(), LearningAxis::pairs, -1, room);
    // Eleven pictures over a half of it: two or three to a place, the last of them in the very
    // middle.
    std::vector<int> pictures;
    for (const StripSlot &slot : strip)
        pictures.push_back(slot.picture);
    EXPECT_EQ(pictures, (std::vector{0, 3, 5, 8, 10, -1, -1, -1}));
}

TEST(LearningStrip, showsTheMomentInViewInItsPlace) {
    const auto strip = layoutStrip(support::halfARun(), LearningAxis::pairs, 100, room);
    EXPECT_EQ(strip[1].picture, 4);
    EXPECT_EQ(strip[2].picture, 5) << "the others are as they were";
}

TEST(LearningStrip, hasNoPlacesWithoutAttentionOrRoom) {
    LearningData run = support::halfARun();
    EXPECT_FALSE(layoutStrip(run, LearningAxis::time, -1, room).empty());
    run.sourceLetters = 0;
    EXPECT_TRUE(layoutStrip(run, LearningAxis::time, -1, room).empty());
    EXPECT_TRUE(layoutStrip(support::halfARun(), LearningAxis::time, -1, {}).empty());
}

TEST(LearningStrip, showsEvenAttentionAsFog) {
    LearningData run = support::halfARun();
    run.sourceLetters = 40;
    EXPECT_DOUBLE_EQ(fullWeight(run), 0.1);
    run.sourceLetters = 2;
    EXPECT_DOUBLE_EQ(fullWeight(run), 1);
}

TEST(LearningStrip, hasTheRowsOfWhatHasBeenLearned) {
    LearningData run = support::halfARun();
    EXPECT_EQ(stripRows(run), 3);
    run.pictures.back().weights = model::Matrix::Zero(32, 6);
    EXPECT_EQ(stripRows(run), 6) << "what finds no end is cut off";
    run.shownRows = 4;
    EXPECT_EQ(stripRows(run), 4) << "as it is told";
    run.shownRows = 0;
    run.pictures.clear();
    EXPECT_GT(stripRows(run), 0);
}

}  // namespace
