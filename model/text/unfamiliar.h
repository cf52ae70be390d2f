// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "model/text/tokenizer.h"

namespace model {

/// In what way a text is unlike all that a model of a language in Latin letters has learned from,
/// so that its translation means nothing.
enum class Unfamiliar {
    no,        ///< at most a part of it is
    signs,     ///< emoji and other signs, and hardly a word
    alphabet,  ///< another alphabet
    letters,   ///< letters in a row that make no word
};

/// Judges a text by its characters and by the pieces that it was split into (their ranges are bytes
/// of it). It is unfamiliar where at least half of its letters, digits and signs are: letters that
/// are not Latin, pictographs, characters that are unknown or had to be spelled in bytes, and words
/// far longer than any or split into nearly single letters where pieces are longer than that.
Unfamiliar unfamiliarity(std::string_view text, std::span<const Piece> pieces);

}  // namespace model
