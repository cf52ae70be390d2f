// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/tasks/experiment.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <thread>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/file/temporary_folder.h"
#include "tests/model/training/runs.h"
#include "tests/model/training/tasks/small_experiment.h"

namespace {

using namespace model;
using namespace model::training;
using tests::expectSame;
using tests::smallExperiment;

/// What a run ends with.
std::shared_ptr<const Snapshot> endOf(const ExperimentOptions &options) {
    Experiment experiment(options);
    EXPECT_TRUE(experiment.run({}));
    EXPECT_TRUE(experiment.finished());
    return experiment.latest();
}

void expectSameModel(const Snapshot &a, const Snapshot &b) {
    expectSame(a.model->weights().parameters(), b.model->weights().parameters());
    EXPECT_EQ(a.heldOut.loss, b.heldOut.loss);
    EXPECT_EQ(a.progress.loss, b.progress.loss);
}

TEST(Experiments, learn) {
    ExperimentOptions options = smallExperiment();
    options.pairs = 12000;
    Experiment experiment(options);
    const auto before = experiment.latest();
    EXPECT_EQ(before->progress.update, 0);
    EXPECT_LT(before->heldOut.accuracy, 0.05);
    ASSERT_TRUE(experiment.run({}));
    const auto after = experiment.latest();
    EXPECT_GT(after->heldOut.accuracy, 0.95);
    EXPECT_GT(*after->heldOut.aligned, 0.9);
    EXPECT_LT(*after->heldOut.entropy, *before->heldOut.entropy / 2);
    EXPECT_EQ(translate(after->model, "marion")->translation, "mro");
    EXPECT_NE(translate(before->model, "marion")->translation, "mro") << "it is what it was";
}

TEST(Experiments, areEqualToTheLastBitForAnyNumberOfThreads) {
    ExperimentOptions options = smallExperiment();
    const auto one = endOf(options);
    expectSameModel(*one, *endOf(options));
    options.threads = 1;
    expectSameModel(*one, *endOf(options));
    options.seed = 2;
    EXPECT_NE(one->heldOut.loss, endOf(options)->heldOut.loss);
}

TEST(Experiments, takeSnapshotsAsTheyGo) {
    Experiment experiment(smallExperiment());
    std::vector<std::shared_ptr<const Snapshot>> taken;
    ASSERT_TRUE(experiment.run([&](const Experiment &which, const auto &snapshot) {
        EXPECT_EQ(&which, &experiment);
        EXPECT_EQ(which.latest(), snapshot);
        taken.push_back(snapshot);
    }));
    ASSERT_GT(taken.size(), 3U);
    long pairs = 0;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const Snapshot &snapshot = *taken[i];
        if (i + 1 < taken.size()) {
            EXPECT_EQ(snapshot.progress.update, 10 * static_cast<long>(i + 1));
        }
        EXPECT_GT(snapshot.progress.pairs, pairs);
        pairs = snapshot.progress.pairs;
        EXPECT_GT(snapshot.progress.loss, 0);
        EXPECT_GE(snapshot.progress.remaining, 0);
        EXPECT_EQ(snapshot.heldOut.pairs, 100);
    }
    EXPECT_EQ(taken.back()->progress.update, experiment.update());
    EXPECT_EQ(taken.back()->progress.remaining, 0);
    EXPECT_EQ(pairs, 4096) << "whole epochs";
}

TEST(Experiments, goOnAfterBeingStoppedAsIfNothingHadHappened) {
    const auto whole = endOf(smallExperiment());
    Experiment experiment(smallExperiment());
    int stops = 0;
    for (bool finished = false; !finished; ++stops) {
        std::stop_source stop;
        finished =
            experiment.run([&stop](const auto &...) { stop.request_stop(); }, stop.get_token());
        EXPECT_EQ(finished, experiment.finished());
    }
    EXPECT_GT(stops, 3);
    expectSameModel(*whole, *experiment.latest());
    std::stop_source stop;
    stop.request_stop();
    Experiment never(smallExperiment());
    EXPECT_FALSE(never.run({}, stop.get_token()));
    EXPECT_EQ(never.update(), 0);
}

TEST(Experiments, canBeSteppedAndLookedAt) {
    Experiment experiment(smallExperiment());
    experiment.step();
    EXPECT_EQ(experiment.update(), 1);
    EXPECT_EQ(experiment.latest()->progress.update, 0) << "no snapshot was due";
    EXPECT_EQ(experiment.takeSnapshot()->progress.update, 1);
    EXPECT_EQ(experiment.latest()->progress.update, 1);
    std::stop_source stop;
    stop.request_stop();
    experiment.step();
    EXPECT_THROW(experiment.takeSnapshot(stop.get_token()), Cancelled);
    EXPECT_EQ(experiment.latest()->progress.update, 1);
}

