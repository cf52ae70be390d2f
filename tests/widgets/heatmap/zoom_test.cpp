// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/zoom.h"

#include <gtest/gtest.h>

namespace {

using namespace widgets;

double placeOf(const AxisWindow &window, double at) {
    return window.begin + at * window.length;
}

TEST(AxisWindow, WhatLiesUnderThePointerStays) {
    const AxisWindow window{0.2, 0.5};
    for (const double factor : {0.8, 1.5, 3.0}) {
        const AxisWindow zoomed = window.zoomed(factor, 0.4, 0.01);
        EXPECT_DOUBLE_EQ(zoomed.length, 0.5 / factor);
        EXPECT_DOUBLE_EQ(placeOf(zoomed, 0.4), placeOf(window, 0.4));
    }
}

TEST(AxisWindow, ZoomHasItsLimits) {
    EXPECT_EQ(AxisWindow{}.zoomed(0.5, 0.3, 0.1), AxisWindow{});
    EXPECT_DOUBLE_EQ(AxisWindow{}.zoomed(1000, 0.3, 0.1).length, 0.1);
    EXPECT_EQ(AxisWindow{}.zoomed(2, 0.3, 5), AxisWindow{});
    const AxisWindow out = AxisWindow{0.9, 0.1}.zoomed(0.5, 0, 0.1);
    EXPECT_DOUBLE_EQ(out.begin, 0.8);
}

TEST(AxisWindow, MovesWithinTheAxis) {
    EXPECT_DOUBLE_EQ((AxisWindow{0.2, 0.4}.moved(0.5).begin), 0.4);
    EXPECT_DOUBLE_EQ((AxisWindow{0.2, 0.4}.moved(5).begin), 0.6);
    EXPECT_DOUBLE_EQ((AxisWindow{0.2, 0.4}.moved(-5).begin), 0);
}

TEST(AxisWindow, ShowsAStretchByMovingAsLittleAsItTakes) {
    EXPECT_DOUBLE_EQ((AxisWindow{0.2, 0.4}.showing(0.3, 0.1).begin), 0.2);
    EXPECT_DOUBLE_EQ((AxisWindow{0.2, 0.4}.showing(0.1, 0.1).begin), 0.1);
    EXPECT_DOUBLE_EQ((AxisWindow{0.2, 0.4}.showing(0.7, 0.1).begin), 0.4);
}

TEST(ZoomedAround, LeavesTwoCellsOnEachAxis) {
    const HeatmapZoom zoom = zoomedAround({}, 1000, {0.5, 0.5}, 8, 5);
    EXPECT_DOUBLE_EQ(zoom.rows.length, 2.0 / 8);
    EXPECT_DOUBLE_EQ(zoom.columns.length, 2.0 / 5);
    EXPECT_FALSE(zoom.whole());
    EXPECT_TRUE(zoomedAround({}, 1000, {0.5, 0.5}, 1, 2).whole());
    EXPECT_TRUE(zoomedAround(zoom, 0.001, {0.1, 0.9}, 8, 5).whole());
}

}  // namespace
