// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/geometry.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "tests/widgets/unrolled/cases.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {
namespace {

std::vector<UnrolledGeometry> cases() {
    return casesOf({{1, 1}, {2, 7}, {10, 10}, {60, 62}, {13, 46}, {512, 1044}, {5, 0}},
                   {{900, 620}, {1600, 1200}, {300, 200}});
}

/// The rectangles of a source column from bottom to top.
std::vector<QRectF> sourceStack(const UnrolledGeometry &g, int source) {
    std::vector<QRectF> stack{g.sourceBox(source), g.embedding(source).rect,
                              g.forward(source).rect};
    if (g.input().backward)
        stack.push_back(g.backward(source).rect);
    stack.push_back(g.number(source));
    return stack;
}

/// The rectangles of a decoder column from bottom to top.
std::vector<QRectF> stepStack(const UnrolledGeometry &g, int step) {
    return {g.context(step).rect, g.stateLabel(step), g.state(step).rect, g.wordBox(step)};
}

void expectStacked(const std::vector<QRectF> &stack, double bottom) {
    for (const QRectF &rect : stack) {
        EXPECT_FALSE(rect.isEmpty());
        EXPECT_LE(rect.bottom(), bottom);
        bottom = rect.top();
    }
    EXPECT_GE(bottom, 0);
}

TEST(UnrolledGeometry, TheRowsStandAboveEachOtherWithoutOverlap) {
    for (const UnrolledGeometry &g : cases()) {
        SCOPED_TRACE(nameOf(g));
        for (const int source : {0, g.input().source / 2, g.input().source - 1}) {
            auto stack = sourceStack(g, source);
            for (const int step : {0, g.input().steps - 1}) {
                if (step < 0 || step >= g.input().steps)
                    continue;
                auto whole = stack;
                for (const QRectF &rect : stepStack(g, step))
                    whole.push_back(rect);
                expectStacked(whole, g.content().height());
            }
            expectStacked(stack, g.content().height());
        }
    }
}

TEST(UnrolledGeometry, NeighboursDoNotOverlap) {
    for (const UnrolledGeometry &g : cases()) {
        SCOPED_TRACE(nameOf(g));
        // Columns narrower than that are slivers of a pixel.
        if (g.sourcePitch() >= 3) {
            for (int j = 1; j < g.input().source; ++j) {
                EXPECT_LT(g.sourceBox(j - 1).right(), g.sourceBox(j).left());
                EXPECT_LT(g.annotation(j - 1).right(), g.annotation(j).left());
                EXPECT_LE(g.number(j - 1).right(), g.number(j).left() + 1e-6);
            }
        }
        if (g.stepPitch() >= 3) {
            for (int i = 1; i < g.input().steps; ++i) {
                EXPECT_LT(g.wordBox(i - 1).right(), g.wordBox(i).left());
                EXPECT_LT(g.state(i - 1).rect.right(), g.state(i).rect.left());
            }
        }
    }
}

TEST(UnrolledGeometry, NothingIsCutOffAtTheSides) {
    for (const UnrolledGeometry &g : cases()) {
        SCOPED_TRACE(nameOf(g));
        const double right = g.content().width();
        for (const int j : {0, g.input().source - 1}) {
            for (const QRectF &rect : sourceStack(g, j)) {
                EXPECT_GE(rect.left(), 0);
                EXPECT_LE(rect.right(), right);
            }
        }
        for (const int i : {0, g.input().steps - 1}) {
            if (i < 0 || i >= g.input().steps)
                continue;
            for (const QRectF &rect : stepStack(g, i)) {
                EXPECT_GE(rect.left(), 0);
                EXPECT_LE(rect.right(), right);
            }
            const QRectF label = g.contextLabel(i);
            EXPECT_GE(label.left(), 0);
            EXPECT_LE(label.right(), right);
            EXPECT_FALSE(label.intersects(g.context(i).rect));
        }
    }
}

TEST(UnrolledGeometry, HittingIsTheInverseOfPlacing) {
    for (const UnrolledGeometry &g : cases()) {
        if (g.sourcePitch() < 3 || g.input().source > 100 || g.stepPitch() < 3)
            continue;
        SCOPED_TRACE(nameOf(g));
        const int current = g.input().steps / 2;
        for (int j = 0; j < g.input().source; ++j) {
            EXPECT_EQ(g.hit(g.sourceBox(j).center(), current), (Selection{.source = j}));
            if (current < g.input().steps) {
                EXPECT_EQ(g.hit(g.number(j).center(), current),
                          (Selection{.source = j, .step = current}));
            }
            const auto expectUnits = [&](const StripPlace &place, Vector strip) {
                for (int cell = 0; cell < place.units.cells; ++cell)
                    EXPECT_EQ(
                        g.hit(place.cell(cell).center(), current),
                        (Selection{.source = j, .strip = strip, .unit = place.units.unit(cell)}));
            };
            expectUnits(g.embedding(j), Vector::embedding);
            expectUnits(g.forward(j), Vector::forwardState);
            if (g.input().backward)
                expectUnits(g.backward(j), Vector::backwardState);
        }
        for (int i = 0; i < g.input().steps; ++i) {
            EXPECT_EQ(g.hit(g.wordBox(i).center(), current), (Selection{.step = i}));
            const StripPlace state = g.state(i);
            EXPECT_EQ(
                g.hit(state.cell(1).center(), current),
                (Selection{.step = i, .strip = Vector::decoderState, .unit = state.units.unit(1)}));
            const StripPlace context = g.context(i);
            EXPECT_EQ(
                g.hit(context.cell(2).center(), i),
                (Selection{.step = i, .strip = Vector::context, .unit = context.units.unit(2)}));
        }
        EXPECT_TRUE(g.hit({-5, 100}, current).empty());
        EXPECT_TRUE(g.hit({g.content().width() / 2, g.content().height() + 5}, current).empty());
    }
}

TEST(UnrolledGeometry, WithoutAStepThereIsNeitherContextNorNumber) {
    const UnrolledGeometry g(inputOf(10, 10, {900, 620}));
    EXPECT_TRUE(g.hit(g.context(4).rect.center(), -1).empty());
    EXPECT_TRUE(g.hit(g.number(4).center(), -1).empty());
}

TEST(UnrolledGeometry, VisibleColumnsAreThoseThatTouchTheRange) {
    const UnrolledGeometry g(inputOf(60, 62, {900, 620}));
    ASSERT_GT(g.content().width(), 2000);
    const double x = g.sourceX(20);
    EXPECT_EQ(g.visibleSources(x, x + 0.1), std::pair(20, 21));
    EXPECT_EQ(g.visibleSources(x, g.sourceX(23)), std::pair(20, 24));
    EXPECT_EQ(g.visibleSteps(0, g.content().width()), std::pair(0, 62));
    EXPECT_EQ(g.visibleSources(-500, -400), std::pair(0, 0));
    EXPECT_EQ(g.visibleSources(1e6, 2e6), std::pair(60, 60));
}

TEST(UnrolledGeometry, ColumnsKeepTheirLeastWidthAndTheContentGrows) {
    const UnrolledGeometry few(inputOf(10, 10, {900, 620}));
    const UnrolledGeometry many(inputOf(60, 60, {900, 620}));
    EXPECT_LE(few.content().width() + few.captionWidth(), 900);
    EXPECT_GT(many.content().width(), 900);
    EXPECT_GE(many.sourcePitch(), many.input().metrics.number);
    EXPECT_EQ(few.fitZoom(), 1);
    const UnrolledGeometry fitted(inputOf(60, 60, {900, 620}, many.fitZoom()));
    EXPECT_LE(fitted.content().width() + fitted.captionWidth(), 900 + 1e-6);
    EXPECT_EQ(fitted.sourceLabels(), UnrolledGeometry::Labels::turned)
        << "words stay readable in the overview";
}

TEST(UnrolledGeometry, ColumnsStandCloserWhereThatLetsAllOfThemFit) {
    const UnrolledGeometry many(inputOf(60, 60, {900, 620}));
    const double least = many.sourcePitch();
    // Captions, margins and the lane of the initial state.
    const double margins = many.captionWidth() + many.content().width() - 60 * least;
    for (const double missing : {0.0, 1.0, 11.0}) {
        const UnrolledGeometry g(inputOf(20, 20, {20 * (least - missing) + margins, 620}));
        EXPECT_EQ(g.fitZoom(), 1) << missing;
        EXPECT_DOUBLE_EQ(g.sourcePitch(), least - missing);
    }
    const UnrolledGeometry wider(inputOf(20, 20, {20 * (least - 13) + margins, 620}));
    EXPECT_LT(wider.fitZoom(), 1);
    EXPECT_DOUBLE_EQ(wider.sourcePitch(), least);
}

TEST(UnrolledGeometry, ZoomingInShowsMoreUnits) {
    const UnrolledGeometry plain(inputOf(10, 10, {900, 620}, 1));
    const UnrolledGeometry near(inputOf(10, 10, {900, 620}, 4));
    EXPECT_GT(near.forward(0).units.cells, 2 * plain.forward(0).units.cells);
    EXPECT_GT(near.content().height(), plain.content().height());
}

TEST(UnrolledGeometry, ANarrowViewHasNoCaptions) {
    EXPECT_GT(UnrolledGeometry(inputOf(10, 10, {900, 620})).captionWidth(), 0);
    EXPECT_EQ(UnrolledGeometry(inputOf(10, 10, {300, 620})).captionWidth(), 0);
}

TEST(UnrolledGeometry, OneColumnStandsInTheMiddle) {
    const UnrolledGeometry g(inputOf(1, 1, {900, 620}));
    EXPECT_NEAR(g.sourceX(0), g.content().width() / 2, 1e-6);
    EXPECT_NEAR(g.stepX(0), g.sourceX(0), 1e-6);
}

TEST(UnrolledGeometry, NothingAndNoRoomAreNoTrouble) {
    for (const QSizeF size : {QSizeF(0, 0), QSizeF(1, 1), QSizeF(900, 620)}) {
        for (const auto &[source, steps] : {std::pair{0, 0}, {0, 3}, {3, 0}, {4, 4}}) {
            const UnrolledGeometry g(inputOf(source, steps, size));
            EXPECT_GT(g.content().width(), 0);
            EXPECT_TRUE(std::isfinite(g.content().height()));
            EXPECT_LE(g.visibleSources(-1e9, 1e9).second, source);
            EXPECT_TRUE(g.hit({-1, -1}, 0).empty());
            EXPECT_EQ(g.links(std::vector<float>(10, 0.1F), steps).size(), 0U);
        }
    }
}

TEST(UnrolledGeometry, LinksAreAsWideAsTheirWeightAndMeetSideBySide) {
    const UnrolledGeometry g(inputOf(4, 3, {900, 620}));
    const std::vector<float> weights{0.1F, 0.6F, 0.05F, 0.25F};
    const auto links = g.links(weights, 1);
    ASSERT_EQ(links.size(), 4U);
    double x = links.front().to.x() - links.front().width / 2;
    const double left = x;
    for (std::size_t j = 0; j < links.size(); ++j) {
        EXPECT_NEAR(links[j].width, weights[j] * g.linkWidth(), 1e-4);
        EXPECT_NEAR(links[j].to.x() - links[j].width / 2, x, 1e-6);
        EXPECT_NEAR(links[j].from.x(), g.sourceX(static_cast<int>(j)), 1e-9);
        EXPECT_LE(links[j].from.y(), g.number(static_cast<int>(j)).top());
        EXPECT_GE(links[j].to.y(), g.context(1).rect.bottom());
        x += links[j].width;
    }
    EXPECT_NEAR(x - left, g.linkWidth(), 1e-4) << "weights sum to 1";
    EXPECT_NEAR((x + left) / 2, g.context(1).rect.center().x(), 1e-4);
}

TEST(UnrolledGeometry, TheLegendStandsWhereNoCaptionDoes) {
    int shown = 0;
    for (const UnrolledGeometry &g : cases()) {
        const QRectF legend = g.legend();
        if (legend.isEmpty())
            continue;
        ++shown;
        EXPECT_GE(legend.left(), 0) << nameOf(g);
        EXPECT_LE(legend.right(), g.captionWidth()) << nameOf(g);
        EXPECT_TRUE(legend.contains(g.legendBar().rect)) << nameOf(g);
        for (int i = 0; i < unrolledRowCount; ++i) {
            const auto row = static_cast<UnrolledRow>(i);
            const bool free = g.row(row).height() <= 0 || !legend.intersects(g.caption(row));
            EXPECT_TRUE(free) << nameOf(g) << ", row " << i;
        }
    }
    EXPECT_GT(shown, 0);
}

TEST(UnrolledGeometry, ALargeViewIsFilled) {
    const UnrolledGeometry usual(inputOf(9, 8, {1200, 850}));
    const QSizeF large(2200, 1500);
    const UnrolledGeometry g(inputOf(9, 8, large));
    const double top = g.row(UnrolledRow::words).top();
    const double bottom = g.row(UnrolledRow::tokens).bottom();
    EXPECT_GT(bottom - top, 0.85 * large.height());
    EXPECT_GT(g.sourceBox(8).right() - g.sourceBox(0).left(), 0.75 * large.width());
    EXPECT_GT(g.forward(0).rect.height(), 1.4 * usual.forward(0).rect.height());
    EXPECT_LE(g.content().height(), large.height()) << "and nothing has to be scrolled to";
}

TEST(UnrolledGeometry, TheLegendGivesWay) {
    UnrolledInput input = inputOf(10, 10, {900, 620});
    EXPECT_FALSE(UnrolledGeometry(input).legend().isEmpty());
    input.viewport = {900, 380};
    EXPECT_TRUE(UnrolledGeometry(input).legend().isEmpty()) << "low";
    input.viewport = {400, 620};
    EXPECT_TRUE(UnrolledGeometry(input).legend().isEmpty()) << "without captions";
    input.viewport = {900, 620};
    input.metrics.legend = input.metrics.captions + 20;
    EXPECT_TRUE(UnrolledGeometry(input).legend().isEmpty()) << "long";
}

TEST(UnrolledGeometry, ALinkGrowsAlongItself) {
    const UnrolledGeometry g(inputOf(4, 3, {900, 620}));
    const UnrolledLink link = g.links(std::vector<float>{0, 0, 0, 1}, 0)[3];
    EXPECT_EQ(link.path(0).currentPosition(), link.from);
    EXPECT_NEAR(link.path(1).currentPosition().x(), link.to.x(), 1e-9);
    for (const double part : {0.2, 0.5, 0.9}) {
        const QPointF end = link.path(part).currentPosition();
        EXPECT_NEAR(link.xAt(end.y()), end.x(), 1e-3) << "on the whole curve";
        EXPECT_EQ(UnrolledGeometry::linkAt({link}, end), 3);
    }
    EXPECT_TRUE(std::isnan(link.xAt(link.from.y() + 1)));
}

TEST(UnrolledGeometry, WhatFollowsAPartOfALinkEndsWhereThatDoes) {
    const UnrolledGeometry g(inputOf(4, 3, {900, 620}));
    const UnrolledLink link = g.links(std::vector<float>{0, 0, 0, 1}, 0)[3];
    for (const double part : {0.0, 0.3, 0.8}) {
        const QPainterPath rest = link.rest(part);
        EXPECT_EQ(QPointF(rest.elementAt(0)), link.to);
        EXPECT_NEAR(rest.currentPosition().x(), link.path(part).currentPosition().x(), 1e-9);
        EXPECT_NEAR(rest.currentPosition().y(), link.path(part).currentPosition().y(), 1e-9);
        const QPointF within = rest.pointAtPercent(0.5);
        EXPECT_NEAR(link.xAt(within.y()), within.x(), 0.1) << "on the same curve";
    }
}

TEST(UnrolledGeometry, AThreadLeadsFromASourceColumnToADecoderState) {
    const UnrolledGeometry g(inputOf(4, 3, {900, 620}));
    for (int source = 0; source < 4; ++source) {
        for (int step = 0; step < 3; ++step) {
            const widgets::UnrolledLink thread = g.thread(source, step);
            EXPECT_NEAR(thread.from.x(), g.sourceX(source), 1e-9);
            EXPECT_LE(thread.from.y(), g.number(source).top());
            EXPECT_NEAR(thread.to.x(), g.stepX(step), 1e-9);
            EXPECT_GE(thread.to.y(), g.stateLabel(step).bottom());
            EXPECT_LT(thread.to.y(), thread.from.y());
        }
    }
}

TEST(UnrolledGeometry, TheHeaviestOfTwoLinksIsHit) {
    const UnrolledGeometry g(inputOf(2, 1, {900, 620}));
    const auto links = g.links(std::vector<float>{0.3F, 0.7F}, 0);
    EXPECT_EQ(UnrolledGeometry::linkAt(links, links[0].from), 0);
    EXPECT_EQ(UnrolledGeometry::linkAt(links, links[1].from), 1);
    EXPECT_EQ(UnrolledGeometry::linkAt(links, {links[1].from.x() + 60, links[1].from.y()}), -1);
}

TEST(UnrolledGeometry, TheBottleneckCrossesFromTheLastForwardAndTheFirstBackwardState) {
    const UnrolledGeometry g(inputOf(6, 5, {900, 620}));
    const auto links = g.crossing(2);
    ASSERT_EQ(links.size(), 2U);
    EXPECT_EQ(links[0].source, 0);
    EXPECT_EQ(links[1].source, 5);
    for (const UnrolledLink &link : links)
        EXPECT_NEAR(link.to.x(), g.context(2).rect.center().x(), 10);
    EXPECT_GT(links[1].from.x(), g.backward(5).rect.right()) << "beside the backward state";
    EXPECT_TRUE(g.crossing(5).empty());
}

}  // namespace
}  // namespace widgets
