// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "model/evaluation/bleu.h"

// Whether a translation keeps what no translation may change, and whether it goes round in circles.
namespace model::evaluation {

/// What a reference takes over from the source or says in digits: numbers, addresses, emoji, and
/// words with a capital letter that the source has, too.
std::set<std::string> unchangeable(std::string_view source, std::string_view reference);

/// Whether a translation has all of this, for one of the references; nothing where none of them has
/// anything of the kind.
std::optional<bool> keepsUnchangeable(std::string_view source, const References &references,
                                      std::string_view translation);

/// Whether some four words are said three times in the same order.
bool loops(std::string_view translation);

}  // namespace model::evaluation
