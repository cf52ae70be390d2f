// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "model/model.h"

namespace cli {

/// Reads a model file, or the model that is built in where no file is named.
/// @throws ModelFileError
std::shared_ptr<const model::Model> openModel(const std::string &file);

/// What the option --model says about itself.
inline constexpr const char *modelHelp = "the model file; without it, the model that is built in";

}  // namespace cli
