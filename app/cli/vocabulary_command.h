// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace cli {

/// attention-model vocabulary. @returns the exit status. @throws UsageError, model::Error
int vocabularyCommand(std::span<const std::string> arguments);

}  // namespace cli
