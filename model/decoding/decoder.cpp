// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/decoder.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "model/decoding/encoder.h"
#include "model/error.h"
#include "model/layers/attention.h"
#include "model/layers/gru.h"
#include "model/layers/linear.h"
#include "model/layers/output.h"
#include "model/layers/weight_product.h"
#include "model/numerics/helper.h"

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
        throw Error("Got %1 attention weights, expected %2, one for each source piece.",
                    weights.size(), encoder.annotations.rows());
    }
    if (!weights.allFinite()) {
        throw Error("Got an attention weight that is not finite, expected numbers.");
    }
}

void checkPiece(int piece, const Configuration &c) {
    if (piece < 0 || piece >= c.targetVocabulary) {
        throw Error("Got the piece %1 as the next word, expected 0 to %2.", piece,
                    c.targetVocabulary - 1);
    }
}

/// What the pieces y_{i−1} that are fed back add to the numbers of steps, one row per step: it does
/// not depend on the steps before, so that it can be computed for many at once.
struct PieceShares {
    Matrix gates;    ///< W_y y_{i−1} + b_ih, of the gates of the cell [n, 3D]
    Matrix queries;  ///< the last E columns of W_q, times y_{i−1} [n, A]; empty: no share in it

    PieceShares row(long i) const {
        return {gates.row(i), queries.rows() > 0 ? Matrix(queries.row(i)) : Matrix()};
    }
};

PieceShares pieceShares(const Weights &weights, std::span<const StepTrace> steps) {
    const Configuration &c = weights.configuration();
    Matrix embeddings(static_cast<long>(steps.size()), c.embedding);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        embeddings.row(static_cast<long>(i)) = steps[i].previousEmbedding;
    }
    PieceShares shares;
    shares.gates.resize(embeddings.rows(), 3L * c.decoder);
    layers::linear(embeddings, weights[Tensor::cellWeightIh].columns(0, c.embedding),
                   weights[Tensor::cellBiasIh], shares.gates);
    if (c.queryOfWord) {
        shares.queries.resize(embeddings.rows(), c.attention);
        layers::linear(embeddings,
                       weights[Tensor::attentionQueryWeight].columns(c.decoder, c.embedding),
                       shares.queries);
    }
    return shares;
}

