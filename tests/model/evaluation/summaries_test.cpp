// SPDX-License-Identifier: GPL-3.0-or-later
// What summaries and replies are measured by, against tests/reference/summaries.py.
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/decoding/search.h"
#include "model/error.h"
#include "model/evaluation/diversity.h"
#include "model/evaluation/perplexity.h"
#include "model/evaluation/provenance.h"
#include "model/evaluation/rouge.h"
#include "model/text/runs.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using namespace model::evaluation;
using Strings = std::vector<std::string>;

nlohmann::json readCases() {
    std::ifstream file(support::dataFile("summaries.json"));
    return nlohmann::json::parse(file);
}

TEST(Rouge, agreesWithTheIndependentImplementation) {
    const auto cases = readCases().at("summaries");
    ASSERT_GE(cases.size(), 9U);
    for (const auto &[name, expected] : cases.items()) {
        SCOPED_TRACE(name);
        const auto summaries = expected.at("summaries").get<Strings>();
        const auto references = expected.at("references").get<std::vector<References>>();
        for (std::size_t i = 0; i < summaries.size(); ++i) {
            EXPECT_EQ(wordsOf(summaries[i]), expected.at("words")[i].get<Strings>());
        }
        const Rouge got = rouge(summaries, references);
        EXPECT_NEAR(got.one, expected.at("rouge")[0].get<double>(), 1e-9);
        EXPECT_NEAR(got.two, expected.at("rouge")[1].get<double>(), 1e-9);
        EXPECT_NEAR(got.longest, expected.at("rouge")[2].get<double>(), 1e-9);
    }
}

TEST(Rouge, saysHowItWasMadeAndRefusesWhatHasNoReference) {
    EXPECT_EQ(rougeSignature(std::vector<References>{{"a"}, {"b"}}),
              "nrefs:1|case:lower|tok:words|stem:no|F1|mean");
    EXPECT_THROW(rouge(Strings{"a"}, std::vector<References>{{}}), Error);
    EXPECT_THROW(rouge(Strings{"a"}, std::vector<References>{}), Error);
}

TEST(Diversity, agreesWithTheIndependentImplementation) {
    const auto cases = readCases().at("replies");
    ASSERT_GE(cases.size(), 4U);
    for (const auto &[name, expected] : cases.items()) {
        SCOPED_TRACE(name);
        const auto replies = expected.at("replies").get<Strings>();
        EXPECT_NEAR(distinct(replies, 1), expected.at("distinct")[0].get<double>(), 1e-12);
        EXPECT_NEAR(distinct(replies, 2), expected.at("distinct")[1].get<double>(), 1e-12);
        EXPECT_NEAR(shareOfCommonest(replies, 10), expected.at("commonest").get<double>(), 1e-12);
    }
    EXPECT_EQ(shareOfCommonest({}, 10), 0);
}

TEST(Perplexity, isThatOfTheTraceThatIsMadeToSayTheTargets) {
    const Strings sources{"Le chat noir dort.", "Il pleut."};
    const Strings targets{"the black cat", "it rains"};
    double logProbability = 0;
    long pieces = 0;
    for (std::size_t k = 0; k < sources.size(); ++k) {
        const auto ids = support::tinyModel()->target().encodeNormalized(targets[k]);
        Interventions forced;
        for (std::size_t i = 0; i < ids.size(); ++i) {
            forced.steps[static_cast<int>(i)].word = ids[i];
        }
        forced.steps[static_cast<int>(ids.size())].word = special::end;
        const auto trace = translate(TranslationRequest{support::tinyModel(), sources[k], forced});
        logProbability += trace->logProbability();
        pieces += trace->targetLength();
    }
    for (const int threads : {1, 2}) {
        const TargetProbability got =
            targetProbability(support::tinyModel(), sources, targets, Shown::source, threads);
        EXPECT_NEAR(got.logProbability, logProbability, 1e-9);
        EXPECT_EQ(got.pieces, pieces);
        EXPECT_NEAR(got.perplexityPerPiece(),
                    std::exp(-logProbability / static_cast<double>(pieces)), 1e-9);
        EXPECT_EQ(got.words, 3 + 2 + 2) << "with the ends";
        EXPECT_NEAR(got.perplexityPerWord(),
                    std::exp(-logProbability / static_cast<double>(got.words)), 1e-6);
    }
    EXPECT_THROW(targetProbability(support::tinyModel(), sources, Strings{"x"}, Shown::source, 1),
                 Error);
}

