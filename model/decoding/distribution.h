// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "model/decoding/decoder.h"
#include "model/decoding/trace.h"

// The last part of a step: the readout, the distribution over the pieces, the choice.
namespace model {

/// For each row [s_i ; c_i ; y_{i−1}] of `input` [n, D + 2H + E]: writes the readout t_i =
/// tanh(W_o … + b_o) into `readouts` [n, E], and returns the logits of all pieces, W_out t_i +
/// b_out [n, V]. A row does not depend on the number of rows.
Matrix predict(const Weights &weights, const Matrix &input, Matrix &readouts);

/// The same for steps that hold s_i, c_i and y_{i−1}; fills their readouts.
Matrix predict(const Weights &weights, std::span<StepTrace> steps);

/// Makes log-probabilities of the logits of a step [V] and fills the candidates and the entropy.
/// Returns the choice: the piece that is forced, or the most probable one.
/// @throws Error if the model computed a probability that is not a number
Choice distribute(Row logits, std::optional<int> forced, StepTrace &step);

/// [s ; c ; y] [D + 2H + E]
Row readoutInput(const Row &state, const Row &context, const Row &embedding);

}  // namespace model
