// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/optimizer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "model/layers/processor.h"

namespace model::training {

AdamState AdamState::part(std::size_t first, std::size_t count) const {
    return {weights.subspan(first, count), gradient.subspan(first, count),
            firstMoment.subspan(first, count), secondMoment.subspan(first, count),
            average.subspan(first, count)};
}

void adamUpdate(const AdamState &state, const AdamOptions &options, const AdamStep &step) {
    const double correction1 = 1 - std::pow(options.beta1, static_cast<double>(step.update));
    const double correction2 = 1 - std::pow(options.beta2, static_cast<double>(step.update));
    const layers::AdamFactors factors{
        .gradientScale = static_cast<float>(step.gradientScale),
        .beta1 = static_cast<float>(options.beta1),
        .beta2 = static_cast<float>(options.beta2),
        .rate = static_cast<float>(step.learningRate / correction1),
        .root = static_cast<float>(1 / std::sqrt(correction2)),
        .epsilon = static_cast<float>(options.epsilon),
        .averageShare = 1 - static_cast<float>(step.averageDecay),
    };
    layers::kernels().adam(&factors, state.weights.data(), state.gradient.data(),
                           state.firstMoment.data(), state.secondMoment.data(),
                           state.average.data(), static_cast<long>(state.weights.size()));
}

double Schedule::learningRate(long update, double progress) const {
    const double rising =
        warmUp > 0 ? std::min(1.0, static_cast<double>(update) / static_cast<double>(warmUp)) : 1.0;
    const double cosine = (1 + std::cos(std::numbers::pi * std::clamp(progress, 0.0, 1.0))) / 2;
    return peak * rising * (floor + (1 - floor) * cosine);
}

double clipFactor(double norm, double limit) {
    return norm > limit ? limit / norm : 1.0;
}

}  // namespace model::training
