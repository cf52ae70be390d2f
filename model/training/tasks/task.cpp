// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/task.h"

#include <algorithm>
#include <vector>

#include "model/text/utf8.h"
#include "model/training/tasks/dates.h"
#include "model/training/tasks/number_words.h"
#include "model/training/tasks/words.h"

namespace model::training {

namespace {

constexpr const char *numberLetters = " -acdeéfghilmnopqrstuvxz";
constexpr const char *digits = "0123456789";
constexpr Task::Longest digitsOfNumbers{5, 1, 6};
constexpr Task::Longest lettersOfWords{16, 2, 30};

/// One on invented words.
Task wordTask(const char *name, const char *about, const char *target,
              TaskPair (*draw)(Random &random, int longest)) {
    const std::string letters(wordLetters);
    return {name, about, "marionnette", "word", target, letters, letters, lettersOfWords, draw};
}

/// Made when they are first asked for.
const std::vector<Task> &all() {
    static const std::vector<Task> tasks{
        {"numbers", "French numbers in words, to digits", "quatre-vingt-dix-sept mille douze", "fr",
         "digits", numberLetters, digits, digitsOfNumbers, drawNumber},
        {"digits", "digits, to French numbers in words", "97012", "digits", "fr", digits,
         numberLetters, digitsOfNumbers, drawDigits},
        {"dates",
         "French dates, to year, month and day in digits",
         "le mardi 14 juillet 1789",
         "fr",
         "digits",
         std::string(dateLetters),
         "-0123456789",
         {},
         drawDate},
        wordTask("backwards", "words spelled backwards", "backwards", drawBackwards),
        wordTask("second", "every second letter of a word, from the first one on", "second letters",
                 drawSecond),
        wordTask("sorted", "the letters of a word in the order of the alphabet", "sorted letters",
                 drawSorted),
    };
    return tasks;
}

}  // namespace

std::span<const Task> tasks() {
    return all();
}

const Task *taskNamed(std::string_view name) {
    const auto found = std::ranges::find(all(), name, &Task::name);
    return found == all().end() ? nullptr : &*found;
}

int letterCount(std::string_view text) {
    return static_cast<int>(charactersOf(text).size());
}

LetterSpan LetterText::append(std::string_view part) {
    const int first = length_;
    text_ += part;
    length_ += letterCount(part);
    return {first, length_};
}

void link(int target, LetterSpan source, std::vector<PieceLink> &links) {
    for (int letter = source.first; letter < source.end; ++letter) {
        links.push_back({target, letter});
    }
}

}  // namespace model::training
