// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <span>
#include <vector>

namespace model::aligner {

/// Says that a source word and a target word stand for each other; 0-based.
struct Link {
    int source = 0;
    int target = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): the comparison has none
    auto operator<=>(const Link &) const = default;
};

/// The links of a sentence pair: sorted by source, then target word, each once.
using Links = std::vector<Link>;

/// How the links of two directions become one set.
enum class Symmetrisation {
    sourceToTarget,    ///< none: each target word linked to the source word it was made from
    targetToSource,    ///< none: each source word linked to the target word it was made from
    intersection,      ///< the links of both
    unified,           ///< the links of either
    growDiag,          ///< the intersection, grown by neighbours in the union
    growDiagFinalAnd,  ///< and by links of words that have none yet
    posterior,         ///< links that the two directions together find probable enough
};

/// Combines the links of two directions: Och & Ney (2003), section 4; grow-diag and
/// grow-diag-final-and as in Koehn, Och & Marcu (2003). Symmetrisation::posterior needs
/// probabilities and is treated as the intersection.
Links symmetrise(const Links &sourceToTarget, const Links &targetToSource, Symmetrisation how);

}  // namespace model::aligner
