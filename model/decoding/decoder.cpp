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

/// What is computed with.
struct Network {
    const Model &model;
    const EncoderTrace &encoder;

    const Weights &weights() const { return model.weights(); }
    const Configuration &configuration() const { return model.configuration(); }
};

/// The intervention of each of several steps: none, the same one, or one each.
const Intervention &interventionOf(std::span<const Intervention> interventions, std::size_t step) {
    static const Intervention none;
    if (interventions.empty()) {
        return none;
    }
    return interventions[interventions.size() == 1 ? 0 : step];
}

void check(const Network &network, std::span<const Intervention> interventions) {
    for (const Intervention &intervention : interventions) {
        checkIntervention(intervention, network.configuration(),
                          static_cast<int>(network.encoder.annotations.rows()));
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

/// The posterior attention of the piece that a step gives if its attention is not pinned.
Row posteriorOfGuess(const Network &network, const Prefix &prefix, Intervention intervention) {
    intervention.attention.reset();
    const DecodedStep guess = decode(network.model, network.encoder, prefix, intervention);
    return posteriorWeights(guess.step.weights,
                            logLikelihoods(network.model, network.encoder, prefix,
                                           guess.choice.candidate.id, intervention));
}

/// The weights [S] that an intervention pins, before any position of them is muted.
Row pinnedWeights(const Network &network, const Prefix &prefix, const Intervention &intervention) {
    const long length = network.encoder.annotations.rows();
    const AttentionPin &pinned = *intervention.attention;
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
        return posteriorOfGuess(network, prefix, intervention);
    }
    if (prefix.weights.size() != length) {
        throw InterventionError(
            "The attention cannot be pinned to the weights of the step before: got the first step, "
            "expected one after it.");
    }
    return prefix.weights;
}

/// Fills query, scores, weights and context of a step; returns what the context adds to its gates.
Row attendTo(const Network &network, const Prefix &prefix, const Row &query,
             const Intervention &intervention, StepTrace &step) {
    score(network.weights(), network.encoder, query, step);
    step.weightsForced = intervention.changesWeights();
    if (intervention.attention) {
        step.weights =
            withoutMuted(pinnedWeights(network, prefix, intervention), intervention.muted);
    } else if (step.scores.size() > 0) {
        step.weights = softmaxOf(step.scores, intervention);
    }
    return attend(network.weights(), network.encoder, intervention.context, step);
}

/// s_i = GRU([y_{i−1} ; c_i], s_{i−1}) of each step, where s_{i−1} is its row of `previous`, and
/// what y_{i−1} and c_i add is its row of `inputGates`; then its held units. As below, rows are
/// processed one by one where their place in memory could change a rounding.
void advance(const Weights &weights, const Matrix &previous, const Matrix &inputGates,
             std::span<const Intervention> interventions, std::span<StepTrace> steps) {
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
        holdUnits(interventionOf(interventions, static_cast<std::size_t>(i)).state, state);
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
void advanceAll(const Network &network, std::span<const Prefix> prefixes, const PieceShares &pieces,
                std::span<const Intervention> interventions, std::span<StepTrace> steps) {
    Matrix previous(static_cast<long>(prefixes.size()), network.encoder.initial.cols());
    for (long row = 0; const Prefix &prefix : prefixes) {
        previous.row(row++) = prefix.state;
    }
    const Matrix query = queries(network.weights(), previous, pieces);
    Matrix inputGates = pieces.gates;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto row = static_cast<long>(i);
        inputGates.row(row) += attendTo(network, prefixes[i], query.row(row),
                                        interventionOf(interventions, i), steps[i]);
    }
    advance(network.weights(), previous, inputGates, interventions, steps);
}

/// The steps of several prefixes, up to their new states.
std::vector<StepTrace> advanced(const Network &network, std::span<const Prefix> prefixes,
                                std::span<const Intervention> interventions) {
    check(network, interventions);
    std::vector<int> ids;
    ids.reserve(prefixes.size());
    for (const Prefix &prefix : prefixes) {
        ids.push_back(prefix.piece);
    }
    std::vector<StepTrace> steps = begun(network.weights(), ids);
    advanceAll(network, prefixes, pieceShares(network.weights(), steps), interventions, steps);
    return steps;
}

/// The steps one after another that are given these pieces after the prefix, up to their new
/// states; with an intervention for each.
std::vector<StepTrace> advancedAlong(const Network &network, Prefix prefix,
                                     std::span<const int> draft,
                                     std::span<const Intervention> interventions) {
    check(network, interventions);
    std::vector<int> inputs{prefix.piece};
    inputs.insert(inputs.end(), draft.begin(), draft.end());
    std::vector<StepTrace> steps = begun(network.weights(), inputs);
    const PieceShares pieces = pieceShares(network.weights(), steps);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i > 0) {
            prefix = prefixBehind(steps[i - 1], inputs[i]);
        }
        advanceAll(network, {&prefix, 1}, pieces.row(static_cast<long>(i)),
                   interventions.subspan(i, 1), {&steps[i], 1});
    }
    return steps;
}

/// The pieces that are chosen after steps whose states are known.
std::vector<DecodedStep> chosen(const Weights &weights, std::vector<StepTrace> steps,
                                std::span<const Intervention> interventions) {
    const Matrix logits = predict(weights, steps);
    std::vector<DecodedStep> decoded(steps.size());
    shareOut(logits.rows(), [&](long row) {
        const auto i = static_cast<std::size_t>(row);
        decoded[i].step = std::move(steps[i]);
        decoded[i].choice =
            distribute(logits.row(row), interventionOf(interventions, i).word, decoded[i].step);
    });
    return decoded;
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
    return std::move(decodeEach(model, encoder, {&prefix, 1}, {&intervention, 1}).front());
}

std::vector<DecodedStep> decodeEach(const Model &model, const EncoderTrace &encoder,
                                    std::span<const Prefix> prefixes,
                                    std::span<const Intervention> interventions) {
    return chosen(model.weights(), advanced({model, encoder}, prefixes, interventions),
                  interventions);
}

std::vector<DecodedStep> decodeAlong(const Model &model, const EncoderTrace &encoder,
                                     const Prefix &prefix, std::span<const int> draft,
                                     const Interventions &interventions, int first) {
    const Plan plan = planned(model.configuration(), draft, interventions, first);
    auto decoded = chosen(model.weights(),
                          advancedAlong({model, encoder}, prefix, plan.draft, plan.interventions),
                          plan.interventions);
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
    Distributions result{advanced({model, encoder}, prefixes, interventions), {}};
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
