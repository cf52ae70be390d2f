// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/distribution.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/error.h"
#include "model/layers/output.h"
#include "model/layers/weight_product.h"

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

Row readoutInput(const Row &state, const Row &context, const Row &embedding) {
    Row input(state.size() + context.size() + embedding.size());
    input << state, context, embedding;
    return input;
}

Matrix predict(const Weights &weights, std::span<StepTrace> steps) {
    const Configuration &c = weights.configuration();
    Matrix input(static_cast<long>(steps.size()), c.decoder + c.annotation() + c.embedding);
    for (long row = 0; const StepTrace &step : steps) {
        input.row(row++) = readoutInput(step.cell.state, step.context, step.previousEmbedding);
    }
    Matrix readouts;
    Matrix logits = predict(weights, input, readouts);
    for (long row = 0; StepTrace & step : steps) {
        step.readout = readouts.row(row++);
    }
    return logits;
}

Choice distribute(Row logits, std::optional<int> forced, StepTrace &step) {
    layers::logSoftmax<float>(logits, logits);
    const Row &logProbabilities = logits;
    step.entropy = layers::entropy(logProbabilities);
    if (!std::isfinite(step.entropy)) {
        throw Error(
            "The model computed a probability that is not a number; its weights are out of range.");
    }
    step.candidates = mostProbable(logProbabilities, StepTrace::candidateCount);
    return forced ? forcedChoice(logProbabilities, *forced) : mostProbableChoice(step);
}

}  // namespace model
