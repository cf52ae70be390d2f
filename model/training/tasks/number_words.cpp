// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/number_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "model/error.h"

namespace model::training {

namespace {

constexpr std::array<std::string_view, 17> simpleNumbers{
    "zéro", "un",  "deux", "trois", "quatre", "cinq",     "six",    "sept", "huit",
    "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"};
constexpr std::array<std::string_view, 7> tensNames{"",         "dix",       "vingt",   "trente",
                                                    "quarante", "cinquante", "soixante"};

/// Puts the words of a number together, from the greatest place to the smallest.
class Speller {
  public:
    Speller(int number, Hyphens hyphens) : number_(number), hyphens_(hyphens) {
        for (int rest = number; rest >= 10; rest /= 10) {
            ++unitsPlace_;
        }
    }

    std::vector<NumberWord> spell() {
        const int thousands = number_ / 1000;
        if (number_ == 0) {
            add(simpleNumbers[0], {0});
        }
        if (thousands > 1) {
            belowThousand(thousands, unitsPlace_ - 3, false);
        }
        if (thousands > 0) {
            addScale("mille", thousands, unitsPlace_ - 3);
        }
        belowThousand(number_ % 1000, unitsPlace_, true);
        return std::move(words_);
    }

  private:
    /// `units` is the place of its units; `isLast`: no word follows.
    void belowThousand(int n, int units, bool isLast) {
        const int hundreds = n / 100;
        if (hundreds > 1) {
            add(simpleNumbers[static_cast<std::size_t>(hundreds)], {units - 2});
        }
        if (hundreds > 0) {
            const bool plural = isLast && hundreds > 1 && n % 100 == 0;
            addScale(plural ? "cents" : "cent", hundreds, units - 2);
        }
        belowHundred(n % 100, units, isLast);
    }

    void belowHundred(int n, int units, bool isLast) {
        if (n < 20) {
            belowTwenty(n, units, false);
            return;
        }
        const int base = n < 60 ? n / 10 * 10 : n < 80 ? 60 : 80;
        const int rest = n - base;
        if (base == 80) {
            add(simpleNumbers[4], {units - 1});
            add(isLast && rest == 0 ? "vingts" : "vingt", {units - 1}, true);
        } else {
            add(tensNames[static_cast<std::size_t>(base / 10)], {units - 1});
        }
        const bool joined = base < 80 && (rest == 1 || rest == 11);
        if (joined) {
            add("et", {});
        }
        belowTwenty(rest, units, !joined);
    }

    /// `hyphen`: one stands before it. Says nothing of 0.
    void belowTwenty(int n, int units, bool hyphen) {
        if (n > 16) {
            add(simpleNumbers[10], {units - 1}, hyphen);
            add(simpleNumbers[static_cast<std::size_t>(n - 10)], {units}, true);
        } else if (n > 0) {
            std::vector<int> said{units};
            if (n >= 10) {
                said.insert(said.begin(), units - 1);
            }
            add(simpleNumbers[static_cast<std::size_t>(n)], std::move(said), hyphen);
        }
    }

    /// "cent" or "mille", behind a word unless it stands for one.
    void addScale(std::string_view text, int count, int place) {
        add(text, count == 1 ? std::vector{place} : std::vector<int>{});
        if (count > 1) {
            words_.back().scaled = place;
        }
    }

    void add(std::string_view text, std::vector<int> digits, bool hyphen = false) {
        hyphen |= hyphens_ == Hyphens::everywhere;
        words_.push_back({std::string(text), std::move(digits), -1, hyphen && !words_.empty()});
    }

    int number_;
    Hyphens hyphens_;
    int unitsPlace_ = 0;
    std::vector<NumberWord> words_;
};

/// The words that a digit comes from.
std::vector<std::size_t> wordsOfDigit(const std::vector<NumberWord> &words, int digit) {
    std::vector<std::size_t> saying;
    std::size_t before = 0;
    for (std::size_t w = 0; w < words.size(); ++w) {
        if (std::ranges::count(words[w].digits, digit) > 0) {
            saying.push_back(w);
        }
        if (words[w].lastDigit() >= 0 && words[w].lastDigit() < digit) {
            before = w;
        }
    }
    return saying.empty() ? std::vector{before} : saying;
}

/// The digits that a word comes from; those of the next one if it has to do with none.
std::vector<int> digitsOfWord(const std::vector<NumberWord> &words, std::size_t word) {
    const NumberWord &own = words[word];
    if (own.scaled >= 0) {
        return {own.scaled};
    }
    return own.digits.empty() ? digitsOfWord(words, word + 1) : own.digits;
}

struct SpelledNumber {
    std::vector<NumberWord> words;
    std::vector<LetterSpan> places;  ///< of the words in the text
    LetterText text;
};

SpelledNumber spelled(int number, Hyphens hyphens) {
    SpelledNumber result;
    result.words = numberWords(number, hyphens);
    for (const NumberWord &word : result.words) {
        if (result.text.length() > 0) {
            result.text.append(word.hyphen ? "-" : " ");
        }
        result.places.push_back(result.text.append(word.text));
    }
    return result;
}

/// A number of at most so many digits.
int drawValue(Random &random, int longest) {
    // Short numbers are rare among all, and what one types first.
    const int length = random.chance(0.5)
                           ? longest
                           : 1 + static_cast<int>(random.below(static_cast<std::size_t>(longest)));
    std::size_t end = 1;
    for (int i = 0; i < length; ++i) {
        end *= 10;
    }
    return static_cast<int>(random.below(end));
}

}  // namespace

int NumberWord::lastDigit() const {
    return digits.empty() ? scaled : digits.back();
}

std::vector<NumberWord> numberWords(int number, Hyphens hyphens) {
    if (number < 0 || number > greatestNumber) {
        throw Error("Got the number %1 to be spelled, expected one from 0 to %2.", number,
                    greatestNumber);
    }
    return Speller(number, hyphens).spell();
}

std::string inWords(int number, Hyphens hyphens) {
    return spelled(number, hyphens).text.text();
}

TaskPair numberPair(int number, Hyphens hyphens) {
    const SpelledNumber spelling = spelled(number, hyphens);
    TaskPair pair{spelling.text.text(), std::to_string(number), {}};
    for (int digit = 0; digit < static_cast<int>(pair.target.size()); ++digit) {
        for (const std::size_t word : wordsOfDigit(spelling.words, digit)) {
            link(digit, spelling.places[word], pair.links);
        }
    }
    return pair;
}

TaskPair digitsPair(int number, Hyphens hyphens) {
    const SpelledNumber spelling = spelled(number, hyphens);
    TaskPair pair{std::to_string(number), spelling.text.text(), {}};
    int letter = 0;
    for (std::size_t word = 0; word < spelling.words.size(); ++word) {
        const std::vector<int> digits = digitsOfWord(spelling.words, word);
        for (; letter < spelling.places[word].end; ++letter) {
            for (const int digit : digits) {
                link(letter, {digit, digit + 1}, pair.links);
            }
        }
    }
    return pair;
}

TaskPair drawNumber(Random &random, int longest) {
    const Hyphens hyphens = random.chance(0.5) ? Hyphens::belowHundred : Hyphens::everywhere;
    return numberPair(drawValue(random, longest), hyphens);
}

TaskPair drawDigits(Random &random, int longest) {
    return digitsPair(drawValue(random, longest), Hyphens::belowHundred);
}

}  // namespace model::training
