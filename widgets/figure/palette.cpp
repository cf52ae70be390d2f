// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>
#include <span>

namespace widgets {
namespace {

using Counted = std::pair<QRgb, std::uint64_t>;
using Channels = std::array<double, 3>;

Channels channelsOf(QRgb color) {
    return {double(qRed(color)), double(qGreen(color)), double(qBlue(color))};
}

/// Colours that become one.
struct Group {
    std::span<Counted> colors;
    double pixels = 0;
    Channels mean{};
    Channels spread{};  ///< the sum of the squares of the distances to the mean

    explicit Group(std::span<Counted> members) : colors(members) {
        Channels sums{};
        Channels squares{};
        for (const auto &[color, count] : colors) {
            const Channels channels = channelsOf(color);
            const auto weight = double(count);
            pixels += weight;
            for (std::size_t c = 0; c < 3; ++c) {
                sums[c] += weight * channels[c];
                squares[c] += weight * channels[c] * channels[c];
            }
        }
        for (std::size_t c = 0; c < 3; ++c) {
            mean[c] = sums[c] / pixels;
            // One colour has none, whatever rounding leaves.
            spread[c] =
                colors.size() > 1 ? std::max(0.0, squares[c] - sums[c] * sums[c] / pixels) : 0;
        }
    }

    std::size_t widest() const {
        return std::size_t(std::ranges::max_element(spread) - spread.begin());
    }
    double error() const { return spread[0] + spread[1] + spread[2]; }
    bool operator<(const Group &other) const { return error() < other.error(); }
};

/// Two groups of one with at least two colours; neither is empty.
std::pair<Group, Group> divided(const Group &group) {
    const std::size_t channel = group.widest();
    const auto at =
        std::partition(group.colors.begin(), group.colors.end(), [&](const Counted &counted) {
            return channelsOf(counted.first)[channel] <= group.mean[channel];
        });
    auto first = std::size_t(at - group.colors.begin());
    // Only if rounding puts the mean where all colours are on one side of it.
    first = std::clamp<std::size_t>(first, 1, group.colors.size() - 1);
    return {Group(group.colors.first(first)), Group(group.colors.subspan(first))};
}

QRgb shownAs(const Group &group) {
    const auto &[color, count] = *std::ranges::max_element(group.colors, {}, &Counted::second);
    if (2 * double(count) >= group.pixels)
        return color;
    const auto rounded = [&](std::size_t c) {
        return static_cast<int>(std::lround(group.mean[c]));
    };
    return qRgb(rounded(0), rounded(1), rounded(2));
}

}  // namespace

std::vector<Counted> ColorCounts::sorted() const {
    std::vector<Counted> colors(counts_.begin(), counts_.end());
    std::ranges::sort(colors);
    return colors;
}

Palette::Palette(const ColorCounts &counts, int most) {
    std::vector<Counted> colors = counts.sorted();
    if (colors.empty())
        return;
    std::priority_queue<Group> groups;
    groups.push(Group(colors));
    const auto enough = std::min(colors.size(), std::size_t(most));
    while (groups.size() < enough) {
        const auto [one, other] = divided(groups.top());
        groups.pop();
        groups.push(one);
        groups.push(other);
    }
    for (; !groups.empty(); groups.pop()) {
        const Group &group = groups.top();
        for (const auto &[color, count] : group.colors)
            indices_.emplace(color, static_cast<int>(colors_.size()));
        colors_.push_back(shownAs(group));
    }
}

}  // namespace widgets
