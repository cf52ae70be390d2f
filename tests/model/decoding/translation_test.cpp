// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/translation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <limits>
#include <thread>
#include <utility>

#include "model/decoding/search.h"
#include "model/error.h"
#include "tests/model/decoding/steps.h"
#include "tests/support/traces.h"

namespace {

using model::Intervention;
using model::Row;
using model::Translation;
using support::tinyModel;

TEST(StepMachine, beginsWithTheEncoderAndNoWord) {
    const Translation translation(tinyModel(), sentence);
    const auto trace = translation.trace();
    EXPECT_FALSE(translation.finished());
    EXPECT_EQ(trace->ending, model::Ending::running);
    EXPECT_TRUE(trace->steps.empty());
    EXPECT_TRUE(trace->target.empty());
    EXPECT_EQ(trace->source.text(), sentence);
    EXPECT_EQ(trace->source.pieces().back().id, model::special::end);
    EXPECT_EQ(trace->encoder->annotations.rows(), trace->sourceLength());
    EXPECT_EQ(model::alignment(*trace).rows(), 0);
}

TEST(StepMachine, eachStepAddsOnePieceAndSnapshotsStayAsTheyWere) {
    Translation translation(tinyModel(), sentence);
    translation.step();
    const auto first = translation.trace();
    translation.step();
    const auto second = translation.trace();
    EXPECT_EQ(first->targetLength(), 1);
    EXPECT_EQ(first->target.size(), 1U);
    ASSERT_EQ(second->targetLength(), 2);
    EXPECT_EQ(second->target.size(), 2U);
    // What both hold they share.
    EXPECT_EQ(first->steps[0], second->steps[0]);
    EXPECT_EQ(first->encoder, second->encoder);
    EXPECT_EQ(second->steps[1]->previousId, second->chosen(0).id);
    EXPECT_EQ(second->steps[0]->previousId, model::special::begin);
}

TEST(StepMachine, nothingHappensAfterTheEnd) {
    Translation translation(tinyModel(), sentence);
    const auto finished = finish(translation);
    translation.step();
    EXPECT_EQ(translation.trace()->targetLength(), finished->targetLength());
    EXPECT_EQ(finished->ending, model::Ending::endPiece);
    EXPECT_EQ(finished->target.back().id, model::special::end);
}

TEST(StepMachine, agreesWithTheWholeTranslation) {
    Translation translation(tinyModel(), sentence);
    const auto stepped = finish(translation);
    const auto whole = model::translate(tinyModel(), sentence);
    ASSERT_EQ(stepped->targetLength(), whole->targetLength());
    for (std::size_t i = 0; i < stepped->steps.size(); ++i) {
        expectSame(*stepped->steps[i], *whole->steps[i]);
    }
    EXPECT_EQ(stepped->translation, whole->translation);
    EXPECT_EQ(stepped->target, whole->target);
    EXPECT_EQ(stepped->logProbability(), whole->logProbability());
    EXPECT_LT(whole->logProbability(), 0);
}

TEST(StepMachine, targetRangesTileTheTranslation) {
    const auto trace = support::tinyTrace(sentence);
    int end = 0;
    for (const model::Piece &piece : trace->target) {
        EXPECT_GE(piece.range.begin, end);
        EXPECT_GE(piece.range.end, piece.range.begin);
        end = piece.range.end;
    }
    EXPECT_EQ(end, static_cast<int>(trace->translation.size()));
}

TEST(Interventions, forcedWeightsMakeTheContextAndChangeWhatFollows) {
    Translation free(tinyModel(), sentence);
    Translation forced(tinyModel(), sentence);
    free.step();
    forced.step();
    Row weights = Row::Zero(free.trace()->sourceLength());
    weights(2) = 1;
    free.step();
    forced.step({model::pin::Weights{weights}});
    const auto a = finish(free);
    const auto b = finish(forced);

    expectSame(*a->steps[0], *b->steps[0]);
    const model::StepTrace &step = *b->steps[1];
    EXPECT_TRUE(step.weightsForced);
    EXPECT_FALSE(b->choices[1].forced);
    EXPECT_EQ(step.weights, weights);
    EXPECT_EQ(step.scores, a->steps[1]->scores);  // what the model itself would have looked at
    EXPECT_EQ(step.context, Row(b->encoder->annotations.row(2)));
    EXPECT_NE(step.cell.state, a->steps[1]->cell.state);
    EXPECT_NE(b->steps[2]->scores, a->steps[2]->scores);
    EXPECT_FALSE(b->steps[2]->weightsForced);
    EXPECT_FALSE(a->steps[1]->weightsForced);
    EXPECT_EQ(model::alignment(*b).row(1), weights);
}

TEST(Interventions, theModelsOwnWeightsForcedChangeNothing) {
    const auto free = support::tinyTrace(sentence);
    Translation forced(tinyModel(), sentence);
    for (int i = 0; i < free->targetLength(); ++i) {
        forced.step({model::pin::Weights{free->step(i).weights}, free->chosen(i).id});
    }
    ASSERT_TRUE(forced.finished());
    for (std::size_t i = 0; i < free->steps.size(); ++i) {
        model::StepTrace unmarked = *forced.trace()->steps[i];
        EXPECT_TRUE(std::exchange(unmarked.weightsForced, false));
        expectSame(*free->steps[i], unmarked);
        EXPECT_EQ(free->choices[i].candidate, forced.trace()->choices[i].candidate);
        EXPECT_TRUE(forced.trace()->choices[i].forced);
    }
}

TEST(Interventions, aForcedWordIsFedBack) {
    const auto free = support::tinyTrace(sentence);
    // One that is not among the candidates kept: its rank is known all the same.
    const auto &candidates = free->steps[1]->candidates;
    int word = 4 + 256;
    const auto isCandidate = [&candidates](int id) {
        return std::any_of(candidates.begin(), candidates.end(),
                           [id](const auto &c) { return c.id == id; });
    };
    while (isCandidate(word)) {
        ++word;
    }
    Translation forced(tinyModel(), sentence);
    forced.step();
    forced.step({{}, word});
    forced.step();
    const auto trace = forced.trace();
    EXPECT_TRUE(trace->choices[1].forced);
    EXPECT_FALSE(trace->choices[2].forced);
    EXPECT_EQ(trace->chosen(1).id, word);
    EXPECT_GE(trace->choices[1].rank, model::StepTrace::candidateCount);
    EXPECT_LE(trace->chosen(1).logProbability, candidates.back().logProbability);
    EXPECT_EQ(trace->target[1].id, word);
    EXPECT_EQ(trace->steps[1]->cell.state, free->steps[1]->cell.state);
    EXPECT_EQ(trace->steps[2]->previousId, word);
    EXPECT_NE(trace->steps[2]->previousEmbedding, free->steps[2]->previousEmbedding);
    EXPECT_NE(trace->steps[2]->cell.state, free->steps[2]->cell.state);
}

TEST(Interventions, aForcedCandidateHasItsRank) {
    const auto free = support::tinyTrace(sentence);
    const model::Candidate third = free->steps[0]->candidates[2];
    Translation forced(tinyModel(), sentence);
    forced.step({{}, third.id});
    EXPECT_EQ(forced.trace()->chosen(0), third);
    EXPECT_EQ(forced.trace()->choices[0].rank, 2);
}

TEST(Interventions, theEndPieceForcedEndsTheTranslation) {
    Translation forced(tinyModel(), sentence);
    forced.step();
    forced.step({{}, model::special::end});
    EXPECT_TRUE(forced.finished());
    EXPECT_EQ(forced.trace()->ending, model::Ending::endPiece);
}

TEST(Interventions, whatDoesNotFitIsRefusedAndNothingChanges) {
    Translation translation(tinyModel(), sentence);
    const int length = translation.trace()->sourceLength();
    EXPECT_THROW(translation.step({model::pin::Uniform{}, {}, {length}}), model::Error);
    EXPECT_THROW(translation.step({{}, -1}), model::Error);
    EXPECT_THROW(translation.step({{}, tinyModel()->target().size()}), model::Error);
    EXPECT_EQ(translation.trace()->targetLength(), 0);
    translation.step();
    expectSame(*translation.trace()->steps[0], *support::tinyTrace(sentence)->steps[0]);

    Translation bottleneck(tinyModel("tiny_bottleneck"), sentence);
    EXPECT_THROW(bottleneck.step({model::pin::Position{0}}), model::Error);
}

TEST(Encoder, namesThePassesThatItMakes) {
    const auto twoWays = support::tinyTrace(sentence);
    const auto &passes = twoWays->encoder->passes;
    ASSERT_EQ(passes.size(), 2U);
    EXPECT_EQ(passes[0].direction, model::Direction::leftToRight);
    EXPECT_EQ(passes[1].direction, model::Direction::rightToLeft);
    EXPECT_EQ(&twoWays->encoder->forward(), &passes[0].cells);
    EXPECT_EQ(&twoWays->encoder->backward(), &passes[1].cells);
    model::Matrix states(twoWays->sourceLength(), twoWays->encoder->annotations.cols());
    states << passes[0].cells.state, passes[1].cells.state;
    EXPECT_EQ(twoWays->encoder->annotations, states);

    const auto oneWay = support::tinyTrace(sentence, "tiny_general");
    ASSERT_EQ(oneWay->encoder->passes.size(), 1U);
    EXPECT_EQ(oneWay->encoder->passes[0].direction, model::Direction::leftToRight);
    EXPECT_EQ(oneWay->encoder->backward().state.size(), 0);
    EXPECT_EQ(oneWay->encoder->annotations, oneWay->encoder->forward().state);
}

TEST(Bottleneck, theContextIsTheSameVectorAtEveryStep) {
    const auto trace = support::tinyTrace(sentence, "tiny_bottleneck");
    const long units = trace->encoder->forward().state.cols();
    Row summary(2 * units);
    summary << trace->encoder->forward().state.bottomRows(1),
        trace->encoder->backward().state.topRows(1);
    ASSERT_GT(trace->targetLength(), 3);
    for (const auto &step : trace->steps) {
        EXPECT_EQ(step->context, summary);
        EXPECT_EQ(step->weights.size(), 0);
    }
    EXPECT_FALSE(trace->hasAttention());
    EXPECT_EQ(model::alignment(*trace).rows(), 0);
    EXPECT_EQ(model::alignment(*trace).cols(), trace->sourceLength());
}

TEST(Cancellation, stopsBeforeAnythingIsComputed) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(Translation(tinyModel(), sentence, stop.get_token()), model::Cancelled);
    EXPECT_THROW(model::translate(tinyModel(), sentence, {}, stop.get_token()), model::Cancelled);
    EXPECT_THROW(model::translate(tinyModel(), sentence, {.beam = 4}, stop.get_token()),
                 model::Cancelled);
}

