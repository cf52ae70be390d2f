// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/effects.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "model/decoding/attending.h"
#include "model/decoding/decoder.h"
#include "model/decoding/distribution.h"
#include "model/error.h"
#include "model/layers/output.h"
#include "model/numerics/random.h"

namespace model {
namespace {

/// Steps that are computed together: the logits of this many stay in the cache.
constexpr int atOnce = 32;
constexpr int mostPermutations = 10000;

/// The positions of the source word to which most attention is paid.
std::set<int> topWord(const Source &source, const Row &weights) {
    std::set<int> top;
    float most = -1;
    for (const Word &word : source.words()) {
        const float sum = weights.segment(word.firstPiece, word.pieceCount).sum();
        if (sum > most) {
            most = sum;
            top.clear();
            for (int j = 0; j < word.pieceCount; ++j) {
                top.insert(word.firstPiece + j);
            }
        }
    }
    return top;
}

/// The weights of a step without the top word; uniform over the others where they had none, and
/// unchanged where there are no others.
Row withoutTopWord(const Source &source, const StepTrace &step) {
    const std::set<int> top = topWord(source, step.weights);
    if (static_cast<long>(top.size()) >= step.weights.size()) {
        return step.weights;
    }
    if (!step.weightsForced) {
        return softmaxOf(step.scores, {.muted = top});
    }
    Row others = step.weights;
    for (const int position : top) {
        others(position) = 0;
    }
    // So little that its ratios are lost counts as nothing.
    constexpr float nothing = 1e-30F;
    return withoutMuted(others.sum() > nothing ? others : Row(Row::Ones(others.size())), top);
}

Row permuted(const Row &weights, Random &random) {
    std::vector<float> values(weights.begin(), weights.end());
    random.shuffle(values);
    return Eigen::Map<const Row>(values.data(), weights.size());
}

/// All attention that is tried at a step: its own, then uniform, one-hot, without the top word, and
/// the permutations.
std::vector<Row> attentionTried(const Trace &trace, int step, const EffectOptions &options) {
    const Row &own = trace.step(step).weights;
    const long length = own.size();
    Row::Index most = 0;
    own.maxCoeff(&most);
    std::vector<Row> tried{own, Row::Constant(length, 1 / static_cast<float>(length)),
                           Row::Unit(length, most), withoutTopWord(trace.source, trace.step(step))};
    Random random{options.seed, static_cast<std::uint64_t>(step)};
    for (int i = 0; i < options.permutations; ++i) {
        tried.push_back(permuted(own, random));
    }
    return tried;
}
constexpr std::size_t firstPermutation = 4;

/// Compares q with p, both as log-probabilities.
AttentionEffect compare(const Row &p, const Row &q) {
    AttentionEffect effect;
    Row::Index before = 0;
    Row::Index after = 0;
    p.maxCoeff(&before);
    q.maxCoeff(&after);
    effect.difference =
        (q.cast<double>().array().exp() - p.cast<double>().array().exp()).abs().sum() / 2;
    effect.changed = after == before ? 0 : 1;
    effect.piece = static_cast<int>(after);
    return effect;
}

/// The median of the effects of permutations, and the share of them that change the piece.
AttentionEffect median(std::vector<AttentionEffect> effects) {
    double changed = 0;
    for (const AttentionEffect &effect : effects) {
        changed += effect.changed;
    }
    const auto middle = effects.begin() + (static_cast<long>(effects.size()) - 1) / 2;
    std::nth_element(effects.begin(), middle, effects.end(), [](const auto &a, const auto &b) {
        return std::pair(a.difference, a.piece) < std::pair(b.difference, b.piece);
    });
    AttentionEffect result = *middle;
    result.changed = changed / static_cast<double>(effects.size());
    return result;
}

/// Computes the distributions of one step, part by part.
class StepComparison {
  public:
    StepComparison(const Trace &trace, int step)
        : trace_(trace), prefix_(prefixOf(trace, step)), held_(trace.interventions.at(step)) {
        held_ = {.state = held_.state, .context = held_.context};
    }

