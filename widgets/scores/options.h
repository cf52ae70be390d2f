// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/scores/whatif.h"

namespace widgets {

/// What the user can choose about the scores and weights.
struct ScoresOptions {
    double temperature = 1;  ///< τ of the softmax shown: 1 is the model's own
    bool operator==(const ScoresOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("temperature", options.temperature, lowestTemperature, highestTemperature);
    }
};

}  // namespace widgets
