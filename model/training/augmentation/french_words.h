// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/utf8.h"

// What the rules of colloquial French (colloquial.h) have to know about words.
namespace model::training {

/// What stands between the blanks of a normalised sentence, marks included.
using Words = std::vector<std::string>;

Words wordsOf(std::string_view sentence);
std::string joined(const Words &words);

/// With an upper-case, or lower-case, first letter.
std::string capitalised(std::string_view word);
std::string decapitalised(std::string_view word);
bool isCapitalised(std::string_view word);
/// Whether the word before it would lose its vowel. An h counts as a consonant.
bool startsWithVowel(std::string_view word);

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words);
/// The word without the full stops, commas and so on after it.
std::string_view withoutMarks(std::string_view word);
/// Whether a sentence ends with this word.
bool endsSentence(std::string_view word);

}  // namespace model::training
