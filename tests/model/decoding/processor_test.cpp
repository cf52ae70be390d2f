// SPDX-License-Identifier: GPL-3.0-or-later
// Translations by the instructions of each kind of processor.
#include "model/layers/processor.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <string>

#include "model/decoding/search.h"
#include "tests/support/traces.h"

namespace {

using model::Matrix;
using model::layers::ProcessorLevel;
using model::layers::processorLevels;
using model::layers::setProcessorLevel;

void expectNear(const Matrix &a, const Matrix &b) {
    ASSERT_EQ(a.rows(), b.rows());
    ASSERT_EQ(a.cols(), b.cols());
    if (a.size() > 0) {
        EXPECT_LT((a - b).cwiseAbs().maxCoeff(), 1e-5);
    }
}

void expectNear(const model::StepTrace &a, const model::StepTrace &b) {
    expectNear(a.scores, b.scores);
    expectNear(a.weights, b.weights);
    expectNear(a.context, b.context);
    expectNear(a.cell.state, b.cell.state);
    expectNear(a.readout, b.readout);
    EXPECT_NEAR(a.entropy, b.entropy, 1e-5);
    ASSERT_EQ(a.candidates.size(), b.candidates.size());
    for (std::size_t i = 0; i < a.candidates.size(); ++i) {
        EXPECT_NEAR(a.candidates[i].logProbability, b.candidates[i].logProbability, 1e-5);
    }
}

class ProcessorLevels : public testing::TestWithParam<std::string> {
  protected:
    ~ProcessorLevels() override { setProcessorLevel(atFirst_); }

  private:
    const ProcessorLevel &atFirst_ = model::layers::processorLevel();
};

TEST_P(ProcessorLevels, TranslateAlike) {
    constexpr const char *sentence = "Où dort le chat noir 🐈 ?";
    const auto model = support::tinyModel(GetParam());
    setProcessorLevel(processorLevels().front());
    const auto expected = model::translate(model, sentence);
    for (const ProcessorLevel &level : processorLevels()) {
        if (!level.supported) {
            std::cout << "Skipped: this processor does not support " << level.name << ".\n";
            continue;
        }
        SCOPED_TRACE(level.name);
        setProcessorLevel(level);
        const auto found = model::translate(model, sentence);
        EXPECT_EQ(found->translation, expected->translation);
        expectNear(found->encoder->annotations, expected->encoder->annotations);
        expectNear(found->encoder->keys, expected->encoder->keys);
        ASSERT_EQ(found->steps.size(), expected->steps.size());
        for (std::size_t i = 0; i < found->steps.size(); ++i) {
            expectNear(*found->steps[i], *expected->steps[i]);
            EXPECT_EQ(found->choices[i].candidate.id, expected->choices[i].candidate.id);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Models, ProcessorLevels,
                         testing::Values("tiny", "tiny_bottleneck", "tiny_general", "tiny_dot",
                                         "tiny_query"));

/// The plainest level is every processor's, and without a wish the best one is taken.
TEST(ProcessorLevel, IsTheBestThatIsSupported) {
    EXPECT_TRUE(processorLevels().front().supported);
    if (std::getenv("ATTENTION_CPU") != nullptr) {
        GTEST_SKIP() << "ATTENTION_CPU is set";
    }
    const ProcessorLevel *best = nullptr;
    for (const ProcessorLevel &level : processorLevels()) {
        best = level.supported ? &level : best;
    }
    EXPECT_EQ(model::layers::processorLevel().name, best->name);
}

}  // namespace
