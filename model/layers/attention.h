// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "model/numerics/tensor.h"

namespace model::layers {

/// Additive attention (Bahdanau, Cho & Bengio 2015, appendix A.1.2) of one query over the S
/// positions of one sentence:
///     e_j = v · tanh(query + keys_j)      α = softmax(e)      c = Σ_j α_j annotations_j
/// query [1, A] = s W_qᵀ; keys [S, A] = h W_kᵀ + b_k; energy [1, A] = v; annotations [S, 2H].
/// Writes activations [S, A] (the tanh, for the backward function), scores and weights [1, S].
template <class T>
void additiveScores(const In<T> &query, const In<T> &keys, const In<T> &energy, Out<T> activations,
                    Out<T> scores);
/// weights = softmax(scores), both [1, S].
template <class T>
void softmax(const In<T> &scores, Out<T> weights);
/// context [1, 2H] = weights [1, S] · annotations [S, 2H]
template <class T>
void contextVector(const In<T> &weights, const In<T> &annotations, Out<T> context);

/// dContext [1, 2H] to dWeights [1, S] (added) and dAnnotations [S, 2H] (added).
template <class T>
void contextVectorBackward(const In<T> &dContext, const In<T> &weights, const In<T> &annotations,
                           Out<T> dWeights, Out<T> dAnnotations);
/// dScores [1, S] = weights ∘ (dWeights − Σ_j weights_j dWeights_j), written.
template <class T>
void softmaxBackward(const In<T> &dWeights, const In<T> &weights, Out<T> dScores);
/// Guided alignment (Chen et al. 2016, section 3): the cross entropy −1/n Σ_{j linked} log α_j of
/// weights [1, S] against links to n > 0 positions, all equally likely. Returns it, in nats, and
/// adds its gradient with respect to the scores, times `factor`, to dScores [1, S].
template <class T>
double guidedAlignment(const In<T> &weights, std::span<const int> linked, T factor, Out<T> dScores);
/// dScores [1, S] to dQuery [1, A], dKeys [S, A] and dEnergy [1, A], all added. Overwrites
/// activations.
template <class T>
void additiveScoresBackward(const In<T> &dScores, const In<T> &energy, Out<T> activations,
                            Out<T> dQuery, Out<T> dKeys, Out<T> dEnergy);

}  // namespace model::layers
