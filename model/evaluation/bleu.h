// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace model::evaluation {

/// The references of one sentence: each of them is a correct translation.
using References = std::vector<std::string>;

/// Corpus BLEU (Papineni et al. 2002) and what it was computed from.
struct Bleu {
    double score = 0;                    ///< 0 to 100
    std::array<double, 4> precisions{};  ///< of 1- to 4-grams, in percent, smoothed
    double brevityPenalty = 1;
    long hypothesisLength = 0;  ///< tokens
    long referenceLength = 0;   ///< tokens: of the reference nearest in length, per sentence
};

/// As sacreBLEU 2 computes it (Post 2018): tokenization 13a, case kept, exponential smoothing (Chen
/// & Cherry 2014, method 3), counts clipped by the largest count in any reference.
/// @throws Error unless there are as many hypotheses as sets of references, none of them empty.
Bleu bleu(std::span<const std::string> hypotheses, std::span<const References> references);

/// Why the score is 0, as a sentence; nothing where it is not. Beside a chrF2 of 65 it looks like a
/// fault otherwise.
std::optional<std::string> reasonForZero(const Bleu &bleu);

/// How the figure was made, as sacreBLEU writes it:
/// "nrefs:var|case:mixed|eff:no|tok:13a|smooth:exp".
std::string bleuSignature(std::span<const References> references);

/// Splits text as mteval-v13a.pl does: punctuation apart, but for . and , between digits.
std::vector<std::string> tokenize13a(std::string_view text);

}  // namespace model::evaluation
