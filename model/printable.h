// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace model {

/// A text from outside (a file, a library, the system), fit for one line of a terminal: what would
/// break the line, control the terminal or turn the direction of writing has become "?", and bytes
/// that are no UTF-8 U+FFFD.
std::string printable(std::string_view text);

/// The same, with "…" in place of the middle where it is longer than about `longest` bytes.
std::string printable(std::string_view text, std::size_t longest);

}  // namespace model
