// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/training/tasks/task.h"

// French numbers in words.
namespace model::training {

/// The greatest number that is spelled here.
inline constexpr int greatestNumber = 999'999;

/// Where hyphens stand: in "quatre-vingt-dix-sept mille" (below a hundred, but not around "et") or
/// in "quatre-vingt-dix-sept-mille" (between all words, as in the spelling of 1990).
enum class Hyphens { belowHundred, everywhere };

/// A word of a number, and what it says. Digits are counted from the left, from 0.
struct NumberWord {
    std::string text;
    /// The digits that it says: "douze" says two, "et" none.
    std::vector<int> digits;
    /// Of "cent" and "mille" behind another word: the digit that they give its value to; else −1.
    int scaled = -1;
    bool hyphen = false;  ///< a hyphen stands before it, not a blank

    /// The last digit that it has to do with; −1: none.
    int lastDigit() const;
};

/// The words of a number from 0 to greatestNumber. @throws Error if it is not.
std::vector<NumberWord> numberWords(int number, Hyphens hyphens);

/// The words as a text: "deux mille vingt et un".
std::string inWords(int number, Hyphens hyphens);

/// A number in words and in digits. A digit comes from the words that say it; one that none says,
/// a zero, from the word that was said last before its place.
TaskPair numberPair(int number, Hyphens hyphens);
/// A number in digits and in words. A word comes from the digits that it says or gives a value to;
/// what stands between words, from those of the next word.
TaskPair digitsPair(int number, Hyphens hyphens);

/// Numbers of at most so many digits: short ones and long ones, in either spelling.
TaskPair drawNumber(Random &random, int longest);
/// The same in the other direction, hyphens below a hundred.
TaskPair drawDigits(Random &random, int longest);

}  // namespace model::training
