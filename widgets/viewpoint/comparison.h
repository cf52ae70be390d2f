// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "model/decoding/trace.h"

// A translation that was edited against what the model made by itself: pure functions.
namespace widgets {

/// Steps of a translation and those of the original that they are compared with.
class Comparison {
  public:
    /// Nothing can be compared.
    Comparison() = default;
    Comparison(const model::Trace &trace, const model::Trace &original);

    /// The step of the original: the same as long as both came to it by the same pieces, else that
    /// which took the same piece in the longest sequence that both have in common; −1: none.
    int stepOf(int step) const;
    /// The same, but only where both took the same piece.
    int sameWord(int step) const;
    /// By how much the probability of the piece that was taken has changed; nothing where another
    /// was taken.
    std::optional<double> change(int step) const;
    /// What it was.
    std::optional<double> probabilityBefore(int step) const;

  private:
    std::vector<int> same_;  ///< by step
    std::vector<double> now_;
    std::vector<double> before_;
    int together_ = 0;  ///< steps from the beginning that were come to by the same pieces
    int originalLength_ = 0;
};

/// The states, gates and candidates of a translation less those of the original, in the place of
/// its own; 0 at steps that cannot be compared. Everything else is as in the translation.
std::shared_ptr<const model::Trace> stateDifferences(const model::Trace &trace,
                                                     const model::Trace &original);

/// What the user decided about the attention of a step, in a few words: "pinned to “chat”, “noir”
/// muted, τ = 2". Empty: nothing.
QString decidedText(const model::Trace &trace, int step);

}  // namespace widgets
