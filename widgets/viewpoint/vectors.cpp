// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/vectors.h"

#include "widgets/text/numbers.h"

namespace widgets {

int mostAttended(const model::Trace &trace, int step) {
    if (step < 0 || step >= trace.targetLength())
        return -1;
    const model::Row &weights = trace.steps[static_cast<std::size_t>(step)]->weights;
    if (weights.size() == 0)
        return -1;
    Eigen::Index best = 0;
    weights.maxCoeff(&best);
    return static_cast<int>(best);
}

double vectorProgress(const Moment &moment, const Extent &extent, Vector strip, int index) {
    switch (strip) {
        case Vector::none:
            return 0;
        case Vector::embedding:
            return progress(moment, extent, Stage::embed, index);
        case Vector::forwardState:
            return progress(moment, extent, Stage::forward, index);
        case Vector::backwardState:
            return progress(moment, extent, Stage::backward, extent.source - 1 - index);
        case Vector::context:
            return progress(moment, extent, Stage::context, index);
        case Vector::initialState:
            // Made of what the whole reading ends with.
            return progress(moment, extent, static_cast<Stage>(readingStages(extent) - 1),
                            extent.source - 1) < 1
                       ? 0
                       : 1;
        case Vector::decoderState:
            return progress(moment, extent, Stage::state, index);
        case Vector::targetEmbedding:
            return index > 0 ? progress(moment, extent, Stage::word, index - 1) : 1;
    }
    return 0;
}

QString encoderEnds(const model::Trace &trace) {
    const QString last = QStringLiteral("→h") + subscript(trace.sourceLength());
    return trace.encoder->backward().state.rows() > 0 ? QStringLiteral("[%1 ; ←h₁]").arg(last)
                                                      : last;
}

}  // namespace widgets
