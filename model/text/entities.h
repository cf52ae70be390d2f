// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "model/text/utf8.h"

namespace model {

/// The character that the HTML entity at `position` of a text stands for (&eacute; &#233; &#xE9;),
/// with the entity as its range; nothing where there is none. Named are those of Latin 1 and the
/// usual signs of typesetting; numbers from 128 to 159 are read as Windows' code page 1252, as
/// browsers do (HTML Living Standard, section 13.2.5.80). The semicolon has to be there.
std::optional<Character> entityAt(std::string_view text, std::size_t position);

}  // namespace model