    /// The effects of all but the first of the weights, compared with the first.
    std::vector<AttentionEffect> effects(const std::vector<Row> &tried,
                                         const std::stop_token &stop) const {
        std::vector<AttentionEffect> result;
        Row own;
        for (std::size_t begin = 0; begin < tried.size(); begin += atOnce) {
            if (stop.stop_requested()) {
                throw Cancelled();
            }
            const std::size_t n = std::min<std::size_t>(atOnce, tried.size() - begin);
            const Matrix logs = distributions(std::span(tried).subspan(begin, n));
            if (begin == 0) {
                own = logs.row(0);
            }
            for (std::size_t i = begin == 0 ? 1 : 0; i < n; ++i) {
                result.push_back(compare(own, logs.row(static_cast<long>(i))));
            }
        }
        return result;
    }

  private:
    Matrix distributions(std::span<const Row> weights) const {
        std::vector<Intervention> interventions;
        for (const Row &each : weights) {
            interventions.push_back(held_);
            interventions.back().attention = pin::Weights{each};
        }
        const std::vector<Prefix> prefixes(weights.size(), prefix_);
        return logProbabilities(*trace_.model, *trace_.encoder, prefixes, interventions);
    }

    const Trace &trace_;
    Prefix prefix_;
    Intervention held_;
};

void tell(const EffectProgress &progress, long done, long all) {
    if (progress) {
        progress(static_cast<double>(done) / static_cast<double>(all));
    }
}

}  // namespace

std::string_view toString(OtherAttention attention) {
    constexpr std::array<std::string_view, otherAttentionCount> names{
        "uniform", "permuted", "one-hot", "top word removed"};
    return names[static_cast<std::size_t>(attention)];
}

std::vector<StepEffects> attentionEffects(const Trace &trace, const EffectOptions &options,
                                          const EffectProgress &progress,
                                          const std::stop_token &stop) {
    if (!trace.hasAttention()) {
        throw Error("How much attention matters was asked of a model that has none.");
    }
    if (options.permutations < 1 || options.permutations > mostPermutations) {
        throw Error("Got %1 permutations of the attention weights, expected 1 to %2.",
                    options.permutations, mostPermutations);
    }
    std::vector<StepEffects> result;
    for (int i = 0; i < trace.targetLength(); ++i) {
        const auto effects =
            StepComparison(trace, i).effects(attentionTried(trace, i, options), stop);
        // The first effect is that of the second of what was tried.
        StepEffects step;
        step.effects = {effects[0], median({effects.begin() + firstPermutation - 1, effects.end()}),
                        effects[1], effects[2]};
        result.push_back(step);
        tell(progress, i + 1, trace.targetLength());
    }
    return result;
}

StepEffects meanEffects(const std::vector<StepEffects> &steps) {
    StepEffects mean;
    for (std::size_t kind = 0; kind < mean.effects.size(); ++kind) {
        for (const StepEffects &step : steps) {
            mean.effects[kind].difference += step.effects[kind].difference;
            mean.effects[kind].changed += step.effects[kind].changed;
        }
        if (!steps.empty()) {
            mean.effects[kind].difference /= static_cast<double>(steps.size());
            mean.effects[kind].changed /= static_cast<double>(steps.size());
        }
    }
    return mean;
}

std::vector<UnitEffect> unitEffects(const Trace &trace, int step, const EffectProgress &progress,
                                    const std::stop_token &stop) {
    if (step < 0 || step >= trace.targetLength()) {
        throw Error("The units of the state at step %1 were asked for, expected one of %2 steps.",
                    step, trace.targetLength());
    }
    const StepTrace &made = trace.step(step);
    const Row state = made.cell.state;
    const Row input = readoutInput(state, made.context, made.previousEmbedding);
    const double before = std::exp(static_cast<double>(trace.chosen(step).logProbability));
    std::vector<UnitEffect> effects;
    for (long begin = 0; begin < state.size(); begin += atOnce) {
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        const long n = std::min<long>(atOnce, state.size() - begin);
        Matrix inputs = input.replicate(n, 1);
        inputs.block(0, begin, n, n).diagonal().setZero();
        Matrix readouts;
        Matrix logs = predict(trace.model->weights(), inputs, readouts);
        for (long k = 0; k < n; ++k) {
            layers::logSoftmax<float>(logs.row(k), logs.row(k));
            const double after = std::exp(static_cast<double>(logs(k, trace.chosen(step).id)));
            effects.push_back(
                {static_cast<int>(begin + k), state(begin + k), after, after - before});
        }
        tell(progress, begin + n, state.size());
    }
    std::stable_sort(effects.begin(), effects.end(), [](const auto &a, const auto &b) {
        return std::abs(a.change) > std::abs(b.change);
    });
    return effects;
}

}  // namespace model
