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

/// A piece and how probable a teacher finds it.
struct Expected {
    int piece = 0;
    float probability = 0;
};

/// What a teacher expects in each row of a batch of distributions.
struct Expectations {
    std::span<const Expected> pieces{};  ///< [N, count], row by row; empty: nothing is known
    int count = 0;
    /// The share of it in what is learned; the rest is the target's. A row in which nothing is
    /// expected has none.
    double weight = 0;
};

/// Softmax and cross entropy with label smoothing ε (Szegedy et al. 2016, section 7) over logits
/// [N, V] for targets (N ids): q = (1 − ε) · one-hot + ε / V. Where a teacher is learned from, too
/// (Hinton, Vinyals & Dean 2015; Kim & Rush 2016, section 3.1), its probabilities, which are made
/// to sum up to 1, take the place of so much of the one-hot vector as their weight says. Replaces
/// the logits by the gradient p − q.
template <class T>
CrossEntropy crossEntropy(Out<T> logits, std::span<const int> targets, T smoothing,
                          const Expectations &expectations = {});

/// logProbabilities [1, V] = log softmax(logits)
template <class T>
void logSoftmax(const In<T> &logits, Out<T> logProbabilities);

/// −Σ exp(x) x of log-probabilities, in nats
float entropy(const Row &logProbabilities);

}  // namespace model::layers
