// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/augmentation/numbers.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/training/augmentation/names.h"

namespace model::training {
namespace {

TEST(Numbers, areSharedAsWholeRunsOfDigits) {
    using Found = std::set<std::string, std::less<>>;
    EXPECT_EQ(sharedNumbers("Il a 58 ans, 7 chats et 120 euros.", "He is 58, has 12 and 7 cats."),
              (Found{"58", "7"}));
    EXPECT_EQ(sharedNumbers("1 000,5", "1,000.5"), (Found{"000", "1", "5"}));
    EXPECT_EQ(sharedNumbers("580", "58"), Found{}) << "a part of a number is another number";
    EXPECT_EQ(sharedNumbers("", "58"), Found{});
}

TEST(Numbers, becomeTheSameOtherOneOfAsManyDigitsOnBothSides) {
    const SentencePair pair{"Les 58 de 1967, oui, 58 !", {"The 58 of 1967, yes, 58!"}};
    std::set<std::string> seen;
    for (std::uint64_t i = 0; i < 50; ++i) {
        const auto other = exchangeNumbers(pair, 1, Random{i});
        ASSERT_TRUE(other);
        const std::string two = other->source.substr(4, 2);
        const std::string four = other->source.substr(10, 4);
        EXPECT_EQ(other->source, "Les " + two + " de " + four + ", oui, " + two + " !");
        EXPECT_EQ(other->references.front(), "The " + two + " of " + four + ", yes, " + two + "!");
        EXPECT_NE(two.front(), '0');
        EXPECT_NE(four.front(), '0');
        seen.insert(two);
    }
    EXPECT_GT(seen.size(), 25U);
    EXPECT_EQ(exchangeNumbers(pair, 1, Random{3})->source,
              exchangeNumbers(pair, 1, Random{3})->source);
}

TEST(Numbers, stayWhereTheyAreNotSharedAreOneOrAsLikelyAsIsLeft) {
    EXPECT_FALSE(exchangeNumbers({"Il a 58 ans.", {"He is old."}}, 1, Random{1}));
    EXPECT_FALSE(exchangeNumbers({"1 livre", {"1 book"}}, 1, Random{1})) << "a singular";
    EXPECT_FALSE(exchangeNumbers({"Il a 58 ans.", {"He is 58."}}, 0, Random{1}));
    int exchanged = 0;
    for (std::uint64_t i = 0; i < 400; ++i) {
        exchanged += exchangeNumbers({"Il a 58 ans.", {"He is 58."}}, 0.25, Random{i}) ? 1 : 0;
    }
    EXPECT_GT(exchanged, 60);
    EXPECT_LT(exchanged, 140);
    // What is not shared stays beside what is.
    EXPECT_TRUE(exchangeNumbers({"14 h 30", {"2:30 p.m."}}, 1, Random{2})
                    ->references.front()
                    .starts_with("2:"));
}

TEST(Numbers, areInventedWithoutAZeroAtTheBeginningAndAreNeverOne) {
    Random random{5};
    std::set<std::string> single;
    for (int i = 0; i < 200; ++i) {
        single.insert(inventNumber(1, random));
        EXPECT_EQ(inventNumber(4, random).size(), 4U);
        EXPECT_NE(inventNumber(2, random).front(), '0');
    }
    EXPECT_EQ(single, (std::set<std::string>{"2", "3", "4", "5", "6", "7", "8", "9"}));
}

TEST(Numbers, standAmongTheNamesOfAListAsOftenAsAskedFor) {
    const Names names(std::vector<SentencePair>{{"Tom voit la mer.", {"Tom sees the sea."}}});
    const auto numbersIn = [&](double probability) {
        int lists = 0;
        for (std::uint64_t i = 0; i < 200; ++i) {
            const SentencePair list = names.list(probability, Random{i});
            EXPECT_EQ(list.source, list.references.front());
            lists += sharedNumbers(list.source, list.source).empty() ? 0 : 1;
        }
        return lists;
    };
    EXPECT_EQ(numbersIn(0), 0);
    EXPECT_EQ(numbersIn(1), 200);
    const int some = numbersIn(0.3);
    EXPECT_GT(some, 60);
    EXPECT_LT(some, 160);
}

}  // namespace
}  // namespace model::training
