// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/alignment/aligner.h"
#include "model/evaluation/alignment_error.h"
#include "model/text/normalize.h"
#include "model/text/range.h"

// Between the tokens that people aligned and the words or pieces that the program knows.
namespace model::evaluation {

/// Tokens put together as people write them.
struct WrittenText {
    std::string text;
    std::vector<Range> tokens;  ///< where each of them lies in it
};

/// Writes tokens as a normalised sentence (model/text/normalize.h): no blank behind the apostrophe
/// of an elision or before that of a clitic, before a mark that closes or behind one that opens;
/// in French one before ? ! ; :
WrittenText writeTokens(std::span<const std::string> tokens, Language language);

/// The tokens that a range of the written text reaches into, as [first, last); empty where there
/// are none.
Range tokensIn(const WrittenText &text, Range range);

/// A pair of tokens as the statistical aligner knows it, and the way back.
struct TokenPair {
    aligner::WordPair words;
    std::vector<Range> sourceTokens;  ///< of each source word: tokensIn() its range
    std::vector<Range> targetTokens;

    /// Links of words as links of the tokens that they stand in.
    aligner::Links tokenLinks(const aligner::Links &wordLinks) const;
};
TokenPair makeTokenPair(const AlignedPair &pair, Language source, Language target);

}  // namespace model::evaluation
