// SPDX-License-Identifier: GPL-3.0-or-later
// Each layer's backward function against central differences of its forward function, in double
// precision. The scalar that is differentiated is Σ output ∘ probe for a fixed random probe.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <vector>

#include "model/layers/attention.h"
#include "model/layers/convolution.h"
#include "model/layers/gru.h"
#include "model/layers/linear.h"
#include "model/layers/output.h"

namespace {

using namespace model;
using namespace model::layers;
using M = MatrixOf<double>;

M random(long rows, long cols, unsigned seed) {
    M m(rows, cols);
    for (long i = 0; i < m.size(); ++i) {
        m.data()[i] = std::sin(12.9898 * static_cast<double>(i + 1) + 78.233 * seed) * 0.9;
    }
    return m;
}

/// d value() / d input by central differences, compared with `analytic`.
void expectGradient(M &input, const M &analytic, const std::function<double()> &value) {
    constexpr double step = 1e-6;
    double largest = 0;
    for (long i = 0; i < input.size(); ++i) {
        const double kept = input.data()[i];
        input.data()[i] = kept + step;
        const double above = value();
        input.data()[i] = kept - step;
        const double below = value();
        input.data()[i] = kept;
        const double numeric = (above - below) / (2 * step);
        EXPECT_NEAR(analytic.data()[i], numeric, 1e-7) << "value " << i;
        largest = std::max(largest, std::abs(numeric));
    }
    EXPECT_GT(largest, 1e-3) << "no influence: the check would be empty";
}

TEST(LinearLayer, gradients) {
    M x = random(3, 4, 1);
    M w = random(5, 4, 2);
    M b = random(1, 5, 3);
    const M probe = random(3, 5, 4);
    const auto value = [&] {
        M y(3, 5);
        linear<double>(x, w, b, y);
        return y.cwiseProduct(probe).sum();
    };
    M dx = M::Zero(3, 4);
    M dw = M::Zero(5, 4);
    M db = M::Zero(1, 5);
    linearBackwardInput<double>(probe, w, dx);
    linearBackwardWeight<double>(probe, x, dw);
    linearBackwardBias<double>(probe, db);
    expectGradient(x, dx, value);
    expectGradient(w, dw, value);
    expectGradient(b, db, value);
}

TEST(GruLayer, isTheUnitOfTheDefinition) {
    const M x = random(1, 3, 1);
    const M h = random(1, 1, 2);
    const M w = random(3, 1, 3);
    const M b = random(1, 3, 4);
    M gates(1, 3);
    M hidden(1, 1);
    M state(1, 1);
    gates = h * w.transpose();
    gruCombine<double>(x, b, h, gates, hidden, state);
    const auto sigma = [](double a) { return 1 / (1 + std::exp(-a)); };
    const double r = sigma(x(0, 0) + w(0, 0) * h(0, 0) + b(0, 0));
    const double z = sigma(x(0, 1) + w(1, 0) * h(0, 0) + b(0, 1));
    const double n = std::tanh(x(0, 2) + r * (w(2, 0) * h(0, 0) + b(0, 2)));
    EXPECT_NEAR(gates(0, 0), r, 1e-12);
    EXPECT_NEAR(gates(0, 1), z, 1e-12);
    EXPECT_NEAR(gates(0, 2), n, 1e-12);
    EXPECT_NEAR(state(0, 0), (1 - z) * n + z * h(0, 0), 1e-12);
}

TEST(GruLayer, gradients) {
    constexpr long batch = 2;
    constexpr long units = 3;
    M x = random(batch, 3 * units, 1);
    M h = random(batch, units, 2);
    M w = random(3 * units, units, 3);
    M b = random(1, 3 * units, 4);
    const M probe = random(batch, units, 5);
    M gates(batch, 3 * units);
    M hidden(batch, units);
    M state(batch, units);
    const auto value = [&] {
        gates.noalias() = h * w.transpose();
        gruCombine<double>(x, b, h, gates, hidden, state);
        return state.cwiseProduct(probe).sum();
    };
    value();
    M dx(batch, 3 * units);
    M dHiddenGates(batch, 3 * units);
    M dh = M::Zero(batch, units);
    gruCombineBackward<double>(probe, h, gates, hidden, dx, dHiddenGates, dh);
    dh += dHiddenGates * w;
    M dw = M::Zero(3 * units, units);
    M db = M::Zero(1, 3 * units);
    linearBackwardWeight<double>(dHiddenGates, h, dw);
    linearBackwardBias<double>(dHiddenGates, db);
    expectGradient(x, dx, value);
    expectGradient(h, dh, value);
    expectGradient(w, dw, value);
    expectGradient(b, db, value);
}

TEST(AdditiveScores, gradients) {
    M query = random(1, 4, 1);
    M keys = random(5, 4, 2);
    M energy = random(1, 4, 3);
    const M probe = random(1, 5, 4);
    M activations(5, 4);
    M scores(1, 5);
    const auto value = [&] {
        additiveScores<double>(query, keys, energy, activations, scores);
        return scores.cwiseProduct(probe).sum();
    };
    value();
    M dQuery = M::Zero(1, 4);
    M dKeys = M::Zero(5, 4);
    M dEnergy = M::Zero(1, 4);
    additiveScoresBackward<double>(probe, energy, activations, dQuery, dKeys, dEnergy);
    expectGradient(query, dQuery, value);
    expectGradient(keys, dKeys, value);
    expectGradient(energy, dEnergy, value);
}

TEST(Softmax, sumsToOneAndSurvivesLargeScores) {
    M scores(1, 3);
    scores << 1000, 999, -1000;
    M weights(1, 3);
    softmax<double>(scores, weights);
    EXPECT_NEAR(weights.sum(), 1, 1e-12);
    EXPECT_NEAR(weights(0, 0), 1 / (1 + std::exp(-1.0)), 1e-12);
    EXPECT_EQ(weights(0, 2), 0);
}

TEST(Softmax, gradients) {
    M scores = random(1, 5, 1);
    const M probe = random(1, 5, 2);
    M weights(1, 5);
    const auto value = [&] {
        softmax<double>(scores, weights);
        return weights.cwiseProduct(probe).sum();
    };
    value();
    M dScores(1, 5);
    softmaxBackward<double>(probe, weights, dScores);
    expectGradient(scores, dScores, value);
}

TEST(ContextVector, gradients) {
    M weights = random(1, 3, 1);
    M annotations = random(3, 4, 2);
    const M probe = random(1, 4, 3);
    const auto value = [&] {
        M context(1, 4);
        contextVector<double>(weights, annotations, context);
        return context.cwiseProduct(probe).sum();
    };
    M dWeights = M::Zero(1, 3);
    M dAnnotations = M::Zero(3, 4);
    contextVectorBackward<double>(probe, weights, annotations, dWeights, dAnnotations);
    expectGradient(weights, dWeights, value);
    expectGradient(annotations, dAnnotations, value);
}

TEST(CrossEntropy, gradients) {
    for (const double smoothing : {0.0, 0.1}) {
        M logits = random(3, 6, 1) * 3;
        const std::vector<int> targets{5, 0, 2};
        const auto value = [&] {
            M copy = logits;
            return crossEntropy<double>(copy, targets, smoothing).loss;
        };
        M gradient = logits;
        crossEntropy<double>(gradient, targets, smoothing);
        expectGradient(logits, gradient, value);
    }
}

TEST(CrossEntropy, countsLikelihoodAndHits) {
    M logits(2, 3);
    logits << 2, 1, 0, 0, 5, 0;
    const std::vector<int> targets{1, 1};
    M log(1, 3);
    double expected = 0;
    for (long i = 0; i < 2; ++i) {
        logSoftmax<double>(logits.row(i), log);
        EXPECT_NEAR(log.array().exp().sum(), 1, 1e-12);
        expected += log(0, 1);
    }
    const CrossEntropy result = crossEntropy<double>(logits, targets, 0.0);
    EXPECT_NEAR(result.logLikelihood, expected, 1e-12);
    EXPECT_NEAR(result.loss, -expected, 1e-12);
    EXPECT_EQ(result.correct, 1);
}

/// A convolution from its definition: the sum over the nine cells around each stride-th one.
M convolved(const M &cells, const M &weight, long n, long stride) {
    const long channels = cells.cols();
    M output = M::Zero(n / stride * (n / stride), weight.rows());
    for (long y = 0; y < n; y += stride) {
        for (long x = 0; x < n; x += stride) {
            for (long k = 0; k < 9; ++k) {
                const long row = y + k / 3 - 1;
                const long column = x + k % 3 - 1;
                if (row < 0 || row >= n || column < 0 || column >= n) {
                    continue;
                }
                for (long c = 0; c < channels; ++c) {
                    output.row(y / stride * (n / stride) + x / stride) +=
                        cells(row * n + column, c) * weight.col(k * channels + c).transpose();
                }
            }
        }
    }
    return output;
}

class Convolution : public testing::TestWithParam<long> {};

TEST_P(Convolution, isTheSumOverTheCellsAround) {
    const long n = 6;
    const M cells = random(n * n, 3, 1);
    const M weight = random(4, 27, 2);
    const long rows = n / GetParam() * (n / GetParam());
    M patches = M::Constant(rows, 27, 7);
    gatherPatches<double>(cells, GetParam(), patches);
    M output(rows, 4);
    linear<double>(patches, weight, output);
    EXPECT_LT((output - convolved(cells, weight, n, GetParam())).cwiseAbs().maxCoeff(), 1e-12);
}

TEST_P(Convolution, gradients) {
    const long n = 4;
    M cells = random(n * n, 2, 3);
    const long rows = n / GetParam() * (n / GetParam());
    const M probe = random(rows, 18, 4);
    const auto value = [&] {
        M patches(rows, 18);
        gatherPatches<double>(cells, GetParam(), patches);
        return patches.cwiseProduct(probe).sum();
    };
    M dCells = M::Zero(n * n, 2);
    gatherPatchesBackward<double>(probe, GetParam(), dCells);
    expectGradient(cells, dCells, value);
}

INSTANTIATE_TEST_SUITE_P(Layers, Convolution, testing::Values(1, 2));

}  // namespace
