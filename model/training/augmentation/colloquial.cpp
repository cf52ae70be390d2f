// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/colloquial.h"

#include <algorithm>
#include <array>

namespace model::training {

namespace {

bool startsSentence(const Words &words, std::size_t i) {
    return i == 0 || endsSentence(words[i - 1]);
}

/// Removes a word; the one after it takes over its capital letter.
void erase(Words &words, std::size_t i) {
    const bool capital = isCapitalised(words[i]);
    words.erase(words.begin() + static_cast<long>(i));
    if (capital && i < words.size()) {
        words[i] = capitalised(words[i]);
    }
}

/// Joins a word that loses its vowel with the one after it: je ai → j'ai.
void elide(Words &words, std::size_t i) {
    words[i].resize(1);
    words[i].append("'").append(decapitalised(words[i + 1]));
    words.erase(words.begin() + static_cast<long>(i) + 1);
}

bool negates(std::string_view word) {
    return isOneOf(lowerCased(withoutMarks(word)),
                   {"pas", "plus", "jamais", "rien", "personne", "aucun", "aucune"});
}

/// Whether "ne" at i belongs to a verb with its negation after it. An infinitive has the negation
/// before it ("ne pas faire") and keeps its "ne".
bool isNegation(const Words &words, std::size_t i) {
    constexpr std::size_t farthest = 6;
    if (i + 1 >= words.size() || negates(words[i + 1])) {
        return words[i].size() > 2 && i + 1 < words.size();  // n'… contains the verb
    }
    for (std::size_t k = i + 1; k < words.size() && k <= i + farthest; ++k) {
        if (negates(words[k])) {
            return true;
        }
        if (endsSentence(words[k])) {
            return false;
        }
    }
    return false;
}

/// What is typed in place of what.
struct Abbreviation {
    Words words;
    std::string_view typed;
};

const std::vector<Abbreviation> &abbreviations() {
    static const std::vector<Abbreviation> all{
        {{"s'il", "te", "plaît"}, "stp"},
        {{"s'il", "vous", "plaît"}, "svp"},
        {{"s'il", "te", "plaît"}, "steuplait"},
        {{"parce", "que"}, "pcq"},
        {{"parce", "qu'il"}, "pcq il"},
        {{"je", "sais", "pas"}, "chais pas"},
        {{"je", "suis"}, "chuis"},
        {{"je", "suis"}, "j'suis"},
        {{"je", "ne"}, "j'ne"},
        {{"tout", "de", "suite"}, "tt de suite"},
        {{"tout", "le", "monde"}, "tlm"},
        {{"beaucoup"}, "bcp"},
        {{"quelqu'un"}, "qqn"},
        {{"quelque", "chose"}, "qqch"},
        {{"rendez-vous"}, "rdv"},
        {{"aujourd'hui"}, "ajd"},
        {{"maintenant"}, "mtn"},
        {{"toujours"}, "tjrs"},
        {{"vraiment"}, "vrmt"},
        {{"peut-être"}, "ptet"},
        {{"pourquoi"}, "pk"},
        {{"pourquoi"}, "pq"},
        {{"problème"}, "pb"},
        {{"d'accord"}, "dac"},
        {{"week-end"}, "we"},
        {{"quand"}, "qd"},
        {{"c'était"}, "c'etait"},
        {{"cela"}, "ça"},
        {{"oui"}, "ouais"},
        {{"oui"}, "ui"},
    };
    return all;
}

bool standsAt(const Words &words, std::size_t i, const Words &phrase) {
    if (i + phrase.size() > words.size()) {
        return false;
    }
    for (std::size_t k = 0; k < phrase.size(); ++k) {
        const bool last = k + 1 == phrase.size();
        const std::string_view word = words[i + k];
        if (lowerCased(last ? withoutMarks(word) : word) != phrase[k]) {
            return false;
        }
    }
    return true;
}

/// je veux → j'veux
bool elideJe(Words &words, double probability, Random &random) {
    bool changed = false;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const bool consonant = !startsWithVowel(words[i + 1]) && words[i + 1].front() != 'y';
        if (lowerCased(words[i]) == "je" && consonant && random.chance(probability)) {
            elide(words, i);
            changed = true;
        }
    }
    return changed;
}

/// Removes each mark of this kind within a word, or replaces it by a blank.
bool loseMarks(Words &words, char mark, bool blank) {
    bool changed = false;
    for (std::string &word : words) {
        for (std::size_t at = word.find(mark, 1); at < word.size() - 1; at = word.find(mark, at)) {
            if (blank) {
                word[at] = ' ';
            } else {
                word.erase(at, 1);
            }
            changed = true;
        }
    }
    return changed;
}

}  // namespace

bool dropNe(Words &words) {
    bool changed = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string word = lowerCased(words[i]);
        const bool elided = word.starts_with("n'") && word.size() > 2 && word != "n'est-ce";
        if ((word != "ne" && !elided) || !isNegation(words, i)) {
            continue;
        }
        changed = true;
        if (!elided) {
            erase(words, i);
            continue;
        }
        words[i] = words[i].substr(2);
        if (startsSentence(words, i)) {
            words[i] = capitalised(words[i]);
        } else if (startsWithVowel(words[i]) && isOneOf(lowerCased(words[i - 1]), {"je", "ce"})) {
            elide(words, i - 1);
        }
    }
    return changed;
}

bool shortenIlYA(Words &words) {
    bool changed = false;
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        if (lowerCased(words[i]) == "il" && words[i + 1] == "y" && words[i + 2].front() == 'a') {
            erase(words, i);
            changed = true;
        }
    }
    return changed;
}

bool elideTu(Words &words) {
    bool changed = false;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        if (lowerCased(words[i]) == "tu" && startsWithVowel(words[i + 1])) {
            elide(words, i);
            changed = true;
        }
    }
    return changed;
}

bool abbreviate(Words &words, double probability, Random &random) {
    bool changed = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Abbreviation &each : abbreviations()) {
            if (!standsAt(words, i, each.words) || !random.chance(probability)) {
                continue;
            }
            const std::string &last = words[i + each.words.size() - 1];
            const std::string marks = last.substr(withoutMarks(last).size());
            const std::string typed =
                isCapitalised(words[i]) ? capitalised(each.typed) : std::string(each.typed);
            words[i] = typed + marks;
            words.erase(words.begin() + static_cast<long>(i) + 1,
                        words.begin() + static_cast<long>(i + each.words.size()));
            changed = true;
            break;
        }
    }
    return changed;
}

std::optional<std::string> colloquial(std::string_view sentence, Random random) {
    Words words = wordsOf(sentence);
    // How often each rule is applied where it can be: guesses, so that every mixture occurs.
    bool changed = random.chance(0.6) && dropEstCeQue(words);
    changed |= random.chance(0.75) && undoInversion(words, random);
    changed |= random.chance(0.85) && dropNe(words);
    changed |= random.chance(0.5) && shortenIlYA(words);
    changed |= random.chance(0.5) && elideTu(words);
    changed |= abbreviate(words, 0.2, random);
    changed |= elideJe(words, 0.1, random);
    changed |= random.chance(0.06) && loseMarks(words, '\'', random.chance(0.4));
    changed |= random.chance(0.2) && loseMarks(words, '-', random.chance(0.8));
    return changed ? std::optional(joined(words)) : std::nullopt;
}

}  // namespace model::training
