// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/use.h"

namespace cli {

/// What a model is for: it decides how the model is measured.
using model::Use;

/// The value of --use. @throws UsageError for any other name
Use useNamed(const std::string &name);

}  // namespace cli