/// What the annotations are compared with, one row per state s_{i−1} and what y_{i−1} adds; unused
/// by the bottleneck.
Matrix queries(const Weights &weights, const Matrix &previous, const PieceShares &pieces) {
    const Configuration &c = weights.configuration();
    if (c.architecture == Architecture::bottleneck || c.score != Score::additive) {
        return previous;
    }
    Matrix queries(previous.rows(), c.attention);
    layers::linear(previous, weights[Tensor::attentionQueryWeight].columns(0, c.decoder), queries);
    if (c.queryOfWord) {
        queries += pieces.queries;
    }
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

/// W_c c_i: what the context of a step adds to the gates [1, 3D].
Row gatesOfContext(const EncoderTrace &encoder, const StepTrace &step) {
    if (step.weights.size() == 0) {
        return encoder.contextGates.row(0);
    }
    Row gates(encoder.contextGates.cols());
    layers::contextVector<float>(step.weights, encoder.contextGates, gates);
    return gates;
}

/// s_i = GRU([y_{i−1} ; c_i], s_{i−1}) of each step, where s_{i−1} is its row of `previous`, and
/// what y_{i−1} adds is its row of `pieceGates`. As below, rows are processed one by one where
/// their place in memory could change a rounding.
void advance(const Weights &weights, const EncoderTrace &encoder, const Matrix &previous,
             const Matrix &pieceGates, std::span<StepTrace> steps) {
    const auto w = gruTensors(weights, Tensor::cellWeightIh);
    const long n = previous.rows();
    const long units = previous.cols();
    Matrix hiddenGates(n, 3 * units);
    layers::linear(previous, w.weightHh, hiddenGates);
    for (long i = 0; i < n; ++i) {
        StepTrace &step = steps[static_cast<std::size_t>(i)];
        GruTrace &cell = step.cell;
        const Row state = previous.row(i);
        const Row pieceGate = pieceGates.row(i);
        const Row inputGate = pieceGate + gatesOfContext(encoder, step);
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

/// Steps that hold the pieces fed back to them, and nothing else yet.
std::vector<StepTrace> begun(const Weights &weights, std::span<const int> previousIds) {
    std::vector<StepTrace> steps(previousIds.size());
    for (std::size_t i = 0; i < steps.size(); ++i) {
        steps[i].previousId = previousIds[i];
        steps[i].previousEmbedding = weights[Tensor::targetEmbedding].row(previousIds[i]);
    }
    return steps;
}

/// Computes everything up to the new states of the steps, from s_{i−1} [n, D] and what y_{i−1}
/// adds.
void advanceAll(const Weights &weights, const EncoderTrace &encoder, const Matrix &previous,
                const PieceShares &pieces, const std::optional<Row> &forced,
                std::span<StepTrace> steps) {
    const Matrix query = queries(weights, previous, pieces);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        attend(weights, encoder, query.row(static_cast<long>(i)), forced, steps[i]);
    }
    advance(weights, encoder, previous, pieces.gates, steps);
}

/// The steps of several prefixes, up to their new states.
std::vector<StepTrace> advanced(const Weights &weights, const EncoderTrace &encoder,
                                std::span<const Prefix> prefixes,
                                const std::optional<Row> &forced) {
    Matrix states(static_cast<long>(prefixes.size()), encoder.initial.cols());
    std::vector<int> ids;
    ids.reserve(prefixes.size());
    for (const Prefix &prefix : prefixes) {
        states.row(static_cast<long>(ids.size())) = prefix.state;
        ids.push_back(prefix.piece);
    }
    std::vector<StepTrace> steps = begun(weights, ids);
    advanceAll(weights, encoder, states, pieceShares(weights, steps), forced, steps);
    return steps;
}

/// The steps one after another whose inputs are these pieces, from the state s_{i−1} on, up to
/// their new states.
std::vector<StepTrace> advancedAlong(const Weights &weights, const EncoderTrace &encoder,
                                     Matrix state, std::span<const int> inputs) {
    std::vector<StepTrace> steps = begun(weights, inputs);
    const PieceShares pieces = pieceShares(weights, steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        advanceAll(weights, encoder, state, pieces.row(static_cast<long>(i)), {}, {&steps[i], 1});
        state = steps[i].cell.state;
    }
    return steps;
}

/// Fills the readouts t_i; returns the logits of all pieces [n, V].
Matrix predict(const Weights &weights, std::span<StepTrace> steps) {
    const StepTrace &any = steps.front();
    const auto n = static_cast<long>(steps.size());
    Matrix input(n, any.cell.state.cols() + any.context.size() + any.previousEmbedding.size());
    for (long i = 0; i < n; ++i) {
        const StepTrace &step = steps[static_cast<std::size_t>(i)];
        input.row(i) << step.cell.state, step.context, step.previousEmbedding;
    }
    Matrix readouts;
    Matrix logits = model::predict(weights, input, readouts);
    for (long i = 0; i < n; ++i) {
        steps[static_cast<std::size_t>(i)].readout = readouts.row(i);
    }
    return logits;
}

/// Fills the candidates and the entropy; returns the log-probabilities of all pieces.
Row distribute(Row logits, StepTrace &step) {
    layers::logSoftmax<float>(logits, logits);
    const Row &logProbabilities = logits;
    step.entropy = layers::entropy(logProbabilities);
    if (!std::isfinite(step.entropy)) {
        throw Error(
            "The model computed a probability that is not a number; its weights are out of range.");
    }
    step.candidates = mostProbable(logProbabilities, StepTrace::candidateCount);
    return logits;
}

void distributeAll(const Matrix &logits, std::span<StepTrace> steps) {
    shareOut(logits.rows(),
             [&](long i) { distribute(logits.row(i), steps[static_cast<std::size_t>(i)]); });
}

/// The choice of a piece that the user named.
Choice forcedChoice(const Row &logProbabilities, int piece) {
    Choice choice{.candidate = {piece, logProbabilities(piece)}, .forced = true};
    for (int id = 0; id < logProbabilities.size(); ++id) {
        choice.rank += moreProbable({id, logProbabilities(id)}, choice.candidate) ? 1 : 0;
    }
    return choice;
}

}  // namespace

Matrix predict(const Weights &weights, const Matrix &input, Matrix &readouts) {
    readouts.resize(input.rows(), weights.configuration().embedding);
    layers::linear(input, weights[Tensor::readoutWeight], weights[Tensor::readoutBias], readouts);
    for (long i = 0; i < readouts.rows(); ++i) {
        // Copied, since its place in memory could change a rounding.
        Row readout = readouts.row(i);
        readout = readout.array().tanh();
        readouts.row(i) = readout;
    }
    Matrix logits(input.rows(), weights.configuration().targetVocabulary);
    layers::linear(readouts, weights[weights.output()], weights[Tensor::outputBias], logits);
    return logits;
}

Prefix emptyPrefix(const EncoderTrace &encoder) {
    return {encoder.initial, special::begin};
}

Prefix prefixBehind(const StepTrace &step, int piece) {
    return {step.cell.state.row(0), piece};
}

Prefix prefixOf(const Trace &trace) {
    return trace.steps.empty()
               ? emptyPrefix(*trace.encoder)
               : prefixBehind(*trace.steps.back(), trace.choices.back().candidate.id);
}

Choice mostProbableChoice(const StepTrace &step) {
    return {.candidate = step.candidates.front()};
}

DecodedStep decode(const Model &model, const EncoderTrace &encoder, const Prefix &prefix,
                   const Intervention &intervention) {
    const Weights &weights = model.weights();
    if (intervention.weights) {
        checkWeights(*intervention.weights, encoder, model.configuration());
    }
    if (intervention.word) {
        checkPiece(*intervention.word, model.configuration());
    }
    auto steps = advanced(weights, encoder, {&prefix, 1}, intervention.weights);
    StepTrace &step = steps.front();
    const Row logProbabilities = distribute(predict(weights, steps).row(0), step);
    const Choice choice = intervention.word ? forcedChoice(logProbabilities, *intervention.word)
                                            : mostProbableChoice(step);
    return {std::move(step), choice};
}

std::vector<StepTrace> decodeEach(const Model &model, const EncoderTrace &encoder,
                                  std::span<const Prefix> prefixes) {
    auto steps = advanced(model.weights(), encoder, prefixes, {});
    distributeAll(predict(model.weights(), steps), steps);
    return steps;
}

std::vector<StepTrace> decodeAlong(const Model &model, const EncoderTrace &encoder,
                                   const Prefix &prefix, std::span<const int> draft) {
    const Weights &weights = model.weights();
    std::vector<int> inputs{prefix.piece};
    for (const int piece : draft) {
        checkPiece(piece, model.configuration());
        inputs.push_back(piece);
    }
    std::vector<StepTrace> steps = advancedAlong(weights, encoder, prefix.state, inputs);
    distributeAll(predict(weights, steps), steps);
    std::size_t length = 1;
    while (length <= draft.size() &&
           mostProbableChoice(steps[length - 1]).candidate.id == draft[length - 1]) {
        ++length;
    }
    steps.resize(length);
    return steps;
}

}  // namespace model
