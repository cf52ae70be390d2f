// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "model/decoding/trace.h"

namespace model {

/// Where a translation's pieces come from, now that they are known. The attention α_ij is computed
/// before the piece y_i is: it has to guess where the next piece will come from. Given y_i, Bayes'
/// rule says from where it most likely came (Shankar & Sarawagi 2019, "Posterior attention models
/// for sequence to sequence learning"; here, of a model that was not trained for it):
///     P(h_j | y_i) = α_ij p(y_i | h_j) / Σ_k α_ik p(y_i | h_k)
/// p(y_i | h_j) being the probability that the step would have given y_i, had it attended to source
/// piece j alone: c_i = h_j, with the trace's own s_{i−1} and y_{i−1}. So one annotation, drawn by
/// α_i, stands for the context; the model mixes them, and the denominator is not its p(y_i).
struct Posterior {
    /// P(h_j | y_i) [T, S]: rows sum to 1. Weights below 0, which only a person sets, count as 0; a
    /// row without any above 0 is 0.
    Matrix weights;
    Matrix logLikelihoods;  ///< log p(y_i | h_j), natural logarithm [T, S]
};

/// Of all steps of a trace. Costs T × S decoder steps, but reads the weights once for up to 32
/// source pieces.
/// @throws Error if the model has no attention; Cancelled.
Posterior posteriorAttention(const Trace &trace, const std::stop_token &stop = {});

}  // namespace model
