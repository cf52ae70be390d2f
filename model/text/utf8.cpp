// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/utf8.h"

#include <utf8proc.h>

namespace model {

Character characterAt(std::string_view text, std::size_t at) {
    const auto *bytes = reinterpret_cast<const utf8proc_uint8_t *>(text.data()) + at;
    std::int32_t codePoint = replacementCharacter;
    const auto length =
        utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &codePoint);
    const auto begin = static_cast<int>(at);
    if (length <= 0) {
        return {replacementCharacter, {begin, begin + 1}, false};
    }
    return {codePoint, {begin, begin + static_cast<int>(length)}, true};
}

std::vector<Character> charactersOf(std::string_view text) {
    std::vector<Character> result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();
         at = static_cast<std::size_t>(result.back().range.end)) {
        result.push_back(characterAt(text, at));
    }
    return result;
}

std::string validUtf8(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const Character &character : charactersOf(text)) {
        const auto begin = static_cast<std::size_t>(character.range.begin);
        result += character.isValid
                      ? text.substr(begin, static_cast<std::size_t>(character.range.end) - begin)
                      : std::string_view("\uFFFD");
    }
    return result;
}

void append(std::int32_t codePoint, std::string &text) {
    utf8proc_uint8_t bytes[4];
    const auto count = utf8proc_encode_char(codePoint, bytes);
    text.append(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(count));
}

std::string lowerCased(std::string_view text) {
    std::string lower;
    for (const Character &character : charactersOf(text)) {
        append(utf8proc_tolower(character.codePoint), lower);
    }
    return lower;
}

std::int32_t withoutAccent(std::int32_t codePoint) {
    utf8proc_int32_t parts[8];
    int boundClass = 0;
    const auto count =
        utf8proc_decompose_char(codePoint, parts, 8, UTF8PROC_DECOMPOSE, &boundClass);
    return count > 0 ? parts[0] : codePoint;
}

bool breaksLine(std::int32_t codePoint) {
    switch (utf8proc_category(codePoint)) {
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
        case UTF8PROC_CATEGORY_CC:
            return true;
        default:
            return false;
    }
}

bool isSpace(std::int32_t codePoint) {
    return utf8proc_category(codePoint) == UTF8PROC_CATEGORY_ZS || breaksLine(codePoint);
}

bool isPartOfWord(std::int32_t codePoint) {
    const utf8proc_category_t category = utf8proc_category(codePoint);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

bool isLetter(std::int32_t codePoint) {
    const utf8proc_category_t category = utf8proc_category(codePoint);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool isCapital(std::int32_t codePoint) {
    return utf8proc_category(codePoint) == UTF8PROC_CATEGORY_LU;
}

bool isSmall(std::int32_t codePoint) {
    return utf8proc_category(codePoint) == UTF8PROC_CATEGORY_LL;
}

bool isDigit(std::int32_t codePoint) {
    return utf8proc_category(codePoint) == UTF8PROC_CATEGORY_ND;
}

}  // namespace model
