// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/unrolled/data.h"

namespace widgets {

/// What the user can choose about the unrolled view.
struct UnrolledOptions {
    double leastWeight = leastDrawnWeight;  ///< links of less are not drawn
    bool joined = false;                    ///< pieces of one word are shown as one
    bool operator==(const UnrolledOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("leastWeight", options.leastWeight, 0.0, 1.0);
        names("joined", options.joined);
    }
};

}  // namespace widgets
