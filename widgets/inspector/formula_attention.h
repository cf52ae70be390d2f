// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "widgets/inspector/formula.h"

namespace widgets {

/// A trace at a moment, with what formulas ask of it again and again.
struct FormulaScene {
    const model::Trace &trace;
    Moment moment;
    Extent extent;
    QStringList source;  ///< labels
    QStringList target;  ///< labels

    FormulaScene(const model::Trace &trace, const Moment &moment);
    const model::StepTrace &step(int i) const { return *trace.steps[static_cast<std::size_t>(i)]; }
    bool done(Stage stage, int index) const { return progress(moment, extent, stage, index) > 0; }
    /// s_{i−1}
    model::Row stateBefore(int step) const;
};

/// e_ij: the score of source piece `source` at a step.
FormulaPart scorePart(const FormulaScene &scene, int step, int source);
/// α_ij
FormulaPart weightPart(const FormulaScene &scene, int step, int source);
/// P(h_j | y_i), from the posterior (null: it is not known yet).
FormulaPart posteriorPart(const FormulaScene &scene, int step, int source,
                          const model::Posterior *posterior);
/// c_i, and one of its units.
FormulaPart contextPart(const FormulaScene &scene, int step);
FormulaPart contextUnitPart(const FormulaScene &scene, int step, int unit);
/// p(word) of a piece that the step could choose (−1: of the one that was taken), and t_i.
FormulaPart wordPart(const FormulaScene &scene, int step, int piece = -1);
FormulaPart readoutPart(const FormulaScene &scene, int step);

}  // namespace widgets
