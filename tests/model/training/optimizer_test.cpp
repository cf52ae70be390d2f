// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/optimizer.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>

namespace {

using namespace model::training;

/// Kingma & Ba's algorithm 1, word for word, in double precision.
struct Reference {
    double weight, m = 0, v = 0;
    void update(double gradient, const AdamOptions &o, double rate, int t) {
        m = o.beta1 * m + (1 - o.beta1) * gradient;
        v = o.beta2 * v + (1 - o.beta2) * gradient * gradient;
        const double mHat = m / (1 - std::pow(o.beta1, t));
        const double vHat = v / (1 - std::pow(o.beta2, t));
        weight -= rate * mHat / (std::sqrt(vHat) + o.epsilon);
    }
};

TEST(Adam, followsThePublishedAlgorithm) {
    std::array<float, 3> w{1.0F, -2.0F, 0.5F};
    std::array<float, 3> m{};
    std::array<float, 3> v{};
    std::array<float, 3> average = w;
    std::array<Reference, 3> reference{Reference{1.0}, Reference{-2.0}, Reference{0.5}};
    const AdamOptions options;
    for (int t = 1; t <= 20; ++t) {
        std::array<float, 3> g{};
        for (std::size_t i = 0; i < 3; ++i) {
            g[i] = static_cast<float>(std::sin(t * (static_cast<double>(i) + 1)) * 8);
            reference[i].update(g[i] / 8.0, options, 0.01, t);
        }
        adamUpdate({w, g, m, v, average}, options, {0.01, 1.0 / 8, t, 0.5});
    }
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_NEAR(w[i], reference[i].weight, 1e-5);
    }
}

TEST(Adam, averagesTheWeights) {
    std::array<float, 1> w{4.0F};
    std::array<float, 1> g{1.0F};
    std::array<float, 1> m{};
    std::array<float, 1> v{};
    std::array<float, 1> average{0.0F};
    adamUpdate({w, g, m, v, average}, {}, {0.0, 1.0, 1, 0.75});
    EXPECT_FLOAT_EQ(w[0], 4.0F);
    EXPECT_FLOAT_EQ(average[0], 1.0F);
}

TEST(Schedule, risesThenFallsToItsFloor) {
    const Schedule schedule{0.01, 100, 0.1};
    EXPECT_DOUBLE_EQ(schedule.learningRate(50, 0), 0.005);
    EXPECT_DOUBLE_EQ(schedule.learningRate(100, 0), 0.01);
    EXPECT_DOUBLE_EQ(schedule.learningRate(1000, 0.5), 0.01 * (0.1 + 0.9 * 0.5));
    EXPECT_NEAR(schedule.learningRate(2000, 1), 0.001, 1e-12);
    EXPECT_NEAR(schedule.learningRate(2000, 7), 0.001, 1e-12);
}

TEST(Clip, shortensOnlyLongGradients) {
    EXPECT_DOUBLE_EQ(clipFactor(0.5, 1), 1);
    EXPECT_DOUBLE_EQ(clipFactor(4, 1), 0.25);
    EXPECT_DOUBLE_EQ(clipFactor(0, 1), 1);
}

}  // namespace
