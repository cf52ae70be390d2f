// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "model/decoding/trace.h"

// What can be taken in the place of a word of the translation: pure functions.
namespace widgets {

/// Pieces that can be taken one after the other.
struct WordOffer {
    QString label;
    std::vector<int> pieces;
    std::optional<double> probability;  ///< of a piece that is a candidate of the step
};

/// What is offered for what has been typed so far, and what is to be said about it.
struct WordOffers {
    std::vector<WordOffer> offers;  ///< the best first
    QString answer;                 ///< one sentence
};

/// For nothing typed: the candidates of the step. Otherwise what was typed, as a piece of the
/// vocabulary or as several, and the pieces that begin like it, first those that are candidates. A
/// "·" at the beginning means a piece that goes on with the word before. Of what the vocabulary
/// cannot write the answer says so.
WordOffers wordOffers(const model::Trace &trace, int step, const QString &typed);

}  // namespace widgets
