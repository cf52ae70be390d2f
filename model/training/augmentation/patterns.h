// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/training/augmentation/amounts.h"
#include "model/training/augmentation/names.h"
#include "model/training/corpus.h"

namespace model::training {

/// Data augmentation with pairs made by rule of what corpora lack: prices, hours, ages, dates,
/// addresses, codes, emoji. A pattern is a pair, French first, with slots in braces, "J'ai {age}
/// ans." and "I am {age} years old."; each time it is used, something else is invented for them.
/// Digits behind the kind of a slot ("{name2}") tell slots of one kind apart.
class Patterns {
  public:
    /// The names are for what is invented, the sentences for {sentence}, a whole pair within
    /// another. `reversed`: those are, and what is invented is to be, English first.
    /// @throws CorpusError that names an unknown slot or one that only one side has
    Patterns(const std::vector<SentencePair> &patterns, const Names &names,
             std::span<const SentencePair> sentences, bool reversed);

    SentencePair invent(Random random) const;

  private:
    /// A text between slots, or a slot.
    struct Part {
        std::string text;  ///< of a slot: its name
        bool isSlot = false;
    };
    using Side = std::vector<Part>;
    struct Pattern {
        Side french;
        Side english;
    };
    using Invention = std::function<Counterparts(Random &)>;

    static Side read(std::string_view text);
    Invention inventionOf(std::string_view slot) const;
    void check(const Pattern &pattern, const SentencePair &from) const;
    /// One of the shorter pairs of the corpus.
    Counterparts sentence(Random &random) const;

    const Names &names_;
    std::span<const SentencePair> sentences_;
    bool reversed_;
    std::vector<Pattern> patterns_;
};

}  // namespace model::training
