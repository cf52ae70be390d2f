// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "model/trace_file/arrays.h"

namespace model {

/// Arrays as NumPy's load() reads them: a zip archive of one NAME.npy each, version 1.0 of that
/// format, little endian; texts as arrays of Unicode ("<U7"). The same arrays give the same bytes.
/// https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html
/// @throws Error if there is not enough memory.
std::vector<std::byte> npzOf(std::span<const Array> arrays);

}  // namespace model
