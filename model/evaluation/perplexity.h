// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "model/model.h"

namespace model::evaluation {

/// How probable a model finds given targets, their ends included.
struct TargetProbability {
    double logProbability = 0;  ///< natural logarithm
    long pieces = 0;            ///< an end piece for each target among them
    long words = 0;             ///< countWords(), and one more for each end

    /// exp of the mean of −log p. 1 where there is nothing.
    double perplexityPerPiece() const;
    double perplexityPerWord() const;
};

/// What a model is shown beside the beginning of each target.
enum class Shown {
    source,  ///< its source
    other,   ///< the source of another target, half of all of them away
    nothing  ///< no source, as languageModel() says it
};

/// The probability of the pieces of each target, given those before (teacher forcing) and what is
/// shown. The result does not depend on the number of threads.
/// @throws Error unless there are as many sources as targets; SentenceError for a source that is
/// empty or too long; Cancelled
TargetProbability targetProbability(const std::shared_ptr<const Model> &model,
                                    std::span<const std::string> sources,
                                    std::span<const std::string> targets, Shown shown, int threads,
                                    const std::stop_token &stop = {});
/// The same for several that are shown, in their order; each source is encoded once for all.
std::vector<TargetProbability> targetProbabilities(const std::shared_ptr<const Model> &model,
                                                   std::span<const std::string> sources,
                                                   std::span<const std::string> targets,
                                                   std::span<const Shown> shown, int threads,
                                                   const std::stop_token &stop = {});

}  // namespace model::evaluation
