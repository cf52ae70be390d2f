// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace widgets {

/// What the parts of the picture are: which vector a unit belongs to.
enum class Strip {
    none,
    embedding,
    forwardState,
    backwardState,
    context,
    decoderState,
    targetEmbedding,
};

/// What a person points at, as values; −1: nothing of the kind. `source` is an index into the
/// trace's source pieces, `step` a decoder step, `unit` an index into the strip's vector, `piece`
/// the id of a piece that the step could choose.
struct Selection {
    int source = -1;
    int step = -1;
    Strip strip = Strip::none;
    int unit = -1;
    int piece = -1;

    bool empty() const { return *this == Selection{}; }
    bool operator==(const Selection &) const = default;
};

}  // namespace widgets