TEST(Perplexity, dependsOnWhatIsShown) {
    const Strings sources{"Le chat noir dort.", "Il pleut."};
    const Strings targets{"the black cat", "it rains"};
    const auto of = [&](const Strings &shownSources, Shown shown) {
        return targetProbability(support::tinyModel(), shownSources, targets, shown, 2)
            .logProbability;
    };
    EXPECT_EQ(of(sources, Shown::other), of(Strings{sources[1], sources[0]}, Shown::source));
    EXPECT_NE(of(sources, Shown::other), of(sources, Shown::source));
    EXPECT_EQ(of(sources, Shown::nothing), of(Strings{"x", "y"}, Shown::nothing));
    EXPECT_NE(of(sources, Shown::nothing), of(sources, Shown::source));
}

TEST(Perplexity, ofSeveralThatAreShownIsThatOfEach) {
    const Strings sources{"Le chat noir dort.", "Il pleut.", "le chien"};
    const Strings targets{"the black cat", "it rains", "a dog"};
    const std::vector shown{Shown::nothing, Shown::other, Shown::source, Shown::other};
    for (const int threads : {1, 2}) {
        const auto all =
            targetProbabilities(support::tinyModel(), sources, targets, shown, threads);
        ASSERT_EQ(all.size(), shown.size());
        for (std::size_t k = 0; k < shown.size(); ++k) {
            const TargetProbability one =
                targetProbability(support::tinyModel(), sources, targets, shown[k], threads);
            EXPECT_EQ(all[k].logProbability, one.logProbability);
            EXPECT_EQ(all[k].pieces, one.pieces);
            EXPECT_EQ(all[k].words, one.words);
        }
        const Strings half{sources[1], sources[2], sources[0]};
        EXPECT_EQ(all[1].logProbability,
                  targetProbability(support::tinyModel(), half, targets, Shown::source, threads)
                      .logProbability)
            << "each target with the source half of all of them away";
    }
}

TEST(Provenance, countsTheWordsThatStandInTheSourceAndWhereTheAttentionPoints) {
    const auto original = support::tinyTrace("Le chat noir dort.");
    Trace trace = *original;
    // What it says is replaced by words of the source, what it attends to by chosen places.
    const auto step = [&](int from, Range range, const std::string &text) {
        auto copy = std::make_shared<StepTrace>(original->step(0));
        copy->weights = Row::Zero(trace.sourceLength());
        copy->weights(from) = 1;
        trace.steps.push_back(copy);
        Piece piece;
        piece.text = text;
        piece.range = range;
        trace.target.push_back(piece);
        trace.choices.push_back({});
    };
    const auto positionOf = [&](const std::string &word) {
        const auto at = static_cast<int>(trace.source.text().find(word));
        for (int j = 0; j < trace.sourceLength(); ++j) {
            const Range place = trace.source.place(j);
            if (place.begin <= at && at < place.end) {
                return j;
            }
        }
        return -1;
    };
    const int noir = positionOf("noir");
    const int dort = positionOf("dort");
    ASSERT_GE(noir, 0);
    ASSERT_GE(dort, 0);
    trace.steps.clear();
    trace.choices.clear();
    trace.target.clear();
    trace.translation = "NOIR chat, dort bien";
    step(noir, {0, 2}, "NO");  // points at its word with both pieces
    step(noir, {2, 4}, "IR");
    step(noir, {4, 9}, "chat");  // points elsewhere
    step(dort, {10, 13}, "do");  // points there with the first of two pieces
    step(noir, {13, 15}, "rt");
    step(dort, {15, 20}, "bien");  // stands nowhere in the source
    const Provenance got = provenanceOf(trace);
    EXPECT_EQ(got.words, 4);
    EXPECT_EQ(got.taken, 3);
    EXPECT_EQ(got.pointed, 2);
    EXPECT_EQ(got.spelled, 2);
    EXPECT_EQ(got.spelledPointed, 1);
    EXPECT_EQ(got.pieces, 5);
    EXPECT_EQ(got.piecesPointed, 3);
    Provenance sum = got;
    sum += got;
    EXPECT_EQ(sum.words, 8);
    EXPECT_EQ(sum.piecesPointed, 6);
}

TEST(Provenance, knowsTheShareOfTextsAndTheirFirstWords) {
    EXPECT_NEAR(shareTaken(Strings{"a Cat sat", "so"}, Strings{"cat dog", "so so"}), 0.75, 1e-12);
    EXPECT_EQ(shareTaken(Strings{""}, Strings{"..."}), 0);
    EXPECT_THROW(shareTaken(Strings{"a"}, Strings{}), Error);
    EXPECT_EQ(firstWords("(One, two) - three four.", 3), "One, two) - three");
    EXPECT_EQ(firstWords("One two.", 10), "One two");
    EXPECT_EQ(firstWords("...", 10), "");
}

}  // namespace
