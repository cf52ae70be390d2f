// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <string>

#include "model/decoding.h"
#include "model/error.h"
#include "model/layers/attention.h"
#include "model/layers/gru.h"
#include "model/layers/linear.h"
#include "model/layers/output.h"
#include "model/layers/weight_product.h"
#include "model/translation.h"

namespace model {
namespace {

bool moreProbable(const Candidate &a, const Candidate &b) {
    return a.logProbability > b.logProbability ||
           (a.logProbability == b.logProbability && a.id < b.id);
}

/// The most probable pieces, most probable first: one pass over the vocabulary that compares each
/// piece with the least probable of those kept.
std::vector<Candidate> mostProbable(const Row &logProbabilities, int count) {
    const int vocabulary = static_cast<int>(logProbabilities.size());
    std::vector<Candidate> heap;
    heap.reserve(static_cast<std::size_t>(count) + 1);
    for (int id = 0; id < vocabulary; ++id) {
        const Candidate candidate{id, logProbabilities(id)};
        if (static_cast<int>(heap.size()) == count) {
            if (!moreProbable(candidate, heap.front())) {
                continue;
            }
            std::pop_heap(heap.begin(), heap.end(), moreProbable);
            heap.pop_back();
        }
        heap.push_back(candidate);
        std::push_heap(heap.begin(), heap.end(), moreProbable);
    }
    std::sort_heap(heap.begin(), heap.end(), moreProbable);
    return heap;
}

void checkWeights(const Row &weights, const EncoderTrace &encoder, const Configuration &c) {
    if (c.architecture == Architecture::bottleneck) {
        throw Error("Attention weights were given to a model that has no attention.");
    }
    if (weights.size() != encoder.annotations.rows()) {
        throw Error("Got " + std::to_string(weights.size()) + " attention weights, expected " +
                    std::to_string(encoder.annotations.rows()) + ", one for each source piece.");
    }
    if (!weights.allFinite()) {
        throw Error("Got an attention weight that is not finite, expected numbers.");
    }
}

/// Fills query, scores, weights and context.
void attend(const Weights &weights, const EncoderTrace &encoder, const Row &previous,
            const std::optional<Row> &forced, StepTrace &step) {
    const Configuration &c = weights.configuration();
    if (c.architecture == Architecture::bottleneck) {
        step.context = sentenceSummary(encoder);
        return;
    }
    const long length = encoder.keys.rows();
    step.scores.resize(length);
    if (c.score == Score::additive) {
        step.query.resize(c.attention);
        layers::linear(previous, weights[Tensor::attentionQueryWeight], step.query);
        Matrix activations(length, c.attention);
        layers::additiveScores<float>(step.query, encoder.keys,
                                      weights[Tensor::attentionEnergy].row(0), activations,
                                      step.scores);
    } else {
        step.query = previous;
        layers::linear<float>(step.query, encoder.keys, step.scores);
    }
    step.weightsForced = forced.has_value();
    if (forced) {
        step.weights = *forced;
    } else {
        step.weights.resize(length);
        layers::softmax<float>(step.scores, step.weights);
    }
    step.context.resize(encoder.annotations.cols());
    layers::contextVector<float>(step.weights, encoder.annotations, step.context);
}

/// s_i = GRU([y_{i−1} ; c_i], s_{i−1})
void advance(const Weights &weights, const Row &previous, StepTrace &step) {
    const auto w = gruTensors(weights, Tensor::cellWeightIh);
    const long units = previous.size();
    Row input(step.previousEmbedding.size() + step.context.size());
    input << step.previousEmbedding, step.context;
    Row inputGates(3 * units);
    layers::linear(input, w.weightIh, w.biasIh, inputGates);
    Row gates(3 * units);
    Row hiddenCandidate(units);
    step.cell.state.resize(1, units);
    layers::linear(previous, w.weightHh, gates);
    layers::gruCombine<float>(inputGates, w.biasHh.row(0), previous, gates, hiddenCandidate,
                              step.cell.state);
    step.cell.reset = gates.head(units);
    step.cell.update = gates.segment(units, units);
    step.cell.candidate = gates.tail(units);
}

/// t_i and log p_i [V]
Row predict(const Weights &weights, StepTrace &step) {
    Row input(step.cell.state.cols() + step.context.size() + step.previousEmbedding.size());
    input << step.cell.state, step.context, step.previousEmbedding;
    step.readout.resize(step.previousEmbedding.size());
    layers::linear(input, weights[Tensor::readoutWeight], weights[Tensor::readoutBias],
                   step.readout);
    step.readout = step.readout.array().tanh();

    Row logits(weights.configuration().targetVocabulary);
    layers::linear(step.readout, weights[weights.output()], weights[Tensor::outputBias], logits);
    layers::logSoftmax<float>(logits, logits);
    return logits;
}

void choose(const Row &logProbabilities, const std::optional<int> &forced, StepTrace &step) {
    step.entropy = -(logProbabilities.array().exp() * logProbabilities.array()).sum();
    if (!std::isfinite(step.entropy)) {
        throw Error(
            "The model computed a probability that is not a number; its weights are out of "
            "range.");
    }
    step.candidates = mostProbable(logProbabilities, StepTrace::candidateCount);
    step.chosen = step.candidates.front();
    if (!forced) {
        return;
    }
    if (*forced < 0 || *forced >= logProbabilities.size()) {
        throw Error("Got the piece " + std::to_string(*forced) +
                    " as the next word, expected 0 to " +
                    std::to_string(logProbabilities.size() - 1) + ".");
    }
    step.wordForced = true;
    step.chosen = {*forced, logProbabilities(*forced)};
    for (int id = 0; id < logProbabilities.size(); ++id) {
        step.chosenRank += moreProbable({id, logProbabilities(id)}, step.chosen) ? 1 : 0;
    }
}

}  // namespace

StepTrace decode(const Model &model, const EncoderTrace &encoder, const StepTrace *previous,
                 const Intervention &intervention) {
    const Weights &weights = model.weights();
    if (intervention.weights) {
        checkWeights(*intervention.weights, encoder, model.configuration());
    }
    const Row state = previous != nullptr ? Row(previous->cell.state.row(0)) : encoder.initial;

    StepTrace step;
    step.previousId = previous != nullptr ? previous->chosen.id : special::begin;
    step.previousEmbedding = weights[Tensor::targetEmbedding].row(step.previousId);
    attend(weights, encoder, state, intervention.weights, step);
    advance(weights, state, step);
    choose(predict(weights, step), intervention.word, step);
    return step;
}

}  // namespace model
