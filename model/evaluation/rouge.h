// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/evaluation/bleu.h"

namespace model::evaluation {

/// How much summaries have in common with those that people wrote: ROUGE (Lin 2004, "ROUGE: a
/// package for automatic evaluation of summaries"), as F1 of precision and recall, 0 to 100.
struct Rouge {
    double one = 0;      ///< ROUGE-1: of words (section 2)
    double two = 0;      ///< ROUGE-2: of pairs of neighbouring words
    double longest = 0;  ///< ROUGE-L: of the longest common subsequence of words (section 3.1)

    bool operator==(const Rouge &) const = default;
};

/// Of one summary; of several references the best one counts, for each figure by itself. The words
/// are those of wordsOf(): runs of letters and digits, whatever the case, without stemming.
Rouge rouge(std::string_view summary, const References &references);

/// The mean over all summaries. @throws Error unless there are as many summaries as sets of
/// references, none of them empty.
Rouge rouge(std::span<const std::string> summaries, std::span<const References> references);

/// How the figures were made, in the manner of bleuSignature():
/// "nrefs:1|case:lower|tok:words|stem:no|F1|mean".
std::string rougeSignature(std::span<const References> references);

}  // namespace model::evaluation
