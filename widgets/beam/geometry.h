// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <optional>
#include <vector>

#include "widgets/beam/data.h"
#include "widgets/drawing/text_measure.h"

// Where the parts of a beam search's tree lie: pure functions, testable without a display.
namespace widgets {

/// From left to right, a column for each step; siblings below one another, the most probable on
/// top, a line for each end of a path.
struct BeamLayout {
    std::vector<QRectF> boxes;  ///< of the nodes
    std::vector<QRectF> notes;  ///< right of the ends of paths, for their score; null elsewhere
    QSizeF size;
    QRectF start;  ///< what the first pieces come from

    /// The node at a point; nothing where there is none.
    std::optional<int> nodeAt(const QPointF &point) const;
    /// Where the line to a node begins and ends.
    QLineF edgeTo(const BeamData &data, int node) const;
};

/// `noteWidth`: of the longest score that is written.
BeamLayout layoutBeam(const BeamData &data, const TextMeasure &measure, double noteWidth);

/// The node that a key leads to from another: its parent, its first child, the next node above or
/// below it in its column. The same where there is none.
enum class BeamWay { parent, child, above, below };
int neighbourOf(const BeamData &data, const BeamLayout &layout, int node, BeamWay way);

}  // namespace widgets
