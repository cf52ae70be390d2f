// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {

/// How the user wants a beam search.
struct BeamOptions {
    double width = 5;            ///< hypotheses that are kept at each step
    double lengthPenalty = 0.6;  ///< α of Wu et al. (2016), section 7; 0: no normalisation
    bool pruned = true;          ///< shows what was given up on the way, too
    bool operator==(const BeamOptions &) const = default;

    static constexpr double widest = 12;
    static constexpr double mostPenalty = 2;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("width", options.width, 1.0, widest);
        names("lengthPenalty", options.lengthPenalty, 0.0, mostPenalty);
        names("pruned", options.pruned);
    }
};

}  // namespace widgets
