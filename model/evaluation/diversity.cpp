// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/diversity.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <vector>

#include "model/text/runs.h"

namespace model::evaluation {

double distinct(std::span<const std::string> replies, std::size_t n) {
    std::set<std::vector<std::string>> different;
    std::size_t all = 0;
    for (const std::string &reply : replies) {
        const std::vector<std::string> words = wordsOf(reply);
        all += words.size();
        for (std::size_t i = 0; i + n <= words.size(); ++i) {
            const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
            different.emplace(begin, begin + static_cast<std::ptrdiff_t>(n));
        }
    }
    return all == 0 ? 0 : static_cast<double>(different.size()) / static_cast<double>(all);
}

double shareOfCommonest(std::span<const std::string> replies, std::size_t count) {
    std::map<std::vector<std::string>, std::size_t> times;
    for (const std::string &reply : replies) {
        ++times[wordsOf(reply)];
    }
    std::vector<std::size_t> sorted;
    for (const auto &[reply, number] : times) {
        sorted.push_back(number);
    }
    std::sort(sorted.begin(), sorted.end(), std::greater<>());
    sorted.resize(std::min(sorted.size(), count));
    const auto common = std::accumulate(sorted.begin(), sorted.end(), std::size_t{0});
    return replies.empty() ? 0 : static_cast<double>(common) / static_cast<double>(replies.size());
}

}  // namespace model::evaluation
