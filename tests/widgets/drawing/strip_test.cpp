// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/strip.h"

#include <gtest/gtest.h>

#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <limits>
#include <vector>

#include "widgets/drawing/theme.h"

namespace widgets {
namespace {

TEST(StripUnits, AShortStripShowsAnEvenlySpacedSubset) {
    const StripUnits units = stripUnits(256, 64, 4);
    EXPECT_EQ(units.cells, 16);
    EXPECT_FALSE(units.all());
    for (int cell = 0; cell < units.cells; ++cell)
        EXPECT_EQ(units.unit(cell), 16 * cell);
}

TEST(StripUnits, ALongStripShowsEveryUnitOnce) {
    const StripUnits units = stripUnits(7, 1000, 4);
    EXPECT_TRUE(units.all());
    for (int cell = 0; cell < units.cells; ++cell)
        EXPECT_EQ(units.unit(cell), cell);
}

TEST(StripUnits, CellIsTheInverseOfUnit) {
    for (const int count : {1, 2, 5, 24, 100, 255, 256, 512}) {
        for (const double length : {1.0, 9.0, 50.0, 97.0, 400.0, 5000.0}) {
            const StripUnits units = stripUnits(count, length, 4);
            int shown = 0;
            for (int unit = 0; unit < count; ++unit) {
                const int cell = units.cell(unit);
                if (cell >= 0) {
                    EXPECT_EQ(units.unit(cell), unit);
                    EXPECT_EQ(cell, shown) << "cells in the order of the units";
                    ++shown;
                }
            }
            EXPECT_EQ(shown, units.cells);
            EXPECT_EQ(units.cell(count), -1);
            EXPECT_EQ(units.cell(-1), -1);
        }
    }
}

TEST(StripUnits, NoUnitsMakeNoCells) {
    EXPECT_EQ(stripUnits(0, 100, 4), StripUnits{});
    EXPECT_EQ(StripUnits{}.cell(0), -1);
}

TEST(StripPlace, CellsTileTheRectangleAndArePointedAt) {
    for (const Qt::Orientation orientation : {Qt::Vertical, Qt::Horizontal}) {
        const StripPlace place{QRectF(10, 20, 90, 60), orientation, stripUnits(100, 60, 4)};
        QRectF united;
        for (int cell = 0; cell < place.units.cells; ++cell) {
            const QRectF rect = place.cell(cell);
            EXPECT_FALSE(united.intersects(rect.adjusted(0.01, 0.01, -0.01, -0.01)));
            EXPECT_EQ(place.cellAt(rect.center()), cell);
            united = united.united(rect);
        }
        EXPECT_NEAR(united.bottom(), place.rect.bottom(), 1e-9);
        EXPECT_NEAR(united.right(), place.rect.right(), 1e-9);
        EXPECT_EQ(place.cellAt({9, 30}), -1);
        EXPECT_EQ(place.cellAt({30, 81}), -1);
    }
}

TEST(RobustLimit, AnOutlierDoesNotMakeTheRestPale) {
    std::vector<float> values(1000, 0.5F);
    values[17] = -900;
    EXPECT_DOUBLE_EQ(robustLimit(values), 0.5);
}

TEST(RobustLimit, NeverZeroNorNotANumber) {
    EXPECT_DOUBLE_EQ(robustLimit({}), 1);
    EXPECT_DOUBLE_EQ(robustLimit(std::vector<float>{0, 0}), 1);
    EXPECT_DOUBLE_EQ(robustLimit(std::vector<float>{std::numeric_limits<float>::quiet_NaN(), -2}),
                     2);
}

/// The strip of 4 units of which `revealed` are drawn, each cell 10 × 10 pixels.
QImage drawn(const std::vector<float> &values, double revealed) {
    QImage image(10, 40, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    const StripPlace place{QRectF(0, 0, 10, 40), Qt::Vertical, stripUnits(4, 40, 10)};
    drawStrip(painter, place, values, 1, Theme::light(), revealed);
    return image;
}

TEST(DrawStrip, EachCellHasTheColourOfItsUnit) {
    const std::vector<float> values{-1, -0.25F, 0.5F, 1};
    const QImage image = drawn(values, 1);
    for (int cell = 0; cell < 4; ++cell) {
        const QColor expected = Theme::light().diverging(values[static_cast<std::size_t>(cell)], 1);
        EXPECT_EQ(image.pixelColor(0, 10 * cell), expected);
        EXPECT_EQ(image.pixelColor(9, 10 * cell + 9), expected);
    }
}

TEST(DrawStrip, WhatIsNotRevealedStaysEmpty) {
    const QImage image = drawn({1, 1, 1, 1}, 0.5);
    EXPECT_EQ(image.pixelColor(5, 15), Theme::light().diverging(1, 1));
    EXPECT_EQ(image.pixelColor(5, 25), QColor(Qt::black));
    EXPECT_EQ(drawn({1, 1, 1, 1}, 0).pixelColor(5, 5), QColor(Qt::black));
}

}  // namespace
}  // namespace widgets
