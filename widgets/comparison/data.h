// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <algorithm>
#include <vector>

#include "model/decoding/trace.h"
#include "model/numerics/tensor.h"
#include "widgets/text/table.h"

namespace widgets {

/// One of two translations that are compared, piece by piece.
struct ComparisonSide {
    QString title;                      ///< what it is called
    QStringList columns;                ///< the source pieces
    QStringList rows;                   ///< the pieces of the translation, one per step
    std::vector<double> probabilities;  ///< of these pieces
    std::vector<bool> others;           ///< pieces that the other translation does not have there
    model::Matrix weights;              ///< α [T, S]; empty without attention
};

/// The translation in view and its reference, without any drawing.
struct TranslationPair {
    ComparisonSide shown;
    ComparisonSide reference;
    /// α of the translation in view minus that of the reference, for the steps that both have;
    /// empty where they have no attention or another source.
    model::Matrix difference;

    bool empty() const { return shown.columns.isEmpty(); }
    /// There is nothing to compare with.
    bool alone() const { return reference.columns.isEmpty(); }
    /// The larger number of steps.
    int rows() const {
        return static_cast<int>(std::max(shown.rows.size(), reference.rows.size()));
    }
};

/// `reference` may be null: then there is only the translation in view.
TranslationPair comparisonOf(const model::Trace &shown, const model::Trace *reference,
                             const QString &shownTitle, const QString &referenceTitle);

/// "comparison": a row per step, with piece and probability of both, or of the one there is.
Table comparisonTable(const model::Trace &shown, const model::Trace *reference);

}  // namespace widgets
