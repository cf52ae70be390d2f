// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/numerics/tensor.h"
#include "model/text/range.h"
#include "model/text/tokenizer.h"

namespace model {

/// Neighbouring pieces that a reader sees as one word.
struct Word {
    int firstPiece = 0;
    int pieceCount = 1;
    std::string text;  ///< as a label: "chaise", ".", "end"
    Range range;       ///< in the same text as the ranges of the pieces; empty for the end piece
    bool contains(int piece) const {
        return piece >= firstPiece && piece < firstPiece + pieceCount;
    }
    bool operator==(const Word &) const = default;
};

/// Groups pieces into words: a word begins where a piece says so; closing punctuation and the end
/// piece are words of their own; bytes belong to their word. `text` is what the ranges refer to
/// (Source::text for the source, Trace::translation for the target).
std::vector<Word> groupWords(std::span<const Piece> pieces, std::string_view text);

/// The word that holds a piece; −1 if there is none.
int wordOf(std::span<const Word> words, int piece);

/// An alignment matrix [T, S] of pieces as one of words [target words, source words]: attention is
/// summed over the pieces of a source word and averaged over those of a target word, so that each
/// row still has the sum it had.
Matrix mergeAlignment(const Matrix &alignment, std::span<const Word> source,
                      std::span<const Word> target);

/// A piece as a label: "chat" for "▁chat", "end" for the end piece, "0xF0" for a byte, "␣" for a
/// word mark alone.
std::string displayText(const Piece &piece);

}  // namespace model
