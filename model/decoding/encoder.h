// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "model/decoding/trace.h"

namespace model {

/// Runs the encoder. @throws Cancelled
EncoderTrace encode(const Model &model, const Source &source, const std::stop_token &stop = {});

/// [→h_S ; ←h_1] [2H]: what the encoder knows after having read everything in each direction. The
/// initial state is made of it, and it is the context of the bottleneck.
Row sentenceSummary(const EncoderTrace &encoder);

}  // namespace model
