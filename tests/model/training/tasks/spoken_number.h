// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <sstream>
#include <string>

namespace tests {

/// The value of a French number in words, worked out by adding and multiplying, without any of the
/// rules by which numbers are spelled; nothing where a word is none of a number.
inline std::optional<int> spokenNumber(std::string text) {
    static const std::map<std::string, int> values{
        {"zéro", 0},      {"un", 1},     {"deux", 2},       {"trois", 3},     {"quatre", 4},
        {"cinq", 5},      {"six", 6},    {"sept", 7},       {"huit", 8},      {"neuf", 9},
        {"dix", 10},      {"onze", 11},  {"douze", 12},     {"treize", 13},   {"quatorze", 14},
        {"quinze", 15},   {"seize", 16}, {"vingt", 20},     {"vingts", 20},   {"trente", 30},
        {"quarante", 40}, {"cent", 100}, {"cinquante", 50}, {"soixante", 60}, {"cents", 100},
        {"mille", 1000},  {"et", 0},
    };
    for (char &letter : text) {
        letter = letter == '-' ? ' ' : letter;
    }
    std::istringstream words(text);
    int thousands = 0;
    int below = 0;  // of the thousand that is being said
    std::string before;
    for (std::string word; words >> word; before = word) {
        const auto value = values.find(word);
        if (value == values.end()) {
            return {};
        }
        if (word == "mille") {
            thousands = below == 0 ? 1 : below;
            below = 0;
        } else if (value->second == 100) {
            below = below == 0 ? 100 : 100 * below;
        } else if (value->second == 20 && before == "quatre") {
            below += 80 - 4;
        } else {
            below += value->second;
        }
    }
    return 1000 * thousands + below;
}

}  // namespace tests
