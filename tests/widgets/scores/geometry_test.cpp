// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores/geometry.h"
#include "widgets/drawing/rows.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

using namespace widgets;

Rows tenRows() {
    return {.count = 10, .rowHeight = 20, .header = 30, .footer = 10, .height = 140, .scroll = 0};
}

TEST(Rows, HeaderAndFooterAreNoRows) {
    const Rows rows = tenRows();
    EXPECT_EQ(rows.rowAt(29.9), -1);
    EXPECT_EQ(rows.rowAt(30), 0);
    EXPECT_EQ(rows.rowAt(49.9), 0);
    EXPECT_EQ(rows.rowAt(50), 1);
    EXPECT_EQ(rows.rowAt(129.9), 4);
    EXPECT_EQ(rows.rowAt(130), -1);
}

TEST(Rows, BelowTheLastRowIsNothing) {
    Rows rows = tenRows();
    rows.count = 2;
    EXPECT_EQ(rows.rowAt(69), 1);
    EXPECT_EQ(rows.rowAt(71), -1);
    EXPECT_EQ(rows.maximumScroll(), 0);
}

TEST(Rows, ScrollingMovesRowsUp) {
    Rows rows = tenRows();
    EXPECT_EQ(rows.maximumScroll(), 100);
    rows.scroll = 100;
    EXPECT_EQ(rows.rowAt(30), 5);
    EXPECT_EQ(rows.top(9) + rows.rowHeight, 130);
}

TEST(Rows, ScrollToMovesNoFurtherThanNeeded) {
    Rows rows = tenRows();
    EXPECT_EQ(rows.scrollTo(3), 0);
    EXPECT_EQ(rows.scrollTo(5), 20);
    EXPECT_EQ(rows.scrollTo(9), 100);
    rows.scroll = 100;
    EXPECT_EQ(rows.scrollTo(2), 40);
    EXPECT_FALSE(rows.wholeRowVisible(2));
    rows.scroll = 40;
    EXPECT_TRUE(rows.wholeRowVisible(2));
}

TEST(Rows, RowsAreNotCutWhereTheyScroll) {
    Rows rows = tenRows();
    rows.height += 13;
    EXPECT_EQ(rows.viewHeight(), 100);
    EXPECT_EQ(rows.rowAt(129.9), 4);
    EXPECT_EQ(rows.rowAt(130), -1);
    EXPECT_EQ(rows.maximumScroll(), 100);
    EXPECT_EQ(rows.snapped(49), 40);
    EXPECT_EQ(rows.snapped(51), 60);
    EXPECT_EQ(rows.snapped(-7), 0);
    EXPECT_EQ(rows.snapped(1000), 100);
    rows.count = 5;
    EXPECT_EQ(rows.viewHeight(), 113) << "all fit";
    rows.height = 55;
    EXPECT_EQ(rows.viewHeight(), 15) << "no room for one";
    EXPECT_EQ(Rows{}.snapped(10), 0);
}

TEST(Rows, NoRoomIsHarmless) {
    const Rows rows{.count = 3, .rowHeight = 20, .header = 30, .footer = 30, .height = 10};
    EXPECT_EQ(rows.viewHeight(), 0);
    EXPECT_EQ(rows.rowAt(5), -1);
    EXPECT_EQ(Rows{}.rowAt(0), -1);
}

TEST(Bars, StandOnZero) {
    const ValueRange range{-2, 6};
    EXPECT_EQ(zeroOf(range, 100, 180), 120);
    const Bar up = barFor(3, range, 100, 180);
    EXPECT_EQ(up.left, 120);
    EXPECT_EQ(up.right, 150);
    const Bar down = barFor(-2, range, 100, 180);
    EXPECT_EQ(down.left, 100);
    EXPECT_EQ(down.right, 120);
}

TEST(Bars, ValuesOutsideAreClampedAndNoNumbersAreEmpty) {
    EXPECT_EQ(barFor(9, {0, 1}, 0, 50).right, 50);
    const Bar none = barFor(std::numeric_limits<double>::quiet_NaN(), {-1, 1}, 0, 50);
    EXPECT_EQ(none.left, none.right);
    const Bar flat = barFor(0, {0, 0}, 10, 50);
    EXPECT_EQ(flat.left, 10);
    EXPECT_EQ(flat.right, 10);
}

TEST(ValueRange, HoldsZeroAndIgnoresWhatIsNotFinite) {
    ValueRange range;
    range.include(std::numeric_limits<double>::infinity());
    EXPECT_EQ(range, ValueRange{});
    range.include(3);
    range.include(5);
    EXPECT_EQ(range, (ValueRange{0, 5}));
    range.include(-1);
    EXPECT_EQ(range, (ValueRange{-1, 5}));
}

}  // namespace
