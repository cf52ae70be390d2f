// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/labels.h"

#include <gtest/gtest.h>

namespace widgets {
namespace {

const QRectF ribbon(20, 5, 900, 30);

/// Words of one step each, as wide as their letters.
std::vector<TimelineWord> wordsOf(const std::vector<int> &letters) {
    std::vector<TimelineWord> words;
    for (const int count : letters) {
        const int step = static_cast<int>(words.size());
        words.push_back({step, step + 1, 7.0 * count, count});
    }
    return words;
}

std::vector<int> mixed(int steps) {
    std::vector<int> letters;
    for (int i = 0; i < steps; ++i)
        letters.push_back(i % 5 == 2 ? 8 : i % 3 == 0 ? 4 : i % 2 == 0 ? 1 : 2);
    return letters;
}

TimelineGeometry placesOf(int steps, int focus) {
    return {ribbon, {steps, steps}, {.reading = 150, .focused = 70, .focus = focus}};
}

TEST(TimelineLabels, WordsAreSpreadWhereFewHaveRoomInTheirBoxes) {
    EXPECT_FALSE(crowded({30, 30, 30}, 30));
    EXPECT_FALSE(crowded({30, 30, 50}, 30)) << "the one is cut";
    EXPECT_TRUE(crowded({30, 50, 50}, 30));
    EXPECT_FALSE(crowded({}, 30));
}

TEST(TimelineLabels, LabelsDoNotTouchAndLieOnTheirOwnBoxes) {
    for (const int steps : {12, 60, 120, 400}) {
        const auto words = wordsOf(mixed(steps));
        for (const int focus : {-1, 0, steps / 2, steps - 1}) {
            const TimelineGeometry places = placesOf(steps, focus);
            const auto labels = spreadLabels(places, words, steps, focus, 8);
            EXPECT_FALSE(labels.empty()) << steps;
            double before = places.reading().right();
            for (const TimelineLabel &label : labels) {
                const TimelineWord &word = words[static_cast<std::size_t>(label.word)];
                EXPECT_GE(label.rect.left(), before) << steps << " " << focus;
                EXPECT_LE(label.rect.right(), ribbon.right());
                EXPECT_DOUBLE_EQ(label.rect.width(), word.width);
                const double own = places.step(word.begin).center().x();
                EXPECT_TRUE(label.rect.left() - 4 <= own && own <= label.rect.right() + 4)
                    << "but for the gap between two labels";
                before = label.rect.right() + 7.9;
                if (focus >= 0) {
                    EXPECT_FALSE(label.rect.intersects(places.step(focus)));
                }
            }
        }
    }
}

TEST(TimelineLabels, TheyStandAboutEvenly) {
    const int steps = 120;
    const auto labels = spreadLabels(placesOf(steps, -1), wordsOf(mixed(steps)), steps, -1, 8);
    ASSERT_GE(labels.size(), 6U);
    for (std::size_t i = 1; i < labels.size(); ++i) {
        const double apart = labels[i].rect.center().x() - labels[i - 1].rect.center().x();
        EXPECT_LE(apart, 2.0 * 750 / static_cast<double>(labels.size())) << i;
    }
}

TEST(TimelineLabels, LongWordsGoBeforeShortOnesAndThoseBeforeNone) {
    const int steps = 80;
    auto letters = std::vector<int>(steps, 1);
    for (int i = 3; i < steps; i += 10)
        letters[static_cast<std::size_t>(i)] = 7;
    const auto words = wordsOf(letters);
    const auto labels = spreadLabels(placesOf(steps, -1), words, steps, -1, 8);
    EXPECT_FALSE(labels.empty());
    for (const TimelineLabel &label : labels)
        EXPECT_EQ(words[static_cast<std::size_t>(label.word)].letters, 7) << label.word;
    EXPECT_TRUE(spreadLabels(placesOf(steps, -1), wordsOf(std::vector<int>(steps, 2)), steps, -1, 8)
                    .empty());
}

TEST(TimelineLabels, WordsOfSeveralStepsAreOneAndTheFocusIsLeftOut) {
    std::vector<TimelineWord> words{{0, 2, 30, 5}, {2, 5, 40, 6}, {5, 6, 20, 4}};
    const TimelineGeometry places = placesOf(60, 3);
    const auto labels = spreadLabels(places, words, 60, 3, 8);
    for (const TimelineLabel &label : labels)
        EXPECT_NE(label.word, 1) << "its step is the one in focus";
    EXPECT_TRUE(spreadLabels(places, {}, 60, 3, 8).empty());
    EXPECT_TRUE(spreadLabels(placesOf(0, -1), words, 0, -1, 8).empty());
}

}  // namespace
}  // namespace widgets
