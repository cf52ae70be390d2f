// SPDX-License-Identifier: GPL-3.0-or-later
// Searches that compare each piece with what the model says without a source.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "model/decoding/language_model.h"
#include "model/decoding/search.h"
#include "model/error.h"
#include "model/trace_file/json.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using support::tinyModel;

const std::vector<std::string> askedSentences{"Où dort le chat noir ?", "La mer est calme ce soir.",
                                              "Il pleut.", "Merci !"};

SearchOptions against(double weight, int beam = 1, int pieces = 3) {
    SearchOptions options;
    options.beam = beam;
    options.antiLanguageModel = weight;
    options.antiLanguageModelPieces = pieces;
    options.plausible = 0;
    return options;
}

/// log p of each piece of a translation where no source is shown.
std::vector<float> withoutSource(const Trace &trace) {
    const LanguageModel languageModel(*trace.model);
    Prefix prefix = languageModel.begin();
    std::vector<float> result;
    for (int i = 0; i < trace.targetLength(); ++i) {
        const Distributions next = languageModel.next({&prefix, 1});
        result.push_back(next.logProbabilities(0, trace.chosen(i).id));
        prefix = prefixBehind(next.steps.front(), trace.chosen(i).id);
    }
    return result;
}

TEST(AntiLanguageModel, tellsTheProbabilityWithoutSourceOfTheFirstPieces) {
    for (const int beam : {1, 4}) {
        for (const std::string &sentence : askedSentences) {
            const auto trace = translate(tinyModel(), sentence, against(0.5, beam));
            const std::vector<float> expected = withoutSource(*trace);
            for (int i = 0; i < trace->targetLength(); ++i) {
                const auto &got = trace->choice(i).withoutSource;
                ASSERT_EQ(got.has_value(), i < 3) << sentence << ", step " << i;
                if (got) {
                    EXPECT_NEAR(*got, expected[static_cast<std::size_t>(i)], 1e-4) << sentence;
                }
            }
        }
    }
}

TEST(AntiLanguageModel, takesThePieceThatTheObjectiveMakesBest) {
    constexpr double weight = 0.7;
    const LanguageModel languageModel(*tinyModel());
    int others = 0;  // than the most probable
    for (const std::string &sentence : askedSentences) {
        const auto trace = translate(tinyModel(), sentence, against(weight));
        Prefix prefix = languageModel.begin();
        for (int i = 0; i < trace->targetLength(); ++i) {
            const Distributions next = languageModel.next({&prefix, 1});
            double best = -1e9;
            int bestPiece = -1;
            for (const Candidate &candidate : trace->step(i).candidates) {
                const double without = i < 3 ? next.logProbabilities(0, candidate.id) : 0;
                if (candidate.logProbability - weight * without > best) {
                    best = candidate.logProbability - weight * without;
                    bestPiece = candidate.id;
                }
            }
            EXPECT_EQ(trace->chosen(i).id, bestPiece) << sentence << ", step " << i;
            others += trace->choice(i).rank > 0 ? 1 : 0;
            prefix = prefixBehind(next.steps.front(), trace->chosen(i).id);
        }
    }
    EXPECT_GT(others, 0) << "it makes a difference";
}

TEST(AntiLanguageModel, leavesOutPiecesThatAreNotPlausible) {
    SearchOptions options = against(0.9, 1, 50);
    const auto leastShare = [&](double plausible) {
        options.plausible = plausible;
        double least = 1;
        for (const std::string &sentence : askedSentences) {
            const auto trace = translate(tinyModel(), sentence, options);
            for (int i = 0; i < trace->targetLength(); ++i) {
                least = std::min(least, std::exp(double{trace->chosen(i).logProbability} -
                                                 trace->step(i).candidates[0].logProbability));
            }
        }
        return least;
    };
    EXPECT_LT(leastShare(0), 0.5);
    EXPECT_GE(leastShare(0.5), 0.5 - 1e-9);
    EXPECT_NEAR(leastShare(1), 1, 1e-9) << "greedy search again";
}

TEST(AntiLanguageModel, ranksWhatEndsByTheObjectiveByLength) {
    constexpr double weight = 0.5;
    const SearchTree tree = searchTree(tinyModel(), askedSentences.front(), against(weight, 5));
    ASSERT_GT(tree.ended.size(), 1U);
    double before = 1e9;
    for (const auto &node : tree.ended) {
        const auto trace = tree.trace(*node);
        double objective = trace->logProbability();
        const std::vector<float> without = withoutSource(*trace);
        for (int i = 0; i < std::min(3, trace->targetLength()); ++i) {
            objective -= weight * without[static_cast<std::size_t>(i)];
        }
        EXPECT_NEAR(node->score, objective / std::pow((5.0 + node->length) / 6.0, 0.6), 1e-4);
        EXPECT_LE(node->score, before);
        before = node->score;
    }
}

TEST(AntiLanguageModel, comparesForcedPiecesToo) {
    TranslationRequest request{tinyModel(), askedSentences.front()};
    request.interventions.steps[1].word = 40;
    const auto trace = translate(request, against(0.5, 3));
    EXPECT_EQ(trace->chosen(1).id, 40);
    EXPECT_TRUE(trace->choice(1).forced);
    ASSERT_TRUE(trace->choice(1).withoutSource);
    EXPECT_NEAR(*trace->choice(1).withoutSource, withoutSource(*trace)[1], 1e-4);
}

TEST(AntiLanguageModel, isWrittenWhereItWasAskedFor) {
    const auto trace = translate(tinyModel(), askedSentences.front(), against(0.5));
    const Json pieces = toJson(*trace, Numbers::attention).at("target_pieces");
    EXPECT_NEAR(pieces[0].at("log_probability_without_source").get<double>(),
                *trace->choice(0).withoutSource, 1e-5);
    const auto plain = translate(tinyModel(), askedSentences.front());
    EXPECT_FALSE(toJson(*plain, Numbers::all)
                     .at("target_pieces")[0]
                     .contains("log_probability_without_"
                               "source"));
}

TEST(AntiLanguageModel, refusesWhatMakesNoSense) {
    EXPECT_THROW(translate(tinyModel(), "Oui.", against(1)), Error);
    EXPECT_THROW(translate(tinyModel(), "Oui.", against(-0.1)), Error);
    SearchOptions share = against(0.5);
    share.plausible = 1.5;
    EXPECT_THROW(translate(tinyModel(), "Oui.", share), Error);
    SearchOptions drawn = against(0.5);
    drawn.sampled = 5;
    EXPECT_THROW(translate(tinyModel(), "Oui.", drawn), Error);
}

}  // namespace
