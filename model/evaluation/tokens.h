// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/alignment/aligner.h"
#include "model/evaluation/alignment_error.h"
#include "model/text/normalize.h"
#include "model/text/range.h"

// Between the tokens of an alignment by hand and the words or pieces that the program knows.
namespace model::evaluation {

/// Tokens joined into ordinary text.
struct WrittenText {
    std::string text;
    std::vector<Range> tokens;  ///< where each of them lies in it
};

/// Writes tokens as a normalised sentence (model/text/normalize.h): no blank after the apostrophe
/// of an elision or before that of a clitic, before a closing mark or after an opening one; in
/// French one blank before ? ! ; :
WrittenText writeTokens(std::span<const std::string> tokens, Language language);

/// The tokens that a range of the written text overlaps, as [first, last); empty where there are
/// none.
Range tokensIn(const WrittenText &text, Range range);

/// A pair of tokens as the statistical aligner knows it, and the way back.
struct TokenPair {
    aligner::WordPair words;
    std::vector<Range> sourceTokens;  ///< of each source word: tokensIn() its range
    std::vector<Range> targetTokens;

    /// Turns links of words into links of the tokens that hold them.
    aligner::Links tokenLinks(const aligner::Links &wordLinks) const;
};
TokenPair makeTokenPair(const AlignedPair &pair, Language source, Language target);

}  // namespace model::evaluation
