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
    /// λ of the objective MMI-antiLM, log p(T | S) − λ log U(T) (Li, Galley, Brockett, Gao & Dolan
    /// 2016, section 4.5.1): what the model would say whatever the source counts for less. U(T) is
    /// the product of p(t_k | t_1 … t_{k−1}), without a source, over the first γ pieces. 0: none.
    double antiLanguageModel = 0;
    int antiLanguageModelPieces = 5;  ///< γ
    /// Of these pieces only those count that are at least this times as probable as the most
    /// probable one: the plausibility constraint of Li, Holtzman et al. (2023), "Contrastive
    /// decoding", section 3.2, without which the improbable gains most. 0: all.
    double plausible = 0.1;

    /// Whether pieces are compared with what the model says without a source.
    bool comparesWithLanguageModel() const { return antiLanguageModel > 0; }
    /// The score of a hypothesis of so many pieces, from log p − λ log U of these.
    double score(double objective, int pieces) const;
    /// Whether it is the most probable piece that is taken each time.
    bool greedy() const { return beam == 1 && sampled == 0 && !comparesWithLanguageModel(); }

    bool operator==(const SearchOptions &) const = default;
};

/// A hypothesis of a beam search: a piece that was taken after those of its parent.
struct SearchNode {
    std::shared_ptr<const SearchNode> parent;  ///< null: it is the first piece
    std::shared_ptr<const StepTrace> step;     ///< shared with its siblings
    Choice choice;
    int length = 0;             ///< pieces up to this one
    double logProbability = 0;  ///< of all pieces up to this one (natural logarithm)
    double languageModel = 0;   ///< log U of the pieces up to this one; 0 where nobody asked
    /// log p − λ log U, normalised by the length: what ended is ranked by it
    double score = 0;
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
