// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <filesystem>

#include "model/training/trainer.h"
#include "tests/model/file/temporary_folder.h"

// What tests of whole training runs have in common.
namespace tests {

inline model::training::TrainingOptions tinyOptions() {
    model::training::TrainingOptions options;
    model::Configuration &c = options.configuration;
    c.sourceVocabulary = 310;
    c.targetVocabulary = 310;
    c.embedding = 16;
    c.encoder = 16;
    c.decoder = 24;
    c.attention = 12;
    options.updater.regularisation = {0.1, 0.05};
    options.updater.schedule = {0.01, 10, 0.1};
    options.updater.averageDecay = 0.9;
    options.plan.targetPieces = 60;
    options.plan.joined = 0.2;
    options.noise.casual = 0.3;
    options.epochs = 3;
    options.reportSeconds = 0;
    return options;
}

class TrainerTest : public testing::Test {
  protected:
    std::filesystem::path file(const char *name) const { return folder_ / name; }

  private:
    TemporaryFolder folder_;
};

inline void expectSame(const model::Parameters<float> &a, const model::Parameters<float> &b) {
    ASSERT_EQ(a.values().size(), b.values().size());
    for (std::size_t i = 0; i < a.values().size(); ++i) {
        ASSERT_EQ(a.values()[i], b.values()[i]) << "value " << i;
    }
}

inline void expectSame(const model::training::TrainingState &a,
                       const model::training::TrainingState &b) {
    expectSame(a.weights, b.weights);
    expectSame(a.firstMoment, b.firstMoment);
    expectSame(a.secondMoment, b.secondMoment);
    expectSame(a.average, b.average);
    expectSame(a.best, b.best);
    EXPECT_EQ(a.update, b.update);
    EXPECT_EQ(a.epoch, b.epoch);
    EXPECT_EQ(a.batch, b.batch);
    EXPECT_EQ(a.bestScore, b.bestScore);
    EXPECT_EQ(a.bestUpdate, b.bestUpdate);
}

}  // namespace tests
