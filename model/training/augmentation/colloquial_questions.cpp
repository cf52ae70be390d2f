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

/// The ends of the sentences around words, which are asked for from left to right.
class SentenceEnds {
  public:
    explicit SentenceEnds(const Words &words) : words_(words) {}

    /// The end of the sentence of a word, after its question mark, if it has one of its own.
    std::optional<std::size_t> ofQuestion(std::size_t word) {
        mark_ = std::max(mark_, word);
        while (mark_ < words_.size() && !endsSentence(words_[mark_])) {
            ++mark_;
        }
        const bool asks = mark_ < words_.size() && words_[mark_] == "?";
        return asks ? std::optional(mark_ + 1) : std::nullopt;
    }

  private:
    const Words &words_;
    std::size_t mark_ = 0;
};

/// How many words behind a verb "quoi" goes; nothing where that is not clear. `rest`: how many
/// words follow the verb.
std::optional<std::size_t> placeOfQuoi(std::string_view verb, std::size_t rest,
                                       std::string_view following) {
    if (!takesVerb(verb) || rest <= 1) {
        return 1;
    }
    const std::string next = lowerCased(following);
    const bool isVerb = next.ends_with("er") || next.ends_with("ir") || next.ends_with("re") ||
                        next.ends_with("oir") || next.ends_with("é") || next.ends_with("i") ||
                        next.ends_with("u") || next.ends_with("is") || next.ends_with("it");
    return isVerb ? std::optional<std::size_t>(2) : std::nullopt;
}

void insert(Words &words, std::size_t at, std::string word) {
    words.insert(words.begin() + static_cast<long>(at), std::move(word));
}

/// The words of a question in another order. What it refers to has to live as long; nothing is
/// copied before it is clear that there is another order.
class Question {
  public:
    Question(const Words &words, std::size_t verb, const Clause &clause, Inversion found)
        : words_(words),
          clause_(clause),
          verb_(verb),
          beforeEnd_(verb),
          found_(std::move(found)),
          capital_(isCapitalised(words[clause.begin])) {
        if (clause.begin == verb) {
            found_.verb = decapitalised(found_.verb);
        }
        if (lowerCased(found_.verb).starts_with("qu'")) {
            que_ = true;
            found_.verb.erase(0, 3);
        }
        while (!que_ && beforeEnd_ > clause.begin &&
               isClitic(before(beforeEnd_ - 1), found_.subject)) {
            --beforeEnd_;
        }
    }

    std::optional<Words> inOrder(Random &random) {
        const std::size_t count = beforeEnd_ - clause_.begin + (que_ ? 1 : 0);
        const bool alone = count == 1;
        const std::string first = count == 0 ? "" : lowerCased(firstBefore());
        const bool third = isOneOf(found_.subject, {"il", "elle", "ils", "elles"});
        if (alone && isOneOf(first, {"que", "qu'"})) {
            return withQuoi();
        }
        const bool placed = isOneOf(first, {"où", "quand", "comment", "pourquoi", "combien"});
        if (third && count > 0 && !(alone && placed)) {
            // There is a subject already, unless these are other words of the question.
            if (isOneOf(first, {"que", "à", "de", "avec", "en", "pour", "dans", "qui"}) ||
                first.starts_with("quel") || first.starts_with("qu'") || first == "combien") {
                return {};
            }
            found_.subject.clear();
        }
        const bool behind = alone && isOneOf(first, {"où", "quand", "comment"}) && rest() <= 2 &&
                            random.chance(0.5);
        Words words = statement(!behind);
        if (behind) {
            insert(words, words.size() - 1, first);
        }
        return dressed(std::move(words));
    }

  private:
    /// A word of the clause before the verb; as the first one it is capitalised for its place only.
    std::string before(std::size_t i) const {
        const bool placed = i == clause_.begin && isClitic(lowerCased(words_[i]), found_.subject);
        return placed ? decapitalised(words_[i]) : words_[i];
    }
    /// As much of the first word of the question as tells those apart that are looked for.
    std::string_view firstBefore() const {
        constexpr std::size_t enough = 16;
        return clause_.begin < beforeEnd_
                   ? std::string_view(words_[clause_.begin]).substr(0, enough)
                   : "que";
    }
    std::size_t rest() const { return clause_.end - verb_ - 1; }
    /// Pronouns between what stands before the verb and the verb.
    std::size_t clitics() const { return que_ ? 0 : verb_ - beforeEnd_; }

