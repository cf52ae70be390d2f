// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>

#include "model/decoding/decoder.h"
#include "model/decoding/search_tree.h"

// What searches are made of.
namespace model {

/// The beginning of a translation, or a whole one; null: nothing yet.
using Hypothesis = std::shared_ptr<const SearchNode>;

Prefix prefixOf(const Hypothesis &hypothesis, const EncoderTrace &encoder);
/// Natural logarithms, of nothing 0.
double logProbability(const Hypothesis &hypothesis);
double languageModel(const Hypothesis &hypothesis);
/// Pieces of a hypothesis.
int lengthOf(const Hypothesis &hypothesis);

/// The choice of one of the most probable pieces of a step.
Choice choiceOf(const StepTrace &step, std::size_t rank);
/// A hypothesis and a piece after its next step; without a score.
SearchNode extended(const Hypothesis &parent, std::shared_ptr<const StepTrace> step,
                    const Choice &choice, int sourceLength);

/// The trace that ends with a node; `beginning` is one without steps.
std::shared_ptr<const Trace> traceOf(const Trace &beginning, const Interventions &interventions,
                                     const SearchNode &end);

}  // namespace model
