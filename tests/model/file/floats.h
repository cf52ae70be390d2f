// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <utility>

#include "model/file/safetensors.h"

/// A tensor of float values, which must outlive it.
inline model::safetensors::View floats(std::string name, std::span<const float> values) {
    return {std::move(name), model::safetensors::Type::f32, {values.size()}, std::as_bytes(values)};
}
