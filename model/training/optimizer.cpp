// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/optimizer.h"

#include <Eigen/Core>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace model::training {

AdamState AdamState::part(std::size_t first, std::size_t count) const {
    return {weights.subspan(first, count), gradient.subspan(first, count),
            firstMoment.subspan(first, count), secondMoment.subspan(first, count),
            average.subspan(first, count)};
}

void adamUpdate(const AdamState &state, const AdamOptions &options, const AdamStep &step) {
    using Array = Eigen::Map<Eigen::ArrayXf>;
    const auto array = [](std::span<float> values) {
        return Array(values.data(), static_cast<long>(values.size()));
    };
    Array w = array(state.weights);
    Array g = array(state.gradient);
    Array m = array(state.firstMoment);
    Array v = array(state.secondMoment);
    Array average = array(state.average);
    const auto b1 = static_cast<float>(options.beta1);
    const auto b2 = static_cast<float>(options.beta2);
    const auto scale = static_cast<float>(step.gradientScale);
    const double correction1 = 1 - std::pow(options.beta1, static_cast<double>(step.update));
    const double correction2 = 1 - std::pow(options.beta2, static_cast<double>(step.update));
    const auto rate = static_cast<float>(step.learningRate / correction1);
    const auto root = static_cast<float>(1 / std::sqrt(correction2));
    const auto epsilon = static_cast<float>(options.epsilon);
    const auto decay = static_cast<float>(step.averageDecay);
    constexpr long block = 4096;  // five arrays of this size stay in the first-level cache's reach
    for (long i = 0; i < w.size(); i += block) {
        const long n = std::min(block, w.size() - i);
        g.segment(i, n) *= scale;
        m.segment(i, n) = b1 * m.segment(i, n) + (1 - b1) * g.segment(i, n);
        v.segment(i, n) = b2 * v.segment(i, n) + (1 - b2) * g.segment(i, n).square();
        w.segment(i, n) -= rate * m.segment(i, n) / (v.segment(i, n).sqrt() * root + epsilon);
        average.segment(i, n) += (1 - decay) * (w.segment(i, n) - average.segment(i, n));
    }
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
