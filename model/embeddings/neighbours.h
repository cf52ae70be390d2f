// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/weights.h"

namespace model {

/// A row of an embedding table and how similar its direction is to that of another.
struct Neighbour {
    int row = 0;
    float cosine = 0;  ///< −1 to 1
    bool operator==(const Neighbour &) const = default;
};

/// The Euclidean norm of each row of a table [N, E]: [1, N].
Row rowNorms(const WeightMatrix &table);

/// The `count` rows of `table` [N, E] (fewer if it has fewer) whose cosine with `query` [1, E] is
/// the largest, largest first; of equal cosines the lower row comes first. Row `except` is left out
/// (−1: none). `norms` are rowNorms(table). The cosine with a row of zeros is 0.
std::vector<Neighbour> nearestRows(const WeightMatrix &table, const Row &norms, const Row &query,
                                   int except, int count);

}  // namespace model
