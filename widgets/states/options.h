// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "widgets/panel/options.h"
#include "widgets/states/data.h"

namespace widgets {

/// How the user wants the hidden states shown.
struct StatesOptions {
    StatesQuantity quantity = StatesQuantity::state;
    StatesOrder order = StatesOrder::model;
    Vector layer = Vector::none;  ///< the one that is shown; none: all of them
    bool operator==(const StatesOptions &) const = default;

    /// Names each for where it is stored (see widgets/panel/options.h).
    template <class Options, class Names>
    static void name(Options &options, const Names &names) {
        names("quantity", options.quantity,
              std::array{ValueName{StatesQuantity::state, "state"},
                         ValueName{StatesQuantity::reset, "reset"},
                         ValueName{StatesQuantity::update, "update"},
                         ValueName{StatesQuantity::candidate, "candidate"}});
        names("order", options.order,
              std::array{ValueName{StatesOrder::model, "model"},
                         ValueName{StatesOrder::activity, "activity"},
                         ValueName{StatesOrder::moment, "moment"}});
        names("layer", options.layer,
              std::array{ValueName{Vector::none, "all"}, ValueName{Vector::forwardState, "forward"},
                         ValueName{Vector::backwardState, "backward"},
                         ValueName{Vector::decoderState, "decoder"}});
    }
};

}  // namespace widgets
