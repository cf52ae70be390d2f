// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/weight_product.h"

#include <gtest/gtest.h>

#include "model/numerics/helper.h"
#include "tests/model/layers/random_matrix.h"

namespace model::layers {
namespace {

using Halves = MatrixOf<Eigen::half>;

/// Sizes around those that the vector instructions take at once.
class WeightProduct : public testing::TestWithParam<std::tuple<int, int, int>> {
  protected:
    WeightProduct()
        : x_(randomMatrix(std::get<0>(GetParam()), std::get<2>(GetParam()), 1)),
          halves_(randomMatrix(std::get<1>(GetParam()), x_.cols(), 2).cast<Eigen::half>()),
          bias_(randomMatrix(1, halves_.rows(), 3).cast<Eigen::half>()) {}

    /// In double, so that only the product's own rounding is measured.
    Eigen::MatrixXd expected() const {
        const Eigen::MatrixXd weights = halves_.cast<float>().cast<double>();
        const Eigen::RowVectorXd bias = bias_.cast<float>().cast<double>();
        return (x_.cast<double>() * weights.transpose()).rowwise() + bias;
    }

    Matrix x_;
    Halves halves_;
    Halves bias_;
};

TEST_P(WeightProduct, IsThatOfTheWidenedWeights) {
    Matrix y = Matrix::Constant(x_.rows(), halves_.rows(), 99);
    linear(x_, WeightMatrix(halves_.data(), halves_.rows(), halves_.cols()),
           WeightMatrix(bias_.data(), 1, bias_.cols()), y);
    EXPECT_LT((y.cast<double>() - expected()).cwiseAbs().maxCoeff(), 1e-5);
}

TEST_P(WeightProduct, WritesIntoABlockAndReadsFromOne) {
    Matrix wide = Matrix::Constant(x_.rows(), x_.cols() + 3, 7);
    wide.leftCols(x_.cols()) = x_;
    Matrix y = Matrix::Constant(x_.rows(), halves_.rows() + 2, 99);
    linear(wide.leftCols(x_.cols()), WeightMatrix(halves_.data(), halves_.rows(), halves_.cols()),
           WeightMatrix(bias_.data(), 1, bias_.cols()), y.leftCols(halves_.rows()));
    EXPECT_LT((y.leftCols(halves_.rows()).cast<double>() - expected()).cwiseAbs().maxCoeff(), 1e-5);
    EXPECT_TRUE((y.rightCols(2).array() == 99).all());
}

TEST_P(WeightProduct, IsTheSameInSinglePrecision) {
    const Matrix weights = halves_.cast<float>();
    const Matrix bias = bias_.cast<float>();
    Matrix y(x_.rows(), halves_.rows());
    linear(x_, weights, bias, y);
    EXPECT_LT((y.cast<double>() - expected()).cwiseAbs().maxCoeff(), 1e-5);
}

TEST_P(WeightProduct, GivesEachRowTheSameNumbersAlone) {
    const Matrix floats = halves_.cast<float>();
    for (const WeightMatrix &weights :
         {WeightMatrix(halves_.data(), halves_.rows(), halves_.cols()), WeightMatrix(floats)}) {
        Matrix together(x_.rows(), halves_.rows());
        linear(x_, weights, together);
        for (long k = 0; k < x_.rows(); ++k) {
            Matrix alone(1, halves_.rows());
            linear(x_.row(k), weights, alone);
            EXPECT_EQ(alone.row(0), together.row(k));
        }
    }
}

TEST_P(WeightProduct, TakesSomeColumnsOfLongerRows) {
    const long n = x_.cols();
    Halves wide = Halves::Constant(halves_.rows(), n + 5, Eigen::half(3.0F));
    wide.middleCols(2, n) = halves_;
    const Matrix floats = wide.cast<float>();
    for (const WeightMatrix &weights :
         {WeightMatrix(wide.data(), wide.rows(), wide.cols()), WeightMatrix(floats)}) {
        Matrix y(x_.rows(), halves_.rows());
        linear(x_, weights.columns(2, n), WeightMatrix(bias_.data(), 1, bias_.cols()), y);
        EXPECT_LT((y.cast<double>() - expected()).cwiseAbs().maxCoeff(), 1e-5);
    }
}

TEST(WeightProductWithAHelper, IsTheSameToTheLastBit) {
    Helper helper;
    for (const long rows : {1000, 1003, 67, 6, 0}) {
        const Matrix x = randomMatrix(7, 301, 1);
        const Halves weights = randomMatrix(rows, x.cols(), 2).cast<Eigen::half>();
        const WeightMatrix matrix(weights.data(), rows, x.cols());
        for (const long count : {1, 2, 7}) {
            Matrix alone(count, rows);
            linear(x.topRows(count), matrix, alone);
            Matrix together = Matrix::Constant(count, rows, 99);
            const Helper::Attending attending(helper);
            linear(x.topRows(count), matrix, together);
            EXPECT_EQ(together, alone);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, WeightProduct,
                         testing::Combine(testing::Values(1, 2, 3, 5, 7),
                                          testing::Values(1, 4, 7, 12),
                                          testing::Values(1, 7, 8, 19, 43, 64)));

TEST(WeightMatrix, GivesItsValuesAsFloat) {
    const Matrix values = randomMatrix(5, 3, 4);
    const Halves halves = values.cast<Eigen::half>();
    const WeightMatrix matrix(halves.data(), 5, 3);
    EXPECT_EQ(matrix.matrix(), halves.cast<float>());
    EXPECT_EQ(matrix.row(2), halves.cast<float>().row(2));
    EXPECT_EQ(matrix.rows(3, 2), halves.cast<float>().bottomRows(2));
    EXPECT_EQ(matrix(4, 1), static_cast<float>(halves(4, 1)));
    EXPECT_EQ(matrix.floats(), nullptr);
    EXPECT_EQ(WeightMatrix(values).matrix(), values);
    const WeightMatrix part = matrix.columns(1, 2);
    EXPECT_EQ(part.matrix(), halves.cast<float>().rightCols(2));
    EXPECT_EQ(part.row(3), halves.cast<float>().block(3, 1, 1, 2));
    EXPECT_EQ(part(4, 1), static_cast<float>(halves(4, 2)));
    EXPECT_EQ(WeightMatrix(values).halves(), nullptr);
}

}  // namespace
}  // namespace model::layers
