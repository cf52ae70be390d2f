// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace widgets {

/// A longest common subsequence of two sequences of n and m members: for each of the first the
/// member of the second that it is paired with, or −1. `same(i, j)` tells whether two of them are
/// the same. Of several such subsequences, the one whose pairs come first in the second sequence.
template <class Same>
std::vector<int> commonSequence(int n, int m, const Same &same) {
    const auto columns = static_cast<std::size_t>(m) + 1;
    // How many members the rests from i and j on have in common.
    std::vector<int> common((static_cast<std::size_t>(n) + 1) * columns);
    const auto rest = [&](int i, int j) -> int & {
        return common[static_cast<std::size_t>(i) * columns + static_cast<std::size_t>(j)];
    };
    for (int i = n; i-- > 0;)
        for (int j = m; j-- > 0;)
            rest(i, j) =
                same(i, j) ? rest(i + 1, j + 1) + 1 : std::max(rest(i + 1, j), rest(i, j + 1));
    std::vector<int> pairs(static_cast<std::size_t>(n), -1);
    for (int i = 0, j = 0; i < n && j < m;) {
        if (same(i, j))
            pairs[static_cast<std::size_t>(i++)] = j++;
        else if (rest(i + 1, j) >= rest(i, j + 1))
            ++i;
        else
            ++j;
    }
    return pairs;
}

}  // namespace widgets
