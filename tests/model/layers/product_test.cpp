// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/product.h"

#include <gtest/gtest.h>

#include <tuple>
#include <vector>

#include "model/layers/onednn.h"

namespace {

using namespace model;
using namespace model::layers;

struct Shape {
    long m, n, k;
};
enum class Operands { float32, bfloat16 };
using Case = std::tuple<Operands, Shape>;
void PrintTo(const Case &tried, std::ostream *out) {
    const auto &[operands, shape] = tried;
    *out << (operands == Operands::float32 ? "float32 " : "bfloat16 ") << shape.m << " x "
         << shape.n << " x " << shape.k;
}

class ProductTest : public testing::TestWithParam<Case> {
  protected:
    void SetUp() override {
        if (operands() == Operands::float32) {
            setProductLibrary(oneDnn());
        } else if (multipliesBfloat16()) {
            setProductLibrary(oneDnnBfloat16());
        } else {
            GTEST_SKIP() << "this processor has no bfloat16";
        }
    }
    void TearDown() override { setProductLibrary({}); }

    static Operands operands() { return std::get<0>(GetParam()); }
    static Shape shape() { return std::get<1>(GetParam()); }
    /// Numbers in ±1 that the operands' precision holds, so that their products are those of Eigen.
    static Matrix draw(long rows, long cols) {
        const Matrix drawn = Matrix::Random(rows, cols);
        return operands() == Operands::float32
                   ? drawn
                   : Matrix(drawn.cast<Eigen::bfloat16>().cast<float>());
    }
};

/// Rows further apart than they are long, as blocks of a larger matrix are.
Eigen::Map<Matrix, 0, Eigen::OuterStride<>> spaced(Matrix &storage, long cols) {
    return {storage.data(), storage.rows(), cols, Eigen::OuterStride<>(storage.cols())};
}

TEST_P(ProductTest, ofTheLibraryIsEigens) {
    const auto [m, n, k] = shape();
    for (const Transposed transposed : {Transposed::none, Transposed::first, Transposed::second}) {
        for (const bool add : {false, true}) {
            const bool first = transposed == Transposed::first;
            const bool second = transposed == Transposed::second;
            Matrix aStorage = draw(first ? k : m, (first ? m : k) + 3);
            Matrix bStorage = draw(second ? n : k, (second ? k : n) + 5);
            Matrix cStorage = draw(m, n + 2);
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
    const auto [m, n, k] = shape();
    for (const Transposed transposed : {Transposed::none, Transposed::second}) {
        const bool second = transposed == Transposed::second;
        RepeatedProduct<float> product;
        // The factor changes between products, as weights do, and so do the other's rows.
        for (const long rows : {m, m + 1, m}) {
            Matrix aStorage = draw(rows, k + 3);
            Matrix bStorage = draw(second ? n : k, (second ? k : n) + 5);
            Matrix cStorage = draw(rows, n + 2);
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

/// To the nearest number of 8 bits, ties to even: 1 + 2⁻⁸ to 1, 1 + 3·2⁻⁸ to 1 + 2⁻⁶.
TEST(Bfloat16Product, roundsItsOperandsToTheNearest) {
    if (!multipliesBfloat16()) {
        GTEST_SKIP() << "this processor has no bfloat16";
    }
    setProductLibrary(oneDnnBfloat16());
    const std::vector<float> given{1 + 0x1p-8F,  1 + 3 * 0x1p-8F,       1 + 0x1.1p-8F,
                                   -1 - 0x1p-8F, -1 - 3 * 0x1p-8F,      0x1p-40F,
                                   1e30F,        1 + 0x1p-7F + 0x1p-9F, 0};
    const std::vector<float> expected{1,
                                      1 + 0x1p-6F,
                                      1 + 0x1p-7F,
                                      -1,
                                      -1 - 0x1p-6F,
                                      0x1p-40F,
                                      static_cast<float>(Eigen::bfloat16(1e30F)),
                                      1 + 0x1p-7F,
                                      0};
    const long count = static_cast<long>(given.size());
    const Matrix row = Eigen::Map<const Matrix>(given.data(), 1, count).replicate(2, 1);
    const Matrix identity = Matrix::Identity(count, count);
    Matrix result = Matrix::Constant(2, count, 7);
    product<float>(row, identity, Transposed::none, false, result);
    for (long i = 0; i < count; ++i) {
        EXPECT_EQ(result(1, i), expected[static_cast<std::size_t>(i)])
            << given[static_cast<std::size_t>(i)];
    }
    setProductLibrary({});
}

INSTANTIATE_TEST_SUITE_P(Shapes, ProductTest,
                         testing::Combine(testing::Values(Operands::float32, Operands::bfloat16),
                                          testing::Values(Shape{1, 7, 5}, Shape{2, 3, 4},
                                                          Shape{33, 96, 64}, Shape{50, 17, 129})));

}  // namespace
