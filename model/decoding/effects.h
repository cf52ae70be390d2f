// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string_view>
#include <vector>

#include "model/decoding/trace.h"

// How much attention matters, and units: what else would have become of the output of a step.
namespace model {

/// Called now and then with how much is done, from 0 to 1, ascending.
using EffectProgress = std::function<void(double done)>;

/// Other attention that a step could have had: as in Jain & Wallace (2019), "Attention is not
/// explanation", section 4.2.1 (permuted), Wiegreffe & Pinter (2019), "Attention is not not
/// explanation", section 3.1 (uniform), Serrano & Smith (2019), "Is attention interpretable?",
/// section 4 (the top removed).
enum class OtherAttention {
    uniform,     ///< 1/S for each position
    permuted,    ///< its own weights in another order
    oneHot,      ///< 1 for the position with the largest weight
    withoutTop,  ///< 0 for the source word with the largest weight, the others in their ratios
};
inline constexpr int otherAttentionCount = 4;
/// "uniform", "permuted", "one-hot", "top word removed"
std::string_view toString(OtherAttention attention);

/// What other attention at a step would have changed about the distribution p of its output, which
/// would have been q.
struct AttentionEffect {
    double difference = 0;  ///< total variation distance ½ Σ_y |q(y) − p(y)|, from 0 to 1
    /// Whether another piece than before would be the most probable: 0 or 1; of several
    /// permutations or steps the share of them.
    double changed = 0;
    int piece = 0;  ///< id of the most probable piece of q
};

/// The effects of all kinds of other attention on one step, by OtherAttention.
struct StepEffects {
    std::array<AttentionEffect, otherAttentionCount> effects;

    const AttentionEffect &operator[](OtherAttention attention) const {
        return effects[static_cast<std::size_t>(attention)];
    }
};

struct EffectOptions {
    /// Orders of the weights that are tried. Of their effects the median is told, by difference
    /// (of an even number the smaller one).
    int permutations = 20;
    std::uint64_t seed = 1;  ///< of the permutations, which depend on the step, too
};

/// The effects on each step of a trace [T]. A step keeps the prefix that it has in the trace, words
/// and state (teacher forcing), and its held units; only its weights are others, and it is compared
/// with what it is with its own.
/// @throws Error if the model has no attention, or the number of permutations is not from 1 to
/// 10000; Cancelled
std::vector<StepEffects> attentionEffects(const Trace &trace, const EffectOptions &options = {},
                                          const EffectProgress &progress = {},
                                          const std::stop_token &stop = {});

/// The means over steps; `piece` means nothing then. All 0 without steps.
StepEffects meanEffects(const std::vector<StepEffects> &steps);

/// What holding a unit of a decoder state at 0 changes.
struct UnitEffect {
    int unit = 0;
    float value = 0;         ///< of the unit in the trace
    double probability = 0;  ///< of the piece that was taken, with the unit at 0
    double change = 0;       ///< that probability less the one in the trace
};

/// For each unit of the state s_i of a step [D]: how much holding it at 0 in that step would have
/// changed the probability of the piece that was taken there, whose attention stays as it is. Those
/// that change most come first.
/// @throws Error if the trace has no such step; Cancelled
std::vector<UnitEffect> unitEffects(const Trace &trace, int step,
                                    const EffectProgress &progress = {},
                                    const std::stop_token &stop = {});

}  // namespace model
