// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "model/decoding/decoder.h"
#include "model/decoding/trace.h"

namespace model {

/// log p(y_i | h_j) of a piece y_i for each source position j [S], natural logarithm: had the step
/// after a prefix attended to this position alone, c_i = h_j, with the units of state and context
/// held that the intervention names. The weights are read once per 32 positions. @throws Cancelled
Row logLikelihoods(const Model &model, const EncoderTrace &encoder, const Prefix &prefix, int piece,
                   const Intervention &held, const std::stop_token &stop = {});

/// α_ij p(y_i | h_j) / Σ_k α_ik p(y_i | h_k) [S], of weights whose sum is 1.
Row posteriorWeights(const Row &weights, const Row &logLikelihoods);

}  // namespace model
