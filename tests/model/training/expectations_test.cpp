// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/expectations.h"

#include <gtest/gtest.h>

#include <cmath>

#include "model/decoding/decoder.h"
#include "model/decoding/decoding.h"
#include "model/error.h"
#include "tests/model/training/runs.h"
#include "tests/model/training/sentences.h"
#include "tests/support/traces.h"

namespace {

using namespace model;
using namespace model::training;
using tests::TrainerTest;

/// The candidates of a model at each position of a pair's target, which it is made to produce.
std::vector<std::vector<Candidate>> forced(const std::shared_ptr<const Model> &model,
                                           const SentencePair &pair) {
    const Trace beginning = beginTrace(model, pair.source, {}, {});
    std::vector<int> target = model->target().encodeNormalized(pair.references.front());
    target.push_back(special::end);
    std::vector<std::vector<Candidate>> all;
    Prefix prefix = emptyPrefix(*beginning.encoder);
    for (const int piece : target) {
        const StepTrace step = decode(*model, *beginning.encoder, prefix).step;
        all.push_back(step.candidates);
        prefix = prefixBehind(step, piece);
    }
    return all;
}

TEST(Expectations, areTheMostProbablePiecesOfATeacher) {
    const auto teacher = support::tinyModel();
    const auto pairs = tests::tinyCorpus();
    const CorpusExpectations expected = expect(std::span(&teacher, 1), pairs, 1);
    ASSERT_EQ(expected.pairs(), pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto steps = forced(teacher, pairs[i]);
        const auto pieces = expected.of(i);
        ASSERT_EQ(pieces.size(), steps.size() * expectedPieces);
        for (std::size_t step = 0; step < steps.size(); ++step) {
            for (std::size_t k = 0; k < expectedPieces; ++k) {
                const auto &piece = pieces[step * expectedPieces + k];
                EXPECT_NEAR(piece.probability, std::exp(steps[step][k].logProbability), 1e-5);
            }
            EXPECT_EQ(pieces[step * expectedPieces].piece, steps[step][0].id);
        }
    }
    EXPECT_TRUE(expected.of(pairs.size()).empty());
}

TEST(Expectations, doNotDependOnTheNumberOfThreads) {
    const auto teacher = support::tinyModel();
    const auto pairs = tests::tinyCorpus();
    EXPECT_EQ(expect(std::span(&teacher, 1), pairs, 1).hash(),
              expect(std::span(&teacher, 1), pairs, 3).hash());
}

TEST(Expectations, ofSeveralTeachersAreTheMeanOfTheirProbabilities) {
    const auto one = support::tinyModel();
    const auto other = support::tinyModel("tiny_query");
    ASSERT_EQ(one->target().serialized(), other->target().serialized());
    const std::vector<SentencePair> pairs{tests::tinyCorpus().front()};
    const std::vector both{one, other};
    const auto mean = expect(both, pairs, 1).of(0);
    const auto first = expect(std::span(&one, 1), pairs, 1).of(0);
    const auto second = expect(std::span(&other, 1), pairs, 1).of(0);
    const auto probability = [](const std::vector<layers::Expected> &pieces, int piece) {
        for (std::size_t k = 0; k < expectedPieces; ++k) {
            if (pieces[k].piece == piece) {
                return pieces[k].probability;
            }
        }
        return 0.0F;
    };
    int compared = 0;
    for (std::size_t k = 0; k < expectedPieces; ++k) {
        const float a = probability(first, mean[k].piece);
        const float b = probability(second, mean[k].piece);
        if (a > 0 && b > 0) {
            EXPECT_NEAR(mean[k].probability, (a + b) / 2, 1e-6);
            ++compared;
        }
    }
    EXPECT_GT(compared, 0);
    EXPECT_THROW(expect({}, pairs, 1), Error);
}

TEST_F(TrainerTest, readsTheExpectationsThatWereWritten) {
    const auto teacher = support::tinyModel();
    const auto pairs = tests::tinyCorpus();
    const CorpusExpectations written = expect(std::span(&teacher, 1), pairs, 1);
    writeExpectations(written, file("expected"));
    const CorpusExpectations read = readExpectations(file("expected"));
    EXPECT_EQ(read.pairs(), written.pairs());
    EXPECT_EQ(read.corpus(), written.corpus());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const auto was = written.of(i);
        const auto is = read.of(i);
        ASSERT_EQ(is.size(), was.size());
        for (std::size_t k = 0; k < is.size(); ++k) {
            EXPECT_EQ(is[k].piece, was[k].piece);
            EXPECT_NEAR(is[k].probability, was[k].probability, 1e-3);
        }
    }
    EXPECT_THROW(readExpectations(file("missing")), ModelFileError);
    writeModel(*teacher, file("model"), Precision::f16);
    EXPECT_THROW(readExpectations(file("model")), ModelFileError);
}

TEST_F(TrainerTest, learnsWhatATeacherExpects) {
    const auto teacher = support::tinyModel();
    const auto pairs = tests::tinyCorpus();
    TrainingOptions options = tests::tinyOptions();
    options.vocabularies =
        Vocabularies{teacher->source().serialized(), teacher->target().serialized()};
    options.epochs = 60;
    options.noise.casual = 0;
    options.plan.joined = 0;
    options.updater.regularisation = {0, 0, 0, 0, 1};
    options.expectations =
        std::make_shared<const CorpusExpectations>(expect(std::span(&teacher, 1), pairs, 1));
    Trainer trainer(options, pairs, {});
    ASSERT_TRUE(trainer.run({}, {}));
    // Nothing but the teacher's opinion counts: where the corpus says something else, it is not
    // learned.
    int agreed = 0;
    int positions = 0;
    for (const SentencePair &pair : pairs) {
        const auto wanted = forced(teacher, pair);
        const auto learned = forced(trainer.bestModel(), pair);
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            agreed += wanted[i][0].id == learned[i][0].id ? 1 : 0;
            ++positions;
        }
    }
    EXPECT_GT(agreed, positions * 7 / 10) << "of " << positions;
}

TEST_F(TrainerTest, refusesExpectationsOfAnotherCorpus) {
    const auto teacher = support::tinyModel();
    auto pairs = tests::tinyCorpus();
    TrainingOptions options = tests::tinyOptions();
    options.vocabularies =
        Vocabularies{teacher->source().serialized(), teacher->target().serialized()};
    options.expectations =
        std::make_shared<const CorpusExpectations>(expect(std::span(&teacher, 1), pairs, 1));
    pairs.push_back({"Oui.", {"Yes."}});  // more may follow
    EXPECT_NO_THROW(Trainer(options, pairs, {}));
    auto others = pairs;
    std::swap(others[0], others[1]);
    EXPECT_THROW(Trainer(options, others, {}), CorpusError);
    auto fewer = pairs;
    fewer.resize(3);
    EXPECT_THROW(Trainer(options, fewer, {}), CorpusError);
    options.vocabularies.reset();  // those of the corpus are others
    EXPECT_THROW(Trainer(options, pairs, {}), CorpusError);
}

}  // namespace
