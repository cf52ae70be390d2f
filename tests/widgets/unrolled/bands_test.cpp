// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/bands.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/widgets/unrolled/cases.h"

namespace widgets {
namespace {

constexpr double paper = 980;  // pixels

bool liesIn(const UnrolledBand &band, const QRectF &rect) {
    return band.left <= rect.left() && rect.right() <= band.right;
}

bool wholeInOne(const std::vector<UnrolledBand> &bands, const QRectF &rect) {
    return std::ranges::any_of(bands, [&](const UnrolledBand &band) { return liesIn(band, rect); });
}

TEST(CutIntoBands, OneIsEnoughForWhatFits) {
    EXPECT_EQ(cutIntoBands(100, {.widest = 100, .shared = 10}),
              (std::vector<UnrolledBand>{{0, 100}}));
    EXPECT_EQ(cutIntoBands(0, {.widest = 100, .shared = 10}), (std::vector<UnrolledBand>{{0, 0}}));
}

TEST(CutIntoBands, NeighboursShareAPart) {
    EXPECT_EQ(cutIntoBands(250, {.widest = 100, .shared = 10}),
              (std::vector<UnrolledBand>{{0, 100}, {90, 190}, {180, 250}}));
}

TEST(CutIntoBands, TheyEndBetweenColumns) {
    EXPECT_EQ(cutIntoBands(180, {.widest = 100, .shared = 20, .first = 5, .pitch = 20}),
              (std::vector<UnrolledBand>{{0, 85}, {65, 165}, {145, 180}}));
}

TEST(CutIntoBands, WhatIsToStayWholeIsNotCut) {
    EXPECT_EQ(cutIntoBands(180, {.widest = 100, .shared = 10, .whole = {80, 120}}),
              (std::vector<UnrolledBand>{{0, 80}, {70, 170}, {160, 180}}));
    EXPECT_EQ(cutIntoBands(180, {.widest = 100, .shared = 10, .whole = {20, 60}}),
              (std::vector<UnrolledBand>{{0, 100}, {90, 180}}));
    EXPECT_EQ(cutIntoBands(150, {.widest = 100, .shared = 10, .whole = {20, 140}}),
              cutIntoBands(150, {.widest = 100, .shared = 10}))
        << "no band has room for it";
}

TEST(CutIntoBands, EveryBandGoesOn) {
    EXPECT_LT(cutIntoBands(1000, {.widest = 10, .shared = 10, .pitch = 10}).size(), 100U);
}

TEST(UnrolledBands, ThereIsAnEndOnAPageThatIsFarTooNarrow) {
    for (const double width : {0.0, 10.0, 100.0}) {
        const UnrolledBands cut = unrolledBands(inputOf(40, 42, {560, 460}), width, 30);
        EXPECT_EQ(cut.bands.back().right, cut.geometry.content().width()) << width;
    }
}

TEST(UnrolledBands, ShortPicturesAreOneBand) {
    const UnrolledBands cut = unrolledBands(inputOf(6, 7, {560, 460}), paper, 3);
    ASSERT_EQ(cut.bands.size(), 1U);
    EXPECT_EQ(cut.bands[0], (UnrolledBand{0, cut.geometry.content().width()}));
    EXPECT_EQ(cut.geometry.captionWidth() + cut.geometry.content().width(), paper);
    EXPECT_EQ(unrolledBands(inputOf(0, 0, {560, 460}), paper, -1).bands.size(), 1U);
}

TEST(UnrolledBands, EveryColumnAndTheContextInViewAreWholeInOneOfThem) {
    for (const auto &[source, steps] : {std::pair{25, 30}, std::pair{52, 47}, std::pair{150, 90}}) {
        for (const int step : {-1, 0, 7, steps / 2, steps - 1}) {
            const UnrolledBands cut =
                unrolledBands(inputOf(source, steps, {560, 460}), paper, step);
            const UnrolledGeometry &places = cut.geometry;
            EXPECT_GT(cut.bands.size(), 1U);
            EXPECT_GT(std::min(places.sourcePitch(), places.stepPitch()),
                      0.59 * places.input().metrics.number);
            for (const UnrolledBand &band : cut.bands)
                EXPECT_LE(places.captionWidth() + band.right - band.left, paper + 1e-6);
            EXPECT_EQ(cut.bands.front().left, 0);
            EXPECT_EQ(cut.bands.back().right, places.content().width());
            for (int i = 0; i < source; ++i) {
                EXPECT_TRUE(wholeInOne(cut.bands, places.sourceBox(i))) << i << " of " << source;
                EXPECT_TRUE(wholeInOne(cut.bands, places.annotation(i)));
            }
            for (int i = 0; i < steps; ++i)
                EXPECT_TRUE(wholeInOne(cut.bands, places.wordBox(i))) << i << " of " << steps;
            if (step >= 0) {
                EXPECT_TRUE(wholeInOne(cut.bands, places.context(step).rect)) << step;
                EXPECT_TRUE(wholeInOne(cut.bands, places.contextLabel(step))) << step;
            }
        }
    }
}

TEST(UnrolledBands, ThereAreAsFewAsLetColumnsBeRead) {
    const UnrolledBands cut = unrolledBands(inputOf(52, 47, {560, 460}), paper, 3);
    ASSERT_EQ(cut.bands.size(), 2U);
    const UnrolledBand &last = cut.bands.back();
    EXPECT_GT(last.right - last.left, 0.6 * (paper - cut.geometry.captionWidth()))
        << "the last one is no remnant";
}

TEST(UnrolledBands, WordsAreWholeTurnedWhereColumnsAreNarrow) {
    UnrolledInput input = inputOf(52, 47, {560, 460});
    input.metrics.sourceLabel = input.metrics.targetLabel = 70;
    const UnrolledGeometry places = unrolledBands(input, paper, 3).geometry;
    EXPECT_EQ(places.sourceLabels(), UnrolledGeometry::Labels::turned);
    EXPECT_GT(places.sourceBox(0).height(), 70);
    // Wide enough for upright ones, but not for these.
    const auto labelsAt = [&](double width, bool whole) {
        UnrolledInput narrow = input;
        narrow.zoom = 0;
        narrow.source = narrow.steps = 20;
        narrow.viewport = {width, 460};
        narrow.wholeLabels = whole;
        return UnrolledGeometry(narrow).sourceLabels();
    };
    EXPECT_EQ(labelsAt(1200, true), UnrolledGeometry::Labels::turned);
    EXPECT_EQ(labelsAt(1200, false), UnrolledGeometry::Labels::upright);
    EXPECT_EQ(labelsAt(3000, true), UnrolledGeometry::Labels::upright);
}

}  // namespace
}  // namespace widgets
