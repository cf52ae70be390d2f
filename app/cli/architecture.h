// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/configuration.h"

namespace cli {

/// The value of --architecture. @throws UsageError for any other name
model::Architecture architectureNamed(const std::string &name);

}  // namespace cli
