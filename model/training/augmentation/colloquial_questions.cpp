// SPDX-License-Identifier: GPL-3.0-or-later
// How questions are asked in conversation.
#include <algorithm>

#include "model/training/augmentation/colloquial.h"

namespace model::training {

namespace {

/// A verb with its subject after it.
struct Inversion {
    std::string verb;
    std::string subject;
};

std::optional<Inversion> inversion(const std::string &word) {
    const std::size_t hyphen = word.rfind('-');
    if (hyphen == std::string::npos || hyphen == 0 || lowerCased(word) == "rendez-vous") {
        return {};
    }
    Inversion found{word.substr(0, hyphen), word.substr(hyphen + 1)};
    if (!isOneOf(found.subject, {"tu", "vous", "nous", "on", "il", "elle", "ils", "elles"})) {
        return {};
    }
    if (found.verb.ends_with("-t")) {
        found.verb.resize(found.verb.size() - 2);
    }
    return found.verb.find('-') == std::string::npos ? std::optional(found) : std::nullopt;
}

/// The word after a subject that belongs to the verb: in "tu l'as", "l'as" is one.
bool isClitic(std::string_view word, std::string_view subject) {
    return isOneOf(word, {"me", "te", "se", "le", "la", "les", "lui", "leur", "y", "en", "ne"}) ||
           (word == subject && isOneOf(word, {"nous", "vous"}));
}

/// Whether what is asked for belongs after the verb that follows this one.
bool takesVerb(std::string_view verb) {
    const std::size_t apostrophe = verb.find('\'');
    if (apostrophe != std::string_view::npos) {
        verb.remove_prefix(apostrophe + 1);
    }
    return isOneOf(lowerCased(verb),
                   {"as",       "a",        "avons",   "avez",   "ont",     "avais",    "aviez",
                    "avait",    "veux",     "veut",    "voulez", "veulent", "voudrais", "peux",
                    "peut",     "pouvez",   "peuvent", "dois",   "doit",    "devez",    "devons",
                    "vas",      "va",       "allez",   "vont",   "ai",      "allons",   "aimes",
                    "aimerais", "aimeriez", "es",      "êtes",   "est"});
}

struct Clause {
    std::size_t begin = 0;
    std::size_t end = 0;  ///< after its question mark
};

/// The clause around a word, from the mark before it, if it is a question with a mark of its own at
/// the end.
std::optional<Clause> questionAround(const Words &words, std::size_t i) {
    Clause clause{i, i};
    while (clause.begin > 0 && withoutMarks(words[clause.begin - 1]) == words[clause.begin - 1]) {
        --clause.begin;
    }
    while (clause.end < words.size() && !endsSentence(words[clause.end])) {
        ++clause.end;
    }
    if (clause.end == words.size() || words[clause.end] != "?") {
        return {};
    }
    ++clause.end;
    return clause;
}

/// Where "quoi" goes after a verb at i; nothing where that is not clear.
std::optional<std::size_t> placeOfQuoi(const Words &words, std::size_t verb, std::size_t end) {
    if (!takesVerb(words[verb]) || verb + 2 >= end) {
        return verb + 1;
    }
    const std::string next = lowerCased(words[verb + 1]);
    const bool isVerb = next.ends_with("er") || next.ends_with("ir") || next.ends_with("re") ||
                        next.ends_with("oir") || next.ends_with("é") || next.ends_with("i") ||
                        next.ends_with("u") || next.ends_with("is") || next.ends_with("it");
    return isVerb ? std::optional(verb + 2) : std::nullopt;
}

void insert(Words &words, std::size_t at, std::string word) {
    words.insert(words.begin() + static_cast<long>(at), std::move(word));
}

/// The words of a question in another order.
class Question {
  public:
    Question(const Words &words, std::size_t verb, const Clause &clause, Inversion found)
        : before_(words.begin() + static_cast<long>(clause.begin),
                  words.begin() + static_cast<long>(verb)),
          rest_(words.begin() + static_cast<long>(verb) + 1,
                words.begin() + static_cast<long>(clause.end)),
          found_(std::move(found)),
          capital_(isCapitalised(words[clause.begin])) {
        if (before_.empty()) {
            found_.verb = decapitalised(found_.verb);
        } else if (isClitic(lowerCased(before_.front()), found_.subject)) {
            before_.front() = decapitalised(before_.front());
        }
        if (lowerCased(found_.verb).starts_with("qu'")) {
            before_.emplace_back("que");
            found_.verb.erase(0, 3);
        }
        while (!before_.empty() && isClitic(before_.back(), found_.subject)) {
            clitics_.insert(clitics_.begin(), before_.back());
            before_.pop_back();
        }
    }

