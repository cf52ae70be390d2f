// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace cli {

/// attention-model effects; returns the exit status. @throws UsageError, model::Error
int effectsCommand(std::span<const std::string> arguments);

}  // namespace cli
