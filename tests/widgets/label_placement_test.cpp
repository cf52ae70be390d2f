// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/label_placement.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace widgets
