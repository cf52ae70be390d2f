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

/// [→h_S ; ←h_1] [2H]: what the encoder knows after having read everything in each direction; of a
/// picture, the mean of the annotations (Xu et al. 2015, section 3.1.2). The initial state is made
/// of it, and it is the context of the bottleneck. (Of the annotations, so that held units of these
/// count.)
Row sentenceSummary(const EncoderTrace &encoder);

}  // namespace model
