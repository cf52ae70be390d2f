// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "model/numerics/random.h"
#include "model/training/corpus.h"

// Numbers written in digits: like names (names.h) they have to be copied, digit by digit, and a
// corpus has few of them.
namespace model::training {

/// The runs of digits that stand on both sides.
std::set<std::string, std::less<>> sharedNumbers(std::string_view source, std::string_view target);

/// A number of so many digits: no 0 at its beginning, not 1, which wants a singular.
std::string inventNumber(std::size_t digits, Random &random);

/// A copy of a pair (its first reference) in which each number but 1 that stands on both sides has
/// become, with this probability, another one of as many digits. Nothing if all stayed.
std::optional<SentencePair> exchangeNumbers(const SentencePair &pair, double probability,
                                            Random random);

}  // namespace model::training
