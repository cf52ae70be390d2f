// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "model/decoding/trace.h"

namespace model {

/// How translations are searched for.
struct SearchOptions {
    int beam = 1;                ///< hypotheses kept, 1 to StepTrace::candidateCount; 1 is greedy
    double lengthPenalty = 0.6;  ///< α of Wu et al. (2016), section 7: score / ((5 + T) / 6)^α
    /// Above 0: each piece is drawn from so many of the most probable ones (Edunov et al. 2018,
    /// section 3); at most StepTrace::candidateCount, and without a beam.
    int sampled = 0;
    std::uint64_t seed = 1;  ///< of the draws; they depend on the sentence, too

    bool operator==(const SearchOptions &) const = default;
};

/// A hypothesis of a beam search: a piece that was taken after those of its parent.
struct SearchNode {
    std::shared_ptr<const SearchNode> parent;  ///< null: it is the first piece
    std::shared_ptr<const StepTrace> step;     ///< shared with its siblings
    Choice choice;
    int length = 0;             ///< pieces up to this one
    double logProbability = 0;  ///< of all pieces up to this one (natural logarithm)
    double score = 0;           ///< the same, normalised by the length: what ended is ranked by it
    Ending ending = Ending::running;
};

/// Everything that a beam search kept on its way.
struct SearchTree {
    std::shared_ptr<const Trace> beginning;  ///< without steps
    Interventions interventions;             ///< all that were asked for
    /// Every hypothesis that was kept, even if given up later; after its parent, siblings in the
    /// order of their probabilities.
    std::vector<std::shared_ptr<const SearchNode>> nodes;
    std::vector<std::shared_ptr<const SearchNode>> ended;  ///< of those, best first

    /// The translation up to a node.
    std::shared_ptr<const Trace> trace(const SearchNode &node) const;
};

}  // namespace model