    std::optional<Words> inOrder(Random &random) {
        const std::string first = before_.empty() ? "" : lowerCased(before_.front());
        const bool alone = before_.size() == 1;
        const bool third = isOneOf(found_.subject, {"il", "elle", "ils", "elles"});
        if (alone && isOneOf(first, {"que", "qu'"})) {
            before_.clear();
            return withQuoi();
        }
        const bool placed = isOneOf(first, {"où", "quand", "comment", "pourquoi", "combien"});
        if (third && !before_.empty() && !(alone && placed)) {
            // There is a subject already, unless these are other words of the question.
            if (isOneOf(first, {"que", "à", "de", "avec", "en", "pour", "dans", "qui"}) ||
                first.starts_with("quel") || first.starts_with("qu'") || first == "combien") {
                return {};
            }
            found_.subject.clear();
        }
        const bool behind = alone && isOneOf(first, {"où", "quand", "comment"}) &&
                            rest_.size() <= 2 && random.chance(0.5);
        if (behind) {
            before_.clear();
        }
        Words words = statement();
        if (behind) {
            insert(words, words.size() - 1, first);
        }
        return dressed(std::move(words));
    }

  private:
    Words statement() const {
        Words words = before_;
        if (!found_.subject.empty()) {
            words.push_back(found_.subject);
        }
        words.insert(words.end(), clitics_.begin(), clitics_.end());
        words.push_back(found_.verb);
        words.insert(words.end(), rest_.begin(), rest_.end());
        return words;
    }
    std::optional<Words> withQuoi() const {
        Words words = statement();
        const auto place = placeOfQuoi(words, 1 + clitics_.size(), words.size());
        if (!place) {
            return {};
        }
        insert(words, *place, "quoi");
        return dressed(std::move(words));
    }
    Words dressed(Words words) const {
        if (capital_) {
            words.front() = capitalised(words.front());
        }
        return words;
    }

    Words before_;
    Words clitics_;
    Words rest_;
    Inversion found_;
    bool capital_ = false;
};

void replace(Words &words, const Clause &clause, const Words &by) {
    words.erase(words.begin() + static_cast<long>(clause.begin),
                words.begin() + static_cast<long>(clause.end));
    words.insert(words.begin() + static_cast<long>(clause.begin), by.begin(), by.end());
}

/// Removes "est-ce que" or "est-ce qu'" at i; what follows takes over the capital letter.
void takeOut(Words &words, std::size_t i) {
    const bool capital = isCapitalised(words[i]);
    words.erase(words.begin() + static_cast<long>(i));
    if (lowerCased(words[i]) == "que") {
        words.erase(words.begin() + static_cast<long>(i));
    } else {
        words[i].erase(0, 3);
    }
    if (capital && i < words.size()) {
        words[i] = capitalised(words[i]);
    }
}

/// After "qu'est-ce que": where the verb of a pronoun is, if one follows.
std::optional<std::size_t> verbBehind(const Words &words, std::size_t subject) {
    const std::string word = subject < words.size() ? lowerCased(words[subject]) : "";
    if (word.starts_with("j'")) {
        return subject;
    }
    if (!isOneOf(word, {"je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"})) {
        return {};
    }
    std::size_t verb = subject + 1;
    while (verb < words.size() && isClitic(words[verb], word)) {
        ++verb;
    }
    return verb < words.size() ? std::optional(verb) : std::nullopt;
}

}  // namespace

bool undoInversion(Words &words, Random &random) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto found = inversion(words[i]);
        const auto clause = found ? questionAround(words, i) : std::nullopt;
        if (!clause) {
            continue;
        }
        const auto order = Question(words, i, *clause, std::move(*found)).inOrder(random);
        if (order) {
            replace(words, *clause, *order);
            return true;
        }
    }
    return false;
}

bool dropEstCeQue(Words &words) {
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const std::string word = lowerCased(words[i]);
        const std::string next = lowerCased(words[i + 1]);
        const bool that = next == "que" || (next.starts_with("qu'") && next.size() > 3);
        if (!that || (word != "est-ce" && word != "qu'est-ce")) {
            continue;
        }
        Words shorter = words;
        takeOut(shorter, i);
        if (word == "qu'est-ce") {
            const auto verb = verbBehind(shorter, i);
            const auto clause = verb ? questionAround(shorter, *verb) : std::nullopt;
            const auto place = clause ? placeOfQuoi(shorter, *verb, clause->end) : std::nullopt;
            if (!place) {
                continue;
            }
            insert(shorter, *place, "quoi");
        }
        words = std::move(shorter);
        return true;
    }
    return false;
}

}  // namespace model::training
