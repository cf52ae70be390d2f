// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/embeddings/principal_components.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "model/error.h"

namespace model {
namespace {

TEST(PrincipalComponents, ByHand) {
    // A cross: four points along (1, 1) and two across it, around (10, 20).
    Matrix table(6, 2);
    table << 13, 23, 7, 17, 11, 21, 9, 19, 11, 19, 9, 21;
    const PrincipalComponents found = principalComponents(table);
    EXPECT_NEAR(found.mean(0), 10, 1e-5);
    EXPECT_NEAR(found.mean(1), 20, 1e-5);
    const double half = std::sqrt(0.5);
    EXPECT_NEAR(found.axes(0, 0), half, 1e-5);
    EXPECT_NEAR(found.axes(0, 1), half, 1e-5);
    // Along: 2 (18 + 2) = 40. Across: 2 · 2 = 4.
    EXPECT_NEAR(found.explained[0], 40.0 / 44, 1e-6);
    EXPECT_NEAR(found.explained[1], 4.0 / 44, 1e-6);
    EXPECT_NEAR(found.coordinates(0, 0), std::sqrt(18.0), 1e-5);
    EXPECT_NEAR(found.coordinates(0, 1), 0, 1e-5);
    EXPECT_NEAR(std::abs(found.coordinates(4, 1)), std::sqrt(2.0), 1e-5);
}

/// Rows that vary by 5, 3, 1, 1, … along random perpendicular directions, more of them than a
/// block.
Matrix stretched(long rows, long columns, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    Matrix table = Matrix::NullaryExpr(rows, columns, [&] { return normal(random); });
    table.col(1) *= 5;
    table.col(4) *= 3;
    return table.rowwise() + Row::LinSpaced(columns, -7, 9);
}

TEST(PrincipalComponents, AreTheDirectionsOfMostVariance) {
    const Matrix table = stretched(1500, 8, 11);
    const PrincipalComponents found = principalComponents(table);
    const Matrix centred = table.rowwise() - table.colwise().mean();
    const double whole = centred.squaredNorm();
    for (int axis = 0; axis < 2; ++axis) {
        EXPECT_NEAR(found.axes.row(axis).norm(), 1, 1e-5);
        // The variance along an axis is the share that it is said to hold …
        const Row along = (centred * found.axes.row(axis).transpose()).transpose();
        EXPECT_NEAR(along.squaredNorm() / whole, found.explained[static_cast<std::size_t>(axis)],
                    1e-4);
        EXPECT_NEAR((found.coordinates.col(axis).transpose() - along).norm(), 0, 1e-2);
    }
    EXPECT_NEAR(found.axes.row(0).dot(found.axes.row(1)), 0, 1e-5);
    // … and no direction near it holds more.
    std::mt19937 random(5);
    std::normal_distribution<float> normal;
    const double most = (centred * found.axes.row(0).transpose()).squaredNorm();
    for (int i = 0; i < 50; ++i) {
        Row other = found.axes.row(0) + Row::NullaryExpr(8, [&] { return 0.2F * normal(random); });
        other.normalize();
        EXPECT_LE((centred * other.transpose()).squaredNorm(), most * 1.0001);
    }
}

TEST(PrincipalComponents, TheMapIsNeverMirrored) {
    const Matrix table = stretched(300, 8, 3);
    const PrincipalComponents once = principalComponents(table);
    for (int axis = 0; axis < 2; ++axis) {
        Eigen::Index largest = 0;
        once.axes.row(axis).cwiseAbs().maxCoeff(&largest);
        EXPECT_GT(once.axes(axis, largest), 0);
    }
}

TEST(PrincipalComponents, WhatDoesNotVaryHasNoAxes) {
    const PrincipalComponents same = principalComponents(Matrix(Matrix::Constant(4, 3, 2.5F)));
    EXPECT_EQ(same.explained[0], 0);
    EXPECT_TRUE(same.coordinates.isZero(1e-5F));
    const PrincipalComponents column =
        principalComponents(Matrix(Row::LinSpaced(5, 1, 5).transpose()));
    EXPECT_NEAR(column.explained[0], 1, 1e-6);
    EXPECT_EQ(column.explained[1], 0);
    EXPECT_NEAR(column.coordinates(4, 0), 2, 1e-5);
    EXPECT_TRUE(column.coordinates.col(1).isZero());
    EXPECT_EQ(principalComponents(Matrix(0, 3)).coordinates.rows(), 0);
}

TEST(PrincipalComponents, CanBeCancelled) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(principalComponents(Matrix(stretched(10, 5, 1)), stop.get_token()), Cancelled);
}

}  // namespace
}  // namespace model
