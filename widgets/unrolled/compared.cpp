// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/compared.h"

#include <utility>

#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/steps_before.h"
#include "widgets/viewpoint/viewpoint.h"

namespace widgets {

const model::Row *UnrolledComparison::weights(int step) const {
    const int there = steps.stepOf(step);
    return there < 0 || !reference->hasAttention() ? nullptr : &reference->step(there).weights;
}

namespace {

/// Pieces as text, those of a word joined.
QString textOf(const model::Trace &trace, const StepsBefore &steps) {
    QString text;
    for (int i = steps.begin; i < steps.end; ++i) {
        const model::Piece &piece = trace.target[static_cast<std::size_t>(i)];
        if (!text.isEmpty() && piece.startsWord)
            text += u' ';
        text += pieceLabel(piece);
    }
    return text;
}

}  // namespace

std::shared_ptr<const UnrolledComparison> unrolledComparison(const Viewpoint &viewpoint) {
    const auto reference = viewpoint.referenceOfSource();
    // That in view itself is no other.
    if (!reference || reference == viewpoint.trace())
        return nullptr;
    const Comparison &steps = viewpoint.comparison();
    std::vector<std::optional<QString>> before;
    for (const auto &there :
         stepsBefore(steps, viewpoint.trace()->targetLength(), reference->targetLength())) {
        before.emplace_back();
        if (there)
            before.back() = textOf(*reference, *there);
    }
    return std::make_shared<const UnrolledComparison>(
        UnrolledComparison{reference, viewpoint.referenceNoun(), steps, std::move(before)});
}

}  // namespace widgets
