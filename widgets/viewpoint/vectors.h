// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/moment.h"

// The vectors of a trace that views show as strips of colour.
namespace widgets {

/// What the parts of the picture are: which vector a unit belongs to.
enum class Vector {
    none,
    embedding,
    forwardState,
    backwardState,
    context,
    initialState,  ///< s_0: of no step
    decoderState,
    targetEmbedding,
};

/// Whether a strip belongs to a source piece; the others belong to a step, the initial state to
/// neither.
inline bool isSourceVector(Vector strip) {
    return strip == Vector::embedding || strip == Vector::forwardState ||
           strip == Vector::backwardState;
}

/// The source piece with the largest weight at a step, or −1 (no attention, no such step).
int mostAttended(const model::Trace &trace, int step);

/// How much of what a strip shows has been computed at a moment (0 to 1).
double vectorProgress(const Moment &moment, const Extent &extent, Vector strip, int index);

/// What the encoder ends with, which the initial state and the context of a model without attention
/// are made of: "[→h₁₀ ; ←h₁]", or "→h₁₀" where it reads in one direction.
QString encoderEnds(const model::Trace &trace);

}  // namespace widgets
