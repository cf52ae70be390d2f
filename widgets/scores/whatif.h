// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "model/numerics/tensor.h"

// The softmax of stored scores at another temperature: pure functions, testable without a display.
namespace widgets {

inline std::span<const float> spanOf(const model::Row &row) {
    return {row.data(), static_cast<std::size_t>(row.size())};
}

/// exp((e_j − max e) / τ), each in [0, 1], the largest 1; finite for every τ > 0 however small or
/// large. τ must be positive, the scores finite.
std::vector<float> exponentials(std::span<const float> scores, double temperature = 1);
/// softmax(e / τ): the exponentials divided by their sum, which is at least 1. Sums to 1.
std::vector<float> softmaxOf(std::span<const float> scores, double temperature);

inline constexpr double lowestTemperature = 0.1;
inline constexpr double highestTemperature = 10;
/// The range of a slider is [−mostTemperatureSteps, mostTemperatureSteps], logarithmic, τ = 1 at 0.
inline constexpr int mostTemperatureSteps = 100;
/// So near to 0 the slider means 1 exactly.
inline constexpr int temperatureDetent = 4;

double temperatureAt(int steps);
/// The nearest position; the temperature is clamped to the range.
int stepsOf(double temperature);

}  // namespace widgets
