// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <map>
#include <memory>
#include <vector>

#include "model/decoding/effects.h"
#include "model/decoding/posterior.h"
#include "model/decoding/search_tree.h"
#include "widgets/viewpoint/embedding_tables.h"

namespace widgets {

/// What can be worked out of a translation and of its model beyond the trace. Each takes longer
/// than the translation itself, so that it is worked out only where a view wants it.
enum class DerivedValue : unsigned {
    posterior = 1U << 0U,   ///< T × S decoder steps, where the translation took T
    embeddings = 1U << 1U,  ///< of the model: its vocabularies and embedding spaces
    effects = 1U << 2U,     ///< what other attention would have changed: dozens of steps for each
    units = 1U << 3U,       ///< how much the units of a state matter: a readout for each
    beam = 1U << 4U,        ///< the tree of a beam search of the same sentence
    /// The effects of what the translation is compared with; wanted where the effects are.
    referenceEffects = 1U << 5U,
};
Q_DECLARE_FLAGS(DerivedValues, DerivedValue)

/// The units of the state of a step, those that matter most first.
struct UnitScan {
    int step = 0;
    std::vector<model::UnitEffect> effects;
    /// What the translation was compared with, where it has a step that can be compared; else null.
    std::shared_ptr<const model::Trace> reference = nullptr;
    int referenceStep = -1;                                ///< that step
    std::vector<model::UnitEffect> referenceEffects = {};  ///< of its state, by unit
};

/// What is known of that: all values that stand beside the trace. Null: not known.
struct Derived {
    std::shared_ptr<const model::Posterior> posterior;
    std::shared_ptr<const EmbeddingTables> embeddings;  ///< may be complete only in parts
    std::shared_ptr<const std::vector<model::StepEffects>> effects;  ///< of each step
    /// Of each step of the reference of the viewpoint, if that is of the same source.
    std::shared_ptr<const std::vector<model::StepEffects>> referenceEffects;
    std::shared_ptr<const UnitScan> units;
    std::shared_ptr<const model::SearchTree> beam;
    std::map<DerivedValue, double> progress;  ///< of effects and units, from 0 to 1
    DerivedValues pending;                    ///< being worked out at the moment
};

}  // namespace widgets
