// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores/whatif.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

namespace {

using namespace widgets;

const std::vector<float> scores{1.5F, -0.5F, 3.0F, 0.0F};

double sum(const std::vector<float> &values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

TEST(Exponentials, TheLargestIsOne) {
    const auto values = exponentials(scores);
    EXPECT_FLOAT_EQ(values[2], 1);
    EXPECT_NEAR(values[0], std::exp(-1.5), 1e-6);
    EXPECT_NEAR(values[1], std::exp(-3.5), 1e-6);
    EXPECT_NEAR(exponentials(scores, 2)[0], std::exp(-0.75), 1e-6);
}

TEST(SoftmaxOf, SumsToOneAtEveryTemperature) {
    for (const double tau : {1e-300, 1e-6, 0.1, 0.5, 1.0, 2.0, 10.0, 1e6, 1e300}) {
        const auto values = softmaxOf(scores, tau);
        ASSERT_EQ(values.size(), scores.size());
        EXPECT_NEAR(sum(values), 1, 1e-6) << tau;
        for (const float value : values)
            EXPECT_TRUE(std::isfinite(value)) << tau;
    }
}

TEST(SoftmaxOf, ColdTakesTheLargestAndHotTakesAllAlike) {
    EXPECT_FLOAT_EQ(softmaxOf(scores, 1e-6)[2], 1);
    for (const float value : softmaxOf(scores, 1e9))
        EXPECT_NEAR(value, 0.25, 1e-6);
    EXPECT_LT(softmaxOf(scores, 2)[2], softmaxOf(scores, 1)[2]);
    EXPECT_GT(softmaxOf(scores, 0.5)[2], softmaxOf(scores, 1)[2]);
}

TEST(SoftmaxOf, AtOneItIsTheModelsOwn) {
    const double whole = std::exp(1.5) + std::exp(-0.5) + std::exp(3.0) + 1;
    EXPECT_NEAR(softmaxOf(scores, 1)[2], std::exp(3.0) / whole, 1e-6);
}

TEST(SoftmaxOf, LargeScoresDoNotOverflow) {
    const auto values = softmaxOf(std::vector<float>{1e30F, 1e30F, -1e30F}, 0.1);
    EXPECT_FLOAT_EQ(values[0], 0.5);
    EXPECT_FLOAT_EQ(values[2], 0);
    EXPECT_TRUE(softmaxOf({}, 1).empty());
}

TEST(TemperatureAt, IsLogarithmicWithADetentInTheMiddle) {
    EXPECT_DOUBLE_EQ(temperatureAt(-mostTemperatureSteps), lowestTemperature);
    EXPECT_DOUBLE_EQ(temperatureAt(mostTemperatureSteps), highestTemperature);
    EXPECT_NEAR(temperatureAt(mostTemperatureSteps / 2), std::sqrt(10.0), 1e-12);
    EXPECT_EQ(temperatureAt(temperatureDetent), 1);
    EXPECT_EQ(temperatureAt(-temperatureDetent), 1);
    EXPECT_GT(temperatureAt(temperatureDetent + 1), 1);
    EXPECT_LT(temperatureAt(-temperatureDetent - 1), 1);
}

TEST(StepsOf, IsTheInverse) {
    for (int steps = -mostTemperatureSteps; steps <= mostTemperatureSteps; ++steps)
        if (std::abs(steps) > temperatureDetent) {
            EXPECT_EQ(stepsOf(temperatureAt(steps)), steps);
        }
    EXPECT_EQ(stepsOf(1), 0);
    EXPECT_EQ(stepsOf(1000), mostTemperatureSteps);
}

}  // namespace
