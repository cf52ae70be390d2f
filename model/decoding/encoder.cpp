// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/encoder.h"

#include <string>
#include <utility>
#include <vector>

#include "model/decoding/attending.h"
#include "model/error.h"
#include "model/layers/convolution.h"
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
    if (!c.attends()) {
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
    const bool fixed = !weights.configuration().attends();
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

/// The first convolutions: what each makes of what is before it, and below 0 becomes 0 (Nair &
/// Hinton 2010).
std::vector<Matrix> featuresOf(const Weights &weights, const scenes::Picture &picture,
                               const std::stop_token &stop) {
    std::vector<Matrix> features;
    Matrix patches;
    for (int layer = 0; layer < picture::convolutions; ++layer) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const Matrix before = layer == 0 ? layers::centred<float>(picture.pixels) : features.back();
        patches.resize(before.rows() / 4, 9 * before.cols());
        layers::gatherPatches<float>(before, 2, patches);
        const WeightMatrix &weight = weights[convolutionWeight(layer)];
        Matrix output(patches.rows(), weight.rows());
        layers::linear(patches, weight, weights[convolutionBias(layer)], output);
        features.push_back(output.cwiseMax(0.0F));
    }
    return features;
}

/// h_j = tanh(W [f of the nine cells around j] + W_p x_j + b), f being the last features.
Matrix annotationsOf(const Weights &weights, const EncoderTrace &trace) {
    const Matrix &before = trace.features.back();
    Matrix patches(before.rows(), 9 * before.cols());
    layers::gatherPatches<float>(before, 1, patches);
    const WeightMatrix &weight = weights[Tensor::annotationWeight];
    Matrix annotations(patches.rows(), weight.rows());
    Matrix places(patches.rows(), weight.rows());
    layers::linear(patches, weight, weights[Tensor::annotationBias], annotations);
    layers::linear(trace.embeddings, weights[Tensor::annotationPlace], places);
    return (annotations + places).array().tanh();
}

/// The embedding of each position [S, E].
Matrix lookUp(const Model &model, const Source &source) {
    const WeightMatrix &table = model.weights()[Tensor::sourceEmbedding];
    Matrix embeddings(source.length(), model.configuration().embedding);
    for (int j = 0; j < source.length(); ++j) {
        const int id = source.token(j);
        if (id < 0 || id >= table.rows()) {
            throw Error("The encoder was given the piece %1, expected one below %2.", id,
                        table.rows());
        }
        embeddings.row(j) = table.row(id);
    }
    return embeddings;
}

/// Features and annotations of a picture.
void seePicture(const Weights &weights, const Source &source, EncoderTrace &trace,
                const std::stop_token &stop) {
    if (source.picture() == nullptr) {
        throw SentenceError("The model describes pictures: got a text, expected a picture.");
    }
    trace.features = featuresOf(weights, *source.picture(), stop);
    trace.annotations = annotationsOf(weights, trace);
}

/// Reads the embeddings in each direction.
void readAll(const Weights &weights, EncoderTrace &trace, const std::stop_token &stop) {
    const Configuration &c = weights.configuration();
    trace.passes.push_back(read(weights, Tensor::encoderForwardWeightIh, trace.embeddings,
                                Direction::leftToRight, stop));
    if (c.bidirectional) {
        trace.passes.push_back(read(weights, Tensor::encoderBackwardWeightIh, trace.embeddings,
                                    Direction::rightToLeft, stop));
    }
    trace.annotations.resize(trace.embeddings.rows(), c.annotation());
    for (long column = 0; const EncoderPass &pass : trace.passes) {
        trace.annotations.middleCols(column, c.encoder) = pass.cells.state;
        column += c.encoder;
    }
}

}  // namespace

EncoderTrace encode(const Model &model, const Source &source, const std::stop_token &stop) {
    const Weights &weights = model.weights();
    if (source.length() == 0) {
        throw SentenceError("There is nothing to translate: the sentence has no pieces.");
    }
    EncoderTrace trace;
    trace.embeddings = lookUp(model, source);
    if (model.configuration().seesPictures()) {
        seePicture(weights, source, trace, stop);
    } else {
        readAll(weights, trace, stop);
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

}  // namespace model
