// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/comparison.h"

namespace widgets {

class Viewpoint;

/// A translation against what it is compared with, as the unrolled view tells it.
struct UnrolledComparison {
    std::shared_ptr<const model::Trace> reference;  ///< of the same source
    QString noun;                                   ///< what it is called in a sentence
    Comparison steps;
    /// What it has in place of each step, as text; nothing where both took the same piece.
    std::vector<std::optional<QString>> before;

    /// The attention of the reference at the step that one is compared with; null: none.
    const model::Row *weights(int step) const;
};

/// What a viewpoint compares with; null: nothing that the picture could tell of.
std::shared_ptr<const UnrolledComparison> unrolledComparison(const Viewpoint &viewpoint);

}  // namespace widgets
