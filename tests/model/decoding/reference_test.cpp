// SPDX-License-Identifier: GPL-3.0-or-later
// Every number of a translation against tests/reference/reference.py, which knows nothing of the
// C++ code.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "model/decoding/intervention_file.h"
#include "model/decoding/posterior.h"
#include "model/decoding/search.h"
#include "tests/support/traces.h"

namespace {

using model::Matrix;
using nlohmann::json;

constexpr double tolerance = 1e-5;

Matrix matrix(const json &values) {
    const bool vector = values.at(0).is_number();
    const json rows = vector ? json::array({values}) : values;
    Matrix result(static_cast<long>(rows.size()), static_cast<long>(rows.at(0).size()));
    for (long i = 0; i < result.rows(); ++i) {
        for (long j = 0; j < result.cols(); ++j) {
            result(i, j) =
                rows.at(static_cast<std::size_t>(i)).at(static_cast<std::size_t>(j)).get<float>();
        }
    }
    return result;
}

/// Compares a tensor with the reference's of that name; one that the reference lacks must be empty.
void compare(const Matrix &got, const json &reference, const std::string &name) {
    SCOPED_TRACE(name);
    if (!reference.contains(name)) {
        EXPECT_EQ(got.size(), 0);
        return;
    }
    const Matrix expected = matrix(reference.at(name));
    ASSERT_EQ(got.rows(), expected.rows());
    ASSERT_EQ(got.cols(), expected.cols());
    const double largest = static_cast<double>(expected.cwiseAbs().maxCoeff());
    EXPECT_LT((got - expected).cwiseAbs().maxCoeff(), tolerance * std::max(1.0, largest));
}

void compareCells(const model::GruTrace &got, const json &reference, const std::string &name) {
    SCOPED_TRACE(name);
    const json cells = reference.contains(name) ? reference.at(name) : json::object();
    compare(got.reset, cells, "reset");
    compare(got.update, cells, "update");
    compare(got.candidate, cells, "candidate");
    compare(got.state, cells, "state");
}

void compareStep(const model::StepTrace &got, const model::Choice &choice, const json &reference) {
    EXPECT_EQ(got.previousId, reference.at("previousId").get<int>());
    compare(got.previousEmbedding, reference, "previousEmbedding");
    compare(got.query, reference, "query");
    compare(got.scores, reference, "scores");
    compare(got.weights, reference, "weights");
    compare(got.context, reference, "context");
    compareCells(got.cell, reference, "cell");
    compare(got.readout, reference, "readout");
    EXPECT_NEAR(got.entropy, reference.at("entropy").get<double>(), tolerance);
    EXPECT_EQ(choice.candidate.id, reference.at("chosen").get<int>());
    EXPECT_TRUE(choice.rank == 0 || choice.forced);

    const json &candidates = reference.at("candidates");
    ASSERT_GE(got.candidates.size(), candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        SCOPED_TRACE("candidate " + std::to_string(i));
        EXPECT_NEAR(got.candidates[i].logProbability, candidates[i].at(1).get<double>(), tolerance);
        // Two that are as good as equally probable may change places.
        const bool tie =
            (i > 0 && got.candidates[i - 1].logProbability - got.candidates[i].logProbability <
                          2 * tolerance) ||
            (i + 1 < got.candidates.size() &&
             got.candidates[i].logProbability - got.candidates[i + 1].logProbability <
                 2 * tolerance);
        if (!tie) {
            EXPECT_EQ(got.candidates[i].id, candidates[i].at(0).get<int>());
        }
    }
}

/// The posterior attention of some steps of a trace.
void comparePosterior(const model::Trace &trace, const json &steps) {
    if (!trace.hasAttention()) {
        return;
    }
    const model::Posterior posterior = model::posteriorAttention(trace);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        SCOPED_TRACE("step " + std::to_string(i));
        const auto row = static_cast<long>(i);
        compare(posterior.weights.row(row), steps[i], "posterior");
        compare(posterior.logLikelihoods.row(row), steps[i], "logLikelihoods");
    }
}

class Reference : public testing::TestWithParam<const char *> {};

TEST_P(Reference, everyTensorOfTheTraceIsTheIndependentOne) {
    const std::string name = GetParam();
    std::ifstream file(support::dataFile(name + ".json"));
    const json reference = json::parse(file);
    const auto trace = support::tinyTrace(reference.at("sentence").get<std::string>(), name);

    const auto pieces = trace->source.pieces();
    ASSERT_EQ(pieces.size(), reference.at("ids").size());
    for (std::size_t j = 0; j < pieces.size(); ++j) {
        EXPECT_EQ(pieces[j].id, reference.at("ids")[j].get<int>());
        EXPECT_EQ(pieces[j].text, reference.at("pieces")[j].get<std::string>());
    }
    const json &encoder = reference.at("encoder");
    compare(trace->encoder->embeddings, encoder, "embeddings");
    const std::size_t seen = encoder.contains("features") ? encoder.at("features").size() : 0;
    ASSERT_EQ(trace->encoder->features.size(), seen);
    for (std::size_t layer = 0; layer < seen; ++layer) {
        const json features{{"features", encoder.at("features")[layer]}};
        compare(trace->encoder->features[layer], features, "features");
    }
    compareCells(trace->encoder->forward(), encoder, "forward");
    compareCells(trace->encoder->backward(), encoder, "backward");
    compare(trace->encoder->annotations, encoder, "annotations");
    compare(trace->encoder->keys, encoder, "keys");
    compare(trace->encoder->initial, encoder, "initial");

    const json &steps = reference.at("steps");
    ASSERT_EQ(trace->steps.size(), steps.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        SCOPED_TRACE("step " + std::to_string(i));
        compareStep(*trace->steps[i], trace->choices[i], steps[i]);
    }
    comparePosterior(*trace, steps);
    EXPECT_EQ(trace->ending, model::Ending::endPiece);
    EXPECT_EQ(trace->translation, reference.at("translation").get<std::string>());
}

TEST_P(Reference, everyTensorWithInterventionsIsTheIndependentOne) {
    const std::string name = GetParam();
    std::ifstream file(support::dataFile("interventions.json"));
    const json reference = json::parse(file);
    const auto model = support::tinyModel(name);
    const json &cases = reference.at(name);
    const char *read = model->configuration().seesPictures() ? "picture" : "sentence";
    EXPECT_EQ(cases.size(), name == "tiny_bottleneck" ? 1U : 5U);
    for (const json &each : cases) {
        const std::string decided = each.at("interventions").dump();
        SCOPED_TRACE(decided);
        const auto trace =
            model::translate({model, reference.at(read).get<std::string>(),
                              model::interventionsFromJson(decided, *model, "of the reference")});
        compare(trace->encoder->annotations, each.at("encoder"), "annotations");
        compare(trace->encoder->initial, each.at("encoder"), "initial");
        const json &steps = each.at("steps");
        ASSERT_GE(trace->steps.size(), steps.size());
        for (std::size_t i = 0; i < steps.size(); ++i) {
            SCOPED_TRACE("step " + std::to_string(i));
            compareStep(*trace->steps[i], trace->choices[i], steps[i]);
        }
        comparePosterior(*trace, steps);
    }
}

INSTANTIATE_TEST_SUITE_P(TinyModels, Reference,
                         testing::Values("tiny", "tiny_bottleneck", "tiny_general", "tiny_dot",
                                         "tiny_query", "tiny_caption"),
                         [](const auto &info) { return std::string(info.param); });

}  // namespace
