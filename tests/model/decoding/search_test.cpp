// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>
#include <ranges>
#include <set>

#include "model/decoding/search.h"
#include "model/decoding/translation.h"
#include "model/error.h"
#include "model/evaluation/translate_all.h"
#include "tests/model/decoding/steps.h"
#include "tests/support/traces.h"

namespace {

using support::tinyModel;

const std::vector<std::string> sentences{"Où dort le chat noir 🐈 ?", "La mer est calme ce soir.",
                                         "Il pleut.", "Le train part à huit heures du matin.",
                                         "Merci !"};

double normalised(const model::Trace &trace, double penalty = 0.6) {
    return trace.logProbability() / std::pow((5.0 + trace.targetLength()) / 6.0, penalty);
}

/// The tiny model with another bias of the end piece.
std::shared_ptr<const model::Model> withEndBias(float bias) {
    auto parameters = tinyModel()->weights().parameters();
    parameters[model::Tensor::outputBias](0, model::special::end) = bias;
    return std::make_shared<const model::Model>(
        parameters, model::Tokenizer(tinyModel()->source().serialized(), "tokenizer.source"),
        model::Tokenizer(tinyModel()->target().serialized(), "tokenizer.target"),
        tinyModel()->metadata());
}

TEST(BeamSearch, findsTranslationsAtLeastAsGoodAsGreedySearch) {
    int better = 0;
    for (const std::string &sentence : sentences) {
        const auto greedy = model::translate(tinyModel(), sentence);
        const auto beam = model::translate(tinyModel(), sentence, {.beam = 5});
        EXPECT_GE(normalised(*beam), normalised(*greedy) - 1e-6) << sentence;
        better += normalised(*beam) > normalised(*greedy) + 1e-6 ? 1 : 0;
    }
    EXPECT_GT(better, 0);
}

TEST(BeamSearch, findsTheBestOfAllWhereItIsAsWideAsTheTree) {
    // With an end this probable, translations of up to two pieces before it decide; all of them
    // are tried by forcing their words.
    const auto model = withEndBias(9);
    double best = -1e9;
    std::vector<int> words;
    const std::function<void()> tryAll = [&] {
        model::Translation translation(model, sentences[0]);
        for (const int word : words) {
            translation.step({{}, word});
        }
        translation.step();
        const auto trace = translation.trace();
        for (const model::Candidate &candidate : trace->steps.back()->candidates) {
            if (candidate.id == model::special::end) {
                best = std::max(best, (trace->logProbability() -
                                       trace->choices.back().candidate.logProbability +
                                       candidate.logProbability) /
                                          std::pow((6.0 + words.size()) / 6.0, 0.6));
            } else if (words.size() < 2) {
                words.push_back(candidate.id);
                tryAll();
                words.pop_back();
            }
        }
    };
    tryAll();
    const auto found = model::translate(model, sentences[0], {.beam = 32});
    EXPECT_LE(found->targetLength(), 3);
    EXPECT_NEAR(normalised(*found), best, 1e-5);
}

/// The trace of a beam search is that of its words forced one after the other.
void expectReplayed(const std::shared_ptr<const model::Model> &model, const std::string &sentence) {
    const auto found = model::translate(model, sentence, {.beam = 4});
    model::Translation replay(model, sentence);
    for (int i = 0; i < found->targetLength(); ++i) {
        const auto &candidates = found->step(i).candidates;
        const model::Choice &choice = found->choice(i);
        ASSERT_LT(choice.rank, static_cast<int>(candidates.size()));
        EXPECT_EQ(candidates[static_cast<std::size_t>(choice.rank)], choice.candidate);
        EXPECT_FALSE(choice.forced);
        replay.step({{}, choice.candidate.id});
    }
    ASSERT_TRUE(replay.finished());
    const auto replayed = replay.trace();
    EXPECT_EQ(replayed->translation, found->translation);
    EXPECT_EQ(replayed->ending, found->ending);
    for (std::size_t i = 0; i < found->steps.size(); ++i) {
        EXPECT_EQ(replayed->steps[i]->cell.state, found->steps[i]->cell.state);
        EXPECT_EQ(replayed->steps[i]->weights, found->steps[i]->weights);
        EXPECT_EQ(replayed->choices[i].candidate, found->choices[i].candidate);
        EXPECT_EQ(replayed->choices[i].rank, found->choices[i].rank);
    }
}

TEST(BeamSearch, itsTraceIsThatOfTheSameWordsForced) {
    for (const std::string name :
         {"tiny", "tiny_bottleneck", "tiny_general", "tiny_dot", "tiny_query"}) {
        for (const std::string &sentence : sentences) {
            SCOPED_TRACE(name + ": " + sentence);
            expectReplayed(tinyModel(name), sentence);
        }
    }
}

TEST(BeamSearch, aStrongerLengthPenaltyPrefersLongerTranslations) {
    int longer = 0;
    for (const std::string &sentence : sentences) {
        const auto low = model::translate(tinyModel(), sentence, {.beam = 8, .lengthPenalty = 0});
        const auto high = model::translate(tinyModel(), sentence, {.beam = 8, .lengthPenalty = 2});
        EXPECT_GE(high->targetLength(), low->targetLength());
        longer += high->targetLength() > low->targetLength() ? 1 : 0;
    }
    EXPECT_GT(longer, 0);
}

TEST(BeamSearch, givesAllItEndedWithBestFirst) {
    std::size_t most = 0;
    for (const std::string &sentence : sentences) {
        const auto all = model::hypotheses(tinyModel(), sentence, {.beam = 8});
        ASSERT_FALSE(all.empty());
        EXPECT_LE(all.size(), 8U);
        const auto best = model::translate(tinyModel(), sentence, {.beam = 8});
        EXPECT_EQ(all.front()->translation, best->translation);
        EXPECT_EQ(all.front()->logProbability(), best->logProbability());
        std::set<std::string> texts;
        for (std::size_t i = 0; i < all.size(); ++i) {
            EXPECT_TRUE(i == 0 || normalised(*all[i - 1]) >= normalised(*all[i]) - 1e-9);
            std::string ids;
            for (const model::Choice &choice : all[i]->choices) {
                ids += std::to_string(choice.candidate.id) + ' ';
            }
            texts.insert(ids);
        }
        EXPECT_EQ(texts.size(), all.size()) << "no two are the same";
        most = std::max(most, all.size());
    }
    EXPECT_GT(most, 2U);
    EXPECT_EQ(model::hypotheses(tinyModel(), sentences[0], {}).size(), 1U);
}

/// The hypotheses that come of the same prefix: what they are told apart by is the choice.
TEST(BeamSearch, hypothesesOfOnePrefixShareItsStep) {
    const auto tree = model::searchTree(tinyModel(), sentences[0], {.beam = 4});
    std::map<const model::SearchNode *, std::shared_ptr<const model::StepTrace>> stepBehind;
    int shared = 0;
    for (const auto &node : tree.nodes) {
        const auto [found, isNew] = stepBehind.emplace(node->parent.get(), node->step);
        EXPECT_EQ(found->second, node->step);
        shared += isNew ? 0 : 1;
    }
    EXPECT_GT(shared, 3);
}

TEST(BeamSearch, itsTreeHoldsWhatWasKeptAndWhatWasGivenUp) {
    for (const std::string &sentence : sentences) {
        const model::SearchOptions options{.beam = 4};
        const auto tree = model::searchTree(tinyModel(), sentence, options);
        const auto found = model::hypotheses(tinyModel(), sentence, options);
        ASSERT_EQ(tree.ended.size(), found.size());
        for (std::size_t i = 0; i < found.size(); ++i) {
            expectSame(*tree.trace(*tree.ended[i]), *found[i]);
            EXPECT_NEAR(tree.ended[i]->score, normalised(*found[i]), 1e-9);
        }
        std::set<const model::SearchNode *> known{nullptr};
        std::map<int, int> width;
        for (const auto &node : tree.nodes) {
            EXPECT_TRUE(known.contains(node->parent.get())) << "a node stands behind its parent";
            known.insert(node.get());
            const auto trace = tree.trace(*node);
            EXPECT_EQ(trace->targetLength(), node->length);
            EXPECT_EQ(trace->ending, node->ending);
            EXPECT_NEAR(trace->logProbability(), node->logProbability, 1e-9);
            EXPECT_NEAR(normalised(*trace), node->score, 1e-9);
            width[node->length] += node->ending == model::Ending::running ? 1 : 0;
        }
        EXPECT_EQ(width[1], 4);
        EXPECT_LE(std::ranges::max(width | std::views::values), 4);
        for (const auto &end : tree.ended) {
            EXPECT_TRUE(known.contains(end.get()));
        }
        EXPECT_GT(tree.nodes.size(), static_cast<std::size_t>(tree.ended.front()->length));
    }
}

TEST(BeamSearch, aNodeOfItsTreeCanBeGoneOnFrom) {
    const auto tree = model::searchTree(tinyModel(), sentences[0], {.beam = 4});
    const auto second = *std::ranges::find_if(
        tree.nodes, [](const auto &node) { return node->length == 2 && node->choice.rank > 0; });
    const auto trace = tree.trace(*second);
    model::Translation translation(*trace, trace->targetLength());
    const auto whole = finish(translation);
    EXPECT_EQ(whole->steps[1], second->step);
    EXPECT_EQ(whole->choice(1), second->choice);
    EXPECT_GT(whole->targetLength(), 2);
}

TEST(BeamSearch, ofOneHypothesisIsGreedySearch) {
    const auto tree = model::searchTree(tinyModel(), sentences[0], {});
    ASSERT_EQ(tree.ended.size(), 1U);
    expectSame(*tree.trace(*tree.ended.front()), *support::tinyTrace(sentences[0]));
}

TEST(BeamSearch, aBeamOutOfRangeIsRefused) {
    EXPECT_THROW(model::translate(tinyModel(), "Oui.", {.beam = 0}), model::Error);
    EXPECT_THROW(model::translate(tinyModel(), "Oui.", {.beam = 33}), model::Error);
    EXPECT_THROW(model::searchTree(tinyModel(), "Oui.", {.beam = 33}), model::Error);
}

TEST(Sampling, drawsPiecesByTheirProbabilities) {
    // The first pieces of many draws against what the model says of them.
    std::map<int, int> drawn;
    constexpr int draws = 2000;
    const auto first = model::translate(tinyModel(), sentences[0])->steps.front()->candidates;
    for (std::uint64_t seed = 0; seed < draws; ++seed) {
        const auto trace =
            model::translate(tinyModel(), sentences[0], {.sampled = 3, .seed = seed});
        EXPECT_LT(trace->choices.front().rank, 3);
        ++drawn[trace->choices.front().candidate.id];
    }
    double sum = 0;
    for (std::size_t rank = 0; rank < 3; ++rank) {
        sum += std::exp(first[rank].logProbability);
    }
    for (std::size_t rank = 0; rank < 3; ++rank) {
        const double expected = std::exp(first[rank].logProbability) / sum;
        EXPECT_NEAR(drawn[first[rank].id] / double(draws), expected, 0.04) << rank;
    }
}

TEST(Sampling, followsFromSeedAndSentence) {
    const auto text = [](const std::string &sentence, std::uint64_t seed) {
        return model::translate(tinyModel(), sentence, {.sampled = 32, .seed = seed})->translation;
    };
    std::set<std::string> different;
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        EXPECT_EQ(text(sentences[0], seed), text(sentences[0], seed));
        different.insert(text(sentences[0], seed));
    }
    EXPECT_GT(different.size(), 3U);
}

