// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/attention.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace model::layers {

template <class T>
void additiveScores(const In<T> &query, const In<T> &keys, const In<T> &energy, Out<T> activations,
                    Out<T> scores) {
    for (long j = 0; j < keys.rows(); ++j) {
        activations.row(j).array() = (keys.row(j) + query.row(0)).array().tanh();
    }
    scores.row(0).noalias() = energy.row(0) * activations.transpose();
}

template <class T>
void softmax(const In<T> &scores, Out<T> weights) {
    // Subtracting the largest score leaves the quotient as it is and cannot overflow.
    weights.row(0).array() = (scores.row(0).array() - scores.row(0).maxCoeff()).exp();
    weights.row(0) /= weights.row(0).sum();
}

template <class T>
void contextVector(const In<T> &weights, const In<T> &annotations, Out<T> context) {
    context.row(0).noalias() = weights.row(0) * annotations;
}

template <class T>
void contextVectorBackward(const In<T> &dContext, const In<T> &weights, const In<T> &annotations,
                           Out<T> dWeights, Out<T> dAnnotations) {
    dWeights.row(0).noalias() += dContext.row(0) * annotations.transpose();
    dAnnotations.noalias() += weights.row(0).transpose() * dContext.row(0);
}

template <class T>
void softmaxBackward(const In<T> &dWeights, const In<T> &weights, Out<T> dScores) {
    const T mean = weights.row(0).dot(dWeights.row(0));
    dScores.row(0).array() = weights.row(0).array() * (dWeights.row(0).array() - mean);
}

template <class T>
double guidedAlignment(const In<T> &weights, std::span<const int> linked, T factor,
                       Out<T> dScores) {
    const T share = factor / static_cast<T>(linked.size());
    dScores.row(0) += factor * weights.row(0);
    double sum = 0;
    for (const int j : linked) {
        dScores(0, j) -= share;
        // A weight may have underflowed to 0; its gradient above is right all the same.
        sum -=
            std::log(static_cast<double>(std::max(weights(0, j), std::numeric_limits<T>::min())));
    }
    return sum / static_cast<double>(linked.size());
}

template <class T>
void additiveScoresBackward(const In<T> &dScores, const In<T> &energy, Out<T> activations,
                            Out<T> dQuery, Out<T> dKeys, Out<T> dEnergy) {
    for (long j = 0; j < activations.rows(); ++j) {
        auto a = activations.row(j).array();
        const T d = dScores(0, j);
        dEnergy.row(0).array() += d * a;
        a = d * energy.row(0).array() * (T(1) - a.square());
        dQuery.row(0).array() += a;
        dKeys.row(j).array() += a;
    }
}

#define INSTANTIATE(T)                                                                            \
    template void additiveScores<T>(const In<T> &, const In<T> &, const In<T> &, Out<T>, Out<T>); \
    template void softmax<T>(const In<T> &, Out<T>);                                              \
    template void contextVector<T>(const In<T> &, const In<T> &, Out<T>);                         \
    template void contextVectorBackward<T>(const In<T> &, const In<T> &, const In<T> &, Out<T>,   \
                                           Out<T>);                                               \
    template void softmaxBackward<T>(const In<T> &, const In<T> &, Out<T>);                       \
    template double guidedAlignment<T>(const In<T> &, std::span<const int>, T, Out<T>);           \
    template void additiveScoresBackward<T>(const In<T> &, const In<T> &, Out<T>, Out<T>, Out<T>, \
                                            Out<T>);
INSTANTIATE(float)
INSTANTIATE(double)
#undef INSTANTIATE

}  // namespace model::layers
