// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "model/training/tasks/experiment.h"

namespace cli {

/// The value of --size. @throws UsageError
model::training::TaskSize sizeNamed(const std::string &name);

/// attention-model train --task NAME: the arguments after "train". Returns the exit status.
/// @throws UsageError, model::Error
int trainTaskCommand(std::span<const std::string> arguments);

/// attention-model evaluate --task NAME: the arguments after "evaluate". Returns the exit status.
/// @throws UsageError, model::Error
int evaluateTaskCommand(std::span<const std::string> arguments);

}  // namespace cli
