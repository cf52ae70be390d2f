// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/embeddings/neighbours.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace model {
namespace {

Matrix randomTable(long rows, long columns, unsigned seed) {
    std::mt19937 random(seed);
    std::normal_distribution<float> normal;
    return Matrix::NullaryExpr(rows, columns, [&] { return normal(random); });
}

/// The neighbours of one of the table's own rows.
std::vector<Neighbour> nearestTo(const Matrix &table, int row, int count) {
    return nearestRows(table, rowNorms(table), table.row(row), row, count);
}

TEST(Neighbours, ByHand) {
    Matrix table(5, 2);
    table << 3, 4,  // the row in question: norm 5
        4, 3,       // cosine 24/25
        -6, -8,     // the opposite
        30, 40,     // the same direction
        4, -3;      // at a right angle
    const Row norms = rowNorms(table);
    EXPECT_FLOAT_EQ(norms(0), 5);
    EXPECT_FLOAT_EQ(norms(2), 10);
    const auto nearest = nearestTo(table, 0, 10);
    ASSERT_EQ(nearest.size(), 4U);
    EXPECT_EQ(nearest[0].row, 3);
    EXPECT_NEAR(nearest[0].cosine, 1, 1e-6);
    EXPECT_EQ(nearest[1].row, 1);
    EXPECT_NEAR(nearest[1].cosine, 0.96, 1e-6);
    EXPECT_EQ(nearest[2].row, 4);
    EXPECT_NEAR(nearest[2].cosine, 0, 1e-6);
    EXPECT_EQ(nearest[3].row, 2);
    EXPECT_NEAR(nearest[3].cosine, -1, 1e-6);
}

TEST(Neighbours, AsTheDefinitionHasThem) {
    const Matrix table = randomTable(200, 16, 4);
    const auto nearest = nearestTo(table, 17, 12);
    std::vector<Neighbour> expected;
    for (int other = 0; other < 200; ++other) {
        if (other == 17) {
            continue;
        }
        double product = 0;
        double a = 0;
        double b = 0;
        for (long k = 0; k < 16; ++k) {
            product += double(table(17, k)) * table(other, k);
            a += double(table(17, k)) * table(17, k);
            b += double(table(other, k)) * table(other, k);
        }
        expected.push_back({other, float(product / std::sqrt(a * b))});
    }
    std::sort(expected.begin(), expected.end(),
              [](const auto &x, const auto &y) { return x.cosine > y.cosine; });
    ASSERT_EQ(nearest.size(), 12U);
    for (std::size_t i = 0; i < nearest.size(); ++i) {
        EXPECT_EQ(nearest[i].row, expected[i].row);
        EXPECT_NEAR(nearest[i].cosine, expected[i].cosine, 1e-5);
    }
}

TEST(Neighbours, OfEqualCosinesTheLowerRowComesFirst) {
    Matrix table(4, 2);
    table << 1, 0, 0, 2, 0, 1, 0, 3;
    const auto nearest = nearestTo(table, 0, 2);
    EXPECT_EQ(nearest, (std::vector<Neighbour>{{1, 0}, {2, 0}}));
}

TEST(Neighbours, ARowOfZerosIsNearNothing) {
    Matrix table(3, 2);
    table << 1, 1, 0, 0, -1, -1;
    const auto nearest = nearestTo(table, 0, 3);
    ASSERT_EQ(nearest.size(), 2U);
    EXPECT_EQ(nearest[0], (Neighbour{1, 0}));
    for (const Neighbour &neighbour : nearestTo(table, 1, 3)) {
        EXPECT_EQ(neighbour.cosine, 0);
    }
}

TEST(Neighbours, OfVeryLongAndVeryShortRowsAreThoseOfTheirDirections) {
    const Matrix table = randomTable(20, 8, 6);
    const auto expected = nearestTo(table, 3, 5);
    for (const float scale : {1e25F, 1e-25F}) {
        const auto nearest = nearestTo(scale * table, 3, 5);
        ASSERT_EQ(nearest.size(), expected.size());
        for (std::size_t i = 0; i < nearest.size(); ++i) {
            EXPECT_EQ(nearest[i].row, expected[i].row);
            EXPECT_NEAR(nearest[i].cosine, expected[i].cosine, 1e-5);
        }
    }
}

TEST(Neighbours, WhatDoesNotExistHasNone) {
    const Matrix table = randomTable(3, 2, 1);
    EXPECT_TRUE(nearestTo(table, 0, 0).empty());
    EXPECT_TRUE(nearestTo(table.topRows(1), 0, 2).empty());
    EXPECT_EQ(nearestTo(table, 0, 100).size(), 2U);
    // A query of the wrong size is no row's neighbour; one that is no row leaves none out.
    EXPECT_TRUE(nearestRows(table, rowNorms(table), Row::Ones(3), -1, 2).empty());
    EXPECT_EQ(nearestRows(table, rowNorms(table), Row::Ones(2), -1, 5).size(), 3U);
}

}  // namespace
}  // namespace model
