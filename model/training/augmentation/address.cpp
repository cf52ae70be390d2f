// SPDX-License-Identifier: GPL-3.0-or-later
// Words of address before or after a sentence.
#include <array>

#include "model/training/augmentation/colloquial.h"

namespace model::training {

namespace {

struct Interjection {
    std::string_view french;
    std::string_view english;
    bool greets = false;  ///< it may stand by itself: "Salut !"
};

constexpr std::array<Interjection, 42> interjections{{
    {"Salut", "Hi", true},
    {"Salut", "Hi", true},
    {"Salut", "Hi", true},
    {"Bonjour", "Hello", true},
    {"Bonjour", "Hello", true},
    {"Bonsoir", "Good evening", true},
    {"Coucou", "Hi there", true},
    {"Allô", "Hello", true},
    {"Merci", "Thanks", true},
    {"Merci", "Thank you", true},
    {"Désolé", "Sorry", true},
    {"Désolée", "Sorry", true},
    {"Pardon", "Excuse me", true},
    {"Excuse-moi", "Excuse me", true},
    {"Excusez-moi", "Excuse me", true},
    {"Oui", "Yes", true},
    {"Oui", "Yes", true},
    {"Ouais", "Yeah", true},
    {"Non", "No", true},
    {"Non", "No", true},
    {"Ok", "OK", true},
    {"D'accord", "Okay", true},
    {"Super", "Great", true},
    {"Génial", "Great", true},
    {"Attends", "Wait", true},
    {"Attendez", "Wait", true},
    {"Écoute", "Listen"},
    {"Écoutez", "Listen"},
    {"Regarde", "Look", true},
    {"Regardez", "Look", true},
    {"Hé", "Hey"},
    {"Dis", "Say"},
    {"Dis-moi", "Tell me"},
    {"Bon", "Well"},
    {"Eh bien", "Well"},
    {"Alors", "So"},
    {"Du coup", "So"},
    {"En fait", "Actually"},
    {"Franchement", "Honestly"},
    {"Tu sais", "You know"},
    {"Mais", "But"},
    {"Et", "And"},
}};

/// Whether a sentence begins with a word that is capitalised only at the beginning of a sentence;
/// elided words and contractions count as what stands before the apostrophe.
bool frenchMayFollow(std::string_view sentence) {
    const Words words = wordsOf(sentence);
    const std::string word = words.empty() ? "" : lowerCased(words.front());
    return isOneOf(word.substr(0, word.find_first_of("'-")),
                   {"je",     "j",    "tu",      "t",        "il",    "elle",    "on",   "nous",
                    "vous",   "ils",  "elles",   "ce",       "c",     "cela",    "ça",   "le",
                    "la",     "les",  "l",       "un",       "une",   "des",     "mon",  "ma",
                    "mes",    "ton",  "ta",      "tes",      "son",   "sa",      "ses",  "notre",
                    "votre",  "nos",  "vos",     "leur",     "que",   "qu",      "qui",  "quel",
                    "quelle", "où",   "comment", "pourquoi", "quand", "combien", "est",  "si",
                    "ne",     "n",    "y",       "à",        "au",    "dans",    "pour", "avec",
                    "as",     "peux", "pouvez",  "avez",     "es",    "êtes",    "veux", "voulez"});
}

bool englishMayFollow(std::string_view sentence) {
    const Words words = wordsOf(sentence);
    const std::string word = words.empty() ? "" : lowerCased(words.front());
    return isOneOf(
        word.substr(0, word.find('\'')),
        {"i",     "you",   "he",    "she", "it",   "we",    "they",  "this",  "that",   "these",
         "those", "the",   "a",     "an",  "my",   "your",  "his",   "her",   "our",    "their",
         "what",  "where", "when",  "why", "how",  "who",   "which", "is",    "are",    "was",
         "were",  "do",    "does",  "did", "can",  "could", "will",  "would", "should", "have",
         "has",   "had",   "there", "don", "didn", "isn",   "let",   "if",    "in",     "at",
         "on",    "for",   "with",  "am",  "may",  "no",    "not",   "some",  "all"});
}

std::string following(const std::string &sentence) {
    const bool stays = sentence == "I" || sentence.starts_with("I ") || sentence.starts_with("I'");
    return stays ? sentence : decapitalised(sentence);
}

/// A request made polite; nothing where the sentence is no request or polite already.
std::optional<SentencePair> courteous(const std::string &french, const std::string &english,
                                      Random &random) {
    const bool request = english.starts_with("Can you") || english.starts_with("Could you") ||
                         english.starts_with("Will you") || english.starts_with("Would you") ||
                         english.starts_with("Can I") || english.starts_with("May I");
    if (!request || !french.ends_with(" ?") || !english.ends_with('?') ||
        french.find("plaît") != std::string::npos || english.find("please") != std::string::npos) {
        return {};
    }
    const bool formal = french.find("vous") != std::string::npos;
    return SentencePair{french.substr(0, french.size() - 2) + (random.chance(0.5) ? "," : "") +
                            (formal ? " s'il vous plaît ?" : " s'il te plaît ?"),
                        {english.substr(0, english.size() - 1) + ", please?"}};
}

}  // namespace

std::optional<SentencePair> addressed(const SentencePair &pair, Random random) {
    const std::string &english = pair.references.front();
    if (auto polite = courteous(pair.source, english, random)) {
        return polite;
    }
    const Interjection &first = random.oneOf(interjections);
    const std::string french(first.french);
    if (first.greets && random.chance(0.4)) {
        const bool calm = random.chance(0.4);
        return SentencePair{french + (calm ? ". " : " ! ") + pair.source,
                            {std::string(first.english) + (calm ? ". " : "! ") + english}};
    }
    if (!frenchMayFollow(pair.source) || !englishMayFollow(english)) {
        return {};
    }
    const char *comma = random.chance(0.8) ? ", " : " ";
    return SentencePair{french + comma + following(pair.source),
                        {std::string(first.english) + ", " + following(english)}};
}

}  // namespace model::training
