// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/comparison.h"
#include "widgets/viewpoint/moment.h"

namespace widgets {

/// What is otherwise at a moment than in a reference of the same source, as one sentence: words,
/// probabilities, weights, or that nothing is. `noun`: how the reference is called in a sentence.
/// Empty where the trace has no such moment.
QString narrateChange(const model::Trace &trace, const model::Trace &reference,
                      const Comparison &comparison, const QString &noun, const Moment &moment);

}  // namespace widgets
