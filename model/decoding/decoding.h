// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <stop_token>
#include <string_view>

#include "model/decoding/trace.h"

// What the step machine and the searches share: how a translation begins, ends and is written.
namespace model {

/// The maximum length of a source sentence in pieces, the end piece included.
inline constexpr int maximumSourceLength = 1024;
/// Pieces after which decoding stops without an end piece: 2S + 20.
inline constexpr int maximumTargetLength(int sourceLength) {
    return 2 * sourceLength + 20;
}

/// A trace without steps. `sentence` is what the model reads: a text, or a picture as a text
/// (scenes::pictureFromText()). It holds the source and the numbers of the encoder, with
/// the units held that the interventions name, and all of these, those of steps apart.
/// @throws SentenceError if nothing but blanks was typed, the sentence is longer than
/// maximumSourceLength, or it is no picture where one is expected; InterventionError if any of the
/// interventions, those of steps too, does not fit; Cancelled.
Trace beginTrace(std::shared_ptr<const Model> model, std::string_view sentence,
                 const Interventions &interventions, const std::stop_token &stop);

/// Whether and how a translation of `length` pieces, the last one `piece`, has ended.
Ending endingAfter(int piece, int length, int sourceLength);

/// Sets the target pieces and the text of the translation from the choices.
void describeTarget(Trace &trace);

}  // namespace model