TEST(Cancellation, stopsATranslationUnderWay) {
    for (const int beam : {1, 3}) {
        std::stop_source stop;
        bool cancelled = false;
        std::thread worker([&] {
            try {
                for (;;) {
                    model::translate(tinyModel(), sentence, {.beam = beam}, stop.get_token());
                }
            } catch (const model::Cancelled &) {
                cancelled = true;
            }
        });
        stop.request_stop();
        worker.join();
        EXPECT_TRUE(cancelled);
    }
}

/// A translation that goes on to the length limit, long enough to be met while its words are made.
TEST(Cancellation, stopsBetweenTwoWords) {
    using Clock = std::chrono::steady_clock;
    auto parameters = tinyModel()->weights().parameters();
    parameters[model::Tensor::outputBias](0, model::special::end) = -1e4F;
    const auto endless = std::make_shared<const model::Model>(
        parameters, model::Tokenizer(tinyModel()->source().serialized(), "tokenizer.source"),
        model::Tokenizer(tinyModel()->target().serialized(), "tokenizer.target"),
        tinyModel()->metadata());
    std::string text = "la";
    for (int i = 0; i < 150; ++i) {
        text += " mer";
    }
    for (const int beam : {1, 3}) {
        const auto begin = Clock::now();
        model::translate(endless, text, {.beam = beam});
        const auto duration = Clock::now() - begin;
        // Another program may hold the worker up or let it run ahead: once met is enough.
        bool cancelled = false;
        for (int attempt = 0; attempt < 20 && !cancelled; ++attempt) {
            std::stop_source stop;
            std::atomic<bool> started = false;
            std::thread worker([&] {
                try {
                    started = true;
                    model::translate(endless, text, {.beam = beam}, stop.get_token());
                } catch (const model::Cancelled &) {
                    cancelled = true;
                }
            });
            while (!started) {
            }
            for (const auto half = Clock::now() + duration / 2; Clock::now() < half;) {
            }
            stop.request_stop();
            worker.join();
        }
        EXPECT_TRUE(cancelled);
    }
}

