// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "model/alignment/links.h"
#include "model/error.h"

namespace model::evaluation {

/// A sentence pair that was aligned by hand, word by word (tokens: what the file sets apart).
struct AlignedPair {
    std::vector<std::string> source;
    std::vector<std::string> target;
    aligner::Links sure;
    aligner::Links possible;  ///< the sure ones among them
};

/// Reads a file of tab-separated UTF-8 lines: source tokens, target tokens (by blanks), links; more
/// columns are ignored. A link is `i-j`, sure, or `ipj`, possible: source and target token,
/// 0-based. Bad lines are left out where `skipped` is there to hear of each, in a sentence that
/// names it.
/// @throws CorpusError if the file cannot be read or holds no pair; otherwise naming a bad line.
std::vector<AlignedPair> readAlignments(const std::filesystem::path &file,
                                        const std::function<void(const Message &)> &skipped = {});

/// The agreement of links with links by hand (Och & Ney 2003): A got, S sure, P possible.
struct AlignmentError {
    long got = 0;          ///< |A|
    long sure = 0;         ///< |S|
    long gotSure = 0;      ///< |A ∩ S|
    long gotPossible = 0;  ///< |A ∩ P|

    double errorRate() const;  ///< 1 − (|A ∩ S| + |A ∩ P|) / (|A| + |S|); 0 where both are empty
    double precision() const;  ///< |A ∩ P| / |A|; 1 where A is empty
    double recall() const;     ///< |A ∩ S| / |S|; 1 where S is empty
};

/// Over all pairs together. @throws Error unless there are as many sets of links as pairs.
AlignmentError alignmentError(std::span<const aligner::Links> got,
                              std::span<const AlignedPair> expected);

}  // namespace model::evaluation
