// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace cli {

/// attention-model average. @throws UsageError, model::Error
int averageCommand(std::span<const std::string> arguments);

}  // namespace cli
