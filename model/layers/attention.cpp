// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/attention.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

#include "model/layers/block.h"
#include "model/layers/processor.h"

namespace model::layers {

template <class T>
void additiveScores(const In<T> &query, const In<T> &keys, const In<T> &energy, Out<T> activations,
                    Out<T> scores) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().additiveScores(query.data(), block(keys), energy.data(), block(activations),
                                 scores.data());
    } else {
        for (long j = 0; j < keys.rows(); ++j) {
            activations.row(j).array() = (keys.row(j) + query.row(0)).array().tanh();
        }
        scores.row(0).noalias() = energy.row(0) * activations.transpose();
    }
}

template <class T>
void softmax(const In<T> &scores, Out<T> weights) {
    if constexpr (std::is_same_v<T, float>) {
        const Kernels &k = kernels();
        const long n = scores.cols();
        const float sum =
            k.exponentials(scores.data(), k.largest(scores.data(), n), weights.data(), n);
        k.scale(weights.data(), 1 / sum, 0, weights.data(), n);
    } else {
        // Subtracting the largest score leaves the quotient as it is and cannot overflow.
        weights.row(0).array() = (scores.row(0).array() - scores.row(0).maxCoeff()).exp();
        weights.row(0) /= weights.row(0).sum();
    }
}

template <class T>
void contextVector(const In<T> &weights, const In<T> &annotations, Out<T> context) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().combineRows(weights.data(), 1, block(annotations), false, context.data());
    } else {
        context.row(0).noalias() = weights.row(0) * annotations;
    }
}

template <class T>
void contextVectorBackward(const In<T> &dContext, const In<T> &weights, const In<T> &annotations,
                           Out<T> dWeights, Out<T> dAnnotations) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().contextBackward(dContext.data(), weights.data(), block(annotations),
                                  dWeights.data(), block(dAnnotations));
    } else {
        dWeights.row(0).noalias() += dContext.row(0) * annotations.transpose();
        dAnnotations.noalias() += weights.row(0).transpose() * dContext.row(0);
    }
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
    if constexpr (std::is_same_v<T, float>) {
        kernels().additiveScoresBackward(dScores.data(), energy.data(), block(activations),
                                         dQuery.data(), block(dKeys), dEnergy.data());
    } else {
        for (long j = 0; j < activations.rows(); ++j) {
            auto a = activations.row(j).array();
            const T d = dScores(0, j);
            dEnergy.row(0).array() += d * a;
            a = d * energy.row(0).array() * (T(1) - a.square());
            dQuery.row(0).array() += a;
            dKeys.row(j).array() += a;
        }
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
