// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <vector>

#include "model/decoding/intervention.h"

namespace app {

/// A translation that goes other ways than the original: what the user decided in it.
struct Branch {
    QString name;       ///< what the user calls it; empty: as its last edit
    QStringList edits;  ///< what was decided, one after the other, in words
    model::Interventions interventions;

    QString title() const { return name.isEmpty() ? edits.value(edits.size() - 1) : name; }
    bool operator==(const Branch &) const = default;
};

/// All branches off one original, as a value.
struct Branches {
    std::vector<Branch> all;
    int current = -1;  ///< the one in view; −1: the original

    /// The one in view, or null.
    const Branch *inView() const {
        return current < 0 ? nullptr : &all[static_cast<std::size_t>(current)];
    }
    /// What the translation in view is made with.
    model::Interventions interventions() const {
        return inView() ? inView()->interventions : model::Interventions{};
    }
    bool operator==(const Branches &) const = default;
};

/// What the user did, step by step, as a value: the branches that there were at first and after
/// each step, and how far of it is done.
struct History {
    struct Step {
        QString text;  ///< what was done, in words; of the first step, nothing
        Branches branches;
        bool operator==(const Step &) const = default;
    };
    std::vector<Step> steps = std::vector<Step>(1);
    int at = 0;

    const Branches &branches() const { return steps[static_cast<std::size_t>(at)].branches; }
    bool operator==(const History &) const = default;
};

}  // namespace app
