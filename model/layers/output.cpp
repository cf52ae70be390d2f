// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/output.h"

#include <cmath>
#include <type_traits>
#include <vector>

#include "model/layers/processor.h"

namespace model::layers {

namespace {

/// What was known of a row of logits that now holds exponentials.
template <class T>
struct RowOfLogits {
    T largest, mean;
    T sum;  ///< of the exponentials
};

/// Replaces a row x by exp(x − its largest number).
template <class T>
RowOfLogits<T> exponentiate(T *row, long n) {
    RowOfLogits<T> was;
    if constexpr (std::is_same_v<T, float>) {
        const Kernels &k = kernels();
        was.largest = k.largest(row, n);
        was.mean = k.sum(row, n) / static_cast<T>(n);
        was.sum = k.exponentials(row, was.largest, row, n);
    } else {
        Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>> values(row, n);
        was.largest = values.maxCoeff();
        was.mean = values.mean();
        values = (values - was.largest).exp();
        was.sum = values.sum();
    }
    return was;
}

/// x = factor · x + offset, each.
template <class T>
void scale(T *row, long n, T factor, T offset) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().scale(row, factor, offset, row, n);
    } else {
        Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>> values(row, n);
        values = values * factor + offset;
    }
}

/// A piece that is learned, with its share and its logit.
template <class T>
struct Learned {
    int piece;
    T share;
    T logit;
};

/// What is learned in a row but for the smoothing: the target, and what a teacher expects.
template <class T>
void collectLearned(const T *row, int target, std::span<const Expected> expected, double weight,
                    std::vector<Learned<T>> &learned) {
    double sum = 0;
    for (const Expected &each : expected) {
        sum += static_cast<double>(each.probability);
    }
    const double teacher = sum > 0 ? weight : 0;
    learned.clear();
    learned.push_back({target, static_cast<T>(1 - teacher), row[target]});
    for (const Expected &each : expected) {
        if (teacher > 0 && each.probability > 0) {
            const double share = teacher * static_cast<double>(each.probability) / sum;
            learned.push_back({each.piece, static_cast<T>(share), row[each.piece]});
        }
    }
}

}  // namespace

template <class T>
CrossEntropy crossEntropy(Out<T> logits, std::span<const int> targets, T smoothing,
                          const Expectations &expectations) {
    CrossEntropy result;
    const long vocabulary = logits.cols();
    const T spread = smoothing / static_cast<T>(vocabulary);
    const auto count =
        expectations.pieces.empty() ? 0 : static_cast<std::size_t>(expectations.count);
    std::vector<Learned<T>> learned;
    for (long i = 0; i < logits.rows(); ++i) {
        T *row = logits.data() + i * logits.outerStride();
        const auto index = static_cast<std::size_t>(i);
        collectLearned(row, targets[index], expectations.pieces.subspan(index * count, count),
                       expectations.weight, learned);
        const RowOfLogits<T> was = exponentiate(row, vocabulary);
        scale(row, vocabulary, T(1) / was.sum, -spread);
        const T logSum = std::log(was.sum);
        for (const Learned<T> &each : learned) {
            row[each.piece] -= (T(1) - smoothing) * each.share;
            result.loss += (T(1) - smoothing) * each.share * (logSum - (each.logit - was.largest));
        }
        const T targetLogit = learned.front().logit - was.largest;
        const T meanLogit = was.mean - was.largest;
        result.loss += smoothing * (logSum - meanLogit);
        result.logLikelihood += targetLogit - logSum;
        // After the subtraction the logit of the most probable piece is exactly 0.
        result.correct += targetLogit == T(0) ? 1 : 0;
    }
    return result;
}

template <class T>
void logSoftmax(const In<T> &logits, Out<T> logProbabilities) {
    if constexpr (std::is_same_v<T, float>) {
        const Kernels &k = kernels();
        const long n = logits.cols();
        const float largest = k.largest(logits.data(), n);
        const float logSum = std::log(k.sumOfExponentials(logits.data(), largest, n));
        k.scale(logits.data(), 1, -(largest + logSum), logProbabilities.data(), n);
    } else {
        const T largest = logits.row(0).maxCoeff();
        const T logSum = std::log((logits.row(0).array() - largest).exp().sum());
        logProbabilities.row(0).array() = logits.row(0).array() - (largest + logSum);
    }
}

float entropy(const Row &logProbabilities) {
    return kernels().entropy(logProbabilities.data(), logProbabilities.size());
}

#define INSTANTIATE(T)                                                                            \
    template CrossEntropy crossEntropy<T>(Out<T>, std::span<const int>, T, const Expectations &); \
    template void logSoftmax<T>(const In<T> &, Out<T>);
INSTANTIATE(float)
INSTANTIATE(double)
#undef INSTANTIATE

}  // namespace model::layers
