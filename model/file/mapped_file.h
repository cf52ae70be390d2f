// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace model {

/// The bytes of a file as memory at a page's boundary: what is not looked at is not read, and
/// programs that look at the same file share it. It stays until the program ends, so this is for
/// files that come with a program: they are replaced as a whole, never shortened.
/// @throws ModelFileError that names the file.
std::span<const std::byte> mapFile(const std::filesystem::path &file);

}  // namespace model
