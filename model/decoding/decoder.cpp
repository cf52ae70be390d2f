// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/decoder.h"

#include <algorithm>
#include <string>
#include <utility>

#include "model/decoding/attending.h"
#include "model/decoding/distribution.h"
#include "model/decoding/likelihoods.h"
#include "model/error.h"
#include "model/layers/gru.h"
#include "model/layers/output.h"
#include "model/layers/weight_product.h"
#include "model/numerics/helper.h"

namespace model {
namespace {

void check(const Configuration &configuration, std::span<const StepRequest> requests) {
    for (const StepRequest &request : requests) {
        checkIntervention(request.intervention, configuration,
                          static_cast<int>(request.encoder->annotations.rows()));
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
    if (!c.attends() || c.score != Score::additive) {
        return previous;
    }
    Matrix queries(previous.rows(), c.attention);
    layers::linear(previous, weights[Tensor::attentionQueryWeight].columns(0, c.decoder), queries);
    if (c.queryOfWord) {
        queries += pieces.queries;
    }
    return queries;
}

/// The posterior attention of the piece that a step gives if its attention is not pinned.
Row posteriorOfGuess(const Model &model, StepRequest request) {
    request.intervention.attention.reset();
    const DecodedStep guess = std::move(decodeEach(model, {&request, 1}).front());
    return posteriorWeights(guess.step.weights,
                            logLikelihoods(model, *request.encoder, request.prefix,
                                           guess.choice.candidate.id, request.intervention));
}

/// The weights [S] that an intervention pins, before any position of them is muted.
Row pinnedWeights(const Model &model, const StepRequest &request) {
    const long length = request.encoder->annotations.rows();
    const AttentionPin &pinned = *request.intervention.attention;
    if (const auto *given = std::get_if<pin::Weights>(&pinned)) {
        return given->values;
    }
    if (const auto *one = std::get_if<pin::Position>(&pinned)) {
        return Row::Unit(length, one->position);
    }
    if (std::holds_alternative<pin::Uniform>(pinned)) {
        return Row::Constant(length, 1 / static_cast<float>(length));
    }
    if (std::holds_alternative<pin::Posterior>(pinned)) {
        return posteriorOfGuess(model, request);
    }
    if (request.prefix.weights.size() != length) {
        throw InterventionError(
            "The attention cannot be pinned to the weights of the step before: got the first step, "
            "expected one after it.");
    }
    return request.prefix.weights;
}

/// Fills query, scores, weights and context of a step; returns what the context adds to its gates.
Row attendTo(const Model &model, const StepRequest &request, const Row &query, StepTrace &step) {
    const EncoderTrace &encoder = *request.encoder;
    const Intervention &intervention = request.intervention;
    score(model.weights(), encoder, query, step);
    step.weightsForced = intervention.changesWeights();
    if (intervention.attention) {
        step.weights = withoutMuted(pinnedWeights(model, request), intervention.muted);
    } else if (step.scores.size() > 0) {
        step.weights = softmaxOf(step.scores, intervention);
    }
    return attend(model.weights(), encoder, intervention.context, step);
}

/// s_i = GRU([y_{i−1} ; c_i], s_{i−1}) of each step, where s_{i−1} is its row of `previous`, and
/// what y_{i−1} and c_i add is its row of `inputGates`; then its held units. As below, rows are
/// processed one by one where their place in memory could change a rounding.
void advance(const Weights &weights, const Matrix &previous, const Matrix &inputGates,
             std::span<const StepRequest> requests, std::span<StepTrace> steps) {
    const auto w = gruTensors(weights, Tensor::cellWeightIh);
    const long units = previous.cols();
    Matrix hiddenGates(previous.rows(), 3 * units);
    layers::linear(previous, w.weightHh, hiddenGates);
    for (long i = 0; i < previous.rows(); ++i) {
        GruTrace &cell = steps[static_cast<std::size_t>(i)].cell;
        const Row inputGate = inputGates.row(i);
        Row gates = hiddenGates.row(i);
        Row hiddenCandidate(units);
        Row state(units);
        layers::gruCombine<float>(inputGate, w.biasHh.row(0), Row(previous.row(i)), gates,
                                  hiddenCandidate, state);
        holdUnits(requests[static_cast<std::size_t>(i)].intervention.state, state);
        cell.reset = gates.head(units);
        cell.update = gates.segment(units, units);
        cell.candidate = gates.tail(units);
        cell.state = state;
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

/// Computes everything up to the new states of steps that are begun.
void advanceAll(const Model &model, std::span<const StepRequest> requests,
                const PieceShares &pieces, std::span<StepTrace> steps) {
    Matrix previous(static_cast<long>(requests.size()), model.configuration().decoder);
    for (long row = 0; const StepRequest &request : requests) {
        previous.row(row++) = request.prefix.state;
    }
    const Matrix query = queries(model.weights(), previous, pieces);
    Matrix inputGates = pieces.gates;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto row = static_cast<long>(i);
        inputGates.row(row) += attendTo(model, requests[i], query.row(row), steps[i]);
    }
    advance(model.weights(), previous, inputGates, requests, steps);
}

/// The steps that are asked for, up to their new states.
std::vector<StepTrace> advanced(const Model &model, std::span<const StepRequest> requests) {
    check(model.configuration(), requests);
    std::vector<int> ids;
    ids.reserve(requests.size());
    for (const StepRequest &request : requests) {
        ids.push_back(request.prefix.piece);
    }
    std::vector<StepTrace> steps = begun(model.weights(), ids);
    advanceAll(model, requests, pieceShares(model.weights(), steps), steps);
    return steps;
}

/// The steps one after another that are given these pieces after the prefix, up to their new
/// states; `requests` holds their interventions, and gets the prefixes after the first.
std::vector<StepTrace> advancedAlong(const Model &model, std::span<const int> draft,
                                     std::span<StepRequest> requests) {
    check(model.configuration(), requests);
    std::vector<int> inputs{requests.front().prefix.piece};
    inputs.insert(inputs.end(), draft.begin(), draft.end());
    std::vector<StepTrace> steps = begun(model.weights(), inputs);
    const PieceShares pieces = pieceShares(model.weights(), steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i > 0) {
            requests[i].prefix = prefixBehind(steps[i - 1], inputs[i]);
        }
        advanceAll(model, requests.subspan(i, 1), pieces.row(static_cast<long>(i)), {&steps[i], 1});
    }
    return steps;
}

/// The pieces that are chosen after steps whose states are known.
std::vector<DecodedStep> chosen(const Weights &weights, std::vector<StepTrace> steps,
                                std::span<const StepRequest> requests) {
    const Matrix logits = predict(weights, steps);
    std::vector<DecodedStep> decoded(steps.size());
    shareOut(logits.rows(), [&](long row) {
        const auto i = static_cast<std::size_t>(row);
        decoded[i].step = std::move(steps[i]);
        decoded[i].choice =
            distribute(logits.row(row), requests[i].intervention.word, decoded[i].step);
    });
    return decoded;
}

/// A request for each of several prefixes of one sentence; `interventions`: none, one for all of
/// them, or one for each.
std::vector<StepRequest> requestsFor(const EncoderTrace &encoder, std::span<const Prefix> prefixes,
                                     std::span<const Intervention> interventions) {
    std::vector<StepRequest> requests;
    requests.reserve(prefixes.size());
    for (const Prefix &prefix : prefixes) {
        StepRequest request{&encoder, prefix};
        if (!interventions.empty()) {
            request.intervention = interventions[interventions.size() == 1 ? 0 : requests.size()];
        }
        requests.push_back(std::move(request));
    }
    return requests;
}

/// A draft of the pieces that are taken from a step on, and what applies to each of the steps: one
/// more than there are pieces.
struct Plan {
    std::vector<int> draft;
    std::vector<Intervention> interventions;
};

/// The draft as far as it can be followed: with the pieces that are forced, and up to the end of
/// the sentence or a step whose attention is pinned to the posterior, which has to be decoded
/// twice.
Plan planned(const Configuration &c, std::span<const int> draft, const Interventions &all,
             int first) {
    Plan plan;
    plan.interventions.push_back(all.at(first));
    for (const int piece : draft) {
        checkPiece(piece, c);
        const Intervention &own = plan.interventions.back();
        const int taken = own.word.value_or(piece);
        if (taken == special::end ||
            (own.attention && std::holds_alternative<pin::Posterior>(*own.attention))) {
            break;
        }
        plan.draft.push_back(taken);
        plan.interventions.push_back(all.at(first + static_cast<int>(plan.draft.size())));
    }
    return plan;
}

}  // namespace

Prefix emptyPrefix(const EncoderTrace &encoder) {
    return {encoder.initial, special::begin};
}

Prefix prefixBehind(const StepTrace &step, int piece) {
    return {step.cell.state.row(0), piece, step.weights};
}

Prefix prefixOf(const Trace &trace, int length) {
    return length == 0 ? emptyPrefix(*trace.encoder)
                       : prefixBehind(trace.step(length - 1), trace.chosen(length - 1).id);
}

Prefix prefixOf(const Trace &trace) {
    return prefixOf(trace, trace.targetLength());
}

Choice mostProbableChoice(const StepTrace &step) {
    return {.candidate = step.candidates.front()};
}

DecodedStep decode(const Model &model, const EncoderTrace &encoder, const Prefix &prefix,
                   const Intervention &intervention) {
    const StepRequest request{&encoder, prefix, intervention};
    return std::move(decodeEach(model, {&request, 1}).front());
}

std::vector<DecodedStep> decodeEach(const Model &model, std::span<const StepRequest> requests) {
    return chosen(model.weights(), advanced(model, requests), requests);
}

std::vector<DecodedStep> decodeEach(const Model &model, const EncoderTrace &encoder,
                                    std::span<const Prefix> prefixes,
                                    std::span<const Intervention> interventions) {
    return decodeEach(model, requestsFor(encoder, prefixes, interventions));
}

std::vector<DecodedStep> decodeAlong(const Model &model, const EncoderTrace &encoder,
                                     const Prefix &prefix, std::span<const int> draft,
                                     const Interventions &interventions, int first) {
    const Plan plan = planned(model.configuration(), draft, interventions, first);
    std::vector<StepRequest> requests(plan.interventions.size());
    for (std::size_t i = 0; i < requests.size(); ++i) {
        requests[i].encoder = &encoder;
        requests[i].intervention = plan.interventions[i];
    }
    requests.front().prefix = prefix;
    auto decoded = chosen(model.weights(), advancedAlong(model, plan.draft, requests), requests);
    std::size_t length = 1;
    while (length <= plan.draft.size() &&
           decoded[length - 1].choice.candidate.id == plan.draft[length - 1]) {
        ++length;
    }
    decoded.resize(length);
    return decoded;
}

Distributions distributions(const Model &model, const EncoderTrace &encoder,
                            std::span<const Prefix> prefixes,
                            std::span<const Intervention> interventions) {
    Distributions result{advanced(model, requestsFor(encoder, prefixes, interventions)), {}};
    result.logProbabilities = predict(model.weights(), result.steps);
    for (auto row : result.logProbabilities.rowwise()) {
        layers::logSoftmax<float>(row, row);
    }
    return result;
}

Matrix logProbabilities(const Model &model, const EncoderTrace &encoder,
                        std::span<const Prefix> prefixes,
                        std::span<const Intervention> interventions) {
    return distributions(model, encoder, prefixes, interventions).logProbabilities;
}

}  // namespace model
