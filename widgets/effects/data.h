// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "model/decoding/effects.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/derived.h"

// How much attention and units matter, in words and numbers: pure functions.
namespace widgets {

class Viewpoint;

/// The effects of what a translation is compared with.
struct ReferenceEffects {
    std::shared_ptr<const std::vector<model::StepEffects>> effects;  ///< null: there are none
    std::vector<int> steps;  ///< by step of the translation that of the reference; −1: none
    QString noun;            ///< how the reference is called in a sentence

    /// Those of the step that a step of the translation is compared with; null: there are none.
    const model::StepEffects *at(std::size_t step) const;
};
/// What is known of them.
ReferenceEffects referenceEffects(const Viewpoint &viewpoint);

/// What one kind of other attention would have changed, at a step and in all.
struct EffectLine {
    QString kind;  ///< "uniform attention"
    double difference = 0;
    QString word;  ///< the piece that would be the most probable; empty: the same
    double meanDifference = 0;
    double changedShare = 0;  ///< of the steps, those with another most probable piece
    // The same of the reference, as far as there is one.
    std::optional<double> referenceDifference = {};
    std::optional<double> referenceMean = {};
    std::optional<double> referenceShare = {};
};
/// One line for each kind; the step has to exist.
std::vector<EffectLine> effectLines(const model::Trace &trace,
                                    const std::vector<model::StepEffects> &effects, int step,
                                    const ReferenceEffects &reference = {});

/// The same as text: a heading, a table as HTML, what the numbers are. Those of the reference stand
/// in brackets.
QString effectsText(const model::Trace &trace, const std::vector<model::StepEffects> &effects,
                    int step, const ReferenceEffects &reference = {});

/// "effects": step (from 1 on), word, then the difference for each kind; a row per step. After them
/// the same of the reference, if there is one.
Table effectsTable(const model::Trace &trace, const std::vector<model::StepEffects> &effects,
                   const ReferenceEffects &reference = {});
/// "units": unit (from 1 on), its value, the probability of the piece with it at 0, the change of
/// that; then the value and the change in the reference, if that was scanned, too.
Table unitsTable(const UnitScan &scan);

}  // namespace widgets
