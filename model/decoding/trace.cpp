// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/trace.h"

#include <algorithm>

namespace model {

const GruTrace &EncoderTrace::cells(Direction direction) const {
    static const GruTrace none;
    const auto found = std::find_if(passes.begin(), passes.end(), [direction](const auto &pass) {
        return pass.direction == direction;
    });
    return found == passes.end() ? none : found->cells;
}

double Trace::logProbability() const {
    double sum = 0;
    for (const Choice &choice : choices) {
        sum += choice.candidate.logProbability;
    }
    return sum;
}

Matrix alignment(const Trace &trace) {
    const long rows = trace.hasAttention() ? trace.targetLength() : 0;
    Matrix result(rows, trace.sourceLength());
    for (long i = 0; i < rows; ++i) {
        result.row(i) = trace.steps[static_cast<std::size_t>(i)]->weights;
    }
    return result;
}

Row sentenceSummary(const EncoderTrace &encoder) {
    const Matrix &annotations = encoder.annotations;
    if (encoder.passes.empty()) {
        return annotations.colwise().mean();
    }
    Row summary(annotations.cols());
    for (long column = 0; const EncoderPass &pass : encoder.passes) {
        const long units = pass.cells.state.cols();
        const long last = pass.direction == Direction::rightToLeft ? 0 : annotations.rows() - 1;
        summary.segment(column, units) = annotations.row(last).segment(column, units);
        column += units;
    }
    return summary;
}

}  // namespace model
