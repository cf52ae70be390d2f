// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/cli/options.h"
#include "model/configuration.h"

namespace cli {

/// The value of --architecture. @throws UsageError for any other name
model::Architecture architectureNamed(const std::string &name);

/// Declares the options that set the sizes of a model and what its query is made of.
void declareSizes(Options &options, model::Configuration &configuration);

}  // namespace cli
