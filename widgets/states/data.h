// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <array>
#include <vector>

#include "model/decoding/trace.h"
#include "widgets/viewpoint/moment.h"
#include "widgets/viewpoint/selection.h"
#include "widgets/viewpoint/vectors.h"

// The numbers of the hidden-states panel, as the trace has them.
namespace widgets {

/// What of a gated recurrent unit is shown.
enum class StatesQuantity { state, reset, update, candidate };
/// In which order the units are.
enum class StatesOrder {
    model,     ///< as in the vector
    activity,  ///< by the mean size of what is shown over the positions, the largest first
    moment,    ///< by the shown value at one position, the largest first
};

/// The three layers of cells, each a picture.
inline constexpr std::array<Vector, 3> statesStrips{Vector::forwardState, Vector::backwardState,
                                                    Vector::decoderState};

/// Columns before that of the first piece or step: the states of the decoder begin with the initial
/// one, s_0, which has no gates and no candidate.
int statesBegin(Vector strip, StatesQuantity quantity);
/// How many units and columns a layer has; 0 × 0 where the model has none of the kind, no columns
/// before there is a step.
int statesUnits(const model::Trace &trace, Vector strip);
int statesColumns(const model::Trace &trace, Vector strip, StatesQuantity quantity);
/// The words along the time axis of a layer; of the initial state: "s₀".
QStringList statesLabels(const model::Trace &trace, Vector strip, StatesQuantity quantity);

/// The same for a table that is taken away: never translated.
QStringList statesWords(const model::Trace &trace, Vector strip, StatesQuantity quantity);
/// What such a table is called: "encoder_forward_state", "decoder_update".
QString statesName(Vector strip, StatesQuantity quantity);

/// One number. The column and the unit must exist.
float statesValue(const model::Trace &trace, Vector strip, StatesQuantity quantity, int column,
                  int unit);
/// One unit in every column: its course.
std::vector<float> statesCourse(const model::Trace &trace, Vector strip, StatesQuantity quantity,
                                int unit);
/// Gates lie in (0, 1), the others in (−1, 1).
bool isGate(StatesQuantity quantity);
/// The limit of the diverging colours of a layer (strip.h); of a gate: 1.
double statesLimit(const model::Trace &trace, Vector strip, StatesQuantity quantity);

/// The units in an order; `column` is the one for StatesOrder::moment (−1: as in the model).
/// Equal ones stay as in the model.
std::vector<int> statesUnitOrder(const model::Trace &trace, Vector strip, StatesQuantity quantity,
                                 StatesOrder order, int column);

/// The column of a layer that the moment is at, or −1: the piece that is being read, the step; the
/// initial state where reading has ended.
int statesColumnAt(const Moment &moment, const Extent &extent, Vector strip,
                   StatesQuantity quantity);
/// How much of a column has been computed at a moment (0 to 1).
double statesProgress(const Moment &moment, const Extent &extent, Vector strip,
                      StatesQuantity quantity, int column);

/// What a column is to all views, without a unit or with one, and the column of a layer that a
/// selection is about, or −1.
Selection statesSelection(Vector strip, StatesQuantity quantity, int column, int unit = -1);
int statesColumnOf(const Selection &selection, Vector strip, StatesQuantity quantity);

/// "→h₃", "←r₁", "s₇", "z₇"; `column` −1: without a number.
QString statesSymbol(Vector strip, StatesQuantity quantity, int column);

/// A unit of a layer that a selection points at, also by way of the context, whose first units are
/// those of the forward state and whose last those of the backward state, or of the initial state,
/// whose units are those of every state of the decoder; −1: none.
int statesUnitOf(const Selection &selection, const model::Trace &trace, Vector strip);

}  // namespace widgets
