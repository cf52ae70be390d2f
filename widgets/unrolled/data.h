// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSizeF>
#include <QStringList>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "model/decoding/trace.h"
#include "model/text/words.h"
#include "widgets/unrolled/compared.h"
#include "widgets/unrolled/geometry.h"
#include "widgets/viewpoint/moment.h"
#include "widgets/viewpoint/selection.h"
#include "widgets/viewpoint/vectors.h"

namespace widgets {

/// The source piece or the step of the strip that a selection marks.
inline int stripIndex(const Selection &selection) {
    return isSourceVector(selection.strip) ? selection.source : selection.step;
}

/// What the unrolled view needs of a trace again and again, computed once for each.
struct UnrolledData {
    std::shared_ptr<const model::Trace> trace;  ///< may be null: nothing to show
    QStringList source;                         ///< labels of the source pieces
    QStringList target;                         ///< labels of the target pieces
    // Limits of the diverging colours (see robustLimit()): of what the whole translation holds.
    double embeddingLimit = 1;
    double encoderLimit = 1;  ///< of both directions and of the context, which is made of these
    double decoderLimit = 1;  ///< of the initial state, too
    // The words that pieces make, where they are to be shown as one; else empty.
    std::vector<model::Word> sourceWords;
    std::vector<model::Word> targetWords;
    /// What it is compared with; null: nothing.
    std::shared_ptr<const UnrolledComparison> compared;

    /// The first and the last of the pieces that are shown as one with a piece.
    std::pair<int, int> sourceGroup(int piece) const { return groupOf(sourceWords, piece); }
    std::pair<int, int> targetGroup(int piece) const { return groupOf(targetWords, piece); }
    /// What is written for them.
    QString sourceText(int piece) const;
    QString targetText(int piece) const;
    /// What stood in what is compared with in place of these steps; nothing where the same did.
    std::optional<QString> before(int first, int last) const;
    /// Weights [S] as they are shown: the first piece of a group has the sum of all.
    model::Row joinedWeights(const model::Row &weights) const;

    double limit(Vector strip) const;
    Extent extent() const;
    /// Decoder columns: T, and while the translation is under way at least S, since it is not
    /// known yet how many words there will be.
    int columns() const;
    /// The values of a strip: of source piece or step `index`, which the initial state has none of.
    /// Empty where there are none. Those of the encoder are the halves of its annotations: there
    /// units are held.
    std::span<const float> values(Vector strip, int index) const;

  private:
    static std::pair<int, int> groupOf(const std::vector<model::Word> &words, int piece);
};
/// `joined`: pieces of one word are shown as one.
UnrolledData unrolledData(std::shared_ptr<const model::Trace> trace, bool joined = false);

/// The sizes that the geometry needs, and its input, for a content in a font.
UnrolledMetrics unrolledMetrics(const UnrolledData &content, const QFont &font);
UnrolledInput unrolledInput(const UnrolledData &content, const UnrolledMetrics &metrics,
                            const QSizeF &viewport, double zoom);

/// Links of less weight are not drawn unless their source is marked: too thin to be seen, and
/// curves are what takes time. A person may choose another limit.
inline constexpr double leastDrawnWeight = 0.01;

}  // namespace widgets
