// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

#include "model/decoding/trace.h"

namespace model {

/// Runs the encoder. @throws Cancelled
EncoderTrace encode(const Model &model, const Source &source, const std::stop_token &stop = {});

/// The same numbers with the units of annotations and of the initial state held that are to be;
/// everything that is made of the annotations is computed anew. The interventions have been
/// checked.
EncoderTrace hold(const Model &model, EncoderTrace trace, const Interventions &interventions);

}  // namespace model
