// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/tables.h"

#include <gtest/gtest.h>

#include <cmath>

namespace {

using namespace model::aligner;

/// Two pairs: every source word has been seen with two or three target words.
const std::vector<WordPair> pairs{{{"chat", "noir"}, {"black", "cat"}},
                                  {{"chat", "blanc"}, {"white", "cat"}}};

class MaximiseTest : public testing::Test {
  protected:
    MaximiseTest() {
        for (std::size_t k = 0; k < links_.size(); ++k) {
            links_.add(k, 0.25F * static_cast<float>(k + 1));
        }
        for (std::size_t i = 0; i < nulls_.size(); ++i) {
            nulls_.add(i, 0.5F * static_cast<float>(i + 1));
        }
    }
    Direction maximised(Made made, double prior) const {
        Direction direction = uniformDirection(lexicon_, made);
        maximise(lexicon_, made, links_, nulls_, prior, direction);
        return direction;
    }

    Lexicon lexicon_{pairs, 10};
    ExactSums links_{lexicon_.entries()};
    ExactSums nulls_{static_cast<std::size_t>(lexicon_.targetWords())};
};

TEST_F(MaximiseTest, givesEverySourceWordADistributionOverWhatItMakes) {
    const Direction direction = maximised(Made::target, 0);
    for (int word = 0; word < lexicon_.sourceWords(); ++word) {
        double counts = 0;
        for (std::size_t k = lexicon_.row(word); k < lexicon_.row(word + 1); ++k) {
            counts += links_[k];
        }
        for (std::size_t k = lexicon_.row(word); k < lexicon_.row(word + 1); ++k) {
            EXPECT_NEAR(direction.link[k], links_[k] / counts, 1e-6) << word;
        }
    }
}

TEST_F(MaximiseTest, givesEveryTargetWordADistributionOverWhatItMakes) {
    const Direction direction = maximised(Made::source, 0);
    std::vector<double> sums(static_cast<std::size_t>(lexicon_.targetWords()));
    for (std::size_t k = 0; k < lexicon_.entries(); ++k) {
        sums[static_cast<std::size_t>(lexicon_.targetOf(k))] +=
            static_cast<double>(direction.link[k]);
    }
    for (const double sum : sums) {
        EXPECT_NEAR(sum, 1, 1e-6);
    }
}

TEST_F(MaximiseTest, givesWhatStandsForNoWordADistributionOfItsOwn) {
    const Direction direction = maximised(Made::target, 0);
    double counts = 0;
    for (std::size_t i = 0; i < nulls_.size(); ++i) {
        counts += nulls_[i];
    }
    for (std::size_t i = 0; i < nulls_.size(); ++i) {
        EXPECT_NEAR(direction.null[i], nulls_[i] / counts, 1e-6);
    }
}

/// Johnson (2007): under a Dirichlet prior a table is no longer a distribution, but falls short of
/// one, the more so the rarer the word.
TEST_F(MaximiseTest, keepsSomeProbabilityBackUnderAPrior) {
    const double prior = 0.01;
    const Direction direction = maximised(Made::target, prior);
    const auto digamma = [](double x) {  // by differences of ln Γ
        const double h = 1e-5;
        return (std::lgamma(x + h) - std::lgamma(x - h)) / (2 * h);
    };
    for (int word = 0; word < lexicon_.sourceWords(); ++word) {
        double counts = 0;
        double sum = 0;
        for (std::size_t k = lexicon_.row(word); k < lexicon_.row(word + 1); ++k) {
            counts += links_[k];
        }
        const double denominator =
            digamma(counts + prior * static_cast<double>(lexicon_.targetWords()));
        for (std::size_t k = lexicon_.row(word); k < lexicon_.row(word + 1); ++k) {
            EXPECT_NEAR(direction.link[k], std::exp(digamma(links_[k] + prior) - denominator),
                        1e-5);
            sum += static_cast<double>(direction.link[k]);
        }
        EXPECT_LT(sum, 1);
    }
}

}  // namespace
