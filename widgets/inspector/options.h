// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace widgets {

/// What the user can choose about the inspector.
struct InspectorOptions {
    /// Kinds of quantities of which all terms are listed, and not only the largest; sorted.
    QStringList expanded;
    bool operator==(const InspectorOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("expanded", options.expanded);
    }
};

}  // namespace widgets
