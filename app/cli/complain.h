// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace cli {

/// Says a sentence on the error stream, after the program's name: one printable line of bounded
/// length, whatever the sentence quotes.
void complain(std::string_view sentence);

}  // namespace cli
