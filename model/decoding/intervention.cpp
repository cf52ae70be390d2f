// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/intervention.h"

namespace model {

bool operator==(const Intervention &a, const Intervention &b) {
    if (a.word != b.word || a.weights.has_value() != b.weights.has_value()) {
        return false;
    }
    // Eigen compares only what has the same size.
    return !a.weights || (a.weights->size() == b.weights->size() && *a.weights == *b.weights);
}

const Intervention &interventionAt(const Interventions &interventions, int step) {
    static const Intervention none;
    const auto found = interventions.find(step);
    return found == interventions.end() ? none : found->second;
}

}  // namespace model
