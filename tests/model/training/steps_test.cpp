// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that are driven batch by batch, and pairs that come from elsewhere than a corpus.
#include <gtest/gtest.h>

#include "model/error.h"
#include "model/training/trainer.h"
#include "tests/model/training/runs.h"
#include "tests/model/training/sentences.h"

namespace {

using namespace model;
using namespace model::training;
using tests::expectSame;
using tests::tinyOptions;
using tests::TrainerTest;

/// Counts: 1 → 1 1, 2 → 2 2, and so on, one more in each epoch.
class Counting final : public PairSource {
  public:
    std::vector<EncodedPair> encodeEpoch(int epoch) const override {
        std::vector<EncodedPair> pairs;
        for (int i = 0; i <= epoch + 3; ++i) {
            const int id = special::end + 1 + i;
            pairs.push_back({{id, special::end}, {id, id, special::end}});
        }
        return pairs;
    }
    std::uint64_t hash() const override { return 17; }
};

TrainingOptions countingOptions() {
    TrainingOptions options = tinyOptions();
    options.vocabularies = {letterTokenizer("0123456789"), letterTokenizer("0123456789")};
    return options;
}

TEST_F(TrainerTest, stepsToTheSameEndAsARun) {
    const TrainingOptions options = tinyOptions();
    Trainer run(options, tests::tinyCorpus(), {});
    ASSERT_TRUE(run.run({}, {}));
    Trainer stepped(options, tests::tinyCorpus(), {});
    long steps = 0;
    for (; !stepped.finished(); stepped.step()) {
        EXPECT_EQ(stepped.state().update, steps++);
    }
    EXPECT_GT(steps, 5);
    expectSame(stepped.state(), run.state());
    stepped.step();
    EXPECT_EQ(stepped.state().update, steps) << "nothing more at the end";
}

TEST_F(TrainerTest, runsOnAfterSteps) {
    const TrainingOptions options = tinyOptions();
    Trainer whole(options, tests::tinyCorpus(), {});
    ASSERT_TRUE(whole.run({}, {}));
    Trainer mixed(options, tests::tinyCorpus(), {});
    for (int i = 0; i < 4; ++i) {
        mixed.step();
    }
    EXPECT_EQ(mixed.state().update, 4);
    ASSERT_TRUE(mixed.run({}, {}));
    expectSame(mixed.state(), whole.state());
}

TEST_F(TrainerTest, reportsWhatHappenedSinceTheLastReport) {
    Trainer trainer(countingOptions(), std::make_unique<Counting>(), {});
    const Progress before = trainer.report();
    EXPECT_EQ(before.update, 0);
    EXPECT_EQ(before.pairs, 0);
    EXPECT_EQ(before.loss, 0);
    while (!trainer.finished()) {
        trainer.step();
    }
    const Progress all = trainer.report();
    EXPECT_EQ(all.pairs, 4 + 5 + 6);
    EXPECT_GT(all.loss, 0);
    EXPECT_GT(all.elapsed, 0);
    EXPECT_EQ(all.remaining, 0);
    EXPECT_EQ(trainer.report().loss, 0) << "nothing happened since";
}

TEST_F(TrainerTest, takesPairsThatComeFromElsewhere) {
    TrainingOptions options = countingOptions();
    options.epochs = 200;
    options.updater.regularisation = {0, 0};
    options.plan.joined = 0;
    // Ten digits: from the seventh epoch on there would be more.
    class Few final : public PairSource {
        std::vector<EncodedPair> encodeEpoch(int epoch) const override {
            return Counting().encodeEpoch(epoch % 6);
        }
        std::uint64_t hash() const override { return 18; }
    };
    Trainer trainer(options, std::make_unique<Few>(), {{"name", "counting"}});
    ASSERT_TRUE(trainer.run({}, {}));
    EXPECT_GT(trainer.report().accuracy, 0.9);
    EXPECT_EQ(trainer.bestModel()->metadata("name"), "counting");
}

TEST_F(TrainerTest, knowsACheckpointOfOtherPairs) {
    TrainingOptions options = countingOptions();
    options.epochs = 1;
    options.checkpoint = file("run.checkpoint");
    Trainer(options, std::make_unique<Counting>(), {}).run({}, {});
    EXPECT_EQ(Trainer(options, std::make_unique<Counting>(), {}).state().epoch, 1);
    class Other final : public PairSource {
        std::vector<EncodedPair> encodeEpoch(int epoch) const override {
            return Counting().encodeEpoch(epoch);
        }
        std::uint64_t hash() const override { return 18; }
    };
    EXPECT_THROW(Trainer(options, std::make_unique<Other>(), {}), CheckpointError);
}

TEST_F(TrainerTest, refusesPieceIdsWithoutVocabularies) {
    EXPECT_THROW(Trainer(tinyOptions(), std::make_unique<Counting>(), {}), Error);
}

TEST_F(TrainerTest, tellsADivergenceByItsType) {
    TrainingOptions options = countingOptions();
    options.updater.schedule = {1e38, 0, 1};
    Trainer trainer(options, std::make_unique<Counting>(), {});
    const auto toTheEnd = [&trainer] {
        while (!trainer.finished()) {
            trainer.step();
        }
    };
    EXPECT_THROW(toTheEnd(), TrainingError);
}

}  // namespace
