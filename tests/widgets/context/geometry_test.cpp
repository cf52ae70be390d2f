// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/context/geometry.h"

#include <gtest/gtest.h>

using namespace widgets;

TEST(ContextGeometry, leavesNothingOutside) {
    ContextInput input;
    input.measure = {[](const QString &text) { return 7.0 * static_cast<double>(text.size()); },
                     16};
    input.units = 512;
    for (const QSizeF &size : {QSizeF(360, 200), QSizeF(500, 260), QSizeF(1200, 900)}) {
        for (const int words : {1, 7, 60}) {
            input.size = size;
            input.words = QStringList(words, QStringLiteral("extraordinairement"));
            const ContextLayout layout = layoutContext(input);
            EXPECT_TRUE(!layout.empty());
            const QRectF all(QPointF(0, 0), size);
            for (const QRectF &part : {layout.title, layout.bar, layout.headings, layout.sum,
                                       layout.caption, layout.rowRect(words)})
                EXPECT_TRUE(all.contains(part));
            EXPECT_TRUE(layout.word.right < layout.weightBar.left);
            EXPECT_TRUE(layout.weightBar.right <= layout.weightNumber.left);
            EXPECT_TRUE(layout.weightNumber.right < layout.strip.left);
            EXPECT_TRUE(layout.strip.right < layout.cosine.left);
            EXPECT_TRUE(layout.cosine.right < layout.distance.left);
            EXPECT_TRUE(layout.rows.viewHeight() <= layout.sum.top() - layout.headings.bottom() ||
                        layout.rows.maximumScroll() == 0);
            EXPECT_TRUE(layout.sum.bottom() <= layout.caption.top() + 0.5);
        }
    }
    input.size = QSizeF(100, 100);
    EXPECT_TRUE(layoutContext(input).empty());
}

TEST(ContextGeometry, aNarrowPanelKeepsTheUnits) {
    ContextInput input;
    input.measure = {[](const QString &text) { return 7.0 * static_cast<double>(text.size()); },
                     16};
    input.units = 512;
    input.words = QStringList(7, QStringLiteral("chat"));
    input.size = QSizeF(240, 200);
    const ContextLayout narrow = layoutContext(input);
    EXPECT_FALSE(narrow.empty());
    EXPECT_EQ(narrow.cosine.width(), 0);
    EXPECT_EQ(narrow.distance.width(), 0);
    EXPECT_LE(narrow.strip.right, 240);
    input.size.setWidth(400);
    EXPECT_GT(layoutContext(input).cosine.width(), 0);
}

TEST(ContextGeometry, aLongHintHasTwoLines) {
    ContextInput input;
    input.measure = {[](const QString &text) { return 7.0 * static_cast<double>(text.size()); },
                     16};
    input.units = 512;
    input.size = QSizeF(420, 260);
    input.words = QStringList(20, QStringLiteral("chat"));
    const double one = layoutContext(input).caption.height();
    input.hintWidth = 600;
    const ContextLayout layout = layoutContext(input);
    EXPECT_GE(layout.caption.height(), one + 16);
    EXPECT_LE(layout.caption.bottom(), 260);
    EXPECT_LE(layout.sum.bottom(), layout.caption.top() + 0.5);
    input.size.setHeight(wholeHeight(layout));
    EXPECT_EQ(layoutContext(input).rows.maximumScroll(), 0);
}
