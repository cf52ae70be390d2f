// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/selection.h"

// What the context of a step is made of: the numbers of the context panel.
namespace widgets {

/// What one source position adds to the context, and how far the whole is from its annotation.
struct ContextRow {
    int source = 0;  ///< the position
    QString word;
    QString taken;      ///< "→h₉ ←h₁": what of it becomes the context without attention
    double weight = 0;  ///< α_ij; NaN where the model has no attention
    std::vector<float> term;  ///< what is added [2H]: α_ij h_j; empty: nothing ever is
    double cosine = 0;        ///< of the angle between c_i and h_j; NaN if either is 0
    double distance = 0;      ///< ‖c_i − h_j‖
};

/// The context of one step and its terms. Without attention the context is [→h_S ; ←h_1], so that
/// the last position adds its forward half and the first one its backward half; these two come
/// first then, or they might have to be scrolled to.
struct ContextData {
    std::vector<ContextRow> rows;  ///< one row per source position
    std::vector<float> context;    ///< c_i as the model computed it [2H]
    bool attention = true;

    int units() const { return static_cast<int>(context.size()); }
    /// The row of a source position, or −1.
    int rowOf(int source) const;
    /// A row of which hardly anything arrives: it stays, but faint.
    bool negligible(int row) const;
    /// The sum of the first terms, in order; `rows` 2.5: two of them and half the units of the
    /// third. All of them: the context as the model computed it.
    std::vector<float> sum(double rows) const;
};

/// The step must exist.
ContextData contextData(const model::Trace &trace, int step);
/// The terms, the context and the weights of a step less those of a step of the original.
ContextData contextDifference(const model::Trace &trace, int step, const model::Trace &original,
                              int originalStep);

/// The limit of the diverging colours, the same for every step (strip.h): of all contexts.
double contextLimit(const model::Trace &trace);

/// The unit of the context that a selection points at, also by way of the two halves of the
/// annotation; −1: none.
int contextUnitOf(const Selection &selection, const model::Trace &trace);

/// "c₇ = Σ α₇ⱼ hⱼ", or "c₇ = [→h₉ ; ←h₁]" without attention.
QString contextFormula(const model::Trace &trace, int step);

}  // namespace widgets
