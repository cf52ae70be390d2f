// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {

/// What the user can choose about the timeline.
struct TimelineOptions {
    double speed = 1;  ///< of playing
    bool operator==(const TimelineOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("speed", options.speed, 0.25, 4.0);
    }
};

}  // namespace widgets
