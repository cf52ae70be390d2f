// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string_view>

#include "model/decoding/trace.h"

// What the step machine and the searches share.
namespace model {

/// [→h_S ; ←h_1] [2H]: what the encoder knows after having read everything in each direction. The
/// initial state is made of it, and it is the bottleneck's context.
Row sentenceSummary(const EncoderTrace &encoder);

/// A trace without steps: the sentence, its pieces and the encoder's numbers.
/// @throws SentenceError, Cancelled
Trace beginTrace(std::shared_ptr<const Model> model, std::string_view sentence,
                 const std::stop_token &stop);

/// Of each row [s_i ; c_i ; y_{i−1}] of `input` [n, D + 2H + E]: the readout t_i = tanh(W_o … +
/// b_o) into `readouts` [n, E], and the logits of all pieces, W_out t_i + b_out [n, V]. A row does
/// not depend on how many there are.
Matrix predict(const Weights &weights, const Matrix &input, Matrix &readouts);

/// How a translation of these steps stands.
Ending endingAfter(const Trace &trace);

/// Sets the target pieces and the translation's text from the steps.
void describeTarget(Trace &trace);

}  // namespace model
