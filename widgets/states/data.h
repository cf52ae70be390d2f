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

/// How many units and positions a layer has; 0 × 0 where the model has none of the kind.
int statesUnits(const model::Trace &trace, Vector strip);
int statesColumns(const model::Trace &trace, Vector strip);
/// The words along the time axis of a layer.
QStringList statesLabels(const model::Trace &trace, Vector strip);

/// The same for a table that is taken away: never translated.
QStringList statesWords(const model::Trace &trace, Vector strip);
/// What such a table is called: "encoder_forward_state", "decoder_update".
QString statesName(Vector strip, StatesQuantity quantity);

/// One number. The position and the unit must exist.
float statesValue(const model::Trace &trace, Vector strip, StatesQuantity quantity, int column,
                  int unit);
/// One unit at every position: its course.
std::vector<float> statesCourse(const model::Trace &trace, Vector strip, StatesQuantity quantity,
                                int unit);
/// Gates lie in (0, 1), the others in (−1, 1).
bool isGate(StatesQuantity quantity);
/// The limit of the diverging colours of a layer (strip.h); of a gate: 1.
double statesLimit(const model::Trace &trace, Vector strip, StatesQuantity quantity);

/// The units in an order; `column` is the position for StatesOrder::moment (−1: as in the model).
/// Equal ones stay as in the model.
std::vector<int> statesUnitOrder(const model::Trace &trace, Vector strip, StatesQuantity quantity,
                                 StatesOrder order, int column);

/// The position of a layer that the moment is at, or −1: the piece that is being read, the step.
int statesColumnAt(const Moment &moment, const Extent &extent, Vector strip);

/// "→h₃", "←r₁", "s₇", "z₇"; `column` −1: without a number.
QString statesSymbol(Vector strip, StatesQuantity quantity, int column);

/// A unit of a layer that a selection points at, also by way of the context, whose first units are
/// those of the forward state and whose last those of the backward state, or of the initial state,
/// whose units are those of every state of the decoder; −1: none.
int statesUnitOf(const Selection &selection, const model::Trace &trace, Vector strip);

}  // namespace widgets
