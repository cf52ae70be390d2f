// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/weights.h"

#include <algorithm>
#include <set>

namespace widgets {

double shareOf(const model::Row &weights, const std::vector<int> &positions) {
    double sum = 0;
    for (const int position : positions)
        sum += static_cast<double>(weights(position));
    return sum;
}

model::Row withShare(const model::Row &weights, const std::vector<int> &positions, double share) {
    const std::set<int> chosen(positions.begin(), positions.end());
    const long others = weights.size() - static_cast<long>(chosen.size());
    if (chosen.empty() || others <= 0)
        return weights;
    share = std::clamp(share, leastShare, 1 - leastShare);
    double inside = 0;
    double outside = 0;
    for (int j = 0; j < weights.size(); ++j)
        (chosen.contains(j) ? inside : outside) += static_cast<double>(weights(j));
    const auto part = [](double weight, double sum, long count) {
        return sum > 0 ? weight / sum : 1 / static_cast<double>(count);
    };
    model::Row changed(weights.size());
    for (int j = 0; j < weights.size(); ++j) {
        const auto weight = static_cast<double>(weights(j));
        changed(j) = static_cast<float>(
            chosen.contains(j) ? share * part(weight, inside, static_cast<long>(chosen.size()))
                               : (1 - share) * part(weight, outside, others));
    }
    return changed;
}

}  // namespace widgets
