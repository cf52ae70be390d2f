// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "model/numerics/random.h"
#include "model/training/corpus.h"

// Data augmentation with numbers written in digits: like names (names.h) they have to be copied,
// digit by digit, and a corpus has few of them.
namespace model::training {

/// The runs of digits that occur on both sides.
std::set<std::string, std::less<>> sharedNumbers(std::string_view source, std::string_view target);

/// A number with this many digits: without a leading 0, and not 1, which requires a singular.
std::string inventNumber(std::size_t digits, Random &random);

/// A copy of a pair (with its first reference) in which each number except 1 that occurs on both
/// sides is exchanged, with this probability, for another one with as many digits. Nothing if all
/// stayed.
std::optional<SentencePair> exchangeNumbers(const SentencePair &pair, double probability,
                                            Random random);

}  // namespace model::training
