// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/encoder.h"

#include <string>
#include <utility>

#include "model/decoding/attending.h"
#include "model/error.h"
#include "model/layers/gru.h"
#include "model/layers/weight_product.h"

namespace model {
namespace {

/// Reads the embeddings [S, E] in one direction with the GRU whose tensors begin at `first`.
EncoderPass read(const Weights &weights, Tensor first, const Matrix &embeddings,
                 Direction direction, const std::stop_token &stop) {
    const auto w = gruTensors(weights, first);
    const Row biasHh = w.biasHh.row(0);
    const long length = embeddings.rows();
    const long units = w.weightHh.cols();

    Matrix inputGates(length, 3 * units);
    layers::linear(embeddings, w.weightIh, w.biasIh, inputGates);

    Matrix gates(length, 3 * units);
    GruTrace trace;
    trace.state.resize(length, units);
    Row hiddenCandidate(units);
    Row previous = Row::Zero(units);
    for (long k = 0; k < length; ++k) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const long j = direction == Direction::rightToLeft ? length - 1 - k : k;
        layers::linear(previous, w.weightHh, gates.row(j));
        layers::gruCombine<float>(inputGates.row(j), biasHh, previous, gates.row(j),
                                  hiddenCandidate, trace.state.row(j));
        previous = trace.state.row(j);
    }
    trace.reset = gates.leftCols(units);
    trace.update = gates.middleCols(units, units);
    trace.candidate = gates.rightCols(units);
    return {direction, std::move(trace)};
}

/// What a query is compared with: W_k h_j + b_k, W h_j or h_j, by the kind of score [S, …].
Matrix keys(const Weights &weights, const Matrix &annotations) {
    const Configuration &c = weights.configuration();
    if (c.architecture == Architecture::bottleneck) {
        return {};
    }
    if (c.score == Score::dot) {
        return annotations;
    }
    const WeightMatrix &weight = weights[Tensor::attentionKeyWeight];
    Matrix result(annotations.rows(), weight.rows());
    if (c.score == Score::additive) {
        layers::linear(annotations, weight, weights[Tensor::attentionKeyBias], result);
    } else {
        layers::linear(annotations, weight, result);
    }
    return result;
}

/// W_c h_j, or W_c c for the context of the bottleneck.
Matrix contextGates(const Weights &weights, const EncoderTrace &encoder) {
    const bool fixed = weights.configuration().architecture == Architecture::bottleneck;
    return gatesOfContexts(weights, fixed ? Matrix(sentenceSummary(encoder)) : encoder.annotations);
}

/// Fills everything that is made of the annotations.
void annotate(const Weights &weights, EncoderTrace &trace) {
    trace.keys = keys(weights, trace.annotations);
    trace.contextGates = contextGates(weights, trace);
    const Row summary = sentenceSummary(trace);
    trace.initial.resize(weights.configuration().decoder);
    layers::linear(summary, weights[Tensor::initialWeight], weights[Tensor::initialBias],
                   trace.initial);
    trace.initial = trace.initial.array().tanh();
}

}  // namespace

EncoderTrace encode(const Model &model, const Source &source, const std::stop_token &stop) {
    const Weights &weights = model.weights();
    const Configuration &c = model.configuration();
    const WeightMatrix &table = weights[Tensor::sourceEmbedding];
    const int length = source.length();
    if (length == 0) {
        throw SentenceError("There is nothing to translate: the sentence has no pieces.");
    }

    EncoderTrace trace;
    trace.embeddings.resize(length, c.embedding);
    for (int j = 0; j < length; ++j) {
        const int id = source.token(j);
        if (id < 0 || id >= table.rows()) {
            throw Error("The encoder was given the piece %1, expected one below %2.", id,
                        table.rows());
        }
        trace.embeddings.row(j) = table.row(id);
    }
    trace.passes.push_back(read(weights, Tensor::encoderForwardWeightIh, trace.embeddings,
                                Direction::leftToRight, stop));
    if (c.bidirectional) {
        trace.passes.push_back(read(weights, Tensor::encoderBackwardWeightIh, trace.embeddings,
                                    Direction::rightToLeft, stop));
    }
    trace.annotations.resize(length, c.annotation());
    for (long column = 0; const EncoderPass &pass : trace.passes) {
        trace.annotations.middleCols(column, c.encoder) = pass.cells.state;
        column += c.encoder;
    }
    annotate(weights, trace);
    return trace;
}

EncoderTrace hold(const Model &model, EncoderTrace trace, const Interventions &interventions) {
    for (const auto &[position, units] : interventions.annotations) {
        for (const auto &[unit, value] : units) {
            trace.annotations(position, unit) = value;
        }
    }
    if (!interventions.annotations.empty()) {
        annotate(model.weights(), trace);
    }
    holdUnits(interventions.initial, trace.initial);
    return trace;
}

Row sentenceSummary(const EncoderTrace &encoder) {
    const Matrix &annotations = encoder.annotations;
    Row summary(annotations.cols());
    for (long column = 0; const EncoderPass &pass : encoder.passes) {
        const long units = pass.cells.state.cols();
        const long last = pass.direction == Direction::rightToLeft ? 0 : annotations.rows() - 1;
        summary.segment(column, units) = annotations.row(last).segment(column, units);
        column += units;
    }
    return summary;
}

}  // namespace model