TEST(Experiments, translateWithTheirSnapshotsWhileTheyLearn) {
    Experiment experiment(smallExperiment());
    std::set<std::string> translations;
    {
        const std::jthread training([&experiment] { experiment.run({}); });
        for (long update = 0; update < 60; update = experiment.latest()->progress.update) {
            const auto snapshot = experiment.latest();
            const std::string translation = translate(snapshot->model, "marion")->translation;
            EXPECT_EQ(translate(snapshot->model, "marion")->translation, translation);
            translations.insert(translation);
        }
    }
    EXPECT_TRUE(experiment.finished());
    EXPECT_FALSE(translations.empty());
}

TEST(Experiments, learnSideBySideWhatTheyWouldLearnAlone) {
    ExperimentOptions options = smallExperiment();
    Experiment attention(options);
    options.architecture = Architecture::bottleneck;
    Experiment bottleneck(options);
    std::vector<long> updates;
    ASSERT_TRUE(runByTurns(std::array{&attention, &bottleneck},
                           [&](const Experiment &which, const auto &snapshot) {
                               EXPECT_LE(std::abs(attention.update() - bottleneck.update()), 1);
                               EXPECT_EQ(which.latest(), snapshot);
                               updates.push_back(snapshot->progress.update);
                           }));
    EXPECT_GT(updates.size(), 6U);
    EXPECT_EQ(updates[0], updates[1]) << "one snapshot of each, in turns";
    EXPECT_EQ(attention.latest()->progress.pairs, bottleneck.latest()->progress.pairs);
    expectSameModel(*endOf(options), *bottleneck.latest());
    expectSameModel(*endOf(smallExperiment()), *attention.latest());
    EXPECT_FALSE(bottleneck.latest()->heldOut.entropy.has_value());
}

TEST(Experiments, endWhereTheyDivergeAndKeepTheLastGoodSnapshot) {
    ExperimentOptions options = smallExperiment();
    options.learningRate = 1e30;
    options.snapshotEvery = 1;
    Experiment experiment(options);
    std::string why;
    try {
        experiment.run({});
    } catch (const TrainingError &error) {
        why = error.what();
    }
    EXPECT_TRUE(why.find("a smaller learning rate is needed") != std::string::npos) << why;
    const auto kept = experiment.latest();
    EXPECT_TRUE(std::isfinite(kept->heldOut.loss));
    const Parameters<float> parameters = kept->model->weights().parameters();
    for (const float weight : parameters.values()) {
        ASSERT_TRUE(std::isfinite(weight));
    }
    EXPECT_NO_THROW(translate(kept->model, "marion"));
    EXPECT_THROW(experiment.run({}), TrainingError) << "it stays over";
    EXPECT_EQ(experiment.latest(), kept);
}

TEST(Experiments, makeModelsThatOpenLikeAnyOther) {
    const TemporaryFolder folder;
    const auto file = folder / "second.safetensors";
    const auto snapshot = endOf(smallExperiment());
    writeModel(*snapshot->model, file, Precision::f32);
    const auto read = readModel(file);
    EXPECT_EQ(translate(read, "marion")->translation,
              translate(snapshot->model, "marion")->translation);
    EXPECT_EQ(read->metadata("name"), "second, attention");
    EXPECT_EQ(read->metadata("task"), "second");
    EXPECT_EQ(read->metadata("longest"), "6");
    EXPECT_EQ(read->metadata("source_language"), "word");
    EXPECT_EQ(read->metadata("target_language"), "second letters");
    EXPECT_TRUE(read->metadata("training").find("from 4096 pairs (seed 1), its") !=
                std::string::npos)
        << read->metadata("training");
}

TEST(Experiments, haveTheSizesTheyAreToldTo) {
    const auto weights = [](TaskSize size, Architecture architecture) {
        Configuration configuration = configurationOf(size, architecture);
        configuration.sourceVocabulary = 28;
        configuration.targetVocabulary = 14;
        long count = 0;
        for (const TensorLayout &tensor : parameterLayout(configuration).tensors) {
            count += tensor.rows * tensor.cols;
        }
        return static_cast<double>(count);
    };
    for (const Architecture architecture : {Architecture::attention, Architecture::bottleneck}) {
        EXPECT_NEAR(weights(TaskSize::small, architecture), 30'000, 5'000);
        EXPECT_NEAR(weights(TaskSize::medium, architecture), 100'000, 15'000);
        EXPECT_NEAR(weights(TaskSize::large, architecture), 350'000, 50'000);
    }
}

TEST(Experiments, refuseWhatNoTaskCanBe) {
    const auto refused = [](auto change) {
        ExperimentOptions options = smallExperiment();
        change(options);
        EXPECT_THROW(Experiment{options}, Error);
    };
    refused([](ExperimentOptions &options) { options.task = "chess"; });
    refused([](ExperimentOptions &options) { options.longest = 1; });
    refused([](ExperimentOptions &options) { options.longest = 31; });
    refused([](ExperimentOptions &options) { options.pairs = 0; });
    refused([](ExperimentOptions &options) { options.batch = 0; });
    refused([](ExperimentOptions &options) { options.threads = 0; });
    refused([](ExperimentOptions &options) { options.heldOutPairs = 0; });
    refused([](ExperimentOptions &options) { options.snapshotEvery = 0; });
}

}  // namespace
