// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "model/numerics/tensor.h"

namespace model::layers {

/// The loss of a batch of output distributions.
struct CrossEntropy {
    double loss = 0;           ///< Σ of the smoothed cross entropy, in nats
    double logLikelihood = 0;  ///< Σ log p(target), in nats
    long correct = 0;          ///< rows whose most probable piece is the target
};

/// Softmax and cross entropy with label smoothing ε (Szegedy et al. 2016, section 7) over logits
/// [N, V] for targets (N ids): q = (1 − ε) · one-hot + ε / V. Replaces the logits by the gradient
/// p − q.
template <class T>
CrossEntropy crossEntropy(Out<T> logits, std::span<const int> targets, T smoothing);

/// logProbabilities [1, V] = log softmax(logits)
template <class T>
void logSoftmax(const In<T> &logits, Out<T> logProbabilities);

/// −Σ exp(x) x of log-probabilities, in nats
float entropy(const Row &logProbabilities);

}  // namespace model::layers
