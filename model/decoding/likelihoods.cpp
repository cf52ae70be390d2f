// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/likelihoods.h"

#include <algorithm>

#include "model/decoding/attending.h"
#include "model/decoding/distribution.h"
#include "model/error.h"
#include "model/layers/gru.h"
#include "model/layers/output.h"
#include "model/layers/weight_product.h"

namespace model {
namespace {

/// Source positions that are processed together: the logits of this many stay in the cache.
constexpr long together = 32;

/// Each annotation as a context, with its held units [S, 2H].
Matrix contextsOf(const EncoderTrace &encoder, const HeldUnits &held) {
    Matrix contexts = encoder.annotations;
    for (const auto &[unit, value] : held) {
        contexts.col(unit).setConstant(value);
    }
    return contexts;
}

/// What W_ih [y_{i−1} ; c_i] + b_ih is for each annotation as the context [S, 3D].
Matrix inputGatesOf(const Weights &weights, const EncoderTrace &encoder, const Row &embedding,
                    const HeldUnits &held, const Matrix &contexts) {
    const auto w = gruTensors(weights, Tensor::cellWeightIh);
    Row pieceGates(encoder.contextGates.cols());
    layers::linear(embedding, w.weightIh.columns(0, embedding.size()), w.biasIh, pieceGates);
    Matrix gates = encoder.contextGates.rowwise() + pieceGates;
    if (!held.empty()) {
        gates += gatesOfContexts(weights, contexts - encoder.annotations);
    }
    return gates;
}

/// s_i for each row of input gates [n, D].
Matrix statesOf(const Weights &weights, const Row &previous, const Row &hiddenGates,
                const Matrix &inputGates, const HeldUnits &held) {
    const auto w = gruTensors(weights, Tensor::cellWeightIh);
    const long n = inputGates.rows();
    Matrix gates = hiddenGates.replicate(n, 1);
    Matrix hiddenCandidates(n, previous.size());
    Matrix states(n, previous.size());
    layers::gruCombine<float>(inputGates, w.biasHh.row(0), previous.replicate(n, 1), gates,
                              hiddenCandidates, states);
    for (const auto &[unit, value] : held) {
        states.col(unit).setConstant(value);
    }
    return states;
}

}  // namespace

Row logLikelihoods(const Model &model, const EncoderTrace &encoder, const Prefix &prefix, int piece,
                   const Intervention &held, const std::stop_token &stop) {
    const Weights &weights = model.weights();
    const auto w = gruTensors(weights, Tensor::cellWeightIh);
    const Row embedding = weights[Tensor::targetEmbedding].row(prefix.piece);
    const Matrix contexts = contextsOf(encoder, held.context);
    const Matrix inputGates = inputGatesOf(weights, encoder, embedding, held.context, contexts);
    Row hiddenGates(inputGates.cols());
    layers::linear(prefix.state, w.weightHh, hiddenGates);
    Row result(contexts.rows());
    for (long begin = 0; begin < contexts.rows(); begin += together) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const long n = std::min(together, contexts.rows() - begin);
        const Matrix states = statesOf(weights, prefix.state, hiddenGates,
                                       inputGates.middleRows(begin, n), held.state);
        Matrix input(n, states.cols() + contexts.cols() + embedding.size());
        input << states, contexts.middleRows(begin, n), embedding.replicate(n, 1);
        Matrix readouts;
        Matrix logits = predict(weights, input, readouts);
        for (long j = 0; j < n; ++j) {
            layers::logSoftmax<float>(logits.row(j), logits.row(j));
            result(begin + j) = logits(j, piece);
        }
    }
    return result;
}

Row posteriorWeights(const Row &weights, const Row &logLikelihoods) {
    // Relative to the largest term, so that none overflows and not all vanish. In Eigen, exp(−∞) is
    // not 0.
    const Row logs = weights.array().log() + logLikelihoods.array();
    const Row terms = (weights.array() > 0).select((logs.array() - logs.maxCoeff()).exp(), 0.0F);
    return terms / terms.sum();
}

}  // namespace model
