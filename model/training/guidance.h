// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "model/alignment/links.h"
#include "model/text/range.h"
#include "model/text/tokenizer.h"
#include "model/training/batch.h"

// Maps word alignments to the pieces that a network reads and writes, for the guided-alignment
// loss.
namespace model::training {

/// The words [first, last) that a piece overlaps; empty: none.
struct WordSpan {
    int first = 0;
    int last = 0;
    bool operator==(const WordSpan &) const = default;
};

/// The words that each piece of a text overlaps. Both in order, with ranges in the same text.
std::vector<WordSpan> wordSpans(std::span<const Piece> pieces, std::span<const Range> words);

/// The same for a sentence whose pieces are `ids` and whose words are those of
/// aligner::splitWords(); an end piece at the end has no words.
std::vector<WordSpan> wordSpans(const Tokenizer &tokenizer, std::span<const int> ids,
                                Language language);

/// Links each target piece with the source pieces whose words are linked with its own, and the
/// last pieces (the end pieces) with each other. Links of words that no piece overlaps are left
/// out. Sorted.
std::vector<PieceLink> pieceLinks(const aligner::Links &links, std::span<const WordSpan> source,
                                  std::span<const WordSpan> target);

/// A sentence as pieces, with what they were made by.
struct PiecesOf {
    const Tokenizer &tokenizer;
    std::span<const int> ids;  ///< an end piece at the end
    Language language;
};

/// Links the pieces of words that are the same on both sides, letter by letter: those of the first
/// with those of the first, of the second with the second and so on, of words that occur as often
/// on either side; and the end pieces. Sorted.
std::vector<PieceLink> linksOfSameWords(const PiecesOf &source, const PiecesOf &target);

/// Links the pieces of each target word with those of the same word of the source, whatever the
/// case, letter by letter, at all its places: so a text is linked with its summary, which takes
/// over names and terms. Words that the source has more than three times are left out, since these
/// are seldom taken over from a place. The end pieces are linked, too. Sorted.
std::vector<PieceLink> linksToSameWords(const PiecesOf &source, const PiecesOf &target);

}  // namespace model::training
