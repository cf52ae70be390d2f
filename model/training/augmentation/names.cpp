// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/names.h"

#include <utf8proc.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "model/text/runs.h"
#include "model/text/utf8.h"
#include "model/training/augmentation/numbers.h"

namespace model::training {

namespace {

constexpr int shortestName = 3;
constexpr std::size_t longestName = 11;
/// A name is written with a capital letter at least this many times as often as without.
constexpr long mostlyCapital = 4;
/// There are many more words than names, and an invented name is to look like either.
constexpr int weightOfNames = 10;

/// "Tom", "Chloé"; not "USA", "McCoy", "Al".
bool looksLikeName(std::string_view word) {
    const std::vector<Character> characters = charactersOf(word);
    if (static_cast<int>(characters.size()) < shortestName) {
        return false;
    }
    const auto isLower = [](const Character &c) {
        return utf8proc_category(c.codePoint) == UTF8PROC_CATEGORY_LL;
    };
    return utf8proc_category(characters.front().codePoint) == UTF8PROC_CATEGORY_LU &&
           std::all_of(characters.begin() + 1, characters.end(), isLower);
}

bool isVowel(std::int32_t codePoint) {
    const auto letter = static_cast<char>(withoutAccent(utf8proc_tolower(codePoint)));
    return std::string_view("aeiouyh").find(letter) != std::string_view::npos;
}

bool beginsWithVowel(std::string_view word) {
    return isVowel(characterAt(word, 0).codePoint);
}

/// How often a word is written in lower case and with a capital letter, by its lower-case form.
struct Spellings {
    long lower = 0;
    long capital = 0;
    bool ofName() const { return capital > mostlyCapital * lower; }
};
using Counts = std::map<std::string, Spellings, std::less<>>;

void count(std::string_view text, Counts &counts) {
    for (const Range &run : letterRuns(text)) {
        const std::string_view word = textIn(text, run);
        std::string lower = lowerCased(word);
        if (word == lower) {
            ++counts[std::move(lower)].lower;
        } else if (looksLikeName(word)) {
            ++counts[std::move(lower)].capital;
        }
    }
}

bool hasWord(std::string_view text, std::string_view word) {
    const std::vector<Range> runs = letterRuns(text);
    return std::any_of(runs.begin(), runs.end(),
                       [&](const Range &run) { return textIn(text, run) == word; });
}

}  // namespace

Names::Names(const std::vector<SentencePair> &pairs) {
    Counts source;
    Counts target;
    for (const SentencePair &pair : pairs) {
        count(pair.source, source);
        count(pair.references.front(), target);
    }
    for (const SentencePair &pair : pairs) {
        for (const Range &run : letterRuns(pair.source)) {
            const std::string_view word = textIn(pair.source, run);
            if (!looksLikeName(word) || contains(word)) {
                continue;
            }
            const std::string lower = lowerCased(word);
            const auto other = target.find(lower);
            if (other != target.end() && other->second.ofName() &&
                source.find(lower)->second.ofName() && hasWord(pair.references.front(), word)) {
                names_.emplace(word);
            }
        }
    }
    for (const auto &[word, spellings] : source) {
        if (spellings.lower > 0) {
            words_.insert(word);
            learn(word);
        }
    }
    for (const std::string &name : names_) {
        for (int time = 0; time < weightOfNames; ++time) {
            learn(lowerCased(name));
        }
    }
}

void Names::learn(std::string_view word) {
    Letters last{};
    for (const Character &character : charactersOf(word)) {
        following_[last].push_back(character.codePoint);
        last = {last[1], character.codePoint};
    }
    following_[last].push_back(0);
}

std::string Names::invent(bool vowel, Random &random) const {
    constexpr int attempts = 200;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        std::string name;
        std::size_t length = 0;
        for (Letters last{}; length <= longestName; ++length) {
            const auto next = following_.find(last);
            if (next == following_.end()) {
                return {};  // there is no word at all
            }
            const std::int32_t letter = random.oneOf(next->second);
            if (letter == 0) {
                break;
            }
            append(length == 0 ? utf8proc_toupper(letter) : letter, name);
            last = {last[1], letter};
        }
        if (length >= shortestName && length <= longestName && looksLikeName(name) &&
            beginsWithVowel(name) == vowel && !contains(name) &&
            !words_.contains(lowerCased(name))) {
            return name;
        }
    }
    return {};
}

std::string Names::any(Random &random) const {
    if (!names_.empty() && random.chance(0.4)) {
        return *std::next(names_.begin(), static_cast<long>(random.below(names_.size())));
    }
    std::string name = invent(false, random);
    return name.empty() ? "Tom" : name;
}

SentencePair Names::list(double numbers, Random random) const {
    constexpr std::size_t longest = 4;
    constexpr std::size_t mostDigits = 4;
    std::string text;
    for (std::size_t left = 1 + random.below(longest); left > 0; --left) {
        text += numbers > 0 && random.chance(numbers)
                    ? inventNumber(1 + random.below(mostDigits), random)
                    : invent(random.chance(0.3), random);
        if (left > 1) {
            text += random.chance(0.5) ? ", " : " ";
        }
    }
    text += random.chance(0.5) ? "." : "";
    return {text, {text}};
}

std::optional<SentencePair> Names::exchange(const SentencePair &pair, double probability,
                                            Random random) const {
    std::map<std::string, std::string, std::less<>> others;
    const std::string &target = pair.references.front();
    for (const Range &run : letterRuns(pair.source)) {
        const std::string_view word = textIn(pair.source, run);
        if (!contains(word) || others.contains(word) || !hasWord(target, word)) {
            continue;
        }
        // Empty: the name stays.
        others.emplace(word, random.chance(probability) ? invent(beginsWithVowel(word), random)
                                                        : std::string());
    }
    std::erase_if(others, [](const auto &entry) { return entry.second.empty(); });
    if (others.empty()) {
        return {};
    }
    return SentencePair{exchanged(pair.source, letterRuns(pair.source), others),
                        {exchanged(target, letterRuns(target), others)}};
}

}  // namespace model::training
