// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "model/decoding/trace.h"
#include "widgets/text/table.h"

// What could have been chosen, in words: pure functions, testable without a display.
namespace widgets {

/// A word that the step in view could have chosen, as it is written.
struct WordChoice {
    QString label;
    double probability = 0;
    bool chosen = false;
    int id = 0;                         ///< of the piece
    std::optional<double> before = {};  ///< its probability in the original, where known
};

/// The first `count` candidates of a step; the chosen one takes the last place if it is not among
/// them.
std::vector<WordChoice> choicesOf(const model::Trace &trace, int step, int count);

/// Adds what the candidates had at a step of the original.
void compareChoices(std::vector<WordChoice> &choices, const model::Trace &original, int step);

/// The most probable word that was not chosen; nothing where the trace has none.
std::optional<WordChoice> runnerUpOf(const model::Trace &trace, int step);

/// In a sentence: what the runner-up was, or, where the most probable word was not taken, that.
/// Empty where there was no other.
QString runnerUpText(const model::Trace &trace, int step);

/// Of a step: entropy of the whole distribution in bits.
double entropyBits(const model::StepTrace &step);

/// "candidates", those of a step: rank (from 1 on), piece, probability, log-probability; the chosen
/// one last if it is not among the most probable.
Table choiceTable(const model::Trace &trace, int step);

/// "steps", from `first` on: step (from 1 on), word, probability, runner-up, runner-up probability,
/// entropy in bits.
Table stepsTable(const model::Trace &trace, int first, int count);

}  // namespace widgets
