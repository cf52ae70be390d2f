// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {

/// What the user can choose about the narration.
struct NarrationOptions {
    bool shown = true;
    bool more = false;  ///< the second sentence, too
    bool operator==(const NarrationOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("shown", options.shown);
        names("more", options.more);
    }
};

}  // namespace widgets
