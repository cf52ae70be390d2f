// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/label_placement.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace widgets {
namespace {

TEST(PlaceLabels, AloneALabelStandsToTheRight) {
    const auto places = placeLabels({{{50, 50}, 3, {20, 10}}}, QRectF(0, 0, 200, 100));
    ASSERT_EQ(places.size(), 1U);
    EXPECT_EQ(places[0], QRectF(55, 45, 20, 10));
}

TEST(PlaceLabels, AtTheRightEdgeItStandsToTheLeft) {
    const auto places = placeLabels({{{195, 50}, 3, {20, 10}}}, QRectF(0, 0, 200, 100));
    EXPECT_EQ(places[0], QRectF(170, 45, 20, 10));
}

TEST(PlaceLabels, WhereThereIsNoRoomThereIsNoLabel) {
    const auto places = placeLabels({{{10, 10}, 2, {50, 10}}}, QRectF(0, 0, 20, 20));
    EXPECT_TRUE(places[0].isEmpty());
}

TEST(PlaceLabels, NoneOverlapsAnotherNorADotNorTheEdge) {
    std::mt19937 random(3);
    std::uniform_real_distribution<double> place(0, 300);
    std::uniform_real_distribution<double> width(15, 70);
    std::vector<LabelWish> wishes;
    for (int i = 0; i < 60; ++i)
        wishes.push_back({{place(random), place(random)}, 3, {width(random), 14}});
    const QRectF room(0, 0, 300, 300);
    const auto places = placeLabels(wishes, room);
    int placed = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].isEmpty())
            continue;
        ++placed;
        EXPECT_TRUE(room.contains(places[i]));
        EXPECT_EQ(places[i].size(), wishes[i].size);
        for (std::size_t k = 0; k < places.size(); ++k) {
            if (k == i)
                continue;
            EXPECT_FALSE(places[i].intersects(places[k]));
            EXPECT_FALSE(places[i].contains(wishes[k].dot));
        }
    }
    EXPECT_GT(placed, 20);
    EXPECT_LT(placed, 60);
    EXPECT_FALSE(places[0].isEmpty()) << "what matters most comes first";
}

/// As many as there are texts, 3 pixels from one to the next, each 9 high.
AxisLabels closeLabels(const QStringList &texts) {
    AxisLabels labels{texts, {}, 9, 3, -100, 1000};
    for (int i = 0; i < static_cast<int>(texts.size()); ++i)
        labels.places.push_back(3.0 * i);
    return labels;
}

std::vector<int> written(const std::vector<double> &places) {
    std::vector<int> result;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (!std::isnan(places[i]))
            result.push_back(static_cast<int>(i));
    return result;
}

TEST(ThinnedOut, WhereThereIsRoomAllAreWritten) {
    AxisLabels labels = closeLabels({"a", ",", "b"});
    labels.extent = 3;
    labels.stride = 1;
    EXPECT_EQ(written(thinnedOut(labels, {})), (std::vector{0, 1, 2}));
    EXPECT_EQ(written(thinnedOut(labels, {1})), (std::vector{0, 1, 2}));
}

TEST(ThinnedOut, WordsComeBeforePunctuation) {
    const AxisLabels labels = closeLabels({",", "so", "he", ".", "«", "she", "…", "?", "!", "."});
    EXPECT_EQ(written(thinnedOut(labels, {})), (std::vector{1, 5, 8}));
    EXPECT_TRUE(isPunctuation("…”"));
    EXPECT_FALSE(isPunctuation("’s"));
    EXPECT_FALSE(isPunctuation("7"));
}

TEST(ThinnedOut, TheKeptOneWinsAndTheOthersStayWhereTheyWere) {
    const QStringList words{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"};
    const AxisLabels labels = closeLabels(words);
    EXPECT_EQ(written(thinnedOut(labels, {})), (std::vector{0, 3, 6, 9}));
    EXPECT_EQ(written(thinnedOut(labels, {-1, 4})), (std::vector{0, 4, 9}));
    EXPECT_EQ(written(thinnedOut(labels, {4, 9})), (std::vector{0, 4, 9}));
    const std::vector<double> places = thinnedOut(labels, {4, 4});
    EXPECT_EQ(places[4], 12);
    EXPECT_EQ(places[9], 27);
}

TEST(ThinnedOut, TwoKeptOnesThatTouchMoveApart) {
    AxisLabels labels = closeLabels({"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"});
    const std::vector<double> places = thinnedOut(labels, {5, 4});
    EXPECT_EQ(places[4], 13.5 - 4.5);
    EXPECT_EQ(places[5], 13.5 + 4.5);
    EXPECT_EQ(written(places), (std::vector{0, 4, 5, 9}));
    labels.end = 27 + 2;  // half of the last label lies beyond
    const std::vector<double> last = thinnedOut(labels, {9, 8});
    EXPECT_EQ(last[9], 29 - 4.5);
    EXPECT_EQ(last[8], 29 - 4.5 - 9);
}

TEST(ThinnedOut, WhatIsOutOfViewStaysThere) {
    AxisLabels labels = closeLabels({"a", "b", "c", "d"});
    labels.places[2] = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(written(thinnedOut(labels, {2})), (std::vector{0, 3}));
    // Nor does it move one in view that would have been too near.
    EXPECT_EQ(thinnedOut(labels, {2, 3})[3], labels.places[3]);
}

}  // namespace
}  // namespace widgets
