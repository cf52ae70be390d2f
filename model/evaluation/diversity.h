// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

// Whether replies differ from each other: a model that is never wrong because it always says the
// same is no good.
namespace model::evaluation {

/// The number of different runs of n words in all replies, per word that they have: distinct-1 and
/// distinct-2 of Li, Galley, Brockett, Gao & Dolan (2016), "A diversity-promoting objective
/// function for neural conversation models", section 5.4. 0 where there is no word. The words are
/// those of wordsOf().
double distinct(std::span<const std::string> replies, std::size_t n);

/// The share of the replies that are one of the `count` commonest, 0 to 1. Replies with the same
/// words are the same.
double shareOfCommonest(std::span<const std::string> replies, std::size_t count);

}  // namespace model::evaluation
