// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/tasks/task.h"

// What can be done with the letters of a word.
namespace model::training {

/// The letters of words, in the order of the alphabet; one with an accent stands behind the plain
/// one.
inline constexpr std::string_view wordLetters = "aàâbcçdeéèêëfghiîïjklmnoôpqrstuùûüvwxyz";

/// Backwards: a letter comes from its mirror image.
TaskPair backwardsPair(std::string_view word);
/// The first letter, the third and so on, each from itself.
TaskPair secondPair(std::string_view word);
/// The letters in the order of the alphabet: each from all letters of the word that are the same.
TaskPair sortedPair(std::string_view word);

/// The same for invented words of 2 to `longest` letters.
TaskPair drawBackwards(Random &random, int longest);
TaskPair drawSecond(Random &random, int longest);
TaskPair drawSorted(Random &random, int longest);

}  // namespace model::training
