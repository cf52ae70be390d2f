// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/panel/options.h"
#include "widgets/viewpoint/selection.h"

namespace widgets {

/// What the user can choose about the embeddings.
struct EmbeddingsOptions {
    TableSide side = TableSide::source;  ///< the table that is shown
    bool operator==(const EmbeddingsOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("side", options.side,
              std::array{ValueName{TableSide::source, "source"},
                         ValueName{TableSide::target, "target"}});
    }
};

}  // namespace widgets
