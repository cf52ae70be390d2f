// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace cli {

/// attention-model train. @throws UsageError, model::Error
int trainCommand(std::span<const std::string> arguments);

}  // namespace cli
