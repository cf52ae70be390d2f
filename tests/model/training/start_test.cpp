// SPDX-License-Identifier: GPL-3.0-or-later
// Runs that begin with a trained model.
#include <gtest/gtest.h>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/training/runs.h"
#include "tests/model/training/sentences.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using namespace model::training;
using tests::expectSame;
using tests::tinyOptions;
using tests::TrainerTest;

TEST_F(TrainerTest, beginsWithTheModelItIsGiven) {
    TrainingOptions options = tinyOptions();
    Trainer before(options, tests::tinyCorpus(), {});
    before.run({}, {});
    options.start = before.bestModel();
    options.configuration = {};
    options.checkpoint = file("run.checkpoint");
    auto corpus = tests::tinyCorpus();
    corpus.resize(6);  // whose own vocabularies would be others
    Trainer after(options, corpus, {});
    expectSame(after.state().weights, options.start->weights().parameters());
    expectSame(after.state().average, options.start->weights().parameters());
    EXPECT_EQ(after.state().update, 0);
    EXPECT_EQ(after.bestModel()->source().serialized(), options.start->source().serialized());
    EXPECT_EQ(after.bestModel()->target().serialized(), options.start->target().serialized());
    ASSERT_TRUE(after.run({}, {}));

    // Once there is a checkpoint, it is gone on from, but with no other model's run.
    EXPECT_EQ(Trainer(options, corpus, {}).state().update, after.state().update);
    options.start = after.bestModel();
    EXPECT_THROW(Trainer(options, corpus, {}), CheckpointError);
}

TEST_F(TrainerTest, letsTheQueryOfAModelReadTheWordToo) {
    TrainingOptions options = tinyOptions();
    options.start = support::tinyModel();
    options.configuration.queryOfWord = true;
    Trainer trainer(options, tests::tinyCorpus(), {});
    const Configuration c = trainer.bestModel()->configuration();
    EXPECT_EQ(c.queryInput(), c.decoder + c.embedding);
    EXPECT_EQ(c.decoder, support::tinyModel()->configuration().decoder);
    const std::string sentence = "Le chat dort.";
    const auto before = translate(options.start, sentence);
    const auto widened = translate(trainer.bestModel(), sentence);
    ASSERT_EQ(before->targetLength(), widened->targetLength());
    for (int i = 0; i < before->targetLength(); ++i) {
        EXPECT_EQ(before->steps[std::size_t(i)]->scores, widened->steps[std::size_t(i)]->scores);
    }

    ASSERT_TRUE(trainer.run({}, {}));
    const auto learned = trainer.bestModel()->weights()[Tensor::attentionQueryWeight].matrix();
    EXPECT_GT(learned.rightCols(c.embedding).cwiseAbs().minCoeff(), 0);

    // A model that has it keeps it without being told; one without attention has no query.
    options.start = trainer.bestModel();
    options.configuration.queryOfWord = false;
    EXPECT_TRUE(Trainer(options, tests::tinyCorpus(), {}).bestModel()->configuration().queryOfWord);
    options.start = support::tinyModel("tiny_bottleneck");
    options.configuration.queryOfWord = true;
    EXPECT_EQ(Trainer(options, tests::tinyCorpus(), {}).bestModel()->configuration(),
              options.start->configuration());
}

}  // namespace
