// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "model/decoding/trace.h"

/// Models and traces for tests and benches.
namespace support {

/// A file of tests/data.
std::filesystem::path dataFile(std::string_view name);

/// One of the small fixed models of tests/reference, read once: "tiny" (attention),
/// "tiny_bottleneck", "tiny_general" (one direction, untied output), "tiny_dot",
/// "tiny_query" (its query is of the word, too).
std::shared_ptr<const model::Model> tinyModel(const std::string &name = "tiny");

/// The greedy translation of a sentence by a tiny model: real numbers, random words.
std::shared_ptr<const model::Trace> tinyTrace(std::string_view sentence,
                                              const std::string &model = "tiny");

/// The greedy translation of the same sentence by the same model with these interventions, in place
/// of those that it was made with.
std::shared_ptr<const model::Trace> edited(const model::Trace &trace,
                                           const model::Interventions &interventions);

/// Sizes small enough for every unit to have a cell of its own.
model::Configuration smallConfiguration();

/// A trace of any size, the same for the same arguments: S = sourceWords + 1 pieces and
/// T = targetWords + 1 steps (each with its end piece), one piece per word. The numbers are random
/// but plausible: weights are the softmax of the scores and wander along the diagonal, contexts are
/// their sums, states lie in (−1, 1), gates in (0, 1). Sizes are the configuration's.
std::shared_ptr<const model::Trace> syntheticTrace(
    int sourceWords, int targetWords, unsigned seed = 1,
    const model::Configuration &configuration = model::Configuration());

/// A trace as if it were of another source, which has as many positions.
std::shared_ptr<const model::Trace> ofSource(const model::Source &source,
                                             const model::Trace &trace);

/// A text source, one of whose pieces is changed.
model::Source withPiece(const model::Source &source, int position,
                        const std::function<void(model::Piece &)> &change);
/// Makes a piece go on with the word before it.
void continueWord(model::Piece &piece);

}  // namespace support
