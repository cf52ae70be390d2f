// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/product.h"

#include <gtest/gtest.h>

#include "model/onednn.h"

namespace {

using namespace model;
using namespace model::layers;

struct Shape {
    long m, n, k;
};
void PrintTo(const Shape &shape, std::ostream *out) {
    *out << shape.m << " x " << shape.n << " x " << shape.k;
}

class ProductTest : public testing::TestWithParam<Shape> {
  protected:
    void SetUp() override { setProductLibrary(oneDnn()); }
    void TearDown() override { setProductLibrary({}); }
};

/// Rows further apart than they are long, as blocks of a larger matrix are.
Eigen::Map<Matrix, 0, Eigen::OuterStride<>> spaced(Matrix &storage, long cols) {
    return {storage.data(), storage.rows(), cols, Eigen::OuterStride<>(storage.cols())};
}

TEST_P(ProductTest, ofTheLibraryIsEigens) {
    const auto [m, n, k] = GetParam();
    for (const Transposed transposed : {Transposed::none, Transposed::first, Transposed::second}) {
        for (const bool add : {false, true}) {
            const bool first = transposed == Transposed::first;
            const bool second = transposed == Transposed::second;
            Matrix aStorage = Matrix::Random(first ? k : m, (first ? m : k) + 3);
            Matrix bStorage = Matrix::Random(second ? n : k, (second ? k : n) + 5);
            Matrix cStorage = Matrix::Random(m, n + 2);
            const auto a = spaced(aStorage, first ? m : k);
            const auto b = spaced(bStorage, second ? k : n);
            auto c = spaced(cStorage, n);
            const Matrix left = first ? Matrix(a.transpose()) : Matrix(a);
            const Matrix right = second ? Matrix(b.transpose()) : Matrix(b);
            const Matrix expected = left * right + (add ? Matrix(c) : Matrix(Matrix::Zero(m, n)));
            const Matrix beyond = cStorage.rightCols(2);
            product<float>(a, b, transposed, add, c);
            EXPECT_LT((Matrix(c) - expected).cwiseAbs().maxCoeff(), 1e-4F)
                << static_cast<int>(transposed) << (add ? " added" : "");
            EXPECT_EQ(cStorage.rightCols(2), beyond) << "beside the result";
        }
    }
}

TEST_P(ProductTest, withARepeatedFactorIsTheProduct) {
    const auto [m, n, k] = GetParam();
    for (const Transposed transposed : {Transposed::none, Transposed::second}) {
        const bool second = transposed == Transposed::second;
        RepeatedProduct<float> product;
        // The factor changes between products, as weights do, and so do the other's rows.
        for (const long rows : {m, m + 1, m}) {
            Matrix aStorage = Matrix::Random(rows, k + 3);
            Matrix bStorage = Matrix::Random(second ? n : k, (second ? k : n) + 5);
            Matrix cStorage = Matrix::Random(rows, n + 2);
            const auto a = spaced(aStorage, k);
            const auto b = spaced(bStorage, second ? k : n);
            auto c = spaced(cStorage, n);
            const Matrix beyond = cStorage.rightCols(2);
            const Matrix right = second ? Matrix(b.transpose()) : Matrix(b);
            product.load(b, transposed);
            product.multiply(a, false, c);
            EXPECT_LT((Matrix(c) - a * right).cwiseAbs().maxCoeff(), 1e-4F);
            product.multiply(a, true, c);
            EXPECT_LT((Matrix(c) - 2 * a * right).cwiseAbs().maxCoeff(), 1e-4F);
            EXPECT_EQ(cStorage.rightCols(2), beyond) << "beside the result";
        }
    }
}

TEST(RepeatedProduct, withoutALibraryIsEigens) {
    const Matrix a = Matrix::Random(3, 4);
    const Matrix b = Matrix::Random(5, 4);
    Matrix c = Matrix::Ones(3, 5);
    RepeatedProduct<float> product;
    product.load(b, Transposed::second);
    product.multiply(a, true, c);
    EXPECT_LT((c - a * b.transpose() - Matrix::Ones(3, 5)).cwiseAbs().maxCoeff(), 1e-5F);
}

INSTANTIATE_TEST_SUITE_P(Shapes, ProductTest,
                         testing::Values(Shape{1, 7, 5}, Shape{2, 3, 4}, Shape{33, 96, 64},
                                         Shape{50, 17, 129}));

}  // namespace
