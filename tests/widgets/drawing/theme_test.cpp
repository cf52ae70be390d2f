// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/theme.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <string>

namespace widgets {
namespace {

constexpr double readable = 4.5;  // WCAG 2.1, AA, text
constexpr double visible = 3.0;   // WCAG 2.1, AA, graphics

class EachTheme : public testing::TestWithParam<const Theme *> {
  protected:
    const Theme &theme = *GetParam();
};

constexpr Role roles[] = {Role::source, Role::target, Role::attention, Role::state};

/// Sum of the differences of the three channels.
int distance(const QColor &a, const QColor &b) {
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) +
           std::abs(a.blue() - b.blue());
}

TEST_P(EachTheme, TextCanBeReadOnEveryBackground) {
    EXPECT_GE(contrast(theme.text, theme.surface), readable);
    EXPECT_GE(contrast(theme.text, theme.window), readable);
    EXPECT_GE(contrast(theme.mutedText, theme.surface), readable);
    EXPECT_GE(contrast(theme.mutedText, theme.window), readable);
    EXPECT_GE(contrast(theme.pending, theme.surface), readable);
    EXPECT_GE(contrast(theme.pending, theme.window), readable);
    for (const Theme::Handle handle :
         {Theme::Handle::idle, Theme::Handle::hovered, Theme::Handle::pressed}) {
        EXPECT_GE(contrast(theme.handle(handle), theme.window), visible);
    }
    for (const Role role : roles) {
        EXPECT_GE(contrast(theme.text, theme.fill(role)), readable) << static_cast<int>(role);
        EXPECT_GE(contrast(theme.text, theme.strongFill(role)), readable) << static_cast<int>(role);
        EXPECT_GE(contrast(theme.role(role), theme.surface), readable) << static_cast<int>(role);
    }
}

TEST_P(EachTheme, LinesOfLittleAreVisibleOnlyInHighContrast) {
    for (const Role which : roles) {
        EXPECT_EQ(theme.stroke(0, which), theme.surface);
        EXPECT_EQ(theme.stroke(1, which), theme.role(which));
        for (const double little : {0.01, 0.1, 0.2}) {
            const QColor line = theme.stroke(little, which);
            if (&theme == &Theme::highContrast()) {
                EXPECT_GE(contrast(line, theme.surface), visible) << little;
            } else {
                EXPECT_EQ(line, theme.sequential(little, which)) << little;
            }
        }
    }
}

TEST_P(EachTheme, RolesAndTheirTintsDiffer) {
    for (const Role a : roles) {
        EXPECT_GE(contrast(theme.role(a), theme.window), visible);
        EXPECT_GT(distance(theme.fill(a), theme.surface), 20);
        EXPECT_GT(distance(theme.strongFill(a), theme.surface),
                  distance(theme.fill(a), theme.surface));
        for (const Role b : roles) {
            if (a != b) {
                EXPECT_GT(distance(theme.role(a), theme.role(b)), 90);
            }
        }
    }
}

TEST_P(EachTheme, WeightsGoFromTheSurfaceToTheAttentionHue) {
    EXPECT_EQ(theme.weight(0), theme.surface);
    EXPECT_EQ(theme.weight(1), theme.role(Role::attention));
    EXPECT_EQ(theme.weight(-1), theme.weight(0));
    EXPECT_EQ(theme.weight(7), theme.weight(1));
    int last = -1;
    for (double value = 0; value <= 1; value += 0.125) {
        const int now = distance(theme.weight(value), theme.surface);
        EXPECT_GT(now, last) << value;
        last = now;
    }
}

TEST_P(EachTheme, DivergingColoursAreSymmetricAboutZero) {
    EXPECT_EQ(theme.diverging(0), theme.surface);
    EXPECT_EQ(theme.diverging(4, 4), theme.diverging(1));
    EXPECT_EQ(theme.diverging(-1, 2), theme.diverging(-0.5));
    EXPECT_EQ(theme.diverging(9), theme.diverging(1));
    EXPECT_EQ(theme.diverging(-9), theme.diverging(-1));
    EXPECT_EQ(theme.diverging(3, 0), theme.surface) << "a vector of zeros has no limit";
    EXPECT_GT(theme.diverging(1).red(), theme.diverging(1).blue());
    EXPECT_LT(theme.diverging(-1).red(), theme.diverging(-1).blue());
    for (double value = 0.25; value <= 1; value += 0.25) {
        const double positive = contrast(theme.diverging(value), theme.surface);
        const double negative = contrast(theme.diverging(-value), theme.surface);
        EXPECT_NEAR(positive / negative, 1, 0.2) << value;
        EXPECT_GT(positive, contrast(theme.diverging(value - 0.25), theme.surface));
        EXPECT_GT(negative, contrast(theme.diverging(0.25 - value), theme.surface));
    }
}

TEST_P(EachTheme, NotANumberIsGrey) {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const QColor &color : {theme.weight(nan), theme.diverging(nan)}) {
        EXPECT_EQ(color.red(), color.green());
        EXPECT_EQ(color.green(), color.blue());
        EXPECT_NE(color, theme.surface);
    }
}

TEST_P(EachTheme, IsRecognisedByItsPalette) {
    EXPECT_EQ(&Theme::of(theme.palette()), &theme);
    const QPalette palette = theme.palette();
    EXPECT_GE(contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)),
              readable);
    EXPECT_GE(
        contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)),
        readable);
    EXPECT_GE(contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)),
              readable);
}

std::string nameOf(const testing::TestParamInfo<const Theme *> &info) {
    constexpr std::array names{"Light", "Dark", "HighContrast"};
    return names[info.index];
}

INSTANTIATE_TEST_SUITE_P(Theme, EachTheme,
                         testing::Values(&Theme::light(), &Theme::darkTheme(),
                                         &Theme::highContrast()),
                         nameOf);

TEST(HighContrast, StandsOutMoreThanTheOthers) {
    const Theme &theme = Theme::highContrast();
    constexpr double enhanced = 7;  // WCAG 2.1, AAA, text
    for (const QColor &color : {theme.text, theme.mutedText, theme.pending})
        EXPECT_GE(contrast(color, theme.surface), enhanced);
    for (const Role role : roles)
        EXPECT_GE(contrast(theme.role(role), theme.surface), enhanced);
    EXPECT_GE(contrast(theme.outline, theme.surface), visible);
    EXPECT_GE(contrast(theme.diverging(1), theme.surface), visible);
    EXPECT_GE(contrast(theme.diverging(-1), theme.surface), visible);
    // However little the value of a line is.
    for (const Role role : roles)
        for (const double value : {0.001, 0.03, 0.2, 0.5, 1.0})
            EXPECT_GE(contrast(theme.stroke(value, role), theme.surface), visible) << value;
    EXPECT_EQ(theme.stroke(0, Role::attention), theme.surface) << "nothing is no line";
    EXPECT_GT(contrast(theme.stroke(0.9, Role::attention), theme.surface),
              contrast(theme.stroke(0.1, Role::attention), theme.surface));
    EXPECT_EQ(Theme::light().stroke(0.1, Role::attention), Theme::light().weight(0.1));
}

TEST(Contrast, IsThatOfTheWebGuidelines) {
    EXPECT_DOUBLE_EQ(contrast(Qt::white, Qt::black), 21);
    EXPECT_DOUBLE_EQ(contrast(Qt::red, Qt::red), 1);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.01);
    EXPECT_EQ(textOn(Qt::yellow), QColor(Qt::black));
    EXPECT_EQ(textOn(QColor(0x20, 0x20, 0x60)), QColor(Qt::white));
}

}  // namespace
}  // namespace widgets
