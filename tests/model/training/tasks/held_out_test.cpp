// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/held_out.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/decoding/search.h"
#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/training/tasks/task_pairs.h"
#include "tests/model/training/tasks/small_experiment.h"

namespace {

using namespace model;
using namespace model::training;

/// A model that has learned a little, and pairs to measure it on.
class HeldOutTest : public testing::Test {
  protected:
    static void SetUpTestSuite() {
        ExperimentOptions options = tests::smallExperiment();
        options.guidance = 0.2;
        options.pairs = 20000;
        Experiment experiment(options);
        while (!experiment.finished() && experiment.update() < 170) {
            experiment.step();
        }
        model_ = experiment.takeSnapshot()->model;
        pairs_ = heldOutPairs(experiment.task(), 6, 150);
    }
    static void TearDownTestSuite() {
        model_.reset();
        pairs_.clear();
    }
    static HeldOut heldOut() { return {pairs_, model_->source(), model_->target()}; }
    static HeldOutFigures measured(int threads) {
        return heldOut().measure(model_->weights().parameters(), threads);
    }

    static std::shared_ptr<const Model> model_;
    static std::vector<TaskPair> pairs_;
};

std::shared_ptr<const Model> HeldOutTest::model_;
std::vector<TaskPair> HeldOutTest::pairs_;

TEST_F(HeldOutTest, aPairIsRightWhereGreedySearchFindsItsTarget) {
    int right = 0;
    std::map<int, std::pair<int, int>> byLength;
    for (const TaskPair &pair : pairs_) {
        const bool found = translate(model_, pair.source)->translation == pair.target;
        right += found ? 1 : 0;
        auto &[all, rightOnes] = byLength[letterCount(pair.source)];
        ++all;
        rightOnes += found ? 1 : 0;
    }
    ASSERT_GT(right, 5) << "nothing would be tested";
    ASSERT_LT(right, 145);
    const HeldOutFigures figures = measured(1);
    EXPECT_EQ(figures.pairs, 150);
    EXPECT_NEAR(figures.accuracy, right / 150.0, 1e-12);
    for (const LengthAccuracy &range : figures.byLength) {
        ASSERT_EQ(range.least, range.most) << "few lengths: each for itself";
        EXPECT_EQ(range.pairs, byLength[range.least].first);
        EXPECT_EQ(range.right, byLength[range.least].second);
    }
    EXPECT_EQ(figures.byLength.size(), byLength.size());
}

TEST_F(HeldOutTest, theFiguresAreThoseOfTheTraces) {
    double entropy = 0;
    double aligned = 0;
    double logProbability = 0;
    int letters = 0;
    for (const TaskPair &pair : pairs_) {
        Translation translation(model_, pair.source);
        std::vector<int> ids = model_->target().encodeNormalized(pair.target);
        ids.push_back(special::end);
        for (const int id : ids) {
            translation.step({{}, id});
        }
        const auto trace = translation.trace();
        logProbability += trace->logProbability();
        letters += trace->targetLength() - 1;
        for (int i = 0; i + 1 < trace->targetLength(); ++i) {
            for (const float weight : trace->step(i).weights) {
                entropy -= weight * std::log(std::max(weight, 1e-30F));
            }
        }
        for (const PieceLink &link : pair.links) {
            aligned += trace->step(link.target).weights(link.source);
        }
    }
    const HeldOutFigures figures = measured(2);
    EXPECT_NEAR(*figures.entropy, entropy / letters, 1e-4);
    EXPECT_NEAR(*figures.aligned, aligned / letters, 1e-4);
    EXPECT_NEAR(figures.loss, -logProbability / (letters + 150), 1e-4);
    EXPECT_GT(*figures.aligned, 0.2);
    EXPECT_LT(*figures.aligned, 1);
}

TEST_F(HeldOutTest, theNumberOfThreadsChangesNothing) {
    const HeldOutFigures one = measured(1);
    const HeldOutFigures three = measured(3);
    EXPECT_EQ(one.loss, three.loss);
    EXPECT_EQ(one.entropy, three.entropy);
    EXPECT_EQ(one.aligned, three.aligned);
    EXPECT_EQ(one.letterAccuracy, three.letterAccuracy);
}

TEST_F(HeldOutTest, stopsWhereItIsAskedTo) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(heldOut().measure(model_->weights().parameters(), 2, stop.get_token()), Cancelled);
}

TEST_F(HeldOutTest, needsPairs) {
    EXPECT_THROW(HeldOut({}, model_->source(), model_->target()), Error);
}

TEST_F(HeldOutTest, joinsLengthsWhereThereAreMany) {
    const Task &task = *taskNamed("numbers");
    const auto vocabularies = vocabulariesOf(task);
    const HeldOut numbers(heldOutPairs(task, 6, 300), Tokenizer(vocabularies.source, "source"),
                          Tokenizer(vocabularies.target, "target"));
    Configuration configuration = configurationOf(TaskSize::small, Architecture::bottleneck);
    configuration.sourceVocabulary = Tokenizer(vocabularies.source, "source").size();
    configuration.targetVocabulary = Tokenizer(vocabularies.target, "target").size();
    const HeldOutFigures figures = numbers.measure(Parameters<float>(configuration), 1);
    EXPECT_LE(figures.byLength.size(), 8U);
    int pairs = 0;
    for (const LengthAccuracy &range : figures.byLength) {
        EXPECT_GT(range.most, range.least);
        EXPECT_EQ(range.right, 0);
        pairs += range.pairs;
    }
    EXPECT_EQ(pairs, 300);
    EXPECT_FALSE(figures.entropy.has_value()) << "it has no attention";
    EXPECT_FALSE(figures.aligned.has_value());
    EXPECT_NEAR(figures.loss, std::log(configuration.targetVocabulary), 1e-4) << "all weights 0";
}

}  // namespace