TEST(Concurrency, twoTranslationsAtOnceAreThoseOneAfterTheOther) {
    const std::string other = "La mer est calme ce soir.";
    const auto expected = support::tinyTrace(sentence);
    const auto expectedOther = support::tinyTrace(other);
    const auto repeat = [](const std::string &text, const model::Trace &wanted) {
        for (int i = 0; i < 40; ++i) {
            const auto got = model::translate(tinyModel(), text, {.beam = 1 + i % 2});
            if (i % 2 == 0) {
                ASSERT_EQ(got->translation, wanted.translation);
                ASSERT_EQ(got->steps.back()->cell.state, wanted.steps.back()->cell.state);
            }
        }
    };
    std::jthread first([&] { repeat(sentence, *expected); });
    std::jthread second([&] { repeat(other, *expectedOther); });
}

TEST(Numbers, aModelThatComputesNoNumbersIsRefusedInASentence) {
    auto parameters = tinyModel()->weights().parameters();
    parameters[model::Tensor::outputBias].setConstant(std::numeric_limits<float>::infinity());
    const auto broken = std::make_shared<const model::Model>(
        parameters, model::Tokenizer(tinyModel()->source().serialized(), "tokenizer.source"),
        model::Tokenizer(tinyModel()->target().serialized(), "tokenizer.target"),
        tinyModel()->metadata());
    EXPECT_THROW(model::translate(broken, sentence), model::Error);
}

}  // namespace
