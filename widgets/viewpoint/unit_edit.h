// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/selection.h"

// Units that the user holds at a value: pure functions.
namespace widgets {

/// A unit that can be held.
struct UnitPlace {
    enum class Kind {
        annotation,  ///< of h_j, by source position; its halves are the states of the encoder
        initial,     ///< of s_0; its index is 0
        state,       ///< of s_i, by step
        context,     ///< of c_i, by step
    };
    Kind kind = Kind::state;
    int index = 0;
    int unit = 0;
    bool operator==(const UnitPlace &) const = default;
};

/// The unit that a selection means; nothing where it means none that can be held. A unit of what a
/// source word adds to a context is one of its annotation.
std::optional<UnitPlace> unitPlaceOf(const model::Trace &trace, const Selection &selection);
/// What selects it.
Selection selectionOf(const model::Trace &trace, const UnitPlace &unit);

/// The step that it is of; −1: it is there before the first.
int stepOf(const UnitPlace &unit);

/// Its value in the trace, which has to have it.
float valueOf(const model::Trace &trace, const UnitPlace &unit);
/// Whether the trace was made with it held.
bool isHeld(const model::Trace &trace, const UnitPlace &unit);
/// All that are held in a trace.
std::vector<UnitPlace> heldUnits(const model::Trace &trace);

/// "unit 13 of s₇"; units are counted from 1 here.
QString unitName(const UnitPlace &unit);

Edit holdUnit(const model::Trace &trace, const UnitPlace &unit, float value);
/// It is left to the model again.
Edit releaseUnit(const model::Trace &trace, const UnitPlace &unit);

/// The value of the same unit in another trace of the same model: at a source position or a step,
/// whichever the unit has; of a state of the decoder, the initial one comes first where it is one.
struct UnitElsewhere {
    int number = 0;  ///< of the position or step, from 1; 0: the initial state
    QString word;
    float value = 0;
};
std::vector<UnitElsewhere> unitElsewhere(const model::Trace &trace, const UnitPlace &unit);

}  // namespace widgets
