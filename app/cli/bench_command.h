// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace cli {

/// attention-model bench train. @throws UsageError, model::Error
int benchCommand(std::span<const std::string> arguments);

}  // namespace cli
