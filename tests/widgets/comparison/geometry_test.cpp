// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparison/geometry.h"

#include <gtest/gtest.h>

#include "tests/support/traces.h"

namespace {

using namespace widgets;
using Kind = ComparisonBlock::Kind;

const TextMeasure measure{[](const QString &text) { return 6.0 * double(text.size()); }, 14};

TranslationPair comparison(int shownWords = 5, int referenceWords = 8) {
    const auto shown = support::syntheticTrace(4, shownWords, 1);
    const auto other =
        support::ofSource(shown->source, *support::syntheticTrace(4, referenceWords, 2));
    return comparisonOf(*shown, other.get(), "this", "that");
}

TEST(ComparisonGeometry, liesSideBySideAndTheDifferenceWhereThereIsRoom) {
    const TranslationPair both = comparison();
    const ComparisonLayout wide = comparisonLayout(both, {1000, 300}, measure);
    ASSERT_EQ(wide.blocks.size(), 3U);
    EXPECT_EQ(wide.blocks[2].kind, Kind::difference);
    EXPECT_EQ(wide.blocks[2].cells.top(), wide.blocks[0].cells.top());
    EXPECT_GT(wide.blocks[2].title.left(), wide.blocks[1].bars.right());
    const ComparisonLayout narrow = comparisonLayout(both, {400, 300}, measure);
    EXPECT_GT(narrow.blocks[2].title.top(), narrow.blocks[1].cells.bottom());
    EXPECT_EQ(narrow.blocks[2].title.left(), narrow.blocks[0].title.left());
}

TEST(ComparisonGeometry, stepsOfBothAreOnOneHeight) {
    const ComparisonLayout layout = comparisonLayout(comparison(), {500, 300}, measure);
    for (int row = 0; row < 6; ++row) {
        EXPECT_NEAR(layout.blocks[0].row(row).top(), layout.blocks[1].row(row).top(), 1e-9);
        EXPECT_NEAR(layout.blocks[1].row(row).height(), layout.rowHeight, 1e-9);
    }
}

TEST(ComparisonGeometry, rowsCanBeReadHoweverManyThereAre) {
    const ComparisonLayout layout = comparisonLayout(comparison(60, 40), {500, 300}, measure);
    EXPECT_GE(layout.rowHeight, measure.height);
    EXPECT_GT(layout.size.height(), 60 * measure.height);
    for (const ComparisonBlock &block : layout.blocks)
        EXPECT_LE(block.cells.bottom(), layout.size.height());
}

TEST(ComparisonGeometry, staysWithinItsWidth) {
    for (const double width : {10.0, 100.0, 333.0, 640.0, 2000.0}) {
        const ComparisonLayout layout = comparisonLayout(comparison(), {width, 200}, measure);
        for (const ComparisonBlock &block : layout.blocks) {
            if (width >= 200) {
                EXPECT_LE(block.row(0).right(), width) << width;
            }
            EXPECT_GT(block.cells.width(), 0) << width;
        }
    }
}

TEST(ComparisonGeometry, findsWhatIsAtAPoint) {
    const ComparisonLayout layout = comparisonLayout(comparison(), {1000, 300}, measure);
    for (int block = 0; block < 3; ++block) {
        const ComparisonBlock &there = layout.blocks[std::size_t(block)];
        for (int row = 0; row < there.rowCount; ++row)
            for (int column = 0; column < there.columnCount; ++column)
                EXPECT_EQ(placeAt(layout, there.cell(row, column).center()),
                          (ComparisonPlace{block, row, column}));
        EXPECT_EQ(placeAt(layout, {there.labels.center().x(), there.row(1).center().y()}),
                  (ComparisonPlace{block, 1, -1}));
    }
    EXPECT_EQ(placeAt(layout, {1, 1}), ComparisonPlace{});
}

TEST(ComparisonGeometry, ofNothingIsNothing) {
    EXPECT_TRUE(comparisonLayout({}, {500, 300}, measure).blocks.empty());
    const auto shown = support::syntheticTrace(4, 4, 1);
    const ComparisonLayout alone =
        comparisonLayout(comparisonOf(*shown, nullptr, {}, {}), {500, 300}, measure);
    EXPECT_EQ(alone.blocks.size(), 1U);
}

}  // namespace
