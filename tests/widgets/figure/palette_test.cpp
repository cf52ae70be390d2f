// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/palette.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <set>

namespace {

using widgets::ColorCounts;
using widgets::Palette;

int apart(QRgb a, QRgb b) {
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                     std::abs(qBlue(a) - qBlue(b))});
}

QRgb shown(const Palette &palette, QRgb color) {
    return palette.colors()[std::size_t(palette.indexOf(color))];
}

/// A ramp of `count` greys, one pixel each.
ColorCounts ramp(int count) {
    ColorCounts counts;
    for (int i = 0; i < count; ++i)
        counts.add(qRgb(i % 256, i / 256, 0));
    return counts;
}

TEST(Palette, colorsThatFitAreExact) {
    for (const int count : {1, 2, 255, 256}) {
        const Palette palette(ramp(count), 256);
        EXPECT_EQ(palette.colors().size(), std::size_t(count));
        for (int i = 0; i < count; ++i) {
            const QRgb color = qRgb(i % 256, i / 256, 0);
            EXPECT_EQ(shown(palette, color), color);
        }
    }
}

TEST(Palette, ofNothingThereIsNone) {
    EXPECT_TRUE(Palette(ColorCounts(), 256).colors().empty());
}

TEST(Palette, hasNoMoreColorsThanItMay) {
    for (const int most : {1, 2, 7, 256})
        EXPECT_EQ(Palette(ramp(1000), most).colors().size(), std::size_t(most));
}

TEST(Palette, everyColorHasOneNearby) {
    ColorCounts counts;
    for (int red = 0; red < 256; red += 4)
        for (int green = 0; green < 256; green += 4)
            counts.add(qRgb(red, green, 128));
    const Palette palette(counts, 256);
    int farthest = 0;
    for (int red = 0; red < 256; red += 4)
        for (int green = 0; green < 256; green += 4)
            farthest = std::max(
                farthest, apart(shown(palette, qRgb(red, green, 128)), qRgb(red, green, 128)));
    // 4,096 colours on a square of 16 × 16 groups, each 16 wide.
    EXPECT_LE(farthest, 16);
}

TEST(Palette, areasOfOneColorKeepIt) {
    ColorCounts counts = ramp(3000);
    const QRgb surface = qRgb(251, 252, 253);
    const QRgb nearly = qRgb(250, 252, 253);
    for (int i = 0; i < 100000; ++i)
        counts.add(surface);
    for (int i = 0; i < 5; ++i)
        counts.add(nearly);
    EXPECT_EQ(shown(Palette(counts, 64), surface), surface);
    EXPECT_LE(apart(shown(Palette(counts, 64), nearly), surface), 1);
}

TEST(Palette, isTheSameWhateverTheOrderOfThePixels) {
    ColorCounts backwards;
    for (int i = 999; i >= 0; --i)
        backwards.add(qRgb(i % 256, i / 256, 0));
    EXPECT_EQ(Palette(ramp(1000), 100).colors(), Palette(backwards, 100).colors());
}

}  // namespace
