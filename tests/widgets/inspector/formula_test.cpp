// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/formula.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "tests/support/traces.h"
#include "tests/widgets/inspector/formula_parts.h"
#include "widgets/inspector/formula_text.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/vectors.h"
#include "widgets/word_choice/data.h"

namespace widgets {
namespace {

constexpr auto sentence = "Où dort le chat noir ?";

std::shared_ptr<const model::Trace> traceOf(const std::string &model) {
    return support::tinyTrace(sentence, model);
}

Moment endOf(const model::Trace &trace) {
    return lastMoment({trace.sourceLength(), trace.targetLength()});
}

/// A trace like `trace` whose step `i` was changed.
template <class Change>
std::shared_ptr<const model::Trace> withStep(const model::Trace &trace, int i, Change change) {
    auto copy = std::make_shared<model::Trace>(trace);
    auto step = std::make_shared<model::StepTrace>(*trace.steps[std::size_t(i)]);
    change(*step);
    copy->steps[std::size_t(i)] = step;
    return copy;
}

class EachScore : public testing::TestWithParam<const char *> {};

TEST_P(EachScore, ItsTermsAddUpToTheTracesScore) {
    const auto trace = traceOf(GetParam());
    for (int i = 0; i < trace->targetLength(); ++i) {
        for (int j = 0; j < trace->sourceLength(); ++j) {
            const auto parts = formulaParts(*trace, {.source = j, .step = i}, endOf(*trace));
            const FormulaPart *score = find(parts, "score");
            ASSERT_TRUE(score && score->value);
            EXPECT_EQ(*score->value, trace->steps[std::size_t(i)]->scores(j));
            EXPECT_EQ(long(score->terms.size()), trace->steps[std::size_t(i)]->query.size());
            EXPECT_NEAR(sumOf(*score), double(*score->value), tolerance);
            EXPECT_NEAR(*score->termsSum, double(*score->value), tolerance);
        }
    }
}

TEST_P(EachScore, TheSoftmaxIsTheTracesWeight) {
    const auto trace = traceOf(GetParam());
    const auto parts = formulaParts(*trace, {.source = 2, .step = 1}, endOf(*trace));
    const FormulaPart *weight = find(parts, "weight");
    ASSERT_TRUE(weight && weight->value);
    EXPECT_EQ(*weight->value, trace->steps[1]->weights(2));
    ASSERT_EQ(int(weight->terms.size()), trace->sourceLength());
    EXPECT_NEAR(weight->terms[2].value / sumOf(*weight), double(*weight->value), tolerance);
}

TEST_P(EachScore, TheContextIsTheSumOfWhatEachWordAdds) {
    const auto trace = traceOf(GetParam());
    for (int u = 0; u < trace->steps[2]->context.size(); ++u) {
        const auto parts =
            formulaParts(*trace, {.step = 2, .strip = Vector::context, .unit = u}, endOf(*trace));
        ASSERT_EQ(parts.size(), 1U);
        EXPECT_EQ(*parts[0].value, trace->steps[2]->context(u));
        ASSERT_EQ(int(parts[0].terms.size()), trace->sourceLength());
        EXPECT_NEAR(sumOf(parts[0]), double(*parts[0].value), tolerance);
    }
}

TEST_P(EachScore, ThePosteriorIsTheTermsShareOfTheirSum) {
    const auto trace = traceOf(GetParam());
    const model::Posterior posterior = model::posteriorAttention(*trace);
    const Selection selection{.source = 2, .step = 1, .posterior = true};
    const auto parts = formulaParts(*trace, selection, endOf(*trace), &posterior);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[1].kind, QString("weight"));
    const FormulaPart &part = parts[0];
    ASSERT_EQ(part.kind, QString("posterior"));
    EXPECT_EQ(plainSymbol(part.symbol), QString("P(h_3 | y_2)"));
    ASSERT_TRUE(part.value);
    EXPECT_EQ(*part.value, posterior.weights(1, 2));
    ASSERT_EQ(int(part.terms.size()), trace->sourceLength());
    EXPECT_NEAR(*part.termsSum, sumOf(part), tolerance * sumOf(part));
    EXPECT_NEAR(part.terms[2].value / sumOf(part), double(*part.value), tolerance);
    EXPECT_EQ(part.terms[2].factors[0], double(trace->steps[1]->weights(2)));
    EXPECT_NEAR(part.terms[2].factors[1], std::exp(double(posterior.logLikelihoods(1, 2))), 1e-9);
    EXPECT_TRUE(part.numbers.endsWith(mathNumber(double(*part.value))))
        << part.numbers.toStdString();
}

INSTANTIATE_TEST_SUITE_P(Scores, EachScore,
                         testing::Values("tiny", "tiny_general", "tiny_dot", "tiny_query"));

TEST(Formula, OfAPosteriorWaitsForTheWordAndForWhatIsKnown) {
    const auto trace = traceOf("tiny");
    const model::Posterior posterior = model::posteriorAttention(*trace);
    const Selection selection{.source = 2, .step = 1, .posterior = true};
    for (const auto &parts : {formulaParts(*trace, selection, endOf(*trace)),
                              formulaParts(*trace, selection, {Stage::state, 1, 1}, &posterior)}) {
        EXPECT_FALSE(parts.at(0).value);
        EXPECT_TRUE(parts.at(0).terms.empty());
        EXPECT_FALSE(parts.at(0).note.isEmpty());
        EXPECT_TRUE(parts.at(1).value);
    }
}

TEST(Formula, OfAScoreNamesWhatItsQueryIsMadeOf) {
    for (const auto &[model, query] : {std::pair{"tiny", "W<sub>q</sub> s<sub>1</sub> +"},
                                       {"tiny_query", "W<sub>q</sub> [s<sub>1</sub> ; y<sub>1"}}) {
        const auto trace = traceOf(model);
        const auto parts = formulaParts(*trace, {.source = 2, .step = 1}, endOf(*trace));
        EXPECT_TRUE(find(parts, "score")->formula.contains(query))
            << find(parts, "score")->formula.toStdString();
    }
}

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

/// The parts of one unit of a GRU against the trace's numbers at `row`.
void expectCell(const std::vector<FormulaPart> &parts, const model::GruTrace &cell, long row,
                int unit) {
    const FormulaPart *state = find(parts, "state");
    const FormulaPart *reset = find(parts, "reset");
    const FormulaPart *update = find(parts, "update");
    const FormulaPart *candidate = find(parts, "candidate");
    ASSERT_TRUE(state && reset && update && candidate);
    EXPECT_EQ(*state->value, cell.state(row, unit));
    EXPECT_EQ(*reset->value, cell.reset(row, unit));
    EXPECT_EQ(*update->value, cell.update(row, unit));
    EXPECT_EQ(*candidate->value, cell.candidate(row, unit));
    EXPECT_NEAR(sumOf(*state), double(cell.state(row, unit)), tolerance);
    EXPECT_NEAR(sigmoid(sumOf(*reset)), double(cell.reset(row, unit)), tolerance);
    EXPECT_NEAR(sigmoid(sumOf(*update)), double(cell.update(row, unit)), tolerance);
    EXPECT_NEAR(std::tanh(sumOf(*candidate)), double(cell.candidate(row, unit)), tolerance);
}

class EachModel : public testing::TestWithParam<const char *> {};

TEST_P(EachModel, GatesAndStatesFollowFromTheirTerms) {
    const auto trace = traceOf(GetParam());
    const Moment end = endOf(*trace);
    const model::EncoderTrace &encoder = *trace->encoder;
    for (int j = 0; j < trace->sourceLength(); ++j) {
        for (int u = 0; u < encoder.forward().state.cols(); ++u) {
            expectCell(
                formulaParts(*trace, {.source = j, .strip = Vector::forwardState, .unit = u}, end),
                encoder.forward(), j, u);
            if (encoder.backward().state.rows() > 0)
                expectCell(
                    formulaParts(*trace, {.source = j, .strip = Vector::backwardState, .unit = u},
                                 end),
                    encoder.backward(), j, u);
        }
    }
    for (int i = 0; i < std::min(4, trace->targetLength()); ++i)
        for (int u = 0; u < trace->steps[0]->cell.state.cols(); ++u)
            expectCell(
                formulaParts(*trace, {.step = i, .strip = Vector::decoderState, .unit = u}, end),
                trace->steps[std::size_t(i)]->cell, 0, u);
}

TEST_P(EachModel, TheInitialStateFollowsFromItsTerms) {
    const auto trace = traceOf(GetParam());
    const model::Row &initial = trace->encoder->initial;
    for (int u = 0; u < initial.size(); ++u) {
        const auto parts =
            formulaParts(*trace, {.strip = Vector::initialState, .unit = u}, endOf(*trace));
        const FormulaPart *part = find(parts, "initialStateUnit");
        ASSERT_TRUE(part);
        EXPECT_EQ(*part->value, initial(u));
        EXPECT_NEAR(std::tanh(sumOf(*part)), double(initial(u)), tolerance);
    }
    const auto whole = formulaParts(*trace, {.strip = Vector::initialState}, endOf(*trace));
    ASSERT_TRUE(find(whole, "initialState"));
    EXPECT_EQ(static_cast<long>(whole.front().terms.size()), initial.size());
}

TEST_P(EachModel, TheWordsProbabilityFollowsFromItsTerms) {
    const auto trace = traceOf(GetParam());
    for (int i = 0; i < std::min(4, trace->targetLength()); ++i) {
        const auto parts = formulaParts(*trace, {.step = i}, endOf(*trace));
        const FormulaPart *word = find(parts, "word");
        ASSERT_TRUE(word && word->value);
        const model::StepTrace &step = *trace->steps[std::size_t(i)];
        const auto parameters = trace->model->weights().parameters();
        const auto output = parameters[parameters.output()];
        const auto bias = parameters[model::Tensor::outputBias];
        double whole = 0;
        for (long id = 0; id < output.rows(); ++id)
            whole += std::exp(double(step.readout.dot(output.row(id))) + double(bias(0, id)));
        EXPECT_NEAR(std::exp(sumOf(*word)) / whole, double(*word->value), tolerance);
        EXPECT_NEAR(double(*word->value), std::exp(double(trace->chosen(i).logProbability)), 1e-6);
    }
}

TEST_P(EachModel, EveryStageHasItsQuantity) {
    const auto trace = traceOf(GetParam());
    const auto kindAt = [&](Stage stage, int index) {
        const auto parts = formulaParts(*trace, {}, {stage, index, 1});
        EXPECT_FALSE(parts.empty());
        EXPECT_FALSE(parts.front().numbers.isEmpty());
        return parts.front().kind;
    };
    const bool both = trace->encoder->backward().state.rows() > 0;
    EXPECT_EQ(kindAt(Stage::embed, 1), "embedding");
    EXPECT_EQ(kindAt(Stage::forward, 1), "forwardState");
    EXPECT_EQ(kindAt(Stage::backward, 1), both ? "backwardState" : "forwardState");
    EXPECT_EQ(kindAt(Stage::context, 1), "context");
    EXPECT_EQ(kindAt(Stage::state, 1), "decoderState");
    EXPECT_EQ(kindAt(Stage::word, 1), "word");
}

INSTANTIATE_TEST_SUITE_P(Models, EachModel,
                         testing::Values("tiny", "tiny_bottleneck", "tiny_general", "tiny_dot",
                                         "tiny_query"));

TEST(Formula, WithAttentionTheStagesShowTheMostAttendedWord) {
    const auto trace = traceOf("tiny");
    Eigen::Index most = 0;
    trace->steps[1]->weights.maxCoeff(&most);
    const auto score = formulaParts(*trace, {}, {Stage::score, 1, 1});
    ASSERT_EQ(score.size(), 1U);
    EXPECT_EQ(score[0].symbol, QString("e<sub>2,%1</sub>").arg(most + 1));
    const auto weight = formulaParts(*trace, {}, {Stage::softmax, 1, 1});
    ASSERT_EQ(weight.size(), 2U);
    EXPECT_EQ(weight[0].symbol, QString("α<sub>2,%1</sub>").arg(most + 1));
}

TEST(Formula, TheBottlenecksContextIsWhatTheEncoderEndedWith) {
    const auto trace = traceOf("tiny_bottleneck");
    const int last = trace->sourceLength() - 1;
    const auto unit = [&](int u) {
        return formulaParts(*trace, {.step = 1, .strip = Vector::context, .unit = u},
                            endOf(*trace))[0];
    };
    EXPECT_EQ(*unit(1).value, trace->encoder->forward().state(last, 1));
    EXPECT_TRUE(unit(1).formula.contains("→h")) << unit(1).formula.toStdString();
    const int units = int(trace->encoder->forward().state.cols());
    EXPECT_EQ(*unit(units + 2).value, trace->encoder->backward().state(0, 2));
    EXPECT_TRUE(unit(units + 2).formula.contains("←h<sub>1</sub>[3]"));
    // A source word has no weight: what is shown of it is what the encoder made of it.
    const auto word = formulaParts(*trace, {.source = 1, .step = 1}, endOf(*trace));
    EXPECT_EQ(word[0].kind, "embedding");
    EXPECT_EQ(find(word, "weight"), nullptr);
    EXPECT_EQ(formulaParts(*trace, {}, {Stage::score, 1, 1})[0].kind, "context");
}

TEST(Formula, NumbersAreFilledIn) {
    const auto trace = withStep(*traceOf("tiny"), 1, [](model::StepTrace &step) {
        step.scores.setZero();
        step.scores(0) = std::log(4.0F);
        step.weights.setConstant(0.125F);
        step.weights(0) = 0.5F;
    });
    const int length = trace->sourceLength();
    const auto parts = formulaParts(*trace, {.source = 0, .step = 1}, endOf(*trace));
    ASSERT_EQ(parts[0].kind, "weight");
    EXPECT_EQ(*parts[0].value, 0.5F);
    EXPECT_EQ(parts[0].numbers,
              QString("exp(1.386) / %1 = 4.000 / %1 = 0.5000").arg(mathNumber(length + 3)));
}

TEST(Formula, AChangedNumberOfTheTraceShows) {
    const auto before = traceOf("tiny");
    auto trace = std::make_shared<model::Trace>(*withStep(*before, 1, [](model::StepTrace &step) {
        step.scores(2) = 7.25F;
        step.context(3) = -0.625F;
        step.cell.state(0, 4) = 0.875F;
        step.cell.reset(0, 4) = 0.375F;
    }));
    trace->choices[1].candidate.logProbability = std::log(0.25F);
    const Moment end = endOf(*trace);
    const auto cell = formulaParts(*trace, {.source = 2, .step = 1}, end);
    EXPECT_EQ(*find(cell, "score")->value, 7.25F);
    EXPECT_TRUE(find(cell, "score")->numbers.endsWith("= 7.250"));
    EXPECT_EQ(*formulaParts(*trace, {.step = 1, .strip = Vector::context, .unit = 3}, end)[0].value,
              -0.625F);
    const auto state =
        formulaParts(*trace, {.step = 1, .strip = Vector::decoderState, .unit = 4}, end);
    EXPECT_EQ(*find(state, "state")->value, 0.875F);
    EXPECT_EQ(*find(state, "reset")->value, 0.375F);
    EXPECT_FLOAT_EQ(*formulaParts(*trace, {.step = 1}, end)[0].value, 0.25F);
    auto changed = std::make_shared<model::Trace>(*before);
    auto encoder = std::make_shared<model::EncoderTrace>(*before->encoder);
    encoder->embeddings(1, 2) = 0.0625F;
    changed->encoder = encoder;
    EXPECT_EQ(
        *formulaParts(*changed, {.source = 1, .strip = Vector::embedding, .unit = 2}, end)[0].value,
        0.0625F);
}

TEST(Formula, WhatIsNotYetComputedHasNoNumbers) {
    const auto trace = traceOf("tiny");
    const Selection cell{.source = 1, .step = 2};
    for (const FormulaPart &part : formulaParts(*trace, cell, {Stage::word, 1, 1})) {
        EXPECT_FALSE(part.value);
        EXPECT_TRUE(part.numbers.isEmpty());
        EXPECT_TRUE(part.terms.empty());
        EXPECT_FALSE(part.note.isEmpty());
    }
    const auto scored = formulaParts(*trace, cell, {Stage::score, 2, 1});
    EXPECT_EQ(scored[0].kind, "score") << "what there is comes first";
    EXPECT_TRUE(scored[0].value);
    EXPECT_FALSE(find(scored, "weight")->value);
    const auto unit = formulaParts(*trace, {.source = 3, .strip = Vector::forwardState, .unit = 0},
                                   {Stage::forward, 2, 1});
    for (const FormulaPart &part : unit)
        EXPECT_FALSE(part.value);
}

TEST(Formula, OfACandidateIsItsOwnProbability) {
    const auto trace = traceOf("tiny");
    const model::Candidate &other = trace->steps[1]->candidates[2];
    const auto parts = formulaParts(*trace, {.step = 1, .piece = other.id}, endOf(*trace));
    const FormulaPart *word = find(parts, "word");
    ASSERT_TRUE(word && word->value);
    EXPECT_FLOAT_EQ(float(*word->value), std::exp(other.logProbability));
    EXPECT_TRUE(
        word->symbol.contains(vocabularyLabel(trace->model->target(), other.id).toHtmlEscaped()));
    // The exponents of two pieces differ as their log-probabilities do.
    const auto chosen = formulaParts(*trace, {.step = 1}, endOf(*trace));
    EXPECT_NEAR(*word->termsSum - *find(chosen, "word")->termsSum,
                double(other.logProbability - trace->chosen(1).logProbability), tolerance);
    // Of what the trace has not kept, it shows the chosen one.
    const auto unknown = formulaParts(*trace, {.step = 1, .piece = 1000000}, endOf(*trace));
    EXPECT_EQ(*find(unknown, "word")->value, *find(chosen, "word")->value);
}

TEST(Formula, AWeightSetByHandSaysSo) {
    const auto trace = withStep(*traceOf("tiny"), 0, [](model::StepTrace &step) {
        step.weights.setZero();
        step.weights(1) = 1;
        step.weightsForced = true;
    });
    const auto parts = formulaParts(*trace, {.source = 1, .step = 0}, endOf(*trace));
    EXPECT_EQ(*parts[0].value, 1.0F);
    EXPECT_TRUE(parts[0].note.contains("by hand"));
    EXPECT_FALSE(parts[0].numbers.endsWith("= 1.000")) << "the softmax is another number";
}

TEST(Formula, PlacesThatDoNotExistDoNoHarm) {
    const auto trace = traceOf("tiny_general");
    const Moment end = endOf(*trace);
    for (const int far : {-1, 1000})
        for (const Vector strip :
             {Vector::none, Vector::embedding, Vector::forwardState, Vector::backwardState,
              Vector::context, Vector::decoderState, Vector::targetEmbedding})
            for (const int unit : {-1, 0, 100000})
                EXPECT_FALSE(formulaParts(*trace, {far, far, strip, unit}, end).empty());
    EXPECT_TRUE(formulaParts(model::Trace(), {}, {}).empty());
}

TEST(MathNumber, HasFourSignificantDigits) {
    EXPECT_EQ(mathNumber(0), "0");
    EXPECT_EQ(mathNumber(0.63012), "0.6301");
    EXPECT_EQ(mathNumber(-12.3456), "−12.35");
    EXPECT_EQ(mathNumber(14215.6), "14216");
    EXPECT_EQ(mathNumber(241234.0), "2.41·10<sup>5</sup>");
    EXPECT_EQ(mathNumber(-0.00002), "−2.00·10<sup>−5</sup>");
    EXPECT_EQ(mathFactor(-0.5), "(−0.5000)");
    EXPECT_EQ(mathSum({1.5, -0.25, 2}), "1.500 − 0.2500 + 2.000");
    EXPECT_EQ(mathNumber(std::nan("")), "NaN");
}

TEST(ExactNumber, ReadsBackAsTheSameFloat) {
    for (const float value : {0.1F, 0.630124F, -3.0F, 1e-7F, 123456.78F})
        EXPECT_EQ(exactNumber(value).replace(QString("−"), "-").toFloat(), value);
    EXPECT_EQ(exactNumber(0.1F), "0.1");
}

TEST(PlainSymbol, HasNoTags) {
    EXPECT_EQ(plainSymbol("α<sub>3,2</sub>[5] = 2·10<sup>5</sup>"), "α_3,2[5] = 2·10^5");
    EXPECT_EQ(plainSymbol("p<sub>1</sub>(&lt;b&gt;)"), "p_1(<b>)");
}

}  // namespace
}  // namespace widgets
