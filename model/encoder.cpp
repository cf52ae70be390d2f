// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>

#include "model/decoding.h"
#include "model/error.h"
#include "model/layers/gru.h"
#include "model/layers/linear.h"
#include "model/translation.h"

namespace model {
namespace {

/// The tensor that stands `n` places after the first of a GRU's four.
Tensor after(Tensor first, int n) {
    return static_cast<Tensor>(static_cast<int>(first) + n);
}

/// Reads the embeddings [S, E] in one direction with the GRU whose tensors begin at `first`.
GruTrace read(const Parameters<float> &parameters, Tensor first, const Matrix &embeddings,
              bool rightToLeft, const std::stop_token &stop) {
    const auto weightHh = parameters[after(first, 1)];
    const auto biasHh = parameters[after(first, 3)];
    const long length = embeddings.rows();
    const long units = weightHh.cols();

    Matrix inputGates(length, 3 * units);
    layers::linear<float>(embeddings, parameters[first], parameters[after(first, 2)], inputGates);

    Matrix gates(length, 3 * units);
    GruTrace trace;
    trace.state.resize(length, units);
    Row hiddenCandidate(units);
    Row previous = Row::Zero(units);
    for (long k = 0; k < length; ++k) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const long j = rightToLeft ? length - 1 - k : k;
        layers::gruForward<float>(inputGates.row(j), weightHh, biasHh, previous, gates.row(j),
                                  hiddenCandidate, trace.state.row(j));
        previous = trace.state.row(j);
    }
    trace.reset = gates.leftCols(units);
    trace.update = gates.middleCols(units, units);
    trace.candidate = gates.rightCols(units);
    return trace;
}

/// What a query is compared with: W_k h_j + b_k, W h_j or h_j, by the kind of score [S, …].
Matrix keys(const Parameters<float> &parameters, const Matrix &annotations) {
    const Configuration &c = parameters.configuration();
    if (c.architecture == Architecture::bottleneck) {
        return {};
    }
    if (c.score == Score::dot) {
        return annotations;
    }
    const auto weight = parameters[Tensor::attentionKeyWeight];
    Matrix result(annotations.rows(), weight.rows());
    if (c.score == Score::additive) {
        layers::linear<float>(annotations, weight, parameters[Tensor::attentionKeyBias], result);
    } else {
        layers::linear<float>(annotations, weight, result);
    }
    return result;
}

}  // namespace

EncoderTrace encode(const Model &model, const std::vector<Piece> &source,
                    const std::stop_token &stop) {
    const Parameters<float> &parameters = model.parameters();
    const Configuration &c = model.configuration();
    const auto table = parameters[Tensor::sourceEmbedding];
    const long length = static_cast<long>(source.size());
    if (length == 0) {
        throw SentenceError("There is nothing to translate: the sentence has no pieces.");
    }

    EncoderTrace trace;
    trace.embeddings.resize(length, c.embedding);
    for (long j = 0; j < length; ++j) {
        const int id = source[static_cast<std::size_t>(j)].id;
        if (id < 0 || id >= table.rows()) {
            throw Error("The encoder was given the piece " + std::to_string(id) +
                        ", expected one below " + std::to_string(table.rows()) + ".");
        }
        trace.embeddings.row(j) = table.row(id);
    }
    trace.forward = read(parameters, Tensor::encoderForwardWeightIh, trace.embeddings, false, stop);
    trace.annotations.resize(length, c.annotation());
    trace.annotations.leftCols(c.encoder) = trace.forward.state;
    if (c.bidirectional) {
        trace.backward =
            read(parameters, Tensor::encoderBackwardWeightIh, trace.embeddings, true, stop);
        trace.annotations.rightCols(c.encoder) = trace.backward.state;
    }
    trace.keys = keys(parameters, trace.annotations);

    const Row summary = sentenceSummary(trace);
    trace.initial.resize(c.decoder);
    layers::linear<float>(summary, parameters[Tensor::initialWeight],
                          parameters[Tensor::initialBias], trace.initial);
    trace.initial = trace.initial.array().tanh();
    return trace;
}

Row sentenceSummary(const EncoderTrace &encoder) {
    const long units = encoder.forward.state.cols();
    Row summary(encoder.annotations.cols());
    summary.head(units) = encoder.forward.state.bottomRows(1);
    if (encoder.backward.state.size() > 0) {
        summary.tail(units) = encoder.backward.state.topRows(1);
    }
    return summary;
}

}  // namespace model