    Words statement(bool withBefore) const {
        Words words;
        for (std::size_t i = clause_.begin; withBefore && i < beforeEnd_; ++i) {
            words.push_back(before(i));
        }
        if (withBefore && que_) {
            words.emplace_back("que");
        }
        if (!found_.subject.empty()) {
            words.push_back(found_.subject);
        }
        for (std::size_t i = verb_ - clitics(); i < verb_; ++i) {
            words.push_back(before(i));
        }
        words.push_back(found_.verb);
        words.insert(words.end(), words_.begin() + static_cast<long>(verb_) + 1,
                     words_.begin() + static_cast<long>(clause_.end));
        return words;
    }
    std::optional<Words> withQuoi() const {
        const auto place =
            placeOfQuoi(found_.verb, rest(), rest() > 0 ? words_[verb_ + 1] : std::string());
        if (!place) {
            return {};
        }
        Words words = statement(false);
        insert(words, 1 + clitics() + *place, "quoi");
        return dressed(std::move(words));
    }
    Words dressed(Words words) const {
        if (capital_) {
            words.front() = capitalised(words.front());
        }
        return words;
    }

    const Words &words_;
    Clause clause_;
    std::size_t verb_;
    std::size_t beforeEnd_;  ///< of the words before the verb and its pronouns
    Inversion found_;
    bool que_ = false;  ///< the verb begins with qu', which is one of the words before it
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

/// Where the verb of a pronoun is, if one stands at `subject` (in the words, with or without qu').
std::optional<std::size_t> verbBehind(const Words &words, std::size_t subject,
                                      const std::string &pronoun) {
    if (pronoun.starts_with("j'")) {
        return subject;
    }
    if (!isOneOf(pronoun, {"je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles"})) {
        return {};
    }
    std::size_t verb = subject + 1;
    while (verb < words.size() && isClitic(words[verb], pronoun)) {
        ++verb;
    }
    return verb < words.size() ? std::optional(verb) : std::nullopt;
}

/// Where "quoi" goes once "qu'est-ce que" or "qu'est-ce qu'" at i has been taken out; nothing where
/// that is not clear.
std::optional<std::size_t> placeWithoutEstCe(const Words &words, std::size_t i,
                                             SentenceEnds &ends) {
    const bool whole = lowerCased(words[i + 1]) == "que";
    const std::size_t subject = i + (whole ? 2 : 1);
    const std::string first = whole ? words[subject] : words[subject].substr(3);
    const auto verb = verbBehind(words, subject, lowerCased(first));
    const auto end = verb ? ends.ofQuestion(*verb) : std::nullopt;
    if (!end) {
        return {};
    }
    const std::size_t rest = *end - *verb - 1;
    const auto place = placeOfQuoi(*verb == subject ? first : words[*verb], rest,
                                   rest > 0 ? words[*verb + 1] : std::string());
    return place ? std::optional(*verb - (subject - i) + *place) : std::nullopt;
}

}  // namespace

bool undoInversion(Words &words, Random &random) {
    SentenceEnds ends(words);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && withoutMarks(words[i - 1]) != words[i - 1]) {
            begin = i;
        }
        auto found = inversion(words[i]);
        const auto end = found ? ends.ofQuestion(i) : std::nullopt;
        if (!end) {
            continue;
        }
        const Clause clause{begin, *end};
        const auto order = Question(words, i, clause, std::move(*found)).inOrder(random);
        if (order) {
            replace(words, clause, *order);
            return true;
        }
    }
    return false;
}

bool dropEstCeQue(Words &words) {
    SentenceEnds ends(words);
    for (std::size_t i = 0; i + 2 < words.size(); ++i) {
        const std::string word = lowerCased(words[i]);
        const std::string next = lowerCased(words[i + 1]);
        const bool that = next == "que" || (next.starts_with("qu'") && next.size() > 3);
        if (!that || (word != "est-ce" && word != "qu'est-ce")) {
            continue;
        }
        const bool asksWhat = word == "qu'est-ce";
        const auto place = asksWhat ? placeWithoutEstCe(words, i, ends) : std::nullopt;
        if (asksWhat && !place) {
            continue;
        }
        takeOut(words, i);
        if (place) {
            insert(words, *place, "quoi");
        }
        return true;
    }
    return false;
}

}  // namespace model::training
