// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace model::training {

/// Adam (Kingma & Ba 2015) with the gradient clipped by its norm (Pascanu, Mikolov & Bengio 2013).
struct AdamOptions {
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-9;
};

/// The numbers of one update, the same for all weights.
struct AdamStep {
    double learningRate = 0;
    double gradientScale = 1;  ///< 1 / target pieces, times the factor of clipping
    long update = 1;           ///< counted from 1
    double averageDecay = 0;   ///< of the moving average of the weights
};

/// The arrays of all weights, or one stretch of each.
struct AdamState {
    std::span<float> weights, gradient, firstMoment, secondMoment, average;
    AdamState part(std::size_t first, std::size_t count) const;
};

/// Updates weights and moments from the gradient, and the exponential moving average of the weights
/// (Polyak & Juditsky 1992) which is what gets evaluated and shipped.
void adamUpdate(const AdamState &state, const AdamOptions &options, const AdamStep &step);

/// Learning rate over a run: linear warm-up over the first `warmUp` updates, then the half period
/// of a cosine (Loshchilov & Hutter 2017) from `peak` down to `peak · floor`.
struct Schedule {
    double peak = 2e-3;
    long warmUp = 800;
    double floor = 0.02;
    /// `update` counts from 1; `progress` in [0, 1] is how much of the run is done.
    double learningRate(long update, double progress) const;
};

/// Factor that brings a gradient of this norm down to `limit`; 1 if it is shorter.
double clipFactor(double norm, double limit);

}  // namespace model::training
