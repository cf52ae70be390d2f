// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace model::training {
namespace {

const std::vector<SentencePair> corpus{
    {"Tom habite à Paris.", {"Tom lives in Paris."}},
    {"Où est Chloé ?", {"Where is Chloé?"}},
    {"Chloé connaît l'ami d'Anna.", {"Chloé knows Anna's friend."}},
    {"Table !", {"Table!"}},
    {"La table est ici, une table bleue.", {"The table is here, a blue table."}},
    {"Marie dort.", {"Mary sleeps."}},
    {"Rome a gagné.", {"The capital won."}},
    {"La capitale dort.", {"Rome sleeps."}},
    {"Les ONU et l'OTAN.", {"ONU, OTAN."}},
    {"un marin regarde la rivière et demande où sont les oiseaux, les arbres, une orange amère",
     {"a sailor looks at the river"}},
    {"il aime étudier avec un ami sous un olivier ; elle a oublié une assiette et un agneau",
     {"he likes studying"}},
};

TEST(Names, areWordsWithACapitalLetterThatBothSidesShare) {
    const Names names(corpus);
    for (const char *name : {"Tom", "Paris", "Chloé", "Anna"}) {
        EXPECT_TRUE(names.contains(name)) << name;
    }
    // In lower case just as often; not shared; not one capital letter; no word of the other side's.
    for (const char *other : {"Table", "Marie", "Mary", "Rome", "ONU", "OTAN", "Où", "Les", "La"}) {
        EXPECT_FALSE(names.contains(other)) << other;
    }
    EXPECT_EQ(names.size(), 4U);
}

TEST(Names, becomeTheSameOtherOneOnBothSides) {
    const Names names(corpus);
    for (std::uint64_t i = 0; i < 50; ++i) {
        const auto pair = names.exchange(corpus[0], 1, Random{i});
        ASSERT_TRUE(pair);
        const std::string &source = pair->source;
        const std::string &target = pair->references.front();
        const std::string first = source.substr(0, source.find(' '));
        const std::string city = source.substr(source.find("à ") + 3);
        EXPECT_EQ(source, first + " habite à " + city);
        EXPECT_EQ(target, first + " lives in " + city);
        EXPECT_NE(first, "Tom");
        EXPECT_NE(city, "Paris.");
    }
}

TEST(Names, keepTheVowelThatAnElisionWants) {
    const Names names(corpus);
    const std::string vowels = "AEIOUYHÉÈÊÀÂÎÔÛ";
    for (std::uint64_t i = 0; i < 50; ++i) {
        const auto pair = names.exchange(corpus[2], 1, Random{i});
        ASSERT_TRUE(pair);
        const std::size_t at = pair->source.find("d'") + 2;
        EXPECT_NE(vowels.find(pair->source[at]), std::string::npos) << pair->source;
        EXPECT_EQ(vowels.find(pair->source[0]), std::string::npos) << pair->source;
        EXPECT_NE(pair->references.front().find("'s friend."), std::string::npos);
    }
}

TEST(Names, stayWithTheProbabilityThatIsLeft) {
    const Names names(corpus);
    EXPECT_FALSE(names.exchange(corpus[0], 0, Random{1}));
    EXPECT_FALSE(names.exchange(corpus[5], 1, Random{1})) << "Marie is not Mary";
    int exchanged = 0;
    for (std::uint64_t i = 0; i < 400; ++i) {
        exchanged += names.exchange(corpus[1], 0.25, Random{i}).has_value() ? 1 : 0;
    }
    EXPECT_GT(exchanged, 60);
    EXPECT_LT(exchanged, 140);
    EXPECT_EQ(names.exchange(corpus[1], 1, Random{3})->source,
              names.exchange(corpus[1], 1, Random{3})->source);
}

TEST(Names, areInventedFromTheLettersOfTheCorpusAndAreNoWordsOfIt) {
    const Names names(corpus);
    Random random{7};
    std::set<std::string> invented;
    for (int i = 0; i < 300; ++i) {
        const std::string name = names.invent(i % 2 == 0, random);
        ASSERT_GE(name.size(), 3U);
        EXPECT_NE(name, "Table");
        EXPECT_NE(name, "Habite");
        invented.insert(name);
    }
    EXPECT_GT(invented.size(), 20U);
    const std::vector<SentencePair> withoutWords{{"1 + 1", {"1 + 1"}}};
    EXPECT_EQ(Names(withoutWords).invent(true, random), "");
}

TEST(Names, standInListsThatAreTheSameOnBothSides) {
    const Names names(corpus);
    std::set<std::size_t> lengths;
    for (std::uint64_t i = 0; i < 100; ++i) {
        const SentencePair list = names.list(0, Random{i});
        EXPECT_EQ(list.source, list.references.front());
        lengths.insert(
            1 + static_cast<std::size_t>(std::count(list.source.begin(), list.source.end(), ' ')));
        EXPECT_EQ(list.source.find("  "), std::string::npos);
        EXPECT_EQ(list.source, names.list(0, Random{i}).source);
    }
    EXPECT_EQ(lengths, (std::set<std::size_t>{1, 2, 3, 4}));
}

}  // namespace
}  // namespace model::training
