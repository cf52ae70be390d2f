// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/trainer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <limits>
#include <set>

#include "model/decoding/encoder.h"
#include "model/decoding/search.h"
#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/training/fingerprint.h"
#include "tests/model/training/runs.h"
#include "tests/model/training/sentences.h"

namespace {

using namespace model;
using namespace model::training;
using tests::expectSame;
using tests::tinyOptions;
using tests::TrainerTest;

TEST_F(TrainerTest, learnsATinyCorpusByHeart) {
    TrainingOptions options = tinyOptions();
    options.epochs = 120;
    options.noise.casual = 0;
    options.plan.joined = 0;
    options.updater.regularisation = {0, 0};
    double first = 0;
    double last = 0;
    TrainingEvents events;
    events.progress = [&](const Progress &progress) {
        first = first == 0 ? progress.loss : first;
        last = progress.loss;
    };
    Trainer trainer(options, tests::tinyCorpus(), {});
    EXPECT_TRUE(trainer.run(events, {}));
    EXPECT_LT(last, first / 10);
    const auto model = trainer.bestModel();
    int right = 0;
    for (const SentencePair &pair : tests::tinyCorpus()) {
        right += translate(model, pair.source)->translation == pair.references[0] ? 1 : 0;
    }
    EXPECT_GE(right, 11) << "of 12 sentences learned by heart";
}

TEST_F(TrainerTest, goesOnAfterBeingStoppedAsIfNothingHadHappened) {
    TrainingOptions options = tinyOptions();
    options.updater.regularisation.guidance = 0.3;
    const auto score = [](const std::shared_ptr<const Model> &model) {
        return static_cast<double>(std::abs(model->weights()[Tensor::sourceEmbedding](0, 0)));
    };
    TrainingEvents straight;
    straight.score = score;
    Trainer whole(options, tests::tinyCorpus(), {});
    ASSERT_TRUE(whole.run(straight, {}));
    ASSERT_GT(whole.state().update, 5);

    // Stopped after every single update, and taken up by another trainer each time.
    TrainingOptions interrupted = options;
    interrupted.checkpoint = file("run.checkpoint");
    bool finished = false;
    int runs = 0;
    while (!finished) {
        std::stop_source stop;
        TrainingEvents events;
        events.score = score;
        events.progress = [&stop](const Progress &) { stop.request_stop(); };
        Trainer part(interrupted, tests::tinyCorpus(), {});
        finished = part.run(events, stop.get_token());
        ASSERT_LT(++runs, 100);
    }
    EXPECT_GT(runs, 5);
    const Trainer resumed(interrupted, tests::tinyCorpus(), {});
    expectSame(resumed.state(), whole.state());
}

TEST_F(TrainerTest, theNumberOfThreadsChangesNothing) {
    TrainingOptions options = tinyOptions();
    options.updater.threads = 1;
    Trainer one(options, tests::tinyCorpus(), {});
    one.run({}, {});
    options.updater.threads = 3;
    Trainer three(options, tests::tinyCorpus(), {});
    three.run({}, {});
    expectSame(one.state(), three.state());
}

TEST_F(TrainerTest, inventsTheSameNamesAndNumbersForAnyNumberOfThreads) {
    std::vector<SentencePair> pairs = tests::tinyCorpus();
    pairs.push_back({"Tom dort et Anna chante.", {"Tom sleeps and Anna sings."}});
    pairs.push_back({"Où est Tom ?", {"Where is Tom?"}});
    pairs.push_back({"Tom a 58 chats et 7 chiens.", {"Tom has 58 cats and 7 dogs."}});
    TrainingOptions options = tinyOptions();
    options.updater.regularisation.guidance = 0.3;
    options.noise.casual = 0;
    options.updater.threads = 1;
    Trainer plain(options, pairs, {});
    plain.run({}, {});
    options.inventedNames = 1;
    options.listsOfNames = 0.5;
    Trainer named(options, pairs, {});
    named.run({}, {});
    options.inventedNumbers = 1;
    Trainer one(options, pairs, {});
    one.run({}, {});
    options.updater.threads = 3;
    Trainer three(options, pairs, {});
    three.run({}, {});
    expectSame(one.state(), three.state());
    const auto weights = named.state().weights.values();
    EXPECT_FALSE(std::ranges::equal(weights, plain.state().weights.values()));
    EXPECT_FALSE(std::ranges::equal(weights, one.state().weights.values()));
}

TEST_F(TrainerTest, exchangesTheNumbersOfPairs) {
    std::vector<SentencePair> pairs = tests::tinyCorpus();
    pairs.push_back({"Il a 58 chats et 7 chiens.", {"He has 58 cats and 7 dogs."}});
    TrainingOptions options = tinyOptions();
    Trainer plain(options, pairs, {});
    plain.run({}, {});
    options.inventedNumbers = 1;
    Trainer numbered(options, pairs, {});
    numbered.run({}, {});
    EXPECT_FALSE(
        std::ranges::equal(numbered.state().weights.values(), plain.state().weights.values()));
}

TEST_F(TrainerTest, keepsTheWeightsWithTheBestDevelopmentScore) {
    TrainingOptions options = tinyOptions();
    int calls = 0;
    std::shared_ptr<const Model> second;
    TrainingEvents events;
    events.score = [&](const std::shared_ptr<const Model> &model) {
        ++calls;
        if (calls == 2) {
            second = model;
        }
        return calls == 2 ? 9.0 : 1.0;
    };
    Trainer trainer(options, tests::tinyCorpus(), {{"name", "best"}});
    trainer.run(events, {});
    EXPECT_EQ(calls, 3);
    EXPECT_EQ(trainer.state().bestScore, 9.0);
    expectSame(trainer.bestModel()->weights().parameters(), second->weights().parameters());
    EXPECT_EQ(trainer.bestModel()->metadata("name"), "best");
}

TEST_F(TrainerTest, scoresAsOftenAsItIsAskedTo) {
    TrainingOptions options = tinyOptions();
    options.scoreEvery = 2;
    std::vector<long> updates;
    TrainingEvents events;
    events.score = [](const std::shared_ptr<const Model> &) { return 1.0; };
    events.scored = [&updates](long update, double, double) { updates.push_back(update); };
    std::set<long> expected;
    events.progress = [&expected](const Progress &progress) {
        if (progress.update % 2 == 0 || progress.batch == progress.batches) {
            expected.insert(progress.update);
        }
    };
    Trainer(options, tests::tinyCorpus(), {}).run(events, {});
    EXPECT_GT(updates.size(), 3U);
    EXPECT_EQ(updates, std::vector<long>(expected.begin(), expected.end()));
}

TEST_F(TrainerTest, refusesTheCheckpointOfAnotherRun) {
    TrainingOptions options = tinyOptions();
    options.epochs = 1;
    options.checkpoint = file("run.checkpoint");
    Trainer(options, tests::tinyCorpus(), {}).run({}, {});
    options.updater.seed = 2;
    EXPECT_THROW(Trainer(options, tests::tinyCorpus(), {}), CheckpointError);
    options.updater.seed = 1;
    auto corpus = tests::tinyCorpus();
    corpus[3].source += " Non.";
    EXPECT_THROW(Trainer(options, corpus, {}), CheckpointError);
    EXPECT_NO_THROW(Trainer(options, tests::tinyCorpus(), {}));
    options.precision = "bfloat16";
    EXPECT_THROW(Trainer(options, tests::tinyCorpus(), {}), CheckpointError);
    options.precision = "float32";
    options.scoredOn = 1;
    EXPECT_THROW(Trainer(options, tests::tinyCorpus(), {}), CheckpointError)
        << "its best score was measured on something else";
}

TEST_F(TrainerTest, theCheckpointTellsThePrecisionOfItsRun) {
    for (const char *precision : {"float32", "bfloat16"}) {
        TrainingOptions options = tinyOptions();
        options.epochs = 1;
        options.precision = precision;
        options.checkpoint = file(precision);
        Trainer(options, tests::tinyCorpus(), {}).run({}, {});
        EXPECT_EQ(precisionOf(readFingerprint(options.checkpoint)), precision);
    }
    EXPECT_THROW(readFingerprint(file("missing")), CheckpointError);
}

TEST_F(TrainerTest, adoptsTheCheckpointOfAnotherRunIfToldTo) {
    TrainingOptions options = tinyOptions();
    options.checkpoint = file("run.checkpoint");
    options.epochs = 1;
    Trainer before(options, tests::tinyCorpus(), {});
    before.run({}, {});
    options.updater.regularisation.dropout = 0.3;
    options.adoptCheckpoint = true;
    options.epochs = 2;
    Trainer after(options, tests::tinyCorpus(), {});
    EXPECT_EQ(after.state().update, before.state().update);
    expectSame(after.state().weights, before.state().weights);
    EXPECT_TRUE(after.run({}, {}));
    // From here on the checkpoint is one of the other run.
    options.adoptCheckpoint = false;
    EXPECT_EQ(Trainer(options, tests::tinyCorpus(), {}).state().update, after.state().update);
}

TEST_F(TrainerTest, anAdoptedRunBeginsItsEpochAndItsScoresAnew) {
    TrainingOptions options = tinyOptions();
    options.checkpoint = file("run.checkpoint");
    options.scoreEvery = 1;
    std::stop_source stop;
    TrainingEvents events;
    events.score = [](const std::shared_ptr<const Model> &) { return 9.0; };
    events.progress = [&stop](const Progress &progress) {
        if (progress.batch == 2) {
            stop.request_stop();
        }
    };
    Trainer before(options, tests::tinyCorpus(), {});
    EXPECT_FALSE(before.run(events, stop.get_token()));
    ASSERT_EQ(before.state().batch, 2);
    ASSERT_EQ(before.state().bestScore, 9);

    options.adoptCheckpoint = true;
    EXPECT_EQ(Trainer(options, tests::tinyCorpus(), {}).state().batch, 2) << "the same run";
    options.updater.regularisation.dropout = 0.3;
    Trainer after(options, tests::tinyCorpus(), {});
    EXPECT_EQ(after.state().batch, 0);
    events.progress = {};
    events.score = [](const std::shared_ptr<const Model> &) { return 1.0; };
    EXPECT_TRUE(after.run(events, {}));
    EXPECT_EQ(after.state().bestScore, 1);
}

TEST_F(TrainerTest, refusesACorpusOfNothingButLongPairs) {
    TrainingOptions options = tinyOptions();
    options.plan.maximumLength = 1;
    Trainer trainer(options, tests::tinyCorpus(), {});
    EXPECT_THROW(trainer.run({}, {}), Error);
}

TEST_F(TrainerTest, saysWhenItDiverges) {
    TrainingOptions options = tinyOptions();
    options.updater.schedule.peak = 1e38;
    options.updater.schedule.warmUp = 0;
    Trainer trainer(options, tests::tinyCorpus(), {});
    EXPECT_THROW(trainer.run({}, {}), Error);
}

TEST_F(TrainerTest, refusesACheckpointWhoseCountersAreNegative) {
    TrainingOptions options = tinyOptions();
    options.epochs = 1;
    options.checkpoint = file("run.checkpoint");
    Trainer(options, tests::tinyCorpus(), {}).run({}, {});
    options.adoptCheckpoint = true;
    Checkpoint checkpoint = readCheckpoint(options.checkpoint, options.configuration, "");
    checkpoint.state.batch = -1;
    writeCheckpoint(checkpoint, options.checkpoint);
    EXPECT_THROW(Trainer(options, tests::tinyCorpus(), {}), CheckpointError);
}

TEST_F(TrainerTest, refusesACheckpointWhoseCountersAreNoneThatCanGoOn) {
    TrainingOptions options = tinyOptions();
    options.epochs = 1;
    options.checkpoint = file("run.checkpoint");
    Trainer(options, tests::tinyCorpus(), {}).run({}, {});
    const Checkpoint good = readCheckpoint(options.checkpoint, options.configuration, "");
    const auto refused = [&] {
        EXPECT_THROW(readCheckpoint(options.checkpoint, options.configuration, ""),
                     CheckpointError);
    };
    Checkpoint checkpoint = good;
    checkpoint.state.update = std::numeric_limits<long>::max();
    writeCheckpoint(checkpoint, options.checkpoint);
    refused();
    checkpoint = good;
    checkpoint.state.epoch = std::numeric_limits<int>::max();
    writeCheckpoint(checkpoint, options.checkpoint);
    refused();
    checkpoint = good;
    checkpoint.state.seconds = std::numeric_limits<double>::infinity();
    writeCheckpoint(checkpoint, options.checkpoint);
    refused();
    // "125" in the file, and then "12x".
    checkpoint = good;
    checkpoint.state.update = 125;
    writeCheckpoint(checkpoint, options.checkpoint);
    readCheckpoint(options.checkpoint, options.configuration, "");
    std::fstream bytes(options.checkpoint, std::ios::in | std::ios::out | std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(bytes), {}};
    const auto digits = whole.find("\"125\"");
    ASSERT_NE(digits, std::string::npos);
    bytes.seekp(static_cast<std::streamoff>(digits) + 3);
    bytes.put('x');
    bytes.close();
    refused();
}

TEST_F(TrainerTest, guidanceTurnsAttentionToTheAlignedWords) {
    TrainingOptions options = tinyOptions();
    options.epochs = 60;
    options.updater.regularisation = {0, 0, 1.0};
    double first = 0;
    double last = 0;
    TrainingEvents events;
    events.progress = [&](const Progress &progress) {
        first = first == 0 ? progress.alignment : first;
        last = progress.alignment;
    };
    Trainer trainer(options, tests::tinyCorpus(), {{"source_language", "fr"}});
    EXPECT_TRUE(trainer.run(events, {}));
    EXPECT_GT(first, 1.0);
    EXPECT_LT(last, first / 3);
    const auto trace = translate(trainer.bestModel(), "Le chat dort.");
    ASSERT_EQ(trace->translation, "The cat sleeps.");
    // The end looks at the end, whatever the aligner made of the words.
    Eigen::Index strongest = 0;
    trace->steps.back()->weights.maxCoeff(&strongest);
    EXPECT_EQ(strongest, trace->sourceLength() - 1);
}

TEST_F(TrainerTest, refusesADamagedCheckpoint) {
    TrainingOptions options = tinyOptions();
    options.epochs = 1;
    options.checkpoint = file("run.checkpoint");
    Trainer(options, tests::tinyCorpus(), {}).run({}, {});
    std::filesystem::resize_file(options.checkpoint,
                                 std::filesystem::file_size(options.checkpoint) - 1);
    EXPECT_THROW(Trainer(options, tests::tinyCorpus(), {}), CheckpointError);
}

TEST_F(TrainerTest, saysWhenACheckpointCannotBeWritten) {
    TrainingOptions options = tinyOptions();
    options.epochs = 1;
    options.checkpoint = file("no such folder") / "run.checkpoint";
    Trainer trainer(options, tests::tinyCorpus(), {});
    EXPECT_THROW(trainer.run({}, {}), CheckpointError);
}

/// The trainer's batched network and the traced decoder must be the same mathematics.
TEST_F(TrainerTest, theNetworkGivesTheProbabilitiesThatTheTraceShows) {
    for (const Architecture architecture : {Architecture::attention, Architecture::bottleneck}) {
        TrainingOptions options = tinyOptions();
        options.configuration.architecture = architecture;
        options.epochs = 2;
        Trainer trainer(options, tests::tinyCorpus(), {});
        trainer.run({}, {});
        const auto model = trainer.bestModel();
        const Source source = [&] {
            return Translation(model, "Je vois le chien noir.").trace()->source;
        }();
        EncodedPair pair;
        for (const Piece &piece : source.pieces()) {
            pair.source.push_back(piece.id);
        }
        pair.target = model->target().encodeNormalized("I see the black dog.");
        pair.target.push_back(special::end);

        const EncoderTrace encoder = encode(*model, source);
        double traced = 0;
        Prefix prefix = emptyPrefix(encoder);
        for (const int id : pair.target) {
            const DecodedStep decoded = decode(*model, encoder, prefix, {{}, id});
            prefix = prefixBehind(decoded.step, id);
            traced += decoded.choice.candidate.logProbability;
        }
        Parameters<float> gradient(model->configuration());
        const Parameters<float> parameters = model->weights().parameters();
        Network<float> network;
        const Batch batch = makeBatch({&pair});
        const auto result = network.accumulate({parameters, batch, {0, 0}, 0, gradient});
        EXPECT_NEAR(result.logLikelihood, traced, 1e-4 * std::abs(traced));
        EXPECT_NEAR(result.loss, -traced, 1e-4 * std::abs(traced));
    }
}

}  // namespace
