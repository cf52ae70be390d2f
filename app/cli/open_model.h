// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "model/model.h"

namespace cli {

/// The bytes of a model file, wherever they are.
struct ModelBytes {
    std::string name;  ///< for messages
    std::vector<std::byte> read;
    std::span<const std::byte> bytes;  ///< of `read`, or built in
};

/// The bytes of a built-in model by its name, or of a file; `file` empty: of the first built-in
/// one.
/// @throws ModelFileError
ModelBytes modelBytes(const std::string &file);
/// The model in them. @throws ModelFileError
std::shared_ptr<const model::Model> openModel(const std::string &file);

/// What the option --model says about itself.
inline constexpr const char *modelHelp =
    "a model file, or bottleneck for the built-in model without attention; by default the built-in "
    "one with attention";

}  // namespace cli
