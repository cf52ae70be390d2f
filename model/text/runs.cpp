// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/runs.h"

#include "model/text/utf8.h"

namespace model {
namespace {

/// The runs of characters of one kind.
template <class IsOne>
std::vector<Range> runsOf(std::string_view text, const IsOne &isOne) {
    std::vector<Range> runs;
    bool inside = false;
    for (const Character &character : charactersOf(text)) {
        const bool one = character.isValid && isOne(character.codePoint);
        if (one && inside) {
            runs.back().end = character.range.end;
        } else if (one) {
            runs.push_back(character.range);
        }
        inside = one;
    }
    return runs;
}

}  // namespace

std::vector<Range> letterRuns(std::string_view text) {
    return runsOf(text, isLetter);
}

std::vector<Range> wordRuns(std::string_view text) {
    return runsOf(text, isPartOfWord);
}

std::vector<std::string> wordsOf(std::string_view text) {
    const std::string lower = lowerCased(text);
    std::vector<std::string> words;
    for (const Range run : wordRuns(lower)) {
        words.emplace_back(textIn(lower, run));
    }
    return words;
}

std::vector<Range> digitRuns(std::string_view text) {
    return runsOf(text, [](std::int32_t c) { return c >= '0' && c <= '9'; });
}

std::set<std::string, std::less<>> numbersOf(std::string_view text) {
    std::set<std::string, std::less<>> numbers;
    for (const Range run : digitRuns(text)) {
        numbers.emplace(textIn(text, run));
    }
    return numbers;
}

std::string_view textIn(std::string_view text, Range range) {
    return text.substr(static_cast<std::size_t>(range.begin),
                       static_cast<std::size_t>(range.end - range.begin));
}

std::string exchanged(std::string_view text, std::span<const Range> runs,
                      const std::map<std::string, std::string, std::less<>> &others) {
    std::string result;
    int done = 0;
    for (const Range &run : runs) {
        const auto other = others.find(textIn(text, run));
        if (other == others.end()) {
            continue;
        }
        result += textIn(text, {done, run.begin});
        result += other->second;
        done = run.end;
    }
    result += text.substr(static_cast<std::size_t>(done));
    return result;
}

}  // namespace model
