// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/french_words.h"

#include <utf8proc.h>

#include <algorithm>

#include "model/text/utf8.h"

namespace model::training {

namespace {

/// The text with its first character changed.
std::string withFirst(std::string_view text, utf8proc_int32_t (*change)(utf8proc_int32_t)) {
    if (text.empty()) {
        return {};
    }
    const Character first = characterAt(text, 0);
    std::string result;
    append(change(first.codePoint), result);
    return result.append(text.substr(static_cast<std::size_t>(first.range.end)));
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

std::string capitalised(std::string_view word) {
    return withFirst(word, utf8proc_toupper);
}

std::string decapitalised(std::string_view word) {
    return withFirst(word, utf8proc_tolower);
}

bool isCapitalised(std::string_view word) {
    const std::int32_t first = word.empty() ? 0 : characterAt(word, 0).codePoint;
    return utf8proc_tolower(first) != first;
}

bool startsWithVowel(std::string_view word) {
    if (word.empty()) {
        return false;
    }
    const auto letter = utf8proc_tolower(withoutAccent(characterAt(word, 0).codePoint));
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
