// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/vocabularies.h"

#include <gtest/gtest.h>

#include <fstream>

#include "model/error.h"
#include "tests/model/text/tiny_tokenizer.h"
#include "tests/model/training/runs.h"
#include "tests/model/training/sentences.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using namespace model::training;
using tests::TrainerTest;

TEST_F(TrainerTest, readsTheVocabulariesThatWereWritten) {
    const auto other = support::tinyModel()->target().serialized();
    writeVocabularies({tinyTokenizer(), other}, file("both"));
    const Vocabularies read = readVocabularies(file("both"));
    EXPECT_EQ(read.source, tinyTokenizer());
    EXPECT_EQ(read.target, other);
}

TEST_F(TrainerTest, readsTheVocabulariesOfAModel) {
    const auto model = support::tinyModel();
    writeModel(*model, file("model"), Precision::f16);
    EXPECT_EQ(readVocabularies(file("model")).source, model->source().serialized());
    EXPECT_EQ(readVocabularies(file("model")).target, model->target().serialized());
}

TEST_F(TrainerTest, refusesVocabulariesThatAreNone) {
    const auto message = [&](const Vocabularies &vocabularies) {
        writeVocabularies(vocabularies, file("bad"));
        try {
            readVocabularies(file("bad"));
            return std::string("accepted");
        } catch (const ModelFileError &error) {
            return std::string(error.what());
        }
    };
    const std::string refused = message({tinyTokenizer(), "nothing"});
    EXPECT_TRUE(refused.starts_with(file("bad").string() + ": tokenizer.target: got 7 bytes"))
        << refused;
    EXPECT_THROW(readVocabularies(file("missing")), ModelFileError);
}

TEST_F(TrainerTest, learnsWithTheVocabulariesItIsGiven) {
    TrainingOptions options = tests::tinyOptions();
    options.vocabularies = Vocabularies{tinyTokenizer(), tinyTokenizer()};
    options.checkpoint = file("run.checkpoint");
    options.epochs = 1;
    Trainer trainer(options, tests::tinyCorpus(), {});
    ASSERT_TRUE(trainer.run({}, {}));
    const auto model = trainer.bestModel();
    EXPECT_EQ(model->source().serialized(), tinyTokenizer());
    EXPECT_EQ(model->target().serialized(), tinyTokenizer());
    EXPECT_EQ(model->configuration().sourceVocabulary, model->source().size());

    // Its checkpoint is not gone on from with other ones.
    options.vocabularies->target = support::tinyModel()->target().serialized();
    EXPECT_THROW(Trainer(options, tests::tinyCorpus(), {}), CheckpointError);
}

}  // namespace
