// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <optional>
#include <vector>

#include "model/decoding/posterior.h"
#include "model/decoding/trace.h"
#include "widgets/drawing/theme.h"
#include "widgets/viewpoint/moment.h"
#include "widgets/viewpoint/selection.h"

namespace widgets {

/// One of the numbers that make another: a term of a sum, a component of a vector.
struct FormulaTerm {
    QString label;                    ///< HTML; empty where the pattern of the part says everything
    int index = 0;                    ///< from 1: the unit or the source position
    double value = 0;                 ///< what it adds
    std::array<double, 3> factors{};  ///< what it is made of, as far as the pattern names it
};

/// A quantity of the translation with its formula. Texts are HTML with subscripts; without colours.
struct FormulaPart {
    QString kind;     ///< "weight", "score", …: the same for the same quantity elsewhere
    QString symbol;   ///< "α<sub>3,2</sub>"
    QString meaning;  ///< plain text: "attention on “chat” for “cat”"
    Role role = Role::state;
    QString formula;  ///< the definition
    QString numbers;  ///< its right side with the numbers; empty while it is not computed
    std::optional<float> value;      ///< exact; none for a vector or what is not yet computed
    QString note;                    ///< plain text: why there is no number, or what is special
    QString termsTitle;              ///< what the terms are
    QString termPattern;             ///< %1 the index, %2 to %4 the factors
    std::vector<FormulaTerm> terms;  ///< in the order of their index
    std::optional<double> termsSum;  ///< what the terms add up to; none where they are no sum
};

/// What a selection means at a moment, as formulas with the numbers of the trace, the most
/// important first. An empty selection means what the stage of the moment computes. Numbers of the
/// trace are shown as they are; terms that it does not hold are computed from it and the weights of
/// the model. Empty only for a trace without pieces. `posterior`: that of the trace, if it is
/// known.
std::vector<FormulaPart> formulaParts(const model::Trace &trace, const Selection &selection,
                                      const Moment &moment,
                                      const model::Posterior *posterior = nullptr);

/// A term as text: HTML.
QString termText(const FormulaPart &part, const FormulaTerm &term);
/// The terms of the largest magnitude, largest first, at most `count`: indices into part.terms.
std::vector<int> largestTerms(const FormulaPart &part, int count);

}  // namespace widgets
