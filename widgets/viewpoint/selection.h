// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "widgets/viewpoint/vectors.h"

namespace widgets {

struct EmbeddingSpace;

/// Which embedding table of a model.
enum class TableSide { source, target };

/// A row of an embedding table beside the one that is looked up, with what has been computed of
/// them, so that it need not be computed again.
struct TableRow {
    TableSide side = TableSide::source;
    int piece = -1;            ///< whose row it is; −1: none
    int lookedUp = -1;         ///< the piece that it is compared with; −1: none
    bool isNeighbour = false;  ///< and one of its nearest neighbours,
    float cosine = 0;          ///< with this cosine; otherwise it is not known yet
    std::shared_ptr<const EmbeddingSpace> space = {};  ///< of the table; null while it is unknown
    bool onMap = false;                                ///< its place on the map is meant
    bool operator==(const TableRow &) const = default;
};

/// What the user points at, as values; −1: nothing of the kind. `source` is an index into the
/// trace's source pieces, `step` a decoder step, `unit` an index into the vector of the strip,
/// `piece` the id of a piece that the step could choose; `row` may be of a piece that the sentence
/// does not have. `posterior`: of a source piece at a step, not the attention as it was computed is
/// meant but the posterior one.
struct Selection {
    int source = -1;
    int step = -1;
    Vector strip = Vector::none;
    int unit = -1;
    int piece = -1;
    TableRow row = {};
    bool posterior = false;

    bool empty() const { return *this == Selection{}; }
    bool operator==(const Selection &) const = default;
};

}  // namespace widgets
