// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/text/range.h"

namespace model {

/// What stands for a byte that belongs to no character.
inline constexpr std::int32_t replacementCharacter = 0xFFFD;

/// A code point with the bytes it was read from.
struct Character {
    std::int32_t codePoint = replacementCharacter;
    Range range;
    bool isValid = false;  ///< false for U+FFFD in place of a byte that is not UTF-8
};

/// Reads the character that begins at a byte of the text, `at` < text.size(); a byte that begins
/// none is U+FFFD, one byte long.
Character characterAt(std::string_view text, std::size_t at);

/// A text in which every byte that belongs to no character has become U+FFFD.
std::string validUtf8(std::string_view text);

/// All characters of a text, in order; their ranges are adjacent.
std::vector<Character> charactersOf(std::string_view text);

/// Appends a character to a text.
void append(std::int32_t codePoint, std::string &text);
/// A text in lower case.
std::string lowerCased(std::string_view text);
/// é → e, ç → c; œ stays, since it has no decomposition.
std::int32_t withoutAccent(std::int32_t codePoint);

/// Whether a code point has no place within a line of text: a control character or a separator of
/// lines or paragraphs.
bool breaksLine(std::int32_t codePoint);
/// Whether a code point separates words: a space of any kind or a control character.
bool isSpace(std::int32_t codePoint);
/// Whether a code point is a letter, a mark on one, or a number: what words are made of.
bool isPartOfWord(std::int32_t codePoint);
/// Whether a code point is a letter or a mark on one.
bool isLetter(std::int32_t codePoint);
bool isCapital(std::int32_t codePoint);
/// Whether a code point is a letter in lower case.
bool isSmall(std::int32_t codePoint);
bool isDigit(std::int32_t codePoint);

}  // namespace model
