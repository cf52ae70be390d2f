// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/french_words.h"

#include <utf8proc.h>

#include <algorithm>

#include "model/text/utf8.h"

namespace model::training {

namespace {

using Change = utf8proc_int32_t (*)(utf8proc_int32_t);

/// The text with its first characters, or all, changed.
std::string changed(std::string_view text, std::size_t characters, Change change) {
    std::string result;
    for (const Character &character : charactersOf(text)) {
        const bool within = characters > 0 && character.isValid;
        characters -= characters > 0 ? 1 : 0;
        utf8proc_uint8_t bytes[4];
        const auto count =
            utf8proc_encode_char(within ? change(character.codePoint) : character.codePoint, bytes);
        result.append(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(count));
    }
    return result;
}

}  // namespace

Words wordsOf(std::string_view sentence) {
    Words words;
    while (!sentence.empty()) {
        const std::size_t end = std::min(sentence.find(' '), sentence.size());
        if (end > 0) {
            words.emplace_back(sentence.substr(0, end));
        }
        sentence.remove_prefix(std::min(end + 1, sentence.size()));
    }
    return words;
}

std::string joined(const Words &words) {
    std::string sentence;
    for (const std::string &word : words) {
        sentence += (sentence.empty() ? "" : " ") + word;
    }
    return sentence;
}

std::string lowerCased(std::string_view word) {
    return changed(word, word.size(), utf8proc_tolower);
}

std::string capitalised(std::string_view word) {
    return changed(word, 1, utf8proc_toupper);
}

std::string decapitalised(std::string_view word) {
    return changed(word, 1, utf8proc_tolower);
}

bool isCapitalised(std::string_view word) {
    return decapitalised(word) != word;
}

bool startsWithVowel(std::string_view word) {
    if (word.empty()) {
        return false;
    }
    utf8proc_int32_t parts[8];
    int boundClass = 0;
    const auto count = utf8proc_decompose_char(characterAt(word, 0).codePoint, parts, 8,
                                               UTF8PROC_DECOMPOSE, &boundClass);
    const auto letter = utf8proc_tolower(count > 0 ? parts[0] : 0);
    return letter == U'a' || letter == U'e' || letter == U'i' || letter == U'o' || letter == U'u' ||
           letter == U'œ';
}

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::string_view withoutMarks(std::string_view word) {
    while (!word.empty() && std::string_view(".,;:!?\"").find(word.back()) != word.npos) {
        word.remove_suffix(1);
    }
    return word;
}

bool endsSentence(std::string_view word) {
    return !word.empty() && std::string_view(".!?").find(word.back()) != word.npos;
}

}  // namespace model::training
