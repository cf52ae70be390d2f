// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <set>
#include <variant>

#include "model/configuration.h"
#include "model/numerics/tensor.h"

// What the user decides in place of the model, as values. Steps, source positions and units are
// counted from 0.
namespace model {

/// Units of a vector that are held at a value, whatever the model computes for them.
using HeldUnits = std::map<int, float>;

/// What takes the place of the attention weights that the softmax gives.
namespace pin {

/// Given weights [S], used as they are: none is negative, their sum is 1.
struct Weights {
    Row values;
    bool operator==(const Weights &other) const;
};
/// 1 for one source position, 0 for the others: the context is its annotation.
struct Position {
    int position = 0;
    bool operator==(const Position &) const = default;
};
/// 1/S for each source position.
struct Uniform {
    bool operator==(const Uniform &) const = default;
};
/// The weights of the step before, as they were used there. The first step has none: there it is
/// an error, except as a part of Interventions::every, which leaves the first step alone.
struct Previous {
    bool operator==(const Previous &) const = default;
};
/// The posterior attention (posterior.h) of the piece that the step would give if its weights were
/// not pinned, or of the one that is forced there: Bayes' rule, with the weights that the step
/// would have had as the prior.
struct Posterior {
    bool operator==(const Posterior &) const = default;
};

}  // namespace pin

using AttentionPin =
    std::variant<pin::Weights, pin::Position, pin::Uniform, pin::Previous, pin::Posterior>;

/// What the user decides in place of the model, for one step or for every step. A step computes
///     α_i = softmax(e_i / temperature) over the positions that are not muted, 0 for the others;
///     if pinned, the pinned weights instead, those that are muted 0, the others in the same ratios
///     with the sum 1;
///     c_i = Σ_j α_ij h_j, then its held units; s_i of it, then its held units; the readout and the
///     probabilities of these; and the forced piece is taken, if there is one.
/// A model without attention refuses pin, muted positions and temperature.
struct Intervention {
    std::optional<AttentionPin> attention = {};
    std::optional<int> word = {};           ///< id of the piece to take
    std::set<int> muted = {};               ///< source positions whose weight is 0
    std::optional<float> temperature = {};  ///< τ > 0 of the softmax; 1 changes nothing
    HeldUnits state = {};                   ///< of s_i, [D]
    HeldUnits context = {};                 ///< of c_i, [2H]

    bool empty() const { return *this == Intervention{}; }
    /// Whether the weights may be others than those of the softmax of the scores.
    bool changesWeights() const;
    bool operator==(const Intervention &) const = default;
};

/// The interventions of a translation, as a value.
struct Interventions {
    /// By step; steps without one are left out. A step that the translation does not come to has
    /// no effect.
    std::map<int, Intervention> steps = {};
    /// Of every step; no word can be forced here.
    Intervention every = {};
    /// Units of annotations h_j [2H], by source position j. What is made of the annotation follows:
    /// keys, contexts, and for h_1 and h_S the initial state and the context of the bottleneck. The
    /// states of the encoder itself stay as they were read.
    std::map<int, HeldUnits> annotations = {};
    HeldUnits initial = {};  ///< units of s_0 [D]

    /// All that applies to a step. What the step decides for itself goes before what is decided for
    /// every step; positions are muted by either.
    Intervention at(int step) const;
    /// Sets the intervention of a step; an empty one removes it.
    void set(int step, Intervention intervention);
    /// The same for the first `count` steps; what concerns no single step is kept.
    Interventions ofSteps(int count) const;
    /// Whether the numbers of the encoder are the same with these as with others.
    bool sameEncoder(const Interventions &other) const;
    bool empty() const { return *this == Interventions{}; }
    bool operator==(const Interventions &) const = default;
};

/// Sets the units that are held.
void holdUnits(const HeldUnits &units, Row &vector);

/// @throws InterventionError unless a model of this kind can do what is decided for one step of a
/// source of this length; without a length, only what does not depend on it is checked.
void checkIntervention(const Intervention &intervention, const Configuration &configuration,
                       std::optional<int> sourceLength);
/// The same for all interventions of a translation; the error names the step.
void checkInterventions(const Interventions &interventions, const Configuration &configuration,
                        std::optional<int> sourceLength);

}  // namespace model
