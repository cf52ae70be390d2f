// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/decoding/effects.h"

namespace widgets {

/// A kind of other attention in words: "uniform attention".
QString effectName(model::OtherAttention attention);

}  // namespace widgets
