// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores/whatif.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace widgets {
namespace {

std::vector<double> exact(std::span<const float> scores, double temperature) {
    std::vector<double> result;
    result.reserve(scores.size());
    if (scores.empty())
        return result;
    const auto most = static_cast<double>(*std::max_element(scores.begin(), scores.end()));
    for (const float score : scores)
        result.push_back(std::exp((static_cast<double>(score) - most) / temperature));
    return result;
}

}  // namespace

std::vector<float> exponentials(std::span<const float> scores, double temperature) {
    const std::vector<double> values = exact(scores, temperature);
    return {values.begin(), values.end()};
}

std::vector<float> softmaxOf(std::span<const float> scores, double temperature) {
    const std::vector<double> values = exact(scores, temperature);
    const double sum = std::accumulate(values.begin(), values.end(), 0.0);
    std::vector<float> result;
    result.reserve(values.size());
    for (const double value : values)
        result.push_back(static_cast<float>(value / sum));
    return result;
}

double temperatureAt(int steps) {
    if (std::abs(steps) <= temperatureDetent)
        return 1;
    const double part = std::clamp(steps / double{mostTemperatureSteps}, -1.0, 1.0);
    return std::pow(highestTemperature, part);
}

int stepsOf(double temperature) {
    const double tau = std::clamp(temperature, lowestTemperature, highestTemperature);
    return static_cast<int>(
        std::lround(std::log(tau) / std::log(highestTemperature) * mostTemperatureSteps));
}

}  // namespace widgets
