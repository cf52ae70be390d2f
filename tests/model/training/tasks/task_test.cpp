// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/task.h"

#include <gtest/gtest.h>

#include <array>
#include <set>

#include "model/training/hash.h"
#include "tests/model/training/tasks/links.h"

namespace {

using namespace model;
using namespace model::training;

/// The letters of a text, each once.
std::set<std::int32_t> lettersOf(std::string_view text) {
    std::set<std::int32_t> letters;
    for (const Character &character : charactersOf(text)) {
        letters.insert(character.codePoint);
    }
    return letters;
}

std::vector<TaskPair> drawn(const Task &task, std::uint64_t seed, int count) {
    std::vector<TaskPair> pairs;
    for (int i = 0; i < count; ++i) {
        Random random{seed, static_cast<std::uint64_t>(i)};
        pairs.push_back(task.draw(random, task.longest.usual));
    }
    return pairs;
}

std::uint64_t hashOf(const std::vector<TaskPair> &pairs) {
    Hash hash;
    for (const TaskPair &pair : pairs) {
        hash.add(pair.source).add(pair.target);
        hash.add(std::as_bytes(std::span(pair.links)));
    }
    return hash.value();
}

TEST(Tasks, areFoundByName) {
    EXPECT_EQ(tasks().size(), 6U);
    for (const Task &task : tasks()) {
        EXPECT_EQ(taskNamed(task.name), &task);
    }
    EXPECT_EQ(taskNamed("Numbers"), nullptr);
}

TEST(Tasks, consistOfTheLettersThatTheyName) {
    for (const Task &task : tasks()) {
        std::set<std::int32_t> source;
        std::set<std::int32_t> target;
        for (const TaskPair &pair : drawn(task, 1, 5000)) {
            source.merge(lettersOf(pair.source));
            target.merge(lettersOf(pair.target));
        }
        EXPECT_EQ(source, lettersOf(task.sourceLetters)) << task.name;
        EXPECT_EQ(target, lettersOf(task.targetLetters)) << task.name;
        EXPECT_TRUE(task.isAligned);
        for (const std::int32_t letter : lettersOf(task.example)) {
            EXPECT_TRUE(source.contains(letter)) << task.name;
        }
    }
}

TEST(Tasks, linkEveryLetterOfWhatTheyInvent) {
    for (const Task &task : tasks()) {
        for (const TaskPair &pair : drawn(task, 2, 300)) {
            tests::expectLinksToMakeSense(pair);
        }
    }
}

TEST(Tasks, inventLongAndShortOnesWithinTheLimits) {
    for (const Task &task : tasks()) {
        for (const int longest : {task.longest.least, task.longest.usual, task.longest.most}) {
            std::set<int> lengths;
            for (std::uint64_t i = 0; i < 500; ++i) {
                Random random{3, i};
                const TaskPair pair = task.draw(random, longest);
                lengths.insert(task.sourceLanguage == "fr" && task.name == "numbers"
                                   ? letterCount(pair.target)
                                   : letterCount(pair.source));
            }
            if (longest > 0) {
                EXPECT_EQ(*lengths.rbegin(), longest) << task.name;
                EXPECT_EQ(*lengths.begin(), task.longest.least) << task.name;
            }
        }
    }
}

/// With any compiler and library: g++ and clang++ gave these.
TEST(Tasks, inventTheSameForTheSameSeed) {
    std::vector<std::uint64_t> hashes;
    for (const Task &task : tasks()) {
        EXPECT_EQ(hashOf(drawn(task, 7, 50)), hashOf(drawn(task, 7, 50))) << task.name;
        EXPECT_NE(hashOf(drawn(task, 7, 50)), hashOf(drawn(task, 8, 50))) << task.name;
        hashes.push_back(hashOf(drawn(task, 7, 50)));
    }
    EXPECT_EQ(hashes, (std::vector<std::uint64_t>{493578143291264893U, 15142112159498178072U,
                                                  13420125406271841665U, 2056775836876418619U,
                                                  15278990271946266821U, 5489255744811949421U}));
}

}  // namespace
