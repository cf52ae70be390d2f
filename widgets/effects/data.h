// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <vector>

#include "model/decoding/effects.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/derived.h"

// How much attention and units matter, in words and numbers: pure functions.
namespace widgets {

/// What one kind of other attention would have changed, at a step and in all.
struct EffectLine {
    QString kind;  ///< "uniform attention"
    double difference = 0;
    QString word;  ///< the piece that would be the most probable; empty: the same
    double meanDifference = 0;
    double changedShare = 0;  ///< of the steps, those with another most probable piece
};
/// One line for each kind; the step has to exist.
std::vector<EffectLine> effectLines(const model::Trace &trace,
                                    const std::vector<model::StepEffects> &effects, int step);

/// The same as text: a heading, a table as HTML, what the numbers are.
QString effectsText(const model::Trace &trace, const std::vector<model::StepEffects> &effects,
                    int step);

/// "effects": step (from 1 on), word, then the difference for each kind; a row per step.
Table effectsTable(const model::Trace &trace, const std::vector<model::StepEffects> &effects);
/// "units": unit (from 1 on), its value, the probability of the piece with it at 0, the change of
/// that.
Table unitsTable(const UnitScan &scan);

}  // namespace widgets
