// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/faithfulness.h"

#include <algorithm>
#include <map>
#include <vector>

#include "model/text/runs.h"
#include "model/text/utf8.h"

namespace model::evaluation {

namespace {

constexpr std::string_view digits = "0123456789";

std::vector<std::string_view> splitAtBlanks(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) {
            words.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// Without the signs of punctuation around it.
std::string_view bare(std::string_view word) {
    constexpr std::string_view marks = ".,;:!?\"()[]'";
    const std::size_t first = word.find_first_not_of(marks);
    if (first == std::string_view::npos) {
        return {};
    }
    return word.substr(first, word.find_last_not_of(marks) + 1 - first);
}

/// Whether a word is none of the language: an address, a code, an emoji, another alphabet; or has a
/// capital letter.
bool isName(std::string_view word) {
    bool first = true;
    for (const Character &character : charactersOf(word)) {
        const std::int32_t c = character.codePoint;
        constexpr std::int32_t lastLatin = 0x24F;
        if ((first && isCapital(c)) || (isLetter(c) && c > lastLatin)) {
            return true;
        }
        if (!isLetter(c) && c != '\'' && c != '-' && c != 0xAB && c != 0xBB) {
            return true;
        }
        first = false;
    }
    return false;
}

}  // namespace

std::set<std::string> unchangeable(std::string_view source, std::string_view reference) {
    const auto numbers = numbersOf(reference);
    std::set<std::string> kept(numbers.begin(), numbers.end());
    std::set<std::string_view> known;
    for (const std::string_view word : splitAtBlanks(source)) {
        known.insert(bare(word));
    }
    for (const std::string_view word : splitAtBlanks(reference)) {
        if (!bare(word).empty() && known.contains(bare(word)) && isName(bare(word))) {
            kept.emplace(bare(word));
        }
    }
    return kept;
}

std::optional<bool> keepsUnchangeable(std::string_view source, const References &references,
                                      std::string_view translation) {
    const auto numbers = numbersOf(translation);
    std::optional<bool> keeps;
    for (const std::string &reference : references) {
        const std::set<std::string> wanted = unchangeable(source, reference);
        if (wanted.empty()) {
            continue;
        }
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const std::string &each) {
            const bool isNumber = each.find_first_not_of(digits) == std::string::npos;
            return isNumber ? numbers.contains(each)
                            : translation.find(each) != std::string_view::npos;
        });
        keeps = keeps.value_or(false) || all;
    }
    return keeps;
}

bool loops(std::string_view translation) {
    constexpr std::size_t length = 4;
    constexpr int times = 3;
    const std::vector<std::string_view> words = splitAtBlanks(translation);
    std::map<std::string_view, int> counts;
    for (std::size_t i = 0; i + length <= words.size(); ++i) {
        const auto begin = static_cast<std::size_t>(words[i].data() - translation.data());
        const std::string_view &last = words[i + length - 1];
        const auto end = static_cast<std::size_t>(last.data() - translation.data()) + last.size();
        if (++counts[translation.substr(begin, end - begin)] >= times) {
            return true;
        }
    }
    return false;
}

}  // namespace model::evaluation
