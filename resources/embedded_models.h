// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace resources {

/// A model file that is built into the programs.
struct EmbeddedModel {
    std::string_view name;             ///< what one calls it instead of a file: "attention"
    std::span<const std::byte> bytes;  ///< of the file, aligned to 64 bytes
};

/// All of them; the first is the one that is used where none is named.
std::span<const EmbeddedModel> embeddedModels();
/// Null where none of them is called that.
const EmbeddedModel *findEmbeddedModel(std::string_view name);

}  // namespace resources
