// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/faithfulness.h"

#include <gtest/gtest.h>

namespace {

using namespace model::evaluation;
using Texts = std::set<std::string>;

TEST(Faithfulness, numbersAddressesAndNamesMayNotChange) {
    EXPECT_EQ(unchangeable("J'ai 25 ans.", "I am 25 years old."), Texts{"25"});
    EXPECT_EQ(unchangeable("Le billet coûte 12,50 €.", "The ticket costs €12.50."),
              (Texts{"12", "50"}));
    EXPECT_EQ(unchangeable("Écris à tom@mail.fr, Paul.", "Write to tom@mail.fr, Paul."),
              (Texts{"tom@mail.fr", "Paul"}));
    EXPECT_EQ(unchangeable("Merci 😀 !", "Thanks 😀!"), Texts{"😀"});
    EXPECT_EQ(unchangeable("Le mot жук", "The word жук"), Texts{"жук"});
    // Words of the language and names that are others in English are translated.
    EXPECT_EQ(unchangeable("Il part en train à Londres.", "He leaves by train to London."),
              Texts{});
    EXPECT_EQ(unchangeable("un restaurant « chic »", "a restaurant"), Texts{});
}

TEST(Faithfulness, oneReferenceWhoseNumbersAreKeptIsEnough) {
    const References references{"It is 17:45.", "It is 5:45 p.m."};
    const std::string source = "Il est 17 h 45.";
    EXPECT_EQ(keepsUnchangeable(source, references, "It is 17:45."), true);
    EXPECT_EQ(keepsUnchangeable(source, references, "It's 5:45."), true);
    EXPECT_EQ(keepsUnchangeable(source, references, "It's 7:45."), false);
    EXPECT_EQ(keepsUnchangeable(source, references, "It's 175:45."), false) << "whole numbers";
    EXPECT_EQ(keepsUnchangeable("Oui.", {"Yes."}, "No."), std::nullopt);
    EXPECT_EQ(keepsUnchangeable("Tom dort.", {"Tom sleeps.", "He sleeps."}, "Jim sleeps."), false);
}

TEST(Faithfulness, aTranslationLoopsThatSaysFourWordsThreeTimes) {
    EXPECT_FALSE(loops(""));
    EXPECT_FALSE(loops("a b c d a b c d"));
    EXPECT_TRUE(loops("a b c d a b c d e a b c d"));
    EXPECT_TRUE(loops("that that that that that that"));
    EXPECT_FALSE(loops("that that that that that"));
    EXPECT_FALSE(loops("a b c a b c d a b c e a b c f"));
}

}  // namespace
