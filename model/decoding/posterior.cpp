// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/posterior.h"

#include <algorithm>

#include "model/decoding/decoder.h"
#include "model/error.h"
#include "model/layers/gru.h"
#include "model/layers/output.h"
#include "model/layers/weight_product.h"

namespace model {
namespace {

/// Source pieces that are processed together: the logits of this many stay in the cache.
constexpr long together = 32;

/// s_i for each context c_i = h_j, j from `begin` on [n, D].
Matrix statesAttendingTo(const Trace &trace, const StepTrace &step, const Row &previous, long begin,
                         long n) {
    const Weights &weights = trace.model->weights();
    const auto w = gruTensors(weights, Tensor::cellWeightIh);
    const long units = previous.size();
    Row pieceGates(3 * units);
    layers::linear(step.previousEmbedding,
                   w.weightIh.columns(0, trace.model->configuration().embedding), w.biasIh,
                   pieceGates);
    Row hiddenGates(3 * units);
    layers::linear(previous, w.weightHh, hiddenGates);
    const Matrix inputGates =
        trace.encoder->contextGates.middleRows(begin, n).rowwise() + pieceGates;
    Matrix gates = hiddenGates.replicate(n, 1);
    Matrix hiddenCandidates(n, units);
    Matrix states(n, units);
    layers::gruCombine<float>(inputGates, w.biasHh.row(0), previous.replicate(n, 1), gates,
                              hiddenCandidates, states);
    return states;
}

/// log p(y_i | h_j) of the piece of a step, j from `begin` on [1, n].
Row logLikelihoods(const Trace &trace, const StepTrace &step, int piece, const Row &previous,
                   long begin, long n) {
    const Matrix states = statesAttendingTo(trace, step, previous, begin, n);
    const auto annotations = trace.encoder->annotations.middleRows(begin, n);
    Matrix input(n, states.cols() + annotations.cols() + step.previousEmbedding.size());
    input << states, annotations, step.previousEmbedding.replicate(n, 1);
    Matrix readouts;
    Matrix logits = predict(trace.model->weights(), input, readouts);
    Row result(n);
    for (long j = 0; j < n; ++j) {
        layers::logSoftmax<float>(logits.row(j), logits.row(j));
        result(j) = logits(j, piece);
    }
    return result;
}

/// P(h_j | y_i) from the weights and likelihoods of a step [1, S].
Row posteriorOf(const Row &weights, const Row &logLikelihoods) {
    const auto prior = weights.array().max(0.0F);
    if (!(prior > 0).any()) {
        return Row::Zero(weights.size());
    }
    // Relative to the largest term, so that none overflows and not all vanish. In Eigen, exp(−∞) is
    // not 0.
    const Row logs = prior.log() + logLikelihoods.array();
    const Row terms = (prior > 0).select((logs.array() - logs.maxCoeff()).exp(), 0.0F);
    return terms / terms.sum();
}

}  // namespace

Posterior posteriorAttention(const Trace &trace, const std::stop_token &stop) {
    if (!trace.hasAttention()) {
        throw Error("A model without attention has no posterior attention.");
    }
    const long length = trace.sourceLength();
    Posterior posterior;
    posterior.weights.resize(trace.targetLength(), length);
    posterior.logLikelihoods.resize(trace.targetLength(), length);
    Row previous = trace.encoder->initial;
    for (long i = 0; i < trace.targetLength(); ++i) {
        const StepTrace &step = *trace.steps[static_cast<std::size_t>(i)];
        if (step.weights.size() != length) {
            throw Error("The posterior of a step with %1 weights was asked for, expected %2.",
                        step.weights.size(), length);
        }
        for (long begin = 0; begin < length; begin += together) {
            if (stop.stop_requested()) {
                throw Cancelled();
            }
            const long n = std::min(together, length - begin);
            posterior.logLikelihoods.row(i).segment(begin, n) = logLikelihoods(
                trace, step, trace.chosen(static_cast<int>(i)).id, previous, begin, n);
        }
        posterior.weights.row(i) = posteriorOf(step.weights, posterior.logLikelihoods.row(i));
        previous = step.cell.state.row(0);
    }
    return posterior;
}

}  // namespace model
