// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/geometry.h"

#include <gtest/gtest.h>

namespace widgets {
namespace {

const QRectF track(20, 5, 900, 30);
constexpr Extent extent{9, 10};
constexpr TimelineGeometry::Options options{.reading = 150, .focused = 80, .focus = 6};

TEST(TimelineGeometry, SegmentsFillTheTrackSideBySide) {
    for (const int focus : {-2, -1, 0, 6, 9, 10, 99}) {
        const TimelineGeometry geometry(track, extent, {150, 80, focus});
        EXPECT_EQ(geometry.reading(), QRectF(track.left(), track.top(), 150, track.height()));
        double left = geometry.reading().right();
        for (int step = 0; step < extent.steps; ++step) {
            EXPECT_NEAR(geometry.step(step).left(), left, 1e-9) << step << " " << focus;
            EXPECT_DOUBLE_EQ(geometry.step(step).top(), track.top());
            EXPECT_DOUBLE_EQ(geometry.step(step).height(), track.height());
            EXPECT_NEAR(geometry.step(step).width(),
                        step == focus            ? 80
                        : focus < 0 || focus > 9 ? 75
                                                 : 670.0 / 9,
                        1e-9)
                << step << " " << focus;
            left = geometry.step(step).right();
        }
        EXPECT_NEAR(left, track.right(), 1e-9) << focus;
    }
}

TEST(TimelineGeometry, AStepOfTheBottleneckHasThreeStages) {
    const TimelineGeometry geometry(track, {9, 10, false}, options);
    const QRectF step = geometry.step(6);
    EXPECT_TRUE(geometry.stage(6, Stage::softmax).isNull());
    EXPECT_NEAR(geometry.stage(6, Stage::context).left(), step.left(), 1e-9);
    EXPECT_NEAR(geometry.stage(6, Stage::context).width(), step.width() / 3, 1e-9);
    EXPECT_NEAR(geometry.position(geometry.x(27 + 3 * 6 + 1.5)), 27 + 3 * 6 + 1.5, 1e-9);
    EXPECT_NEAR(geometry.x(27 + 3 * 6 + 3), step.right(), 1e-9);
}

TEST(TimelineGeometry, ReadingTakesAtMostAThird) {
    const TimelineGeometry greedy(track, extent, {.reading = 500});
    EXPECT_DOUBLE_EQ(greedy.reading().width(), 300);
    EXPECT_DOUBLE_EQ(greedy.step(0).width(), 60);
    const TimelineGeometry one(track, {1, 10}, {.reading = 150});
    EXPECT_DOUBLE_EQ(one.reading().width(), 150) << "of a single piece";
}

TEST(TimelineGeometry, TheStepInFocusTakesAtMostHalfOfTheSteps) {
    const TimelineGeometry many(track, extent, {150, 5000, 0});
    EXPECT_DOUBLE_EQ(many.step(0).width(), 375);
    EXPECT_NEAR(many.step(9).right(), track.right(), 1e-9);
    const TimelineGeometry three(track, {9, 3}, {150, 300, 1});
    EXPECT_DOUBLE_EQ(three.step(0).width(), 225);
    EXPECT_DOUBLE_EQ(three.step(1).width(), 300);
    const TimelineGeometry two(track, {9, 2}, {150, 5000, 1});
    EXPECT_DOUBLE_EQ(two.step(0).width(), 375);
    const TimelineGeometry one(track, {9, 1}, {150, 5000, 0});
    EXPECT_DOUBLE_EQ(one.step(0).width(), 750);
}

TEST(TimelineGeometry, StagesDivideTheirStepEvenly) {
    const TimelineGeometry geometry(track, extent, options);
    const QRectF step = geometry.step(6);
    EXPECT_NEAR(geometry.stage(6, Stage::score).left(), step.left(), 1e-9);
    EXPECT_NEAR(geometry.stage(6, Stage::word).right(), step.right(), 1e-9);
    EXPECT_NEAR(geometry.stage(6, Stage::context).center().x(), step.center().x(), 1e-9);
    EXPECT_DOUBLE_EQ(geometry.stage(6, Stage::state).top(), track.top());
    EXPECT_DOUBLE_EQ(geometry.stage(6, Stage::state).height(), track.height());
    EXPECT_TRUE(geometry.stage(6, Stage::backward).isNull()) << "not a stage of a word";
    EXPECT_TRUE(geometry.stage(10, Stage::word).isNull()) << "no such step";
    EXPECT_TRUE(geometry.stage(-1, Stage::word).isNull()) << "no such step";
}

TEST(TimelineGeometry, PositionAndXAreEachOthersInverse) {
    for (const int focus : {-1, 0, 6, 9, 99}) {
        for (const int steps : {1, 3, 10, 100}) {
            const Extent of{9, steps};
            const TimelineGeometry geometry(track, of, {150, 80, focus});
            for (double at = 0; at <= momentCount(of); at += 0.25)
                ASSERT_NEAR(geometry.position(geometry.x(at)), at, 1e-6) << focus << " " << steps;
        }
    }
}

TEST(TimelineGeometry, PositionsGrowFromLeftToRight) {
    const TimelineGeometry geometry(track, {9, 100}, {150, 80, 40});
    double last = -1;
    for (double x = track.left(); x <= track.right(); x += 0.5) {
        const double now = geometry.position(x);
        ASSERT_GT(now, last) << x;
        last = now;
    }
}

TEST(TimelineGeometry, BeyondTheTrackLieTheBeginningAndTheEnd) {
    const TimelineGeometry geometry(track, extent, options);
    EXPECT_DOUBLE_EQ(geometry.position(-500), 0);
    EXPECT_DOUBLE_EQ(geometry.position(5000), momentCount(extent));
    EXPECT_DOUBLE_EQ(geometry.x(-3), track.left());
    EXPECT_NEAR(geometry.x(1e6), track.right(), 1e-9);
}

TEST(TimelineGeometry, TheStepInFocusKeepsItsWidthAmongManyAndOthersStayInPlace) {
    const Extent many{60, 100};
    const TimelineGeometry before(track, many, {150, 80, 40});
    const TimelineGeometry after(track, many, {150, 80, 41});
    EXPECT_DOUBLE_EQ(before.step(40).width(), 80);
    EXPECT_LT(before.step(39).width(), 10);
    EXPECT_NEAR(before.step(39).left(), after.step(39).left(), 1e-9);
    EXPECT_NEAR(before.step(42).left(), after.step(42).left(), 1e-9);
}

TEST(TimelineGeometry, NothingGrowsWhereThereIsRoom) {
    const TimelineGeometry geometry(track, {9, 5}, {150, 80, 2});
    EXPECT_DOUBLE_EQ(geometry.step(2).width(), 150);
    EXPECT_DOUBLE_EQ(geometry.step(0).width(), geometry.step(4).width());
}

TEST(TimelineGeometry, TellsTheStepAtAPlace) {
    const TimelineGeometry geometry(track, {9, 40}, {150, 80, 12});
    for (int step = 0; step < 40; ++step)
        EXPECT_EQ(geometry.stepAt(geometry.step(step).center().x()), step);
    EXPECT_EQ(geometry.stepAt(track.left() + 10), -1);
    EXPECT_EQ(geometry.stepAt(track.right() + 10), -1);
    EXPECT_EQ(geometry.stepAt(track.right()), 39);
    const TimelineGeometry whole(track, extent, {150, 120, 6});  // all edges are whole numbers
    for (int step = 0; step < 10; ++step)
        EXPECT_EQ(whole.stepAt(whole.step(step).left()), step) << "an edge is the later step's";
    EXPECT_TRUE(geometry.step(40).isNull());
    EXPECT_TRUE(geometry.step(-1).isNull());
}

TEST(TimelineGeometry, DegenerateExtentsAndTracks) {
    const TimelineGeometry nothing(track, {0, 0}, options);
    EXPECT_DOUBLE_EQ(nothing.position(400), 0);
    EXPECT_DOUBLE_EQ(nothing.x(3), track.left());
    EXPECT_EQ(nothing.stepAt(400), -1);
    const TimelineGeometry reading(track, {9, 0}, options);
    EXPECT_DOUBLE_EQ(reading.reading().width(), track.width());
    EXPECT_DOUBLE_EQ(reading.position(track.center().x()), 13.5);
    const TimelineGeometry steps(track, {0, 4}, options);
    EXPECT_DOUBLE_EQ(steps.reading().width(), 0);
    EXPECT_DOUBLE_EQ(steps.position(track.center().x()), 10);
    const TimelineGeometry thin(QRectF(20, 5, 0, 30), extent, options);
    EXPECT_DOUBLE_EQ(thin.x(50), 20);
    EXPECT_DOUBLE_EQ(thin.position(20), 0);
    EXPECT_DOUBLE_EQ(thin.position(21), momentCount(extent));
    EXPECT_EQ(thin.stepAt(20), -1);
    const TimelineGeometry negative(QRectF(20, 5, -10, 30), extent, options);
    EXPECT_DOUBLE_EQ(negative.reading().width(), 0);
    EXPECT_DOUBLE_EQ(negative.x(50), 20);
    EXPECT_EQ(negative.stepAt(15), -1);
}

}  // namespace
}  // namespace widgets
