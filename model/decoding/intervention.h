// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>

#include "model/numerics/tensor.h"

namespace model {

/// What the user decides in place of the model, for one step.
struct Intervention {
    std::optional<Row> weights;  ///< [S], used as they are in place of those of the softmax
    std::optional<int> word;     ///< id of the piece to take

    bool empty() const { return !weights && !word; }
};

bool operator==(const Intervention &a, const Intervention &b);

/// The interventions of a translation, by step from 0; steps without one are left out.
using Interventions = std::map<int, Intervention>;

/// The intervention of a step, an empty one where there is none.
const Intervention &interventionAt(const Interventions &interventions, int step);

}  // namespace model
