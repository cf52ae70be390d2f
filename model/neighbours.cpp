// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/neighbours.h"

#include <algorithm>

namespace model {
namespace {

bool nearer(const Neighbour &a, const Neighbour &b) {
    return a.cosine > b.cosine || (a.cosine == b.cosine && a.row < b.row);
}

}  // namespace

Row rowNorms(const In<float> &table) {
    return table.rowwise().norm().transpose();
}

std::vector<Neighbour> nearestRows(const In<float> &table, const Row &norms, const Row &query,
                                   int except, int count) {
    if (count <= 0 || query.size() != table.cols()) {
        return {};
    }
    const Row products = query * table.transpose();
    const float norm = query.norm();
    std::vector<Neighbour> all;
    all.reserve(static_cast<std::size_t>(table.rows()));
    for (int row = 0; row < table.rows(); ++row) {
        if (row == except) {
            continue;
        }
        const float size = norm * norms(row);
        // Rounding must not make a copy of the query more than equal to it.
        const float cosine = size > 0 ? std::clamp(products(row) / size, -1.0F, 1.0F) : 0.0F;
        all.push_back({row, cosine});
    }
    const auto kept = std::min(all.size(), static_cast<std::size_t>(count));
    std::partial_sort(all.begin(), all.begin() + static_cast<long>(kept), all.end(), nearer);
    all.resize(kept);
    return all;
}

}  // namespace model