TEST(Sampling, fromOnePieceIsGreedySearch) {
    for (const std::string &sentence : sentences) {
        const auto sampled = model::translate(tinyModel(), sentence, {.sampled = 1});
        EXPECT_EQ(sampled->translation, model::translate(tinyModel(), sentence)->translation);
        EXPECT_EQ(sampled->ending, model::translate(tinyModel(), sentence)->ending);
    }
}

TEST(Sampling, fromMorePiecesThanAreKnownIsRefused) {
    EXPECT_THROW(model::translate(tinyModel(), "Merci !", {.sampled = 33}), model::Error);
    EXPECT_THROW(model::translate(tinyModel(), "Merci !", {.sampled = -1}), model::Error);
}

TEST(LengthLimit, endsATranslationThatDoesNotEnd) {
    const auto endless = withEndBias(-1e4F);
    for (const int beam : {1, 3}) {
        const auto trace = model::translate(endless, "Il pleut.", {.beam = beam});
        EXPECT_EQ(trace->ending, model::Ending::length);
        EXPECT_EQ(trace->targetLength(), 2 * trace->sourceLength() + 20);
        EXPECT_NE(trace->target.back().id, model::special::end);
    }
}

TEST(TranslateAll, givesTheSameForAnyNumberOfThreads) {
    const auto one = model::evaluation::translateAll(tinyModel(), sentences, {}, 1);
    const auto three = model::evaluation::translateAll(tinyModel(), sentences, {}, 3);
    ASSERT_EQ(one.size(), sentences.size());
    EXPECT_EQ(one, three);
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        EXPECT_EQ(one[i], support::tinyTrace(sentences[i])->translation);
    }
    EXPECT_TRUE(model::evaluation::translateAll(tinyModel(), {}, {}, 2).empty());
}

