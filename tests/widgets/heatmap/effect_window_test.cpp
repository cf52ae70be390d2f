// SPDX-License-Identifier: GPL-3.0-or-later
// Where a cell of an effect shows what the effect is in the reference.
#include <gtest/gtest.h>

#include "widgets/heatmap/geometry.h"

namespace {

using namespace widgets;

TEST(EffectWindow, LiesInTheMiddleOfItsCellWhichIsSeenAroundIt) {
    for (const QRectF &cell : {QRectF(10, 20, 26, 28), QRectF(10, 20.5, 25, 7)}) {
        const QRectF window = effectWindow(cell);
        EXPECT_TRUE(cell.adjusted(2, 1, -2, -1).contains(window)) << cell.height();
        EXPECT_NEAR(window.center().x(), cell.center().x(), 0.5);
        EXPECT_NEAR(window.center().y(), cell.center().y(), 0.01);
    }
    const QRectF low(10, 20, 26, 3);
    EXPECT_EQ(effectWindow(low).height(), 3);
    EXPECT_LT(effectWindow(low).width(), low.width() - 4) << "beside it, the cell is seen";
}

}  // namespace
