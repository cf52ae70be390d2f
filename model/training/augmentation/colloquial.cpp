// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/colloquial.h"

#include <utility>

namespace model::training {

namespace {

/// Goes over words and writes them anew in their place, so that leaving some out takes no longer
/// than reading them. What is left at the end stays.
class Rewriting {
  public:
    explicit Rewriting(Words &words) : words_(words) {}
    Rewriting(const Rewriting &) = delete;
    Rewriting &operator=(const Rewriting &) = delete;
    ~Rewriting() {
        while (left() > 0) {
            keep();
        }
        words_.resize(written_);
    }

    /// Words still to be read, the next one among them.
    std::size_t left() const { return words_.size() - next_; }
    /// The next word, or one after it.
    std::string &ahead(std::size_t further = 0) { return words_[next_ + further]; }
    bool atStart() const { return written_ == 0; }
    /// The word that was written last.
    std::string &before() { return words_[written_ - 1]; }

    void keep() {
        if (written_ != next_) {
            words_[written_] = std::move(words_[next_]);
        }
        ++written_;
        ++next_;
    }
    void leaveOut(std::size_t count = 1) { next_ += count; }

  private:
    Words &words_;
    std::size_t written_ = 0;
    std::size_t next_ = 0;
};

/// Leaves a word out; the one after it takes over its capital letter, and is kept.
void drop(Rewriting &words) {
    const bool capital = isCapitalised(words.ahead());
    words.leaveOut();
    if (words.left() == 0) {
        return;
    }
    if (capital) {
        words.ahead() = capitalised(words.ahead());
    }
    words.keep();
}

/// What a word becomes that loses its vowel before another: je ai → j'ai.
std::string elided(const std::string &word, const std::string &next) {
    return word.substr(0, 1) + "'" + decapitalised(next);
}

/// Joins the next two words so.
void elide(Rewriting &words) {
    words.ahead(1) = elided(words.ahead(), words.ahead(1));
    words.leaveOut();
    words.keep();
}

bool negates(std::string_view word) {
    return isOneOf(lowerCased(withoutMarks(word)),
                   {"pas", "plus", "jamais", "rien", "personne", "aucun", "aucune"});
}

/// Whether the next word, "ne", belongs to a verb with its negation after it. An infinitive has the
/// negation before it ("ne pas faire") and keeps its "ne".
bool isNegation(Rewriting &words) {
    constexpr std::size_t farthest = 6;
    if (words.left() < 2) {
        return false;
    }
    if (negates(words.ahead(1))) {
        return words.ahead().size() > 2;  // n'… contains the verb
    }
    for (std::size_t k = 1; k < words.left() && k <= farthest; ++k) {
        if (negates(words.ahead(k))) {
            return true;
        }
        if (endsSentence(words.ahead(k))) {
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

/// Whether the next words are those of a phrase.
bool comes(Rewriting &words, const Words &phrase) {
    if (phrase.size() > words.left()) {
        return false;
    }
    for (std::size_t k = 0; k < phrase.size(); ++k) {
        const bool last = k + 1 == phrase.size();
        const std::string_view word = words.ahead(k);
        if (lowerCased(last ? withoutMarks(word) : word) != phrase[k]) {
            return false;
        }
    }
    return true;
}

/// je veux → j'veux
bool elideJe(Words &sentence, double probability, Random &random) {
    bool changed = false;
    for (Rewriting words(sentence); words.left() > 1;) {
        const std::string &next = words.ahead(1);
        const bool consonant = !startsWithVowel(next) && next.front() != 'y';
        if (lowerCased(words.ahead()) == "je" && consonant && random.chance(probability)) {
            elide(words);
            changed = true;
        } else {
            words.keep();
        }
    }
    return changed;
}

/// Removes each mark of this kind within a word, or replaces it by a blank.
bool loseMarks(Words &words, char mark, bool blank) {
    bool changed = false;
    for (std::string &word : words) {
        std::string without;
        for (std::size_t i = 0; i < word.size(); ++i) {
            const bool within = i > 0 && i + 1 < word.size();
            if (!within || word[i] != mark) {
                without += word[i];
            } else if (blank) {
                without += ' ';
            }
        }
        changed = changed || without != word;
        word = std::move(without);
    }
    return changed;
}

}  // namespace

bool dropNe(Words &sentence) {
    bool changed = false;
    for (Rewriting words(sentence); words.left() > 0;) {
        const std::string word = lowerCased(words.ahead());
        const bool withVerb = word.starts_with("n'") && word.size() > 2 && word != "n'est-ce";
        if ((word != "ne" && !withVerb) || !isNegation(words)) {
            words.keep();
            continue;
        }
        changed = true;
        if (!withVerb) {
            drop(words);
            continue;
        }
        std::string &verb = words.ahead();
        verb.erase(0, 2);
        if (words.atStart() || endsSentence(words.before())) {
            verb = capitalised(verb);
        } else if (startsWithVowel(verb) && isOneOf(lowerCased(words.before()), {"je", "ce"})) {
            words.before() = elided(words.before(), verb);
            words.leaveOut();
            if (words.left() == 0) {
                break;
            }
        }
        words.keep();
    }
    return changed;
}

bool shortenIlYA(Words &sentence) {
    bool changed = false;
    for (Rewriting words(sentence); words.left() > 2;) {
        if (lowerCased(words.ahead()) == "il" && words.ahead(1) == "y" &&
            words.ahead(2).front() == 'a') {
            drop(words);
            changed = true;
        } else {
            words.keep();
        }
    }
    return changed;
}

bool elideTu(Words &sentence) {
    bool changed = false;
    for (Rewriting words(sentence); words.left() > 1;) {
        if (lowerCased(words.ahead()) == "tu" && startsWithVowel(words.ahead(1))) {
            elide(words);
            changed = true;
        } else {
            words.keep();
        }
    }
    return changed;
}

bool abbreviate(Words &sentence, double probability, Random &random) {
    bool changed = false;
    for (Rewriting words(sentence); words.left() > 0; words.keep()) {
        for (const Abbreviation &each : abbreviations()) {
            if (!comes(words, each.words) || !random.chance(probability)) {
                continue;
            }
            std::string &last = words.ahead(each.words.size() - 1);
            const std::string marks = last.substr(withoutMarks(last).size());
            last =
                (isCapitalised(words.ahead()) ? capitalised(each.typed) : std::string(each.typed)) +
                marks;
            words.leaveOut(each.words.size() - 1);
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
