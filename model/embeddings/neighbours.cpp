// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/embeddings/neighbours.h"

#include <algorithm>

#include "model/layers/weight_product.h"

namespace model {
namespace {

bool nearer(const Neighbour &a, const Neighbour &b) {
    return a.cosine > b.cosine || (a.cosine == b.cosine && a.row < b.row);
}

}  // namespace

Row rowNorms(const WeightMatrix &table) {
    Row norms(table.rows());
    for (long row = 0; row < table.rows(); ++row) {
        norms(row) = table.row(row).stableNorm();
    }
    return norms;
}

std::vector<Neighbour> nearestRows(const WeightMatrix &table, const Row &norms, const Row &query,
                                   int except, int count) {
    if (count <= 0 || query.size() != table.cols()) {
        return {};
    }
    // Of length 1, so that no product overflows a float unless the rows themselves do.
    const float norm = query.stableNorm();
    Row products = Row::Zero(table.rows());
    if (norm > 0) {
        layers::linear(query / norm, table, products);
    }
    std::vector<Neighbour> all;
    all.reserve(static_cast<std::size_t>(table.rows()));
    for (int row = 0; row < table.rows(); ++row) {
        if (row == except) {
            continue;
        }
        const float size = norms(row);
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
