// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/moment.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>
#include <set>
#include <vector>

#include "tests/support/traces.h"

namespace widgets {
namespace {

constexpr Extent extent{4, 3};
constexpr int read = 12;
constexpr int count = 27;

/// Every stage of the extent, in the order of time.
std::vector<Moment> stages(const Extent &of) {
    std::vector<Moment> all;
    for (const Stage stage : {Stage::embed, Stage::forward, Stage::backward})
        for (int i = 0; i < of.source; ++i)
            all.push_back({stage, i, 1.0});
    for (int i = 0; i < of.steps; ++i)
        for (const Stage stage :
             {Stage::score, Stage::softmax, Stage::context, Stage::state, Stage::word})
            all.push_back({stage, i, 1.0});
    return all;
}

TEST(Moment, CountsThreeStagesASourcePieceAndFiveAStep) {
    EXPECT_EQ(momentCount(extent), count);
    EXPECT_EQ(momentCount({0, 0}), 0);
    EXPECT_EQ(momentCount({1, 0}), 3);
}

TEST(Moment, StagesFollowOneAnotherInTheOrderOfTheMathematics) {
    const std::vector<Moment> all = stages(extent);
    ASSERT_EQ(static_cast<int>(all.size()), count);
    for (int i = 0; i < count; ++i) {
        EXPECT_DOUBLE_EQ(position(all[i], extent), i + 1.0);
        EXPECT_EQ(momentAt(i + 1.0, extent), all[i]);
    }
}

TEST(Moment, PositionAndMomentAreEachOthersInverse) {
    for (int i = 0; i <= 16 * count; ++i) {
        const double at = i / 16.0;
        EXPECT_DOUBLE_EQ(position(momentAt(at, extent), extent), at);
    }
    const Moment within{Stage::context, 1, 0.25};
    EXPECT_EQ(momentAt(position(within, extent), extent), within);
}

TEST(Moment, PositionsOutsideAreClamped) {
    EXPECT_EQ(momentAt(-3, extent), Moment{});
    EXPECT_EQ(momentAt(1e9, extent), lastMoment(extent));
    EXPECT_DOUBLE_EQ(position({Stage::word, 99, 5.0}, extent), count);
    EXPECT_DOUBLE_EQ(position({Stage::embed, -1, -2.0}, extent), 0);
    EXPECT_EQ(momentAt(std::numeric_limits<double>::quiet_NaN(), extent), Moment{});
}

TEST(Moment, EmptyExtentsHaveNothingButTheBeginning) {
    constexpr Extent nothing{};
    EXPECT_EQ(momentAt(4, nothing), Moment{});
    EXPECT_EQ(lastMoment(nothing), Moment{});
    EXPECT_EQ(endOfStep(2, nothing), Moment{});
    EXPECT_EQ(nextStage({}, nothing), Moment{});
    EXPECT_EQ(previousWord({}, nothing), Moment{});
    EXPECT_DOUBLE_EQ(position({Stage::word, 3, 1.0}, nothing), 0);
    EXPECT_DOUBLE_EQ(progress({Stage::word, 3, 1.0}, nothing, Stage::embed, 0), 0);
}

TEST(Moment, WithoutStepsTheEndIsTheEndOfReading) {
    constexpr Extent reading{2, 0};
    EXPECT_EQ(lastMoment(reading), (Moment{Stage::backward, 1, 1.0}));
    EXPECT_EQ(endOfReading(reading), lastMoment(reading));
    EXPECT_EQ(endOfStep(0, reading), lastMoment(reading));
    EXPECT_DOUBLE_EQ(position({Stage::score, 0, 0.5}, reading), 6);
}

TEST(Moment, WithoutASourceTheStepsComeFirst) {
    constexpr Extent steps{0, 2};
    EXPECT_EQ(momentAt(0, steps), (Moment{Stage::score, 0, 0.0}));
    EXPECT_EQ(lastMoment(steps), (Moment{Stage::word, 1, 1.0}));
}

TEST(Moment, AStepEndsWithItsWord) {
    EXPECT_EQ(endOfStep(1, extent), (Moment{Stage::word, 1, 1.0}));
    EXPECT_EQ(endOfStep(-5, extent).index, 0);
    EXPECT_EQ(endOfStep(50, extent).index, 2);
    EXPECT_EQ(endOfStep(2, extent), lastMoment(extent));
}

TEST(Moment, StagesGoOnAndBackByWholePositions) {
    const Moment within{Stage::context, 1, 0.25};
    EXPECT_EQ(nextStage(within, extent), (Moment{Stage::context, 1, 1.0}));
    EXPECT_EQ(previousStage(within, extent), (Moment{Stage::softmax, 1, 1.0}));
    EXPECT_EQ(nextStage({Stage::context, 1, 1.0}, extent), (Moment{Stage::state, 1, 1.0}));
    EXPECT_EQ(previousStage({Stage::context, 1, 1.0}, extent), (Moment{Stage::softmax, 1, 1.0}));
    EXPECT_EQ(nextStage(lastMoment(extent), extent), lastMoment(extent));
    EXPECT_EQ(previousStage(Moment{}, extent), Moment{});
}

TEST(Moment, AWordOfTheBottleneckHasNeitherScoreNorSoftmax) {
    constexpr Extent bottleneck{4, 3, false};
    EXPECT_EQ(momentCount(bottleneck), read + 9);
    for (int i = 0; i < 9; ++i) {
        const Moment moment = momentAt(read + i + 0.5, bottleneck);
        EXPECT_EQ(moment, (Moment{std::array{Stage::context, Stage::state,
                                             Stage::word}[static_cast<std::size_t>(i % 3)],
                                  i / 3, 0.5}));
        EXPECT_DOUBLE_EQ(position(moment, bottleneck), read + i + 0.5);
    }
    EXPECT_EQ(nextStage(endOfReading(bottleneck), bottleneck), (Moment{Stage::context, 0, 1.0}));
    EXPECT_EQ(nextWord(endOfStep(0, bottleneck), bottleneck), endOfStep(1, bottleneck));
    EXPECT_EQ(previousWord(endOfStep(2, bottleneck), bottleneck), endOfStep(1, bottleneck));
    EXPECT_EQ(beginningOfStep(1, bottleneck), (Moment{Stage::context, 1, 0}));
    EXPECT_EQ(beginningOfStep(1, extent), (Moment{Stage::score, 1, 0}));
    // What it does not have is never computed; its time is the beginning of the step.
    EXPECT_DOUBLE_EQ(position({Stage::softmax, 1, 0.5}, bottleneck), read + 3);
    EXPECT_DOUBLE_EQ(progress(lastMoment(bottleneck), bottleneck, Stage::score, 1), 0);
    EXPECT_DOUBLE_EQ(progress(lastMoment(bottleneck), bottleneck, Stage::context, 1), 1);
}

TEST(Moment, AnEncoderThatReadsInOneDirectionHasNoBackwardStage) {
    constexpr Extent oneWay{4, 3, true, 1};
    constexpr int end = 8;  // of reading
    EXPECT_EQ(momentCount(oneWay), end + 15);
    EXPECT_EQ(momentAt(4.5, oneWay), (Moment{Stage::forward, 0, 0.5}));
    EXPECT_EQ(endOfReading(oneWay), (Moment{Stage::forward, 3, 1.0}));
    EXPECT_EQ(nextStage(endOfReading(oneWay), oneWay), (Moment{Stage::score, 0, 1.0}));
    EXPECT_EQ(previousStage({Stage::score, 0, 1.0}, oneWay), endOfReading(oneWay));
    EXPECT_EQ(nextWord({Stage::embed, 2, 0.5}, oneWay), endOfReading(oneWay));
    EXPECT_EQ(previousWord(endOfStep(0, oneWay), oneWay), endOfReading(oneWay));
    EXPECT_EQ(lastMoment({4, 0, true, 1}), endOfReading(oneWay));
    for (int i = 0; i <= 16 * momentCount(oneWay); ++i)
        EXPECT_DOUBLE_EQ(position(momentAt(i / 16.0, oneWay), oneWay), i / 16.0);
    // What it does not have is never computed; its time is the end of reading.
    EXPECT_DOUBLE_EQ(position({Stage::backward, 1, 0.5}, oneWay), end);
    EXPECT_DOUBLE_EQ(progress(lastMoment(oneWay), oneWay, Stage::backward, 1), 0);
    EXPECT_DOUBLE_EQ(progress(endOfReading(oneWay), oneWay, Stage::forward, 3), 1);
}

TEST(Moment, AnEncoderWithoutPassesHasOnlyEmbeddings) {
    constexpr Extent none{4, 3, true, 0};
    EXPECT_EQ(momentCount(none), 4 + 15);
    EXPECT_EQ(endOfReading(none), (Moment{Stage::embed, 3, 1.0}));
    EXPECT_DOUBLE_EQ(progress(lastMoment(none), none, Stage::forward, 0), 1)
        << "a cell of a picture has its annotation as soon as it is seen";
    EXPECT_DOUBLE_EQ(progress({}, none, Stage::forward, 0), 0);
}

/// All stages that playing a translation goes through.
std::set<Stage> played(const model::Trace &trace) {
    const Extent of = extentOf(trace);
    std::set<Stage> stages;
    for (Moment moment; moment != lastMoment(of);) {
        moment = nextStage(moment, of);
        stages.insert(moment.stage);
    }
    return stages;
}

TEST(Moment, PlayingATranslationGoesThroughThePassesOfItsModel) {
    const auto twoWays = support::tinyTrace("le chat dort");
    ASSERT_TRUE(twoWays->model->configuration().bidirectional);
    EXPECT_EQ(extentOf(*twoWays).passes, 2);
    EXPECT_TRUE(played(*twoWays).contains(Stage::backward));
    const auto oneWay = support::tinyTrace("le chat dort", "tiny_general");
    ASSERT_FALSE(oneWay->model->configuration().bidirectional);
    EXPECT_EQ(extentOf(*oneWay).passes, 1);
    EXPECT_EQ(played(*oneWay), (std::set{Stage::embed, Stage::forward, Stage::score, Stage::softmax,
                                         Stage::context, Stage::state, Stage::word}));
}

TEST(Moment, WordsGoOnAndBackByTheEndsOfReadingAndSteps) {
    Moment moment;
    std::vector<double> onwards;
    for (int i = 0; i < 6; ++i) {
        moment = nextWord(moment, extent);
        onwards.push_back(position(moment, extent));
    }
    EXPECT_EQ(onwards, (std::vector<double>{read, read + 5, read + 10, count, count, count}));
    std::vector<double> back;
    for (int i = 0; i < 5; ++i) {
        moment = previousWord(moment, extent);
        back.push_back(position(moment, extent));
    }
    EXPECT_EQ(back, (std::vector<double>{read + 10, read + 5, read, 0, 0}));
    EXPECT_EQ(previousWord({Stage::context, 1, 0.5}, extent), endOfStep(0, extent));
    EXPECT_EQ(nextWord({Stage::context, 1, 0.5}, extent), endOfStep(1, extent));
}

TEST(Moment, ProgressIsWhatHasBeenComputedOfAStage) {
    const Moment moment{Stage::context, 1, 0.25};
    EXPECT_DOUBLE_EQ(progress(moment, extent, Stage::backward, 3), 1);
    EXPECT_DOUBLE_EQ(progress(moment, extent, Stage::softmax, 1), 1);
    EXPECT_DOUBLE_EQ(progress(moment, extent, Stage::context, 1), 0.25);
    EXPECT_DOUBLE_EQ(progress(moment, extent, Stage::state, 1), 0);
    EXPECT_DOUBLE_EQ(progress(moment, extent, Stage::context, 0), 1);
    EXPECT_DOUBLE_EQ(progress(moment, extent, Stage::score, 2), 0);
    EXPECT_DOUBLE_EQ(progress(lastMoment(extent), extent, Stage::word, 3), 0) << "no such step";
}

TEST(Moment, WhatDoesNotExistIsNeverComputed) {
    const Moment end = lastMoment(extent);
    EXPECT_DOUBLE_EQ(progress(end, extent, Stage::forward, 3), 1);
    EXPECT_DOUBLE_EQ(progress(end, extent, Stage::forward, 4), 0);
    EXPECT_DOUBLE_EQ(progress(end, extent, Stage::embed, -1), 0);
    EXPECT_DOUBLE_EQ(progress(end, extent, Stage::score, -1), 0);
    EXPECT_DOUBLE_EQ(progress(lastMoment({4, 1}), {4, 1}, Stage::backward, 3), 1);
    EXPECT_DOUBLE_EQ(progress(lastMoment({1, 3}), {1, 3}, Stage::score, 2), 1);
}

}  // namespace
}  // namespace widgets
