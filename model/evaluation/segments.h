// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/evaluation/bleu.h"

// Functions that the metrics share.
namespace model::evaluation {

/// @throws Error unless there is a non-empty set of references for each hypothesis.
void checkSegments(std::span<const std::string> hypotheses, std::span<const References> references);

/// "1", "2", … where every sentence has that many references, else "var".
std::string referenceCount(std::span<const References> references);

/// The characters of UTF-8 text as pieces of it; a byte that begins no character stands alone.
std::vector<std::string_view> characters(std::string_view text);

/// Whether str.split() in Python splits at a character.
bool isSpace(std::string_view character);

}  // namespace model::evaluation
