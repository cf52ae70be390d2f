// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

#include "model/text/utf8.h"
#include "model/training/tasks/task.h"

namespace tests {

/// The letters of the source that a letter of the target comes from, as a text: "[ ]" marks the
/// places of all others, one dot each.
inline std::string cameFrom(const model::training::TaskPair &pair, int target) {
    std::string text;
    const auto letters = model::charactersOf(pair.source);
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool linked = std::ranges::count(pair.links, model::training::PieceLink{
                                                               target, static_cast<int>(i)}) > 0;
        const auto begin = static_cast<std::size_t>(letters[i].range.begin);
        const auto end = static_cast<std::size_t>(letters[i].range.end);
        text += linked ? pair.source.substr(begin, end - begin) : ".";
    }
    return text;
}

/// That the links are sorted, each once, within the pair, and that every target letter has one.
inline void expectLinksToMakeSense(const model::training::TaskPair &pair) {
    const int source = model::training::letterCount(pair.source);
    const int target = model::training::letterCount(pair.target);
    EXPECT_TRUE(std::ranges::is_sorted(pair.links)) << pair.source;
    EXPECT_EQ(std::ranges::adjacent_find(pair.links), pair.links.end()) << pair.source;
    std::set<int> linked;
    for (const model::training::PieceLink &link : pair.links) {
        EXPECT_TRUE(link.source >= 0 && link.source < source) << pair.source;
        EXPECT_TRUE(link.target >= 0 && link.target < target) << pair.source;
        linked.insert(link.target);
    }
    EXPECT_EQ(static_cast<int>(linked.size()), target) << pair.source;
}

}  // namespace tests
