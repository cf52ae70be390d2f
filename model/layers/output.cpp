// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/output.h"

#include <cmath>

namespace model::layers {

template <class T>
CrossEntropy crossEntropy(Out<T> logits, std::span<const int> targets, T smoothing) {
    CrossEntropy result;
    const long vocabulary = logits.cols();
    const T spread = smoothing / static_cast<T>(vocabulary);
    for (long i = 0; i < logits.rows(); ++i) {
        auto row = logits.row(i).array();
        const int target = targets[static_cast<std::size_t>(i)];
        const T largest = row.maxCoeff();
        row -= largest;
        const T targetLogit = row(target);
        const T meanLogit = row.mean();
        row = row.exp();
        const T sum = row.sum();
        row = row * (T(1) / sum) - spread;
        row(target) -= T(1) - smoothing;
        const T logSum = std::log(sum);
        result.loss +=
            (T(1) - smoothing) * (logSum - targetLogit) + smoothing * (logSum - meanLogit);
        result.logLikelihood += targetLogit - logSum;
        // After the subtraction the most probable piece's logit is exactly 0.
        result.correct += targetLogit == T(0) ? 1 : 0;
    }
    return result;
}

template <class T>
void logSoftmax(const In<T> &logits, Out<T> logProbabilities) {
    const T largest = logits.row(0).maxCoeff();
    const T logSum = std::log((logits.row(0).array() - largest).exp().sum());
    logProbabilities.row(0).array() = logits.row(0).array() - (largest + logSum);
}

#define INSTANTIATE(T)                                                      \
    template CrossEntropy crossEntropy<T>(Out<T>, std::span<const int>, T); \
    template void logSoftmax<T>(const In<T> &, Out<T>);
INSTANTIATE(float)
INSTANTIATE(double)
#undef INSTANTIATE

}  // namespace model::layers
