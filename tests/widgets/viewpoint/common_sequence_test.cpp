// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/common_sequence.h"

#include <gtest/gtest.h>

#include <string>

namespace {

std::vector<int> pairsOf(const std::string &a, const std::string &b) {
    return widgets::commonSequence(
        static_cast<int>(a.size()), static_cast<int>(b.size()), [&](int i, int j) {
            return a[static_cast<std::size_t>(i)] == b[static_cast<std::size_t>(j)];
        });
}

TEST(CommonSequence, PairsAsManyAsCanBeInOrder) {
    EXPECT_EQ(pairsOf("abcbdab", "bdcaba").size(), 7U);
    EXPECT_EQ(pairsOf("abc", "abc"), (std::vector{0, 1, 2}));
    EXPECT_EQ(pairsOf("abxc", "abc"), (std::vector{0, 1, -1, 2}));
    EXPECT_EQ(pairsOf("abc", "axxbc"), (std::vector{0, 3, 4}));
    const auto pairs = pairsOf("abcbdab", "bdcaba");
    EXPECT_EQ(std::count_if(pairs.begin(), pairs.end(), [](int j) { return j >= 0; }), 4);
}

TEST(CommonSequence, OfEqualOnesTakesWhatComesFirstInTheSecond) {
    EXPECT_EQ(pairsOf("xy", "yx"), (std::vector{-1, 0}));
    EXPECT_EQ(pairsOf("a", "aa"), (std::vector{0}));
}

TEST(CommonSequence, NothingHasNothingInCommon) {
    EXPECT_TRUE(pairsOf("", "abc").empty());
    EXPECT_EQ(pairsOf("ab", ""), (std::vector{-1, -1}));
    EXPECT_EQ(pairsOf("ab", "cd"), (std::vector{-1, -1}));
}

}  // namespace
