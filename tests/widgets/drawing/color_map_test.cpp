// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/color_map.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace {

using namespace widgets;

constexpr ColorMap maps[] = {ColorMap::attention, ColorMap::viridis, ColorMap::greys};

TEST(ColorMap, LightnessRunsOneWay) {
    for (const Theme &theme : {Theme::light(), Theme::darkTheme()})
        for (const ColorMap map : maps) {
            const double ends = contrast(colorOf(map, 0, theme), colorOf(map, 1, theme));
            EXPECT_GT(ends, map == ColorMap::attention ? 3 : 8);
            double before = 1;
            for (int i = 1; i <= 20; ++i) {
                const double now = contrast(colorOf(map, 0, theme), colorOf(map, i / 20.0, theme));
                EXPECT_GE(now, before - 0.02) << i;
                before = now;
            }
        }
}

TEST(ColorMap, NumbersReadOnEveryShade) {
    for (const Theme &theme : {Theme::light(), Theme::darkTheme()})
        for (const ColorMap map : maps)
            for (int i = 0; i <= 100; ++i) {
                const QColor shade = colorOf(map, i / 100.0, theme);
                EXPECT_GE(contrast(shade, textOn(shade)), 4.5) << i;
            }
}

TEST(ColorMap, ViridisPassesItsAnchorsInBothAppearances) {
    EXPECT_EQ(colorOf(ColorMap::viridis, 0, Theme::light()), QColor(0x44, 0x01, 0x54));
    EXPECT_EQ(colorOf(ColorMap::viridis, 1, Theme::darkTheme()), QColor(0xfd, 0xe7, 0x25));
    const QColor middle = colorOf(ColorMap::viridis, 1 / 3.0, Theme::light());
    EXPECT_NEAR(middle.red(), 0x31, 3);
    EXPECT_NEAR(middle.green(), 0x68, 3);
    EXPECT_NEAR(middle.blue(), 0x8e, 3);
}

TEST(ColorMap, AttentionIsTheThemesWeightAndGreysEndInText) {
    EXPECT_EQ(colorOf(ColorMap::attention, 0.3, Theme::light()), Theme::light().weight(0.3));
    EXPECT_EQ(colorOf(ColorMap::greys, 0, Theme::darkTheme()), Theme::darkTheme().surface);
    EXPECT_EQ(colorOf(ColorMap::greys, 1, Theme::darkTheme()), Theme::darkTheme().text);
}

TEST(ColorMap, SharesAreClampedAndNoNumberIsGrey) {
    for (const ColorMap map : maps) {
        EXPECT_EQ(colorOf(map, -1, Theme::light()), colorOf(map, 0, Theme::light()));
        EXPECT_EQ(colorOf(map, 7, Theme::light()), colorOf(map, 1, Theme::light()));
        EXPECT_EQ(colorOf(map, std::nan(""), Theme::light()), Theme::light().weight(std::nan("")));
    }
}

}  // namespace
