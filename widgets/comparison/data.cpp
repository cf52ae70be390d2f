// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/comparison/data.h"

#include <algorithm>
#include <cmath>

#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/common_sequence.h"
#include "widgets/viewpoint/edit.h"

namespace widgets {
namespace {

ComparisonSide sideOf(const model::Trace &trace, const QString &title) {
    ComparisonSide side;
    side.title = title;
    side.columns = labelsOf(trace.source);
    side.rows = labelsOf(trace.target);
    for (const model::Choice &choice : trace.choices)
        side.probabilities.push_back(std::exp(double(choice.candidate.logProbability)));
    if (trace.hasAttention())
        side.weights = model::alignment(trace);
    return side;
}

/// Marks what is not in the longest common subsequence of the two.
void markOthers(ComparisonSide &a, ComparisonSide &b) {
    const auto pairs =
        commonSequence(static_cast<int>(a.rows.size()), static_cast<int>(b.rows.size()),
                       [&](int i, int j) { return a.rows[i] == b.rows[j]; });
    a.others.assign(pairs.size(), true);
    b.others.assign(static_cast<std::size_t>(b.rows.size()), true);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        if (pairs[i] >= 0)
            a.others[i] = b.others[static_cast<std::size_t>(pairs[i])] = false;
}

}  // namespace

TranslationPair comparisonOf(const model::Trace &shown, const model::Trace *reference,
                             const QString &shownTitle, const QString &referenceTitle) {
    TranslationPair comparison;
    comparison.shown = sideOf(shown, shownTitle);
    if (!reference)
        return comparison;
    comparison.reference = sideOf(*reference, referenceTitle);
    markOthers(comparison.shown, comparison.reference);
    const model::Matrix &now = comparison.shown.weights;
    const model::Matrix &then = comparison.reference.weights;
    if (now.size() > 0 && then.size() > 0 && sameSource(shown, *reference)) {
        const auto both = std::min(now.rows(), then.rows());
        comparison.difference = now.topRows(both) - then.topRows(both);
    }
    return comparison;
}

Table comparisonTable(const model::Trace &shown, const model::Trace *reference) {
    Table table(QStringLiteral("comparison"));
    const auto rows = static_cast<std::size_t>(
        std::max(shown.targetLength(), reference ? reference->targetLength() : 0));
    WholeCells steps;
    for (std::size_t i = 0; i < rows; ++i)
        steps.emplace_back(std::int64_t(i + 1));
    table.add(QStringLiteral("step"), std::move(steps));
    const auto add = [&](const model::Trace &trace, const QString &piece,
                         const QString &probability) {
        TextCells pieces(rows);
        DoubleCells probabilities(rows);
        for (std::size_t i = 0; i < trace.choices.size(); ++i) {
            pieces[i] = pieceName(trace.target[i]);
            probabilities[i] = std::exp(double(trace.choices[i].candidate.logProbability));
        }
        table.add(piece, std::move(pieces));
        table.add(probability, std::move(probabilities));
    };
    add(shown, QStringLiteral("piece"), QStringLiteral("probability"));
    if (reference)
        add(*reference, QStringLiteral("reference piece"), QStringLiteral("reference probability"));
    return table;
}

}  // namespace widgets
