// SPDX-License-Identifier: GPL-3.0-or-later
// How much attention and units matter, against brute force.
#include "model/decoding/effects.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/decoding/interventions.h"
#include "tests/model/decoding/steps.h"

namespace {

using namespace model;

/// The whole distribution of a step: each piece is forced, and asked for its probability.
std::vector<double> bruteDistribution(const Trace &trace, int step, Intervention intervention) {
    std::vector<double> probabilities;
    for (int id = 0; id < trace.model->configuration().targetVocabulary; ++id) {
        Translation translation(trace, step);
        intervention.word = id;
        translation.step(intervention);
        const auto end = translation.trace();
        probabilities.push_back(std::exp(static_cast<double>(end->chosen(step).logProbability)));
    }
    return probabilities;
}

int mostProbableOf(const std::vector<double> &distribution) {
    return static_cast<int>(std::max_element(distribution.begin(), distribution.end()) -
                            distribution.begin());
}

void expectEffect(const AttentionEffect &effect, const std::vector<double> &before,
                  const std::vector<double> &after) {
    double difference = 0;
    for (std::size_t id = 0; id < before.size(); ++id) {
        difference += std::abs(after[id] - before[id]) / 2;
    }
    EXPECT_NEAR(effect.difference, difference, 1e-5);
    EXPECT_EQ(effect.piece, mostProbableOf(after));
    EXPECT_EQ(effect.changed, mostProbableOf(after) == mostProbableOf(before) ? 0 : 1);
}

class AttentionEffects : public testing::TestWithParam<std::string> {
  protected:
    std::shared_ptr<const Trace> free_ = support::tinyTrace(sentence, GetParam());
};

TEST_P(AttentionEffects, areWhatBruteForceFinds) {
    const auto effects = attentionEffects(*free_);
    ASSERT_EQ(static_cast<int>(effects.size()), free_->targetLength());
    for (int i = 0; i < free_->targetLength(); i += 3) {
        SCOPED_TRACE(i);
        const StepEffects &effect = effects[static_cast<std::size_t>(i)];
        const auto before = bruteDistribution(*free_, i, {});
        expectEffect(effect[OtherAttention::uniform], before,
                     bruteDistribution(*free_, i, {pin::Uniform{}}));
        Row::Index most = 0;
        free_->step(i).weights.maxCoeff(&most);
        expectEffect(effect[OtherAttention::oneHot], before,
                     bruteDistribution(*free_, i, {pin::Position{static_cast<int>(most)}}));
        const std::vector<Word> words = free_->source.words();
        const auto sum = [&](const Word &word) {
            return free_->step(i).weights.segment(word.firstPiece, word.pieceCount).sum();
        };
        const Word top =
            *std::max_element(words.begin(), words.end(),
                              [&](const Word &a, const Word &b) { return sum(a) < sum(b); });
        Intervention without;
        for (int j = 0; j < top.pieceCount; ++j) {
            without.muted.insert(top.firstPiece + j);
        }
        expectEffect(effect[OtherAttention::withoutTop], before,
                     bruteDistribution(*free_, i, without));
    }
    double changed = 0;
    for (const AttentionEffect &mean : meanEffects(effects).effects) {
        EXPECT_GT(mean.difference, 0);
        changed += mean.changed;
    }
    EXPECT_GT(changed, 0);
}

TEST_P(AttentionEffects, ofAPermutationIsThatOfTheSameWeightsElsewhere) {
    // With one permutation, some order of the weights has this very effect.
    const auto brief = support::tinyTrace("le chat", GetParam());
    const auto effects = attentionEffects(*brief, {.permutations = 1});
    const int i = 1;
    const AttentionEffect &effect = effects[1][OtherAttention::permuted];
    const auto before = bruteDistribution(*brief, i, {});
    std::vector<float> weights(brief->step(i).weights.begin(), brief->step(i).weights.end());
    ASSERT_LE(weights.size(), 5U);
    std::sort(weights.begin(), weights.end());
    int found = 0;
    do {
        const Row row = Eigen::Map<const Row>(weights.data(), brief->sourceLength());
        const auto after = bruteDistribution(*brief, i, {pin::Weights{row}});
        double difference = 0;
        for (std::size_t id = 0; id < before.size(); ++id) {
            difference += std::abs(after[id] - before[id]) / 2;
        }
        found +=
            std::abs(difference - effect.difference) < 1e-5 && mostProbableOf(after) == effect.piece
                ? 1
                : 0;
    } while (std::next_permutation(weights.begin(), weights.end()));
    EXPECT_GE(found, 1);
}

TEST_P(AttentionEffects, keepTheWordsTheStatesAndTheHeldUnitsOfTheTrace) {
    Interventions many = manyInterventions(*free_);
    const auto trace = translate({free_->model, sentence, many});
    ASSERT_GT(trace->targetLength(), 4);
    const auto effects = attentionEffects(*trace, {.permutations = 3});
    for (const int i : {0, 3, 4}) {
        Intervention own = many.steps[i];
        // What comes from its weights alone is pinned; temperature and muting are in them.
        own.attention = pin::Weights{trace->step(i).weights};
        Trace prefix = *trace;
        prefix.interventions.every.temperature = {};
        prefix.interventions.every.muted = {};
        const auto before = bruteDistribution(prefix, i, own);
        own.attention = pin::Uniform{};
        own.muted = {};
        expectEffect(effects[static_cast<std::size_t>(i)][OtherAttention::uniform], before,
                     bruteDistribution(prefix, i, own));
    }
}

TEST_P(AttentionEffects, followFromTheSeed) {
    const auto differences = [&](const EffectOptions &options) {
        std::vector<double> result;
        for (const StepEffects &step : attentionEffects(*free_, options)) {
            result.push_back(step[OtherAttention::permuted].difference);
            EXPECT_GE(step[OtherAttention::permuted].changed, 0);
            EXPECT_LE(step[OtherAttention::permuted].changed, 1);
        }
        return result;
    };
    EXPECT_EQ(differences({}), differences({}));
    EXPECT_NE(differences({.seed = 1}), differences({.seed = 2}));
    // More than are computed at once.
    EXPECT_EQ(differences({.permutations = 70}), differences({.permutations = 70}));
}

INSTANTIATE_TEST_SUITE_P(Models, AttentionEffects, testing::ValuesIn(tinyModelsWithAttention),
                         nameOfModel);

TEST(AttentionEffect, ofSeveralStepsIsTheMean) {
    const auto effects = attentionEffects(*support::tinyTrace(sentence));
    const StepEffects mean = meanEffects(effects);
    for (std::size_t kind = 0; kind < mean.effects.size(); ++kind) {
        double sum = 0;
        double changed = 0;
        for (const StepEffects &step : effects) {
            sum += step.effects[kind].difference;
            changed += step.effects[kind].changed;
        }
        EXPECT_NEAR(mean.effects[kind].difference, sum / double(effects.size()), 1e-12);
        EXPECT_NEAR(mean.effects[kind].changed, changed / double(effects.size()), 1e-12);
    }
    EXPECT_EQ(meanEffects({})[OtherAttention::uniform].difference, 0);
}

TEST(AttentionEffect, ofTheTopWordIsThereWhereNothingElseWasAttendedTo) {
    const auto model = support::tinyModel();
    const auto trace = translate({model, sentence, {.every = {pin::Position{2}}}});
    const auto effects = attentionEffects(*trace);
    for (const StepEffects &step : effects) {
        EXPECT_EQ(step[OtherAttention::oneHot].difference, 0);
        EXPECT_GT(step[OtherAttention::withoutTop].difference, 0);
    }
}

TEST(AttentionEffect, isRefusedWhereThereIsNone) {
    EXPECT_THROW(attentionEffects(*support::tinyTrace(sentence, "tiny_bottleneck")), Error);
    const auto trace = support::tinyTrace(sentence);
    EXPECT_THROW(attentionEffects(*trace, {.permutations = 0}), Error);
    EXPECT_THROW(attentionEffects(*trace, {.permutations = 10001}), Error);
    EXPECT_TRUE(attentionEffects(*Translation(trace->model, sentence).trace()).empty());
}

class UnitEffects : public testing::TestWithParam<std::string> {};

TEST_P(UnitEffects, areWhatBruteForceFinds) {
    const auto free = support::tinyTrace(sentence, GetParam());
    const auto trace = translate({free->model, sentence, manyInterventions(*free)});
    for (int i = 0; i < trace->targetLength(); ++i) {
        const auto effects = unitEffects(*trace, i);
        ASSERT_EQ(static_cast<int>(effects.size()), free->model->configuration().decoder);
        std::vector<bool> seen(effects.size());
        const double before = std::exp(double(trace->chosen(i).logProbability));
        double last = 1;
        for (const UnitEffect &effect : effects) {
            Intervention held = trace->interventions.steps.contains(i)
                                    ? trace->interventions.steps.at(i)
                                    : Intervention{};
            held.word = trace->chosen(i).id;
            if (trace->hasAttention()) {
                held.attention = pin::Weights{trace->step(i).weights};
            }
            held.state[effect.unit] = 0;
            Translation translation(*trace, i);
            translation.step(held);
            const double after = std::exp(double(translation.trace()->chosen(i).logProbability));
            EXPECT_NEAR(effect.probability, after, 1e-6);
            EXPECT_NEAR(effect.change, after - before, 1e-6);
            EXPECT_EQ(effect.value, trace->step(i).cell.state(0, effect.unit));
            EXPECT_LE(std::abs(effect.change), last);
            last = std::abs(effect.change);
            seen[static_cast<std::size_t>(effect.unit)] = true;
        }
        EXPECT_EQ(std::count(seen.begin(), seen.end(), false), 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Models, UnitEffects, testing::ValuesIn(tinyModels), nameOfModel);

TEST(UnitEffect, needsAStepOfTheTrace) {
    const auto trace = support::tinyTrace(sentence);
    EXPECT_THROW(unitEffects(*trace, -1), Error);
    EXPECT_THROW(unitEffects(*trace, trace->targetLength()), Error);
}

TEST(Effects, tellHowMuchIsDoneAndCanBeCancelled) {
    const auto trace = support::tinyTrace(sentence);
    for (const bool units : {false, true}) {
        std::vector<double> told;
        std::stop_source stop;
        const EffectProgress tell = [&](double done) { told.push_back(done); };
        const auto run = [&](const EffectProgress &progress) {
            if (units) {
                unitEffects(*trace, 2, progress, stop.get_token());
            } else {
                attentionEffects(*trace, {}, progress, stop.get_token());
            }
        };
        run(tell);
        EXPECT_EQ(told.size(), units ? 1U : static_cast<std::size_t>(trace->targetLength()));
        EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
        EXPECT_EQ(told.back(), 1);
        if (!units) {
            EXPECT_THROW(run([&](double) { stop.request_stop(); }), Cancelled);
        }
        stop.request_stop();
        EXPECT_THROW(run({}), Cancelled);
    }
}

}  // namespace
