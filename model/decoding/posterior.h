// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "model/decoding/trace.h"

namespace model {

/// Where the pieces of a translation come from, now that they are known. The attention α_ij is
/// computed before the piece y_i is: it has to guess where the next piece will come from. Given
/// y_i, Bayes' rule says where it most likely came from (Shankar & Sarawagi 2019, "Posterior
/// attention models for sequence to sequence learning"; here, for a model that was not trained for
/// it):
///     P(h_j | y_i) = α_ij p(y_i | h_j) / Σ_k α_ik p(y_i | h_k)
/// where p(y_i | h_j) is the probability that the step would have given y_i, had it attended to
/// source piece j alone: c_i = h_j, with s_{i−1} and y_{i−1} of the trace. So one annotation, drawn
/// from α_i, stands for the context; the model mixes them, and the denominator is not its p(y_i).
/// Weights that the user set are the prior like any others; units that are held are held here, too.
struct Posterior {
    Matrix weights;         ///< P(h_j | y_i) [T, S]: rows sum to 1
    Matrix logLikelihoods;  ///< log p(y_i | h_j), natural logarithm [T, S]
};

/// For all steps of a trace. Costs T × S decoder steps, but reads the weights only once per 32
/// source pieces.
/// @throws Error if the model or a step has no attention of this length; Cancelled.
Posterior posteriorAttention(const Trace &trace, const std::stop_token &stop = {});

}  // namespace model
