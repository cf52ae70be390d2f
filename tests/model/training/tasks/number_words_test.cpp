// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/number_words.h"

#include <gtest/gtest.h>

#include "model/error.h"
#include "tests/model/training/tasks/links.h"
#include "tests/model/training/tasks/spoken_number.h"

namespace {

using namespace model;
using namespace model::training;
using tests::cameFrom;

std::string classic(int number) {
    return inWords(number, Hyphens::belowHundred);
}

TEST(NumberWords, areThoseOfFrench) {
    EXPECT_EQ(classic(0), "zéro");
    EXPECT_EQ(classic(16), "seize");
    EXPECT_EQ(classic(17), "dix-sept");
    EXPECT_EQ(classic(20), "vingt");
    EXPECT_EQ(classic(21), "vingt et un");
    EXPECT_EQ(classic(22), "vingt-deux");
    EXPECT_EQ(classic(61), "soixante et un");
    EXPECT_EQ(classic(70), "soixante-dix");
    EXPECT_EQ(classic(71), "soixante et onze");
    EXPECT_EQ(classic(77), "soixante-dix-sept");
    EXPECT_EQ(classic(80), "quatre-vingts");
    EXPECT_EQ(classic(81), "quatre-vingt-un");
    EXPECT_EQ(classic(91), "quatre-vingt-onze");
    EXPECT_EQ(classic(99), "quatre-vingt-dix-neuf");
    EXPECT_EQ(classic(100), "cent");
    EXPECT_EQ(classic(101), "cent un");
    EXPECT_EQ(classic(200), "deux cents");
    EXPECT_EQ(classic(201), "deux cent un");
    EXPECT_EQ(classic(480), "quatre cent quatre-vingts");
    EXPECT_EQ(classic(1000), "mille");
    EXPECT_EQ(classic(1001), "mille un");
    EXPECT_EQ(classic(2000), "deux mille");
    EXPECT_EQ(classic(21000), "vingt et un mille");
    EXPECT_EQ(classic(80000), "quatre-vingt mille") << "no s before mille";
    EXPECT_EQ(classic(97012), "quatre-vingt-dix-sept mille douze");
    EXPECT_EQ(classic(200000), "deux cent mille") << "no s before mille";
    EXPECT_EQ(classic(999999),
              "neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf");
}

TEST(NumberWords, areAllJoinedInTheSpellingOf1990) {
    EXPECT_EQ(inWords(21, Hyphens::everywhere), "vingt-et-un");
    EXPECT_EQ(inWords(2071, Hyphens::everywhere), "deux-mille-soixante-et-onze");
    EXPECT_EQ(inWords(0, Hyphens::everywhere), "zéro");
}

TEST(NumberWords, sayTheNumberThatTheyWereMadeOf) {
    const auto expectBack = [](int number) {
        for (const Hyphens hyphens : {Hyphens::belowHundred, Hyphens::everywhere}) {
            ASSERT_EQ(tests::spokenNumber(inWords(number, hyphens)), number)
                << inWords(number, hyphens);
        }
    };
    for (int number = 0; number < 100000; ++number) {
        expectBack(number);
    }
    for (int number = 100000; number <= greatestNumber; number += 37) {
        expectBack(number);
    }
    expectBack(greatestNumber);
}

TEST(NumberWords, areRefusedForOtherNumbers) {
    EXPECT_THROW(numberWords(-1, Hyphens::belowHundred), Error);
    EXPECT_THROW(numberWords(greatestNumber + 1, Hyphens::belowHundred), Error);
}

TEST(NumberWords, areWhatTheDigitsComeFrom) {
    const TaskPair pair = numberPair(97012, Hyphens::belowHundred);
    ASSERT_EQ(pair.source, "quatre-vingt-dix-sept mille douze");
    ASSERT_EQ(pair.target, "97012");
    EXPECT_EQ(cameFrom(pair, 0), "quatre.vingt.dix.................");
    EXPECT_EQ(cameFrom(pair, 1), ".................sept............");
    EXPECT_EQ(cameFrom(pair, 2), "......................mille......") << "no word says it";
    EXPECT_EQ(cameFrom(pair, 3), "............................douze");
    EXPECT_EQ(cameFrom(pair, 4), "............................douze");
}

TEST(NumberWords, thatWereSaidLastGiveTheZerosBehindThem) {
    const TaskPair hundreds = numberPair(250001, Hyphens::everywhere);
    ASSERT_EQ(hundreds.source, "deux-cent-cinquante-mille-un");
    EXPECT_EQ(cameFrom(hundreds, 0), "deux........................");
    EXPECT_EQ(cameFrom(hundreds, 1), "..........cinquante.........");
    EXPECT_EQ(cameFrom(hundreds, 2), "..........cinquante.........");
    EXPECT_EQ(cameFrom(hundreds, 3), "....................mille...");
    EXPECT_EQ(cameFrom(hundreds, 4), "....................mille...");
    EXPECT_EQ(cameFrom(hundreds, 5), "..........................un");
    EXPECT_EQ(cameFrom(numberPair(100, Hyphens::belowHundred), 0), "cent");
    EXPECT_EQ(cameFrom(numberPair(100, Hyphens::belowHundred), 2), "cent");
    EXPECT_EQ(cameFrom(numberPair(70, Hyphens::belowHundred), 1), ".........dix");
    EXPECT_EQ(cameFrom(numberPair(0, Hyphens::belowHundred), 0), "zéro");
    const TaskPair eleven = numberPair(71, Hyphens::belowHundred);
    EXPECT_EQ(cameFrom(eleven, 0), "soixante....onze");
    EXPECT_EQ(cameFrom(eleven, 1), "............onze");
}

TEST(NumberWords, comeFromTheDigitsThatTheySay) {
    const TaskPair pair = digitsPair(97512, Hyphens::belowHundred);
    ASSERT_EQ(pair.target, "quatre-vingt-dix-sept mille cinq cent douze");
    const auto letter = [&pair](const char *word) {
        return static_cast<int>(pair.target.find(word));
    };
    EXPECT_EQ(cameFrom(pair, letter("vingt")), "9....");
    EXPECT_EQ(cameFrom(pair, letter("sept")), ".7...");
    EXPECT_EQ(cameFrom(pair, letter("sept") - 1), ".7...") << "as what stands behind it";
    EXPECT_EQ(cameFrom(pair, letter("mille")), ".7...") << "it gives the 7 its value";
    EXPECT_EQ(cameFrom(pair, letter("cinq")), "..5..");
    EXPECT_EQ(cameFrom(pair, letter("cent")), "..5..");
    EXPECT_EQ(cameFrom(pair, letter("douze")), "...12");
    const TaskPair joined = digitsPair(21, Hyphens::belowHundred);
    EXPECT_EQ(cameFrom(joined, static_cast<int>(joined.target.find("et"))), ".1");
}

TEST(NumberWords, areLinkedWithEveryDigit) {
    for (int number = 0; number <= greatestNumber; number += 1 + number / 50) {
        for (const Hyphens hyphens : {Hyphens::belowHundred, Hyphens::everywhere}) {
            tests::expectLinksToMakeSense(numberPair(number, hyphens));
            tests::expectLinksToMakeSense(digitsPair(number, hyphens));
        }
    }
}

}  // namespace
