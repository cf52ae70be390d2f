// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/words.h"

#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>

#include "model/training/augmentation/noise.h"

namespace {

using namespace model;
using Strings = std::vector<std::string>;

Strings split(const std::string &text, Language language = Language::french) {
    Strings words;
    for (const Range word : aligner::splitWords(text, language)) {
        words.push_back(text.substr(static_cast<std::size_t>(word.begin),
                                    static_cast<std::size_t>(word.end - word.begin)));
    }
    return words;
}

TEST(AlignmentWords, frenchWordsEndBehindApostrophesAndBeforeHyphens) {
    EXPECT_EQ(split("L'homme qu'il voit aujourd'hui."),
              (Strings{"L'", "homme", "qu'", "il", "voit", "aujourd'hui", "."}));
    EXPECT_EQ(split("Avez-vous vu M. Legrand là-bas ?"),
              (Strings{"Avez", "-vous", "vu", "M.", "Legrand", "là", "-bas", "?"}));
    EXPECT_EQ(split("« Eh bien... », dit-elle - à 10:30, 3,5 km !"),
              (Strings{"«", "Eh", "bien", "...", "»", ",", "dit", "-elle", "-", "à", "10:30", ",",
                       "3,5", "km", "!"}));
}

TEST(AlignmentWords, englishCliticsBeginAWord) {
    EXPECT_EQ(split("I don't know Mr. Hill's well-known o'clock, it'll do.", Language::other),
              (Strings{"I", "don", "'t", "know", "Mr.", "Hill", "'s", "well-known", "o'clock", ",",
                       "it", "'ll", "do", "."}));
    EXPECT_EQ(split("So am I. \"Yes?\"", Language::other),
              (Strings{"So", "am", "I", ".", "\"", "Yes", "?", "\""}));
}

TEST(AlignmentWords, nothingAndBrokenTextHaveTheirWords) {
    EXPECT_TRUE(split("").empty());
    EXPECT_TRUE(split("  ").empty());
    EXPECT_EQ(split("a\xff b"), (Strings{"a", "\xff", "b"}));
    EXPECT_EQ(split("'"), Strings{"'"});
    EXPECT_EQ(split("-"), Strings{"-"});
    EXPECT_EQ(split("l'"), (Strings{"l", "'"}));
}

TEST(AlignmentWords, keysForgetCaseAccentsAndEndings) {
    EXPECT_EQ(aligner::wordKey("Élèves"), "elev");
    EXPECT_EQ(aligner::wordKey("éLEVÉ"), "elev");
    EXPECT_EQ(aligner::wordKey("là"), "la");
    EXPECT_EQ(aligner::wordKey("кошка"), "кошк");
    EXPECT_EQ(aligner::wordKeys("L'Été !", Language::french), (Strings{"l'", "ete", "!"}));
}

TEST(AlignmentWords, disturbedSentencesHaveTheSameWordsAtTheSamePlaces) {
    const Strings sentences{
        "Aujourd'hui, l'élève s'est levé à 7:30, n'est-ce pas ?",
        "Quelqu'un d'autre a-t-il vu M. Lefèvre là-haut ?!",
        "Prends les 3,5 mètres de câble... et va-t'en !",
        "« Étonnant ! », répondit-elle en s'éloignant.",
        "J'arriverai peut-être jusqu'à Saint-Étienne (près de Lyon).",
        "Puisqu'elle l'a dit, écris-lui : bonjour@exemple.fr.",
        "L'orc à l'épée d'Ombre-Noire n'attaquera qu'après-demain...",
    };
    const training::NoiseOptions noise{1, 0.7, 0.5, 0.7, 0.5};
    int disturbed = 0;
    int shortened = 0;
    for (std::size_t s = 0; s < sentences.size(); ++s) {
        const Strings clean = split(sentences[s]);
        for (std::uint64_t i = 0; i < 1000; ++i) {
            const std::string text = training::addNoise(sentences[s], noise, {7, s, i});
            const Strings words = split(text);
            disturbed += text != sentences[s] ? 1 : 0;
            shortened += words.size() < clean.size() ? 1 : 0;
            ASSERT_LE(words.size(), clean.size()) << text;
            for (std::size_t k = words.size(); k < clean.size(); ++k) {
                ASSERT_EQ(clean[k].find_first_not_of(".!?"), std::string::npos) << text;
            }
            for (std::size_t k = 0; k < words.size(); ++k) {
                // A slip changes a word's length by one byte or two, an accent lost by one each.
                const auto difference =
                    static_cast<long>(clean[k].size()) - static_cast<long>(words[k].size());
                ASSERT_LE(std::abs(difference), 4) << text << ": " << words[k];
                const bool mark = std::ispunct(static_cast<unsigned char>(clean[k][0])) != 0 &&
                                  clean[k].size() == 1;
                ASSERT_TRUE(!mark || words[k] == clean[k]) << text << ": " << words[k];
            }
        }
    }
    EXPECT_GT(disturbed, 6000);
    EXPECT_GT(shortened, 3000);
}

}  // namespace
