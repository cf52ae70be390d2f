// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/evaluation/bleu.h"

namespace model::evaluation {

/// The quality of the sentences in a range of lengths.
struct LengthBucket {
    int least = 0;  ///< words of the source
    int most = 0;   ///< 0: any number from `least` on
    int sentences = 0;
    double bleu = 0;
    double chrf = 0;
};

/// The quality of the translations of a test set.
struct Report {
    int sentences = 0;
    Bleu bleu;
    std::string bleuSignature;
    double chrf = 0;
    std::string chrfSignature;
    std::vector<LengthBucket> byLength;  ///< 1-5, 6-10, 11-15, 16-20, 21-30, 31 and more words
};

/// Compares translations of the sources with the references. @throws Error unless there are equally
/// many of each.
Report makeReport(std::span<const std::string> sources, std::span<const std::string> translations,
                  std::span<const References> references);

/// The words of a normalised sentence: whatever between blanks holds a letter or a digit.
int countWords(std::string_view sentence);

}  // namespace model::evaluation
