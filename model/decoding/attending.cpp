// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/attending.h"

#include <vector>

#include "model/decoding/encoder.h"
#include "model/error.h"
#include "model/layers/attention.h"
#include "model/layers/linear.h"
#include "model/layers/weight_product.h"

namespace model {
namespace {

/// The positions of a source of this length that are not muted.
std::vector<long> audible(long length, const std::set<int> &muted) {
    std::vector<long> positions;
    for (long j = 0; j < length; ++j) {
        if (!muted.contains(static_cast<int>(j))) {
            positions.push_back(j);
        }
    }
    return positions;
}

Row softmaxAt(const Row &scores, float temperature) {
    Row weights(scores.size());
    if (temperature == 1) {
        layers::softmax<float>(scores, weights);
    } else {
        // The largest becomes 0, so that nothing overflows towards infinity however small τ is.
        const Row scaled = (scores.array() - scores.maxCoeff()) / temperature;
        layers::softmax<float>(scaled, weights);
    }
    return weights;
}

}  // namespace

void score(const Weights &weights, const EncoderTrace &encoder, const Row &query, StepTrace &step) {
    const Configuration &c = weights.configuration();
    if (!c.attends()) {
        return;
    }
    const long length = encoder.keys.rows();
    step.query = query;
    step.scores.resize(length);
    if (c.score == Score::additive) {
        Matrix activations(length, c.attention);
        layers::additiveScores<float>(step.query, encoder.keys,
                                      weights[Tensor::attentionEnergy].row(0), activations,
                                      step.scores);
    } else {
        layers::linear<float>(step.query, encoder.keys, step.scores);
    }
}

Row softmaxOf(const Row &scores, const Intervention &intervention) {
    const float temperature = intervention.temperature.value_or(1);
    if (intervention.muted.empty()) {
        return softmaxAt(scores, temperature);
    }
    // Of the others alone: their ratios stay, even where next to nothing was left for them.
    const std::vector<long> positions = audible(scores.size(), intervention.muted);
    if (positions.empty()) {
        throw InterventionError(
            "The attention of a step cannot be computed: all source positions are muted, expected "
            "one that is not.");
    }
    Row weights = Row::Zero(scores.size());
    weights(positions) = softmaxAt(scores(positions), temperature);
    return weights;
}

Row withoutMuted(Row weights, const std::set<int> &muted) {
    if (muted.empty()) {
        return weights;
    }
    for (const int position : muted) {
        weights(position) = 0;
    }
    const float sum = weights.sum();
    if (!(sum > 0)) {
        throw InterventionError(
            "The attention of a step cannot be pinned: got weights above 0 for muted source "
            "positions alone, expected one that is not muted.");
    }
    return weights / sum;
}

Matrix gatesOfContexts(const Weights &weights, const Matrix &contexts) {
    const Configuration &c = weights.configuration();
    const WeightMatrix weight = weights[Tensor::cellWeightIh].columns(c.embedding, c.annotation());
    Matrix result(contexts.rows(), weight.rows());
    layers::linear(contexts, weight, result);
    return result;
}

Row attend(const Weights &weights, const EncoderTrace &encoder, const HeldUnits &held,
           StepTrace &step) {
    Row gates;
    if (!weights.configuration().attends()) {
        step.context = sentenceSummary(encoder);
        gates = encoder.contextGates.row(0);
    } else {
        step.context.resize(encoder.annotations.cols());
        layers::contextVector<float>(step.weights, encoder.annotations, step.context);
        gates.resize(encoder.contextGates.cols());
        layers::contextVector<float>(step.weights, encoder.contextGates, gates);
    }
    if (!held.empty()) {
        const Row before = step.context;
        holdUnits(held, step.context);
        const Row difference = step.context - before;
        if (!difference.isZero(0)) {
            gates += Row(gatesOfContexts(weights, difference));
        }
    }
    return gates;
}

}  // namespace model
