// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/own_pairs.h"

#include <gtest/gtest.h>

#include "model/error.h"
#include "model/training/tasks/experiment.h"
#include "model/training/tasks/task_pairs.h"
#include "tests/model/training/tasks/small_experiment.h"

namespace {

using namespace model;
using namespace model::training;

/// Words and their plurals, our own.
std::vector<SentencePair> plurals() {
    std::vector<SentencePair> pairs;
    for (const char *word :
         {"chat",   "chien",   "table",    "livre",   "arbre",   "route", "plage",
          "train",  "forêt",   "fleur",    "pomme",   "ville",   "porte", "chaise",
          "maison", "rivière", "montagne", "fenêtre", "voiture", "jardin"}) {
        pairs.push_back({word, {std::string(word) + "s"}});
    }
    return pairs;
}

TEST(OwnPairs, areATaskWithTheirLetters) {
    auto pairs = plurals();
    pairs.front().source = "  chat\t";
    const Task task = taskOfPairs(pairs, "fr", "fr");
    EXPECT_EQ(task.name, "pairs");
    EXPECT_EQ(task.example, "chat") << "normalised";
    EXPECT_EQ(task.sourceLetters, "abcdefghijlmnoprstuvèê");
    EXPECT_EQ(task.sourceLanguage, "fr");
    for (std::uint64_t i = 0; i < 50; ++i) {
        Random random{i};
        const TaskPair pair = task.draw(random, 0);
        EXPECT_EQ(pair.target, pair.source + "s");
        EXPECT_TRUE(pair.links.empty());
    }
}

TEST(OwnPairs, areLearnedWithoutKnowingWhereLettersComeFrom) {
    ExperimentOptions options = tests::smallExperiment();
    options.longest = 0;
    Experiment experiment(options, taskOfPairs(plurals(), "fr", "fr"));
    EXPECT_EQ(experiment.options().guidance, 0);
    ASSERT_TRUE(experiment.run({}));
    const auto snapshot = experiment.latest();
    EXPECT_GT(snapshot->heldOut.letterAccuracy, 0.3);
    EXPECT_TRUE(snapshot->heldOut.entropy.has_value());
    EXPECT_FALSE(snapshot->heldOut.aligned.has_value());
    EXPECT_EQ(snapshot->model->metadata("task"), "pairs");
}

TEST(OwnPairs, areToldApartByWhatTheyAre) {
    const auto hashOf = [](const std::vector<SentencePair> &pairs) {
        return TaskPairs(taskOfPairs(pairs, "fr", "fr"), {0, 1, 100, 1}).hash();
    };
    auto others = plurals();
    for (SentencePair &pair : others) {
        pair.references = {pair.source};
    }
    EXPECT_EQ(hashOf(plurals()), hashOf(plurals()));
    EXPECT_NE(hashOf(plurals()), hashOf(others));
}

TEST(OwnPairs, haveToBeEnoughToHoldSomeOut) {
    EXPECT_THROW(taskOfPairs({}, "fr", "en"), CorpusError);
    EXPECT_THROW(taskOfPairs({{"le", {"la"}}}, "fr", "en"), CorpusError) << "too short";
}

}  // namespace
