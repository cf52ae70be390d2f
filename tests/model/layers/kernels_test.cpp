// SPDX-License-Identifier: GPL-3.0-or-later
// The kernels of each kind of processor against the same layers in double precision, which Eigen
// computes, and against each other.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "model/layers/activation.h"
#include "model/layers/attention.h"
#include "model/layers/gru.h"
#include "model/layers/linear.h"
#include "model/layers/output.h"
#include "model/layers/processor.h"
#include "model/layers/product.h"
#include "model/layers/weight_product.h"
#include "tests/model/layers/random_matrix.h"

namespace model::layers {
namespace {

using Double = MatrixOf<double>;

/// To 1e-5, of each number's size where it is larger than 1.
void expectNear(const Matrix &found, const Double &expected) {
    const auto difference = (found.cast<double>() - expected).array().abs();
    EXPECT_LT((difference / expected.array().abs().max(1.0)).maxCoeff(), 1e-5);
}

/// Sizes around those that vectors of 4, 8 and 16 take at once.
constexpr std::array<long, 8> sizes{1, 3, 4, 9, 16, 31, 64, 301};

class KernelsOf : public testing::TestWithParam<ProcessorLevel> {
  protected:
    void SetUp() override {
        if (!GetParam().supported) {
            GTEST_SKIP() << "this processor does not support " << GetParam().name;
        }
        setProcessorLevel(GetParam());
    }
    void TearDown() override { setProcessorLevel(processorLevels().front()); }
};

TEST_P(KernelsOf, multiplyMatrices) {
    for (const auto &[m, n, k] : std::vector<std::array<long, 3>>{
             {1, 40, 9}, {2, 3, 4}, {6, 16, 1}, {13, 33, 70}, {97, 1030, 5}, {12, 32, 513}}) {
        for (const Transposed transposed :
             {Transposed::none, Transposed::first, Transposed::second}) {
            const bool first = transposed == Transposed::first;
            const bool second = transposed == Transposed::second;
            // Rows further apart than they are long, as blocks of a larger matrix are.
            const Matrix wideA = randomMatrix(first ? k : m, (first ? m : k) + 3, 1);
            const Matrix wideB = randomMatrix(second ? n : k, (second ? k : n) + 5, 2);
            const auto a = wideA.leftCols(first ? m : k);
            const auto b = wideB.leftCols(second ? k : n);
            const Double left = first ? Double(a.transpose().cast<double>()) : a.cast<double>();
            const Double right = second ? Double(b.transpose().cast<double>()) : b.cast<double>();
            for (const bool add : {false, true}) {
                Matrix c = Matrix::Constant(m, n + 2, 7);
                product<float>(a, b, transposed, add, c.leftCols(n));
                const Double expected = (left * right).array() + (add ? 7.0 : 0.0);
                expectNear(c.leftCols(n), expected);
                EXPECT_TRUE((c.rightCols(2).array() == 7).all()) << "beside the result";
            }
        }
    }
}

/// Every half-precision number there is, at the end of a row and before it.
TEST_P(KernelsOf, widenHalvesExactly) {
    constexpr long count = 1 << 16;
    for (const long cols : {1L, 16L}) {
        MatrixOf<Eigen::half> halves =
            MatrixOf<Eigen::half>::Constant(count, cols, Eigen::half(0.0F));
        for (long i = 0; i < count; ++i) {
            halves(i, 0) =
                Eigen::numext::bit_cast<Eigen::half>(static_cast<Eigen::numext::uint16_t>(i));
        }
        Matrix x = Matrix::Zero(1, cols);
        x(0, 0) = 1;
        Matrix y(1, count);
        linear(x, WeightMatrix(halves.data(), count, cols), y);
        for (long i = 0; i < count; ++i) {
            const auto expected = static_cast<float>(halves(i, 0));
            ASSERT_TRUE(y(0, i) == expected || (std::isnan(y(0, i)) && std::isnan(expected))) << i;
        }
    }
}

TEST_P(KernelsOf, addBiasesAndTheirGradients) {
    for (const long n : sizes) {
        const Matrix x = randomMatrix(5, 3, 1);
        const Matrix weight = randomMatrix(n, 3, 2);
        const Matrix bias = randomMatrix(1, n, 3);
        Matrix y(5, n);
        linear<float>(x, weight, bias, y);
        Double expected(5, n);
        linear<double>(x.cast<double>(), weight.cast<double>(), bias.cast<double>(), expected);
        expectNear(y, expected);
        Matrix gradient = bias;
        linearBackwardBias<float>(y, gradient);
        expectNear(gradient, (expected.colwise().sum() + bias.cast<double>()).eval());
    }
}

TEST_P(KernelsOf, runGatedUnits) {
    for (const long units : sizes) {
        const Matrix inputs = randomMatrix(3, 3 * units, 1, 6);
        const Matrix bias = randomMatrix(1, 3 * units, 2);
        const Matrix previous = randomMatrix(3, units, 3);
        const Matrix hidden = randomMatrix(3, 3 * units, 4, 6);
        Matrix gates = hidden;
        Matrix candidate(3, units);
        Matrix state(3, units);
        gruCombine<float>(inputs, bias, previous, gates, candidate, state);
        Double gatesD = hidden.cast<double>();
        Double candidateD(3, units);
        Double stateD(3, units);
        gruCombine<double>(inputs.cast<double>(), bias.cast<double>(), previous.cast<double>(),
                           gatesD, candidateD, stateD);
        expectNear(gates, gatesD);
        expectNear(candidate, candidateD);
        expectNear(state, stateD);

        const Matrix dState = randomMatrix(3, units, 5);
        Matrix dInput(3, 3 * units);
        Matrix dHidden(3, 3 * units);
        Matrix dPrevious = previous;
        gruCombineBackward<float>(dState, previous, gates, candidate, dInput, dHidden, dPrevious);
        Double dInputD(3, 3 * units);
        Double dHiddenD(3, 3 * units);
        Double dPreviousD = previous.cast<double>();
        gruCombineBackward<double>(dState.cast<double>(), previous.cast<double>(), gatesD,
                                   candidateD, dInputD, dHiddenD, dPreviousD);
        expectNear(dInput, dInputD);
        expectNear(dHidden, dHiddenD);
        expectNear(dPrevious, dPreviousD);
    }
}

TEST_P(KernelsOf, attend) {
    constexpr long length = 7;
    for (const long units : sizes) {
        const Matrix query = randomMatrix(1, units, 1);
        const Matrix keys = randomMatrix(length, units, 2);
        const Matrix energy = randomMatrix(1, units, 3);
        Matrix activations(length, units);
        Matrix scores(1, length);
        additiveScores<float>(query, keys, energy, activations, scores);
        Double activationsD(length, units);
        Double scoresD(1, length);
        additiveScores<double>(query.cast<double>(), keys.cast<double>(), energy.cast<double>(),
                               activationsD, scoresD);
        expectNear(activations, activationsD);
        expectNear(scores, scoresD);

        const Matrix dScores = randomMatrix(1, length, 4);
        Matrix dQuery = query;
        Matrix dKeys = keys;
        Matrix dEnergy = energy;
        Double dQueryD = query.cast<double>();
        Double dKeysD = keys.cast<double>();
        Double dEnergyD = energy.cast<double>();
        additiveScoresBackward<float>(dScores, energy, activations, dQuery, dKeys, dEnergy);
        additiveScoresBackward<double>(dScores.cast<double>(), energy.cast<double>(), activationsD,
                                       dQueryD, dKeysD, dEnergyD);
        expectNear(dQuery, dQueryD);
        expectNear(dKeys, dKeysD);
        expectNear(dEnergy, dEnergyD);
    }
}

TEST_P(KernelsOf, weightAnnotations) {
    for (const long length : sizes) {
        for (const long units : sizes) {
            const Matrix scores = randomMatrix(1, length, 1, 20);
            const Matrix annotations = randomMatrix(length, units, 2);
            Matrix weights(1, length);
            Matrix context(1, units);
            softmax<float>(scores, weights);
            contextVector<float>(weights, annotations, context);
            Double weightsD(1, length);
            Double contextD(1, units);
            softmax<double>(scores.cast<double>(), weightsD);
            contextVector<double>(weightsD, annotations.cast<double>(), contextD);
            expectNear(weights, weightsD);
            expectNear(context, contextD);

            Matrix dWeights = scores;
            Matrix dAnnotations = annotations;
            Double dWeightsD = scores.cast<double>();
            Double dAnnotationsD = annotations.cast<double>();
            contextVectorBackward<float>(context, weights, annotations, dWeights, dAnnotations);
            contextVectorBackward<double>(contextD, weightsD, annotations.cast<double>(), dWeightsD,
                                          dAnnotationsD);
            expectNear(dWeights, dWeightsD);
            expectNear(dAnnotations, dAnnotationsD);
        }
    }
}

TEST_P(KernelsOf, predictPieces) {
    for (const long vocabulary : {1L, 5L, 16L, 67L, 8000L}) {
        const Matrix logits = randomMatrix(2, vocabulary, 1, 15);
        const std::vector<int> targets{0, static_cast<int>(vocabulary - 1)};
        Matrix gradient = logits;
        const CrossEntropy cost = crossEntropy<float>(gradient, targets, 0.1F);
        Double gradientD = logits.cast<double>();
        const CrossEntropy costD = crossEntropy<double>(gradientD, targets, 0.1);
        expectNear(gradient, gradientD);
        EXPECT_NEAR(cost.loss, costD.loss, 1e-5 * std::max(1.0, costD.loss));
        EXPECT_NEAR(cost.logLikelihood, costD.logLikelihood,
                    1e-5 * std::max(1.0, -costD.logLikelihood));
        EXPECT_EQ(cost.correct, costD.correct);

        Matrix logProbabilities(1, vocabulary);
        logSoftmax<float>(logits.row(0), logProbabilities);
        Double logProbabilitiesD(1, vocabulary);
        logSoftmax<double>(logits.row(0).cast<double>(), logProbabilitiesD);
        expectNear(logProbabilities, logProbabilitiesD);
        const double expected =
            -(logProbabilitiesD.array().exp() * logProbabilitiesD.array()).sum();
        EXPECT_NEAR(entropy(logProbabilities.row(0)), expected, 1e-5 * std::max(1.0, expected));
    }
}

TEST_P(KernelsOf, keepWhatIsNotANumber) {
    constexpr float nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float infinity = std::numeric_limits<float>::infinity();
    for (const long n : {1L, 16L, 19L}) {
        Matrix x = Matrix::Constant(1, n, nan);
        hyperbolicTangent<float>(x);
        EXPECT_TRUE(x.array().isNaN().all());
        x = Matrix::Constant(1, n, -infinity);
        hyperbolicTangent<float>(x);
        EXPECT_LT((x.array() + 1).abs().maxCoeff(), 1e-6);
        Matrix logits = Matrix::Zero(1, n);
        logits(0, n - 1) = nan;
        logSoftmax<float>(logits, logits);
        EXPECT_TRUE(logits.array().isNaN().all());
        EXPECT_TRUE(std::isnan(entropy(logits.row(0))));
    }
}

TEST_P(KernelsOf, giveGatesBetweenZeroAndOne) {
    Matrix gates = Matrix::Zero(1, 3 * 400);
    const Row inputs = Row::LinSpaced(3 * 400, -100, 100);
    Matrix candidate(1, 400);
    Matrix state(1, 400);
    gruCombine<float>(inputs, Matrix::Zero(1, 3 * 400), Matrix::Zero(1, 400), gates, candidate,
                      state);
    EXPECT_GE(gates.leftCols(800).minCoeff(), 0);
    EXPECT_LE(gates.leftCols(800).maxCoeff(), 1);
    EXPECT_LE(gates.cwiseAbs().maxCoeff(), 1);
}

TEST_P(KernelsOf, learnAsInDoublePrecision) {
    for (const long n : sizes) {
        const AdamFactors factors{0.5F, 0.9F, 0.99F, 0.01F, 1.5F, 1e-8F, 0.25F};
        Matrix w = randomMatrix(1, n, 1);
        Matrix g = randomMatrix(1, n, 2);
        Matrix m = randomMatrix(1, n, 3);
        Matrix v = randomMatrix(1, n, 4).cwiseAbs();
        Matrix average = randomMatrix(1, n, 5);
        const Eigen::ArrayXXd gD = 0.5 * g.cast<double>().array();
        const Eigen::ArrayXXd mD = 0.9 * m.cast<double>().array() + 0.1 * gD;
        const Eigen::ArrayXXd vD = 0.99 * v.cast<double>().array() + 0.01 * gD.square();
        const Eigen::ArrayXXd wD = w.cast<double>().array() - 0.01 * mD / (vD.sqrt() * 1.5 + 1e-8);
        const Eigen::ArrayXXd averageD =
            average.cast<double>().array() + 0.25 * (wD - average.cast<double>().array());
        kernels().adam(&factors, w.data(), g.data(), m.data(), v.data(), average.data(), n);
        expectNear(w, wD.matrix());
        expectNear(g, gD.matrix());
        expectNear(m, mD.matrix());
        expectNear(v, vD.matrix());
        expectNear(average, averageD.matrix());
    }
}

INSTANTIATE_TEST_SUITE_P(Processors, KernelsOf,
                         testing::ValuesIn(processorLevels().begin(), processorLevels().end()),
                         [](const auto &info) {
                             std::string name(info.param.name);
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace model::layers
