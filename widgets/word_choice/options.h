// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {

/// What the user can choose about the word choice.
struct WordChoiceOptions {
    bool stepsShown = false;  ///< a table of every step below
    bool operator==(const WordChoiceOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("stepsShown", options.stepsShown);
    }
};

}  // namespace widgets
