// SPDX-License-Identifier: GPL-3.0-or-later
// Where the initial state, the readouts and the looked-up table stand, what leads there, and how
// the room is used.
#include <gtest/gtest.h>

#include <vector>

#include "tests/widgets/unrolled/cases.h"
#include "widgets/unrolled/lookup.h"

namespace widgets {
namespace {

std::vector<UnrolledGeometry> waysCases() {
    return casesOf({{1, 1}, {3, 9}, {10, 10}, {18, 20}, {60, 62}},
                   {{640, 400}, {900, 620}, {2000, 1150}});
}

void expectSquare(const QPolygonF &way) {
    for (int i = 1; i < way.size(); ++i)
        EXPECT_TRUE(way[i].x() == way[i - 1].x() || way[i].y() == way[i - 1].y()) << i;
}

TEST(UnrolledWays, TheInitialStateStandsLeftOfAllColumns) {
    for (const UnrolledGeometry &g : waysCases()) {
        SCOPED_TRACE(nameOf(g));
        const QRectF initial = g.initial().rect;
        EXPECT_GE(initial.left(), 0);
        EXPECT_LT(initial.right(), g.state(0).rect.left());
        EXPECT_LT(initial.right(), g.annotation(0).left());
        EXPECT_LE(g.begin().right(), g.wordBox(0).left());
        EXPECT_GE(g.begin().left(), 0);
        EXPECT_DOUBLE_EQ(initial.top(), g.state(0).rect.top());
        EXPECT_EQ(g.initial().units, g.state(0).units);
        for (int step = 0; step < g.input().steps; ++step)
            EXPECT_LT(initial.right(), g.context(step).rect.left());
    }
}

TEST(UnrolledWays, BothEndsOfTheEncoderLeadIntoTheInitialState) {
    for (const UnrolledGeometry &g : waysCases()) {
        SCOPED_TRACE(nameOf(g));
        const int last = g.input().source - 1;
        const QPolygonF forward = g.forwardEnd();
        ASSERT_FALSE(forward.isEmpty());
        expectSquare(forward);
        EXPECT_GT(forward.first().x(), g.forward(last).rect.right());
        EXPECT_NEAR(forward.first().y(), g.forward(last).rect.center().y(), 0.5);
        const QPolygonF backward = g.backwardEnd();
        EXPECT_EQ(backward.isEmpty(), !g.input().backward);
        if (!backward.isEmpty()) {
            expectSquare(backward);
            EXPECT_LT(backward.first().x(), g.backward(0).rect.left());
            EXPECT_NEAR(backward.first().y(), g.backward(0).rect.center().y(), 0.5);
            EXPECT_GE(forward.last().x() - backward.last().x(), 6) << "two arrows";
        }
        for (const QPolygonF &way : {forward, backward}) {
            if (way.isEmpty())
                continue;
            EXPECT_DOUBLE_EQ(way.last().y(), g.initialLabel().bottom());
            EXPECT_TRUE(g.initialLabel().left() <= way.last().x() &&
                        way.last().x() <= g.initialLabel().right());
        }
    }
}

TEST(UnrolledWays, TheyCrossNeitherNumbersNorStatesNorLinks) {
    for (const UnrolledGeometry &g : waysCases()) {
        SCOPED_TRACE(nameOf(g));
        const QPolygonF way = g.forwardEnd();
        const double across = way[2].y();
        EXPECT_GT(across, g.number(0).bottom());
        EXPECT_LT(across, g.annotation(0).top());
        EXPECT_GT(way[1].x(), g.annotation(g.input().source - 1).right());
        EXPECT_LT(way.last().x(), g.annotation(0).left());
        for (const UnrolledLink &link :
             g.links(std::vector<float>(static_cast<std::size_t>(g.input().source), 0.1F), 0)) {
            EXPECT_LE(link.from.y(), across);
            EXPECT_GT(link.from.x(), way.last().x());
            EXPECT_GT(link.to.x(), way.last().x());
        }
    }
}

TEST(UnrolledWays, TheReadoutIsFedByStateContextAndTheWordBefore) {
    for (const UnrolledGeometry &g : waysCases()) {
        SCOPED_TRACE(nameOf(g));
        if (g.stepPitch() < 14) {
            EXPECT_TRUE(g.readoutWays(0).word.isEmpty()) << "too narrow for ways";
            continue;
        }
        for (int step = 0; step < g.input().steps; ++step) {
            const QRectF node = g.readout(step);
            EXPECT_GT(node.top(), g.wordBox(step).bottom());
            EXPECT_LT(node.bottom(), g.state(step).rect.top());
            const ReadoutWays ways = g.readoutWays(step);
            for (const QPolygonF &way : {ways.state, ways.context, ways.word}) {
                expectSquare(way);
                EXPECT_TRUE(node.adjusted(-0.1, -0.1, 0.1, 0.1).contains(way.last()));
            }
            const QRectF state = g.state(step).rect;
            const QRectF context = g.context(step).rect;
            EXPECT_LT(ways.context.first().y(), context.top());
            EXPECT_TRUE(context.left() <= ways.context.first().x() &&
                        ways.context.first().x() <= context.right())
                << "it comes from the context";
            EXPECT_GT(ways.context.first().x(), state.right()) << "and passes the state";
            const QRectF before = step > 0 ? g.wordBox(step - 1) : g.begin();
            EXPECT_DOUBLE_EQ(ways.word.first().y(), before.bottom());
            EXPECT_TRUE(before.left() <= ways.word.first().x() &&
                        ways.word.first().x() <= before.right());
            expectSquare(ways.input);
            EXPECT_LE(ways.word.first().x(), ways.input.first().x());
            EXPECT_LT(ways.input.last().x(), state.left());
            EXPECT_TRUE(state.top() < ways.input.last().y() &&
                        ways.input.last().y() < state.bottom());
        }
        EXPECT_TRUE(g.readoutWays(g.input().steps).state.isEmpty());
        EXPECT_TRUE(g.readoutWays(-1).state.isEmpty());
    }
}

TEST(UnrolledWays, TheTableLiesBetweenTheTokenAndTheEmbedding) {
    for (const UnrolledGeometry &g : waysCases()) {
        SCOPED_TRACE(nameOf(g));
        if (g.input().zoom == 0)
            continue;
        for (const int source : {0, g.input().source / 2, g.input().source - 1}) {
            const double x = g.sourceX(source);
            const double width = g.input().viewport.width() - g.captionWidth();
            const QRectF visible(std::max(x - width / 2, 0.0), 0, width, g.content().height());
            const LookupTable table = lookupTable(g, source, 1000, visible);
            ASSERT_FALSE(table.rect.isEmpty());
            EXPECT_GE(table.rows, 3);
            EXPECT_EQ(table.rows % 2, 1);
            EXPECT_GE(table.rect.top(), g.embedding(source).rect.bottom());
            EXPECT_LE(table.rect.bottom(), g.sourceBox(source).top());
            EXPECT_GE(table.rect.left(), visible.left());
            EXPECT_LE(table.rect.right(), visible.right());
            EXPECT_TRUE(table.rect.contains(table.row(1000)));
            const QRectF label = lookupLabel(table, 1000, 150, 13, visible);
            EXPECT_FALSE(label.intersects(table.rect));
            EXPECT_TRUE(label.isEmpty() || visible.contains(label));
        }
    }
}

TEST(UnrolledRoom, TheRowsUseTheHeight) {
    for (const double height : {360.0, 420.0, 500.0, 620.0, 900.0, 1200.0, 1900.0}) {
        for (const bool backward : {true, false}) {
            const UnrolledGeometry g(inputOf(10, 10, {1000, height}, 1, backward));
            EXPECT_DOUBLE_EQ(g.content().height(), height) << "nothing to scroll to";
            EXPECT_LE(g.row(UnrolledRow::words).top(), 14) << height;
            EXPECT_GE(g.row(UnrolledRow::tokens).bottom(), height - 18) << height;
        }
    }
}

TEST(UnrolledRoom, MoreHeightShowsMoreUnits) {
    int before = 0;
    for (const double height : {420.0, 620.0, 900.0, 1200.0, 1900.0}) {
        const UnrolledGeometry g(inputOf(10, 10, {1000, height}));
        EXPECT_GT(g.forward(0).units.cells, before) << height;
        before = g.forward(0).units.cells;
    }
}

TEST(UnrolledRoom, TheColumnsUseTheWidth) {
    for (const double width : {900.0, 1366.0, 1900.0, 2400.0}) {
        for (const int count : {6, 10, 18}) {
            const UnrolledGeometry g(inputOf(count, count, {width, 900}));
            const double columns = g.sourceX(count - 1) - g.sourceX(0) + g.sourcePitch();
            EXPECT_GE(columns, 0.85 * (width - g.captionWidth())) << count << " in " << width;
        }
    }
    const UnrolledGeometry few(inputOf(3, 3, {2400, 900}));
    EXPECT_GE(few.forward(0).rect.width(), 50) << "what stands far apart is larger";
}

TEST(UnrolledRoom, LargerTextHasHigherRows) {
    UnrolledInput input = inputOf(10, 10, {900, 300});
    const UnrolledGeometry usual(input);
    input.metrics.text *= 2;
    input.metrics.small *= 2;
    const UnrolledGeometry larger(input);
    for (int i = 0; i < unrolledRowCount; ++i) {
        const auto row = static_cast<UnrolledRow>(i);
        EXPECT_GE(larger.row(row).height(), 1.5 * usual.row(row).height()) << i;
    }
}

}  // namespace
}  // namespace widgets
