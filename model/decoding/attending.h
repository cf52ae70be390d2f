// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/decoding/trace.h"

// The attention of one step, and what the user changes about it.
namespace model {

/// Fills query [A] and scores e_i [S]; nothing for the bottleneck.
void score(const Weights &weights, const EncoderTrace &encoder, const Row &query, StepTrace &step);

/// α_i [S], before they are pinned: softmax(e_i / τ) over the positions that are not muted.
/// @throws InterventionError if all are muted
Row softmaxOf(const Row &scores, const Intervention &intervention);

/// Pinned weights [S] with the muted positions at 0 and the others in the same ratios.
/// @throws InterventionError if nothing is left of them
Row withoutMuted(Row weights, const std::set<int> &muted);

/// Fills the context c_i [2H], of the weights and with its held units. Returns what it adds to the
/// gates of the new state, W_c c_i [3D].
Row attend(const Weights &weights, const EncoderTrace &encoder, const HeldUnits &held,
           StepTrace &step);

/// W_c x for each row of x [n, 2H]: what contexts add to the gates of a new state [n, 3D].
Matrix gatesOfContexts(const Weights &weights, const Matrix &contexts);

}  // namespace model
