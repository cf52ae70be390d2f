// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/task_pairs.h"

#include <gtest/gtest.h>

#include <set>

#include "model/error.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using namespace model::training;

const Task &numbers() {
    return *taskNamed("numbers");
}

TEST(TaskPairs, haveOnePiecePerLetterAndLinkTheEnds) {
    const auto vocabularies = vocabulariesOf(numbers());
    const Tokenizer source(vocabularies.source, "source");
    const Tokenizer target(vocabularies.target, "target");
    const TaskPair pair{"deux cents", "200", {{0, 1}}};
    const EncodedPair encoded = encode(pair, source, target);
    EXPECT_EQ(encoded.source.size(), 11U);
    EXPECT_EQ(encoded.source.back(), special::end);
    EXPECT_EQ(target.decode(encoded.target), "200");
    EXPECT_EQ(encoded.links, (std::vector<PieceLink>{{0, 1}, {3, 10}}));
    EXPECT_THROW(encode({"why", "100", {}}, source, target), Error) << "letters it lacks";
    const Model &words = *support::tinyModel();
    EXPECT_THROW(encode(pair, words.source(), words.target()), Error)
        << "pieces of several letters";
}

TEST(TaskPairs, areNewInEachEpochAndTheSameForTheSameSeed) {
    const auto hashed = [](std::uint64_t seed, int epoch, int threads) {
        std::set<std::vector<int>> sources;
        for (const EncodedPair &pair :
             TaskPairs(numbers(), {5, seed, 100, threads}).encodeEpoch(epoch)) {
            sources.insert(pair.source);
        }
        return sources;
    };
    EXPECT_EQ(hashed(1, 0, 1), hashed(1, 0, 3));
    EXPECT_NE(hashed(1, 0, 1), hashed(1, 1, 1));
    EXPECT_NE(hashed(1, 0, 1), hashed(2, 0, 1));
    EXPECT_NE(TaskPairs(numbers(), {5, 1, 100, 1}).hash(),
              TaskPairs(numbers(), {4, 1, 100, 1}).hash());
}

TEST(TaskPairs, areNeverThoseThatAreHeldOut) {
    for (const Task &task : tasks()) {
        const auto vocabularies = vocabulariesOf(task);
        const Tokenizer source(vocabularies.source, "source");
        const Tokenizer target(vocabularies.target, "target");
        const int longest = task.longest.usual;
        for (const TaskPair &pair : heldOutPairs(task, longest, 200)) {
            EXPECT_TRUE(isHeldOut(pair)) << pair.source;
        }
        for (const EncodedPair &pair : TaskPairs(task, {longest, 1, 500, 2}).encodeEpoch(0)) {
            EXPECT_FALSE(isHeldOut({source.decode(pair.source), target.decode(pair.target), {}}));
        }
    }
}

TEST(TaskPairs, areHeldOutOncePerEightOfThoseThatAreNotShort) {
    int heldOut = 0;
    for (std::uint64_t i = 0; i < 8000; ++i) {
        Random random{9, i};
        heldOut += isHeldOut(numbers().draw(random, 5)) ? 1 : 0;
    }
    // Those of one or two digits are a fifth of all.
    EXPECT_NEAR(heldOut, 800, 100);
    EXPECT_FALSE(isHeldOut({"quatre-vingt-dix", "90", {}}));
    const auto first = heldOutPairs(numbers(), 5, 10);
    const auto more = heldOutPairs(numbers(), 5, 20);
    EXPECT_EQ(first[9].source, more[9].source);
}

}  // namespace
