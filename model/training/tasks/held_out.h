// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <vector>

#include "model/text/tokenizer.h"
#include "model/training/network.h"
#include "model/training/tasks/task.h"

namespace model::training {

/// The pairs of a range of lengths, and how many of them are right.
struct LengthAccuracy {
    int least = 0;  ///< letters of the source
    int most = 0;
    int pairs = 0;
    int right = 0;
};

/// How a model does on pairs, each letter of the target being predicted from those before it. A
/// pair is right where each of its letters, the end included, is the most probable one, which is
/// just when greedy search finds this very target.
struct HeldOutFigures {
    int pairs = 0;
    double loss = 0;            ///< cross entropy per letter of the target, in nats
    double letterAccuracy = 0;  ///< share of letters that were the most probable
    double accuracy = 0;        ///< share of pairs that are right
    /// Of the attention, without that for the end; nothing where the model has none.
    std::optional<double> entropy;  ///< mean of a letter's, in nats
    /// Mean share on the letters that a letter comes from; nothing where that is not known.
    std::optional<double> aligned;
    std::vector<LengthAccuracy> byLength;
};

/// Pairs that a model is measured on, again and again.
class HeldOut {
  public:
    /// @throws Error if the pieces of the tokenizers are not letters, or if there is no pair.
    HeldOut(const std::vector<TaskPair> &pairs, const Tokenizer &source, const Tokenizer &target);

    /// The same for any number of threads. @throws Cancelled
    HeldOutFigures measure(const Parameters<float> &weights, int threads,
                           const std::stop_token &stop = {}) const;

  private:
    struct Sums;
    /// What was found in some of the pairs.
    Sums measurePart(const Parameters<float> &weights, Network<float> &network,
                     std::size_t first) const;
    HeldOutFigures figures(const std::vector<Sums> &parts, bool attends) const;

    std::vector<EncodedPair> pairs_;  ///< sorted by decreasing source length, as in batches
};

}  // namespace model::training
