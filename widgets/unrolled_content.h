// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSizeF>
#include <QStringList>
#include <memory>
#include <span>

#include "model/trace.h"
#include "widgets/moment.h"
#include "widgets/selection.h"
#include "widgets/unrolled_geometry.h"

namespace widgets {

/// What the unrolled view needs of a trace again and again, computed once for each.
struct UnrolledContent {
    std::shared_ptr<const model::Trace> trace;  ///< may be null: nothing to show
    QStringList source;                         ///< labels of the source pieces
    QStringList target;                         ///< labels of the target pieces
    double embeddingLimit = 1;                  ///< of the diverging colours of embeddings

    Extent extent() const;
    /// Decoder columns: T, and while the translation is under way at least S, since it is not
    /// known yet how many words there will be.
    int columns() const;
    /// The values of a strip: of source piece or step `index`. Empty where there are none.
    std::span<const float> values(Strip strip, int index) const;
};
/// Whether a strip belongs to a source piece; the others belong to a step.
bool isSourceStrip(Strip strip);
UnrolledContent unrolledContent(std::shared_ptr<const model::Trace> trace);

/// The font of numbers and labels beside the main one.
QFont unrolledSmallFont(const QFont &font);
/// The sizes that the geometry needs, and the geometry's input, for a content in a font.
UnrolledMetrics unrolledMetrics(const UnrolledContent &content, const QFont &font);
UnrolledInput unrolledInput(const UnrolledContent &content, const UnrolledMetrics &metrics,
                            const QSizeF &viewport, double zoom);

/// The source piece with the largest weight at a step, or −1 (no attention, no such step).
int mostAttended(const model::Trace &trace, int step);

/// How much of what a strip shows has been computed at a moment (0 to 1).
double stripProgress(const Moment &moment, const Extent &extent, Strip strip, int index);

/// Links of less weight are not drawn unless their source is marked: too thin to be seen, and
/// curves are what takes time. A person may choose another limit.
inline constexpr double leastDrawnWeight = 0.01;

}  // namespace widgets
