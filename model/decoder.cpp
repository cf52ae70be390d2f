// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

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

void checkPiece(int piece, const Configuration &c) {
    if (piece < 0 || piece >= c.targetVocabulary) {
        throw Error("Got the piece " + std::to_string(piece) + " as the next word, expected 0 to " +
                    std::to_string(c.targetVocabulary - 1) + ".");
    }
}

/// What the annotations are compared with, a row for each state s_{i−1}; the bottleneck asks none.
Matrix queries(const Weights &weights, const Matrix &previous) {
    const Configuration &c = weights.configuration();
    if (c.architecture == Architecture::bottleneck || c.score != Score::additive) {
        return previous;
    }
    Matrix queries(previous.rows(), c.attention);
    layers::linear(previous, weights[Tensor::attentionQueryWeight], queries);
    return queries;
}

/// Fills query, scores, weights and context.
void attend(const Weights &weights, const EncoderTrace &encoder, const Row &query,
            const std::optional<Row> &forced, StepTrace &step) {
    const Configuration &c = weights.configuration();
    if (c.architecture == Architecture::bottleneck) {
        step.context = sentenceSummary(encoder);
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

/// s_i = GRU([y_{i−1} ; c_i], s_{i−1}) of each step, s_{i−1} being its row of `previous`. As below,
/// rows are worked on one by one where their place in memory could change a rounding.
void advance(const Weights &weights, const Matrix &previous, std::span<StepTrace> steps) {
    const auto w = gruTensors(weights, Tensor::cellWeightIh);
    const long n = previous.rows();
    const long units = previous.cols();
    Matrix inputs(n, w.weightIh.cols());
    for (long i = 0; i < n; ++i) {
        const StepTrace &step = steps[static_cast<std::size_t>(i)];
        inputs.row(i) << step.previousEmbedding, step.context;
    }
    Matrix inputGates(n, 3 * units);
    Matrix hiddenGates(n, 3 * units);
    layers::linear(inputs, w.weightIh, w.biasIh, inputGates);
    layers::linear(previous, w.weightHh, hiddenGates);
    for (long i = 0; i < n; ++i) {
        GruTrace &cell = steps[static_cast<std::size_t>(i)].cell;
        const Row state = previous.row(i);
        const Row inputGate = inputGates.row(i);
        Row gates = hiddenGates.row(i);
        Row hiddenCandidate(units);
        cell.state.resize(1, units);
        layers::gruCombine<float>(inputGate, w.biasHh.row(0), state, gates, hiddenCandidate,
                                  cell.state);
        cell.reset = gates.head(units);
        cell.update = gates.segment(units, units);
        cell.candidate = gates.tail(units);
    }
}

/// Everything of steps that leads to their new states, from s_{i−1} [n, D] and y_{i−1}.
std::vector<StepTrace> advanced(const Weights &weights, const EncoderTrace &encoder,
                                const Matrix &previous, std::span<const int> previousIds,
                                const std::optional<Row> &forced) {
    const Matrix query = queries(weights, previous);
    std::vector<StepTrace> steps(previousIds.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps[i].previousId = previousIds[i];
        steps[i].previousEmbedding = weights[Tensor::targetEmbedding].row(previousIds[i]);
        attend(weights, encoder, query.row(static_cast<long>(i)), forced, steps[i]);
    }
    advance(weights, previous, steps);
    return steps;
}

/// The same behind other steps; null: at the beginning.
std::vector<StepTrace> advanced(const Weights &weights, const EncoderTrace &encoder,
                                std::span<const StepTrace *const> previous,
                                const std::optional<Row> &forced) {
    Matrix states(static_cast<long>(previous.size()), encoder.initial.cols());
    std::vector<int> ids;
    for (const StepTrace *step : previous) {
        const auto i = static_cast<long>(ids.size());
        states.row(i) = step != nullptr ? Row(step->cell.state.row(0)) : encoder.initial;
        ids.push_back(step != nullptr ? step->chosen.id : special::begin);
    }
    return advanced(weights, encoder, states, ids, forced);
}

/// Fills the readouts t_i; returns the logits of all pieces [n, V]. The rows are worked on one by
/// one where their place in memory could change a rounding.
Matrix predict(const Weights &weights, std::span<StepTrace> steps) {
    const StepTrace &any = steps.front();
    const auto n = static_cast<long>(steps.size());
    Matrix input(n, any.cell.state.cols() + any.context.size() + any.previousEmbedding.size());
    for (long i = 0; i < n; ++i) {
        const StepTrace &step = steps[static_cast<std::size_t>(i)];
        input.row(i) << step.cell.state, step.context, step.previousEmbedding;
    }
    Matrix readouts(n, any.previousEmbedding.size());
    layers::linear(input, weights[Tensor::readoutWeight], weights[Tensor::readoutBias], readouts);
    for (long i = 0; i < n; ++i) {
        Row &readout = steps[static_cast<std::size_t>(i)].readout;
        readout = readouts.row(i);
        readout = readout.array().tanh();
        readouts.row(i) = readout;
    }
    Matrix logits(n, weights.configuration().targetVocabulary);
    layers::linear(readouts, weights[weights.output()], weights[Tensor::outputBias], logits);
    return logits;
}

/// Chooses the most probable piece, or the one that is forced.
void choose(Row logits, const std::optional<int> &forced, StepTrace &step) {
    layers::logSoftmax<float>(logits, logits);
    const Row &logProbabilities = logits;
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
    if (intervention.word) {
        checkPiece(*intervention.word, model.configuration());
    }
    auto steps = advanced(weights, encoder, {&previous, 1}, intervention.weights);
    choose(predict(weights, steps).row(0), intervention.word, steps.front());
    return std::move(steps.front());
}

std::vector<StepTrace> decodeEach(const Model &model, const EncoderTrace &encoder,
                                  std::span<const StepTrace *const> previous) {
    auto steps = advanced(model.weights(), encoder, previous, {});
    const Matrix logits = predict(model.weights(), steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        choose(logits.row(static_cast<long>(i)), {}, steps[i]);
    }
    return steps;
}

std::vector<StepTrace> decodeAlong(const Model &model, const EncoderTrace &encoder,
                                   const StepTrace *previous, std::span<const int> draft) {
    const Weights &weights = model.weights();
    std::vector<StepTrace> steps = advanced(weights, encoder, {&previous, 1}, {});
    steps.reserve(draft.size() + 1);
    for (const int piece : draft) {
        checkPiece(piece, model.configuration());
        auto next = advanced(weights, encoder, steps.back().cell.state, {&piece, 1}, {});
        steps.push_back(std::move(next.front()));
    }
    const Matrix logits = predict(weights, steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        choose(logits.row(static_cast<long>(i)), {}, steps[i]);
        if (i < draft.size() && steps[i].chosen.id != draft[i]) {
            steps.resize(i + 1);
        }
    }
    return steps;
}

}  // namespace model