TEST(TranslateAll, sideBySideTheNumbersOfEachAreThoseThatItHasAlone) {
    // More sentences than are translated at once, of many lengths.
    std::vector<std::string> many;
    for (int i = 0; i < 70; ++i) {
        many.push_back(sentences[static_cast<std::size_t>(i) % sentences.size()]);
        for (int word = 0; word < i % 7; ++word) {
            many.back() += " encore";
        }
    }
    for (const model::SearchOptions &options :
         {model::SearchOptions{}, model::SearchOptions{.beam = 3},
          model::SearchOptions{.sampled = 4, .seed = 3}}) {
        std::vector<std::shared_ptr<const model::Trace>> traces(many.size());
        model::evaluation::translateEach(tinyModel(), many, options, 1, {},
                                         [&](std::size_t i, const model::Trace &trace) {
                                             traces[i] = std::make_shared<model::Trace>(trace);
                                         });
        for (std::size_t i = 0; i < many.size(); ++i) {
            const auto alone = model::translate(tinyModel(), many[i], options);
            ASSERT_TRUE(traces[i]);
            ASSERT_EQ(traces[i]->choices, alone->choices) << many[i];
            for (int step = 0; step < alone->targetLength(); ++step) {
                EXPECT_EQ(traces[i]->step(step).scores, alone->step(step).scores) << many[i];
                EXPECT_EQ(traces[i]->step(step).cell.state, alone->step(step).cell.state);
                EXPECT_EQ(traces[i]->step(step).readout, alone->step(step).readout);
            }
        }
    }
}

TEST(TranslateAll, aSentenceThatCannotBeTranslatedDoesNotStopTheOthers) {
    const std::vector<std::string> some{"Il pleut.", " ", "Merci !"};
    const auto results = model::evaluation::translateEach(tinyModel(), some, {}, 2);
    EXPECT_FALSE(results[1].problem.empty());
    EXPECT_TRUE(results[1].text.empty());
    EXPECT_TRUE(results[2].problem.empty());
    EXPECT_EQ(results[2].text, support::tinyTrace("Merci !")->translation);
    EXPECT_EQ(results[2].pieces, support::tinyTrace("Merci !")->targetLength());
}

TEST(TranslateAll, isCancelled) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(model::evaluation::translateAll(tinyModel(), sentences, {}, 2, stop.get_token()),
                 model::Cancelled);
}

}  // namespace
