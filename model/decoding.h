// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string_view>

#include "model/trace.h"

// What the step machine and the searches share.
namespace model {

/// [→h_S ; ←h_1] [2H]: what the encoder knows after having read everything in each direction. The
/// initial state is made of it, and it is the bottleneck's context.
Row sentenceSummary(const EncoderTrace &encoder);

/// A trace without steps: the sentence, its pieces and the encoder's numbers.
/// @throws SentenceError, Cancelled
Trace beginTrace(std::shared_ptr<const Model> model, std::string_view sentence,
                 const std::stop_token &stop);

/// How a translation of these steps stands.
Ending endingAfter(const Trace &trace);

/// Sets the target pieces and the translation's text from the steps.
void describeTarget(Trace &trace);

}  // namespace model
