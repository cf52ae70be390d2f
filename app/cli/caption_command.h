// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

namespace cli {

/// Whether a command was asked for the task "caption", by --task caption or --task=caption.
bool asksForCaptions(std::span<const std::string> arguments);

/// attention-model train --task caption: the arguments after "train". Returns the exit status.
/// @throws UsageError, model::Error
int trainCaptionCommand(std::span<const std::string> arguments);

/// attention-model evaluate --task caption: the arguments after "evaluate". Returns the exit
/// status. @throws UsageError, model::Error
int evaluateCaptionCommand(std::span<const std::string> arguments);

/// attention-model scenes: the arguments after it. Returns the exit status.
/// @throws UsageError
int scenesCommand(std::span<const std::string> arguments);

}  // namespace cli
