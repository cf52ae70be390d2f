// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace resources {

/// The model file that is built into the program, byte for byte, aligned to 64 bytes.
std::span<const std::byte> attentionModel();

}  // namespace resources
