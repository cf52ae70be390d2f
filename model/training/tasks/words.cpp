// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/words.h"

#include <algorithm>
#include <numeric>

#include "model/text/utf8.h"

namespace model::training {

namespace {

std::vector<std::string_view> lettersOf(std::string_view text) {
    std::vector<std::string_view> letters;
    for (const Character &character : charactersOf(text)) {
        const auto begin = static_cast<std::size_t>(character.range.begin);
        letters.push_back(
            text.substr(begin, static_cast<std::size_t>(character.range.end) - begin));
    }
    return letters;
}

/// The letters of a word at these positions, each linked with the one that it is.
TaskPair pickedPair(std::string_view word, const std::vector<int> &positions) {
    const std::vector<std::string_view> letters = lettersOf(word);
    TaskPair pair{std::string(word), "", {}};
    int target = 0;
    for (const int position : positions) {
        pair.target += letters[static_cast<std::size_t>(position)];
        link(target++, {position, position + 1}, pair.links);
    }
    return pair;
}

std::vector<int> positionsIn(std::string_view word) {
    std::vector<int> positions(static_cast<std::size_t>(letterCount(word)));
    std::iota(positions.begin(), positions.end(), 0);
    return positions;
}

/// Vowels are frequent, so that many words can be spoken.
std::string drawWord(Random &random, int longest) {
    constexpr double vowels = 0.35;
    static const std::vector<std::string_view> letters = lettersOf(wordLetters);
    static const std::vector<std::string_view> plainVowels = lettersOf("aeiou");
    const auto length = 2 + random.below(static_cast<std::size_t>(longest - 1));
    std::string word;
    for (std::size_t i = 0; i < length; ++i) {
        word += random.chance(vowels) ? random.oneOf(plainVowels) : random.oneOf(letters);
    }
    return word;
}

}  // namespace

TaskPair backwardsPair(std::string_view word) {
    std::vector<int> positions = positionsIn(word);
    std::ranges::reverse(positions);
    return pickedPair(word, positions);
}

TaskPair secondPair(std::string_view word) {
    std::vector<int> positions = positionsIn(word);
    std::erase_if(positions, [](int position) { return position % 2 != 0; });
    return pickedPair(word, positions);
}

TaskPair sortedPair(std::string_view word) {
    const std::vector<std::string_view> letters = lettersOf(word);
    const auto letter = [&letters](int position) {
        return letters[static_cast<std::size_t>(position)];
    };
    std::vector<int> positions = positionsIn(word);
    std::ranges::stable_sort(
        positions, {}, [&letter](int position) { return wordLetters.find(letter(position)); });
    TaskPair pair = pickedPair(word, positions);
    pair.links.clear();
    for (std::size_t target = 0; target < positions.size(); ++target) {
        for (int source = 0; source < static_cast<int>(letters.size()); ++source) {
            if (letter(source) == letter(positions[target])) {
                link(static_cast<int>(target), {source, source + 1}, pair.links);
            }
        }
    }
    return pair;
}

TaskPair drawBackwards(Random &random, int longest) {
    return backwardsPair(drawWord(random, longest));
}

TaskPair drawSecond(Random &random, int longest) {
    return secondPair(drawWord(random, longest));
}

TaskPair drawSorted(Random &random, int longest) {
    return sortedPair(drawWord(random, longest));
}

}  // namespace model::training
