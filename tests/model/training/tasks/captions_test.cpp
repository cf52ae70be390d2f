// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/captions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/evaluation/captions.h"
#include "model/scenes/generator.h"
#include "model/scenes/picture.h"
#include "model/text/words.h"
#include "tests/model/training/runs.h"

namespace {

using namespace model;
using namespace model::training;

/// Made once: it takes a moment.
const Vocabularies &english() {
    static const Vocabularies vocabularies = captionVocabularies("en");
    return vocabularies;
}

CaptionOptions smallOptions() {
    CaptionOptions options;
    Configuration &c = options.configuration;
    c = captionConfiguration();
    c.features = {2, 3, 4};
    c.embedding = 6;
    c.encoder = 8;
    c.decoder = 10;
    c.attention = 5;
    options.batch = 200;
    options.threads = 1;
    return options;
}

TEST(CaptionPairs, haveCellsOnOneSideAndACaptionOnTheOther) {
    const CaptionPairs pairs({"en", 1, 50, true, 1}, english().target);
    const Tokenizer target(english().target, "target");
    const scenes::Wording &wording = *scenes::Wording::of("en");
    for (const EncodedPair &pair : pairs.encodeEpoch(0)) {
        ASSERT_EQ(pair.source.size(), 64U);
        EXPECT_EQ(pair.source.front(), 4);
        EXPECT_EQ(pair.source.back(), 67);
        ASSERT_NE(pair.scene, nullptr);
        EXPECT_FALSE(scenes::isHeldOut(*pair.scene));
        const std::string caption = target.decode(pair.target);
        const auto statement = scenes::parse(caption, wording);
        ASSERT_TRUE(statement) << caption;
        EXPECT_TRUE(scenes::judge(*statement, *pair.scene).right()) << caption;
        EXPECT_EQ(pair.target.back(), special::end);
        EXPECT_EQ(std::ranges::count(pair.target, special::unknown), 0);
    }
}

TEST(CaptionPairs, wordsAreOnePieceEach) {
    for (const std::string language : {"en", "fr"}) {
        const Tokenizer target(captionVocabularies(language).target, "target");
        for (const scenes::Scene &scene : scenes::firstScenes(scenes::Part::combinations, 50)) {
            Random random{3};
            const std::string caption =
                scenes::describe(scene, *scenes::Wording::of(language), random);
            const auto ids = target.encodeNormalized(caption);
            const auto words = groupWords(target.describe(ids), caption);
            // In French, what an apostrophe or a hyphen divides is one word of several pieces.
            const auto divided = std::ranges::count_if(
                caption, [](char letter) { return letter == '\'' || letter == '-'; });
            EXPECT_LE(ids.size(), words.size() + 2 * static_cast<std::size_t>(divided)) << caption;
        }
    }
}

TEST(CaptionPairs, wordsAreLinkedWithTheCellsOfWhatTheyName) {
    const scenes::Scene scene{false,
                              {{scenes::Form::circle, scenes::Color::red, 0.08, 0.19, 0.19},
                               {scenes::Form::star, scenes::Color::blue, 0.08, 0.8, 0.8}}};
    const Tokenizer target(english().target, "target");
    const std::string caption = "A red circle and a blue star.";
    const auto &wording = *scenes::Wording::of("en");
    const EncodedPair pair = encodeCaption(scene, caption, wording, target, true);
    const auto pieces = target.describe(pair.target);
    std::set<std::string> linked;
    for (const PieceLink &link : pair.links) {
        const std::string &piece = pieces[static_cast<std::size_t>(link.target)].text;
        linked.insert(piece);
        const bool first = piece == "▁A" || piece == "▁red" || piece == "▁circle";
        EXPECT_EQ(scenes::cellShares(scene)(first ? 0 : 1, link.source) > 0, true) << piece;
    }
    EXPECT_EQ(linked, (std::set<std::string>{"▁A", "▁red", "▁circle", "▁a", "▁blue", "▁star"}));
    EXPECT_TRUE(std::ranges::is_sorted(pair.links));
    EXPECT_TRUE(encodeCaption(scene, caption, wording, target, false).links.empty());
    EXPECT_THROW(encodeCaption(scene, "A cat.", wording, target, true), Error);
}

TEST(CaptionPairs, areNewInEachEpochAndTheSameForTheSameSeed) {
    const auto hashed = [](std::uint64_t seed, int epoch, int threads) {
        std::vector<std::uint64_t> hashes;
        for (const EncodedPair &pair :
             CaptionPairs({"en", seed, 30, true, threads}, english().target).encodeEpoch(epoch)) {
            hashes.push_back(scenes::hashOf(*pair.scene));
        }
        return hashes;
    };
    EXPECT_EQ(hashed(1, 0, 1), hashed(1, 0, 3));
    EXPECT_NE(hashed(1, 0, 1), hashed(1, 1, 1));
    EXPECT_NE(hashed(1, 0, 1), hashed(2, 0, 1));
    EXPECT_NE(CaptionPairs({"en", 1, 30, true, 1}, english().target).hash(),
              CaptionPairs({"en", 1, 30, false, 1}, english().target).hash());
    EXPECT_THROW(captionVocabularies("de"), Error);
}

class CaptionTraining : public tests::TrainerTest {
  protected:
    /// Learns from so many batches.
    static Trainer learned(const TrainingOptions &options, long updates) {
        const CaptionOptions caption = smallOptions();
        Trainer trainer(options,
                        std::make_unique<const CaptionPairs>(
                            CaptionPairs::Options{"en", 1, 100, true, 1}, english().target),
                        captionMetadata(caption));
        while (trainer.state().update < updates) {
            trainer.step();
        }
        return trainer;
    }
    static TrainingOptions options() {
        TrainingOptions options = captionTrainingOptions(smallOptions());
        options.vocabularies = english();
        return options;
    }
};

TEST_F(CaptionTraining, doesNotDependOnTheNumberOfThreads) {
    TrainingOptions options = this->options();
    const Trainer one = learned(options, 5);
    options.updater.threads = 2;
    const Trainer two = learned(options, 5);
    tests::expectSame(one.state(), two.state());
}

TEST_F(CaptionTraining, goesOnFromACheckpointAsIfItHadNeverStopped) {
    TrainingOptions options = this->options();
    options.epochs = 2;
    options.reportSeconds = 0;
    const auto run = [&](bool interrupted) {
        options.checkpoint = file(interrupted ? "interrupted" : "whole");
        while (true) {
            Trainer trainer(options,
                            std::make_unique<const CaptionPairs>(
                                CaptionPairs::Options{"en", 1, 100, true, 1}, english().target),
                            captionMetadata(smallOptions()));
            std::stop_source stop;
            TrainingEvents events;
            events.progress = [&](const Progress &progress) {
                if (interrupted && progress.update % 3 == 0) {
                    stop.request_stop();
                }
            };
            if (trainer.run(events, stop.get_token())) {
                return readCheckpoint(options.checkpoint, options.configuration, "").state;
            }
        }
    };
    tests::expectSame(run(false), run(true));
}

TEST_F(CaptionTraining, isNotOfPairsOfSentences) {
    EXPECT_THROW(Trainer(options(), {{"un chat", {"a cat"}}}, {}), Error);
}

TEST_F(CaptionTraining, makesModelsThatComeBackFromAFile) {
    const Trainer trainer = learned(options(), 2);
    writeModel(*trainer.bestModel(), file("model"), Precision::f32);
    const auto model = readModel(file("model"));
    EXPECT_EQ(model->configuration(), trainer.state().weights.configuration());
    EXPECT_EQ(model->metadata("task"), "caption");
    EXPECT_EQ(model->metadata("target_language"), "en");
    const auto drawn = scenes::firstScenes(scenes::Part::heldOut, 2);
    EXPECT_EQ(evaluation::measureCaptions(model, drawn, 1).scenes, 2);
}

TEST_F(CaptionTraining, beginsWithCellsThatTellWhereTheyAre) {
    Configuration configuration = captionConfiguration();
    configuration.sourceVocabulary = 68;
    configuration.targetVocabulary = 20;
    Parameters<float> weights(configuration);
    initialise(weights, 1);
    const Matrix cells = weights[Tensor::sourceEmbedding].bottomRows(64);
    for (int position = 0; position < 64; ++position) {
        // The first values of each are the column's, and the row's.
        EXPECT_EQ(cells(position, 0), cells(position % 8, 0));
        EXPECT_EQ(cells(position, 1), cells(position / 8 * 8, 1));
        EXPECT_TRUE(position % 8 == 0 || cells(position, 0) < cells(position - 1, 0)) << position;
        EXPECT_TRUE(position < 8 || cells(position, 1) < cells(position - 8, 1)) << position;
    }
    const float variance = 1.0F / static_cast<float>(configuration.embedding);
    EXPECT_NEAR(cells.array().square().mean(), variance, 0.1F * variance);
}

/// Training and inference are written apart.
TEST_F(CaptionTraining, seesWhatInferenceSees) {
    const Trainer trainer = learned(options(), 3);
    const auto model = trainer.bestModel();
    const scenes::Scene scene = scenes::firstScenes(scenes::Part::learned, 1).front();
    const auto trace = translate({model, scenes::toJson(scene)});
    EncodedPair pair{std::vector<int>(64), {}};
    for (int i = 0; i < 64; ++i) {
        pair.source[static_cast<std::size_t>(i)] = 4 + i;
    }
    for (int i = 0; i < trace->targetLength(); ++i) {
        pair.target.push_back(trace->chosen(i).id);
    }
    pair.scene = std::make_shared<const scenes::Scene>(scene);
    const Batch batch = makeBatch({&pair});
    const Parameters<float> weights = model->weights().parameters();
    Parameters<float> none;
    Network<float> network;
    network.predict({weights, batch, {0, 0}, 0, none}, [&](long first, const In<float> &logits) {
        for (long i = 0; i < logits.rows(); ++i) {
            const auto step = static_cast<int>(first + i);
            const float sum =
                std::log((logits.row(i).array() - logits.row(i).maxCoeff()).exp().sum());
            const float probability =
                logits(i, trace->chosen(step).id) - logits.row(i).maxCoeff() - sum;
            EXPECT_NEAR(probability, trace->chosen(step).logProbability, 1e-4);
            EXPECT_LT(
                (network.attention().row(step) - trace->step(step).weights).cwiseAbs().maxCoeff(),
                1e-5F);
        }
    });
}

}  // namespace
