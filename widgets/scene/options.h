// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {

/// How the user wants the picture that a model sees.
struct SceneOptions {
    bool light = true;  ///< the weights of the step in view lie over it as light
    bool grid = false;  ///< lines between the cells that the model sees
    bool operator==(const SceneOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("light", options.light);
        names("grid", options.grid);
    }
};

}  // namespace widgets
