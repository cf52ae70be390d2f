// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/words.h"

#include <gtest/gtest.h>

#include "tests/model/training/tasks/links.h"

namespace {

using namespace model::training;
using tests::cameFrom;

TEST(WordTasks, spellAWordBackwards) {
    const TaskPair pair = backwardsPair("élève");
    EXPECT_EQ(pair.target, "evèlé");
    EXPECT_EQ(cameFrom(pair, 0), "....e");
    EXPECT_EQ(cameFrom(pair, 4), "é....");
}

TEST(WordTasks, takeEverySecondLetter) {
    const TaskPair pair = secondPair("été d");
    EXPECT_EQ(pair.target, "ééd");
    EXPECT_EQ(cameFrom(pair, 0), "é....");
    EXPECT_EQ(cameFrom(pair, 1), "..é..");
    EXPECT_EQ(secondPair("chat").target, "ca");
}

TEST(WordTasks, sortLetters) {
    const TaskPair pair = sortedPair("zéèbreà");
    EXPECT_EQ(pair.target, "àbeéèrz") << "an accent comes behind the plain letter";
    const TaskPair twice = sortedPair("banane");
    EXPECT_EQ(twice.target, "aabenn");
    EXPECT_EQ(cameFrom(twice, 0), ".a.a..") << "whichever of the two";
    EXPECT_EQ(cameFrom(twice, 1), ".a.a..");
    EXPECT_EQ(cameFrom(twice, 2), "b.....");
    EXPECT_EQ(cameFrom(twice, 5), "..n.n.");
}

TEST(WordTasks, linkEveryLetter) {
    for (const char *word : {"a", "chat", "marionnette", "où", "œuf"}) {
        tests::expectLinksToMakeSense(backwardsPair(word));
        tests::expectLinksToMakeSense(secondPair(word));
        tests::expectLinksToMakeSense(sortedPair(word));
    }
}

}  // namespace
