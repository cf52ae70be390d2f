// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

#include "model/decoding/search.h"
#include "model/training/corpus.h"

namespace model::training {

/// How the translations of a model become a corpus.
struct DistillationOptions {
    SearchOptions search{.beam = 5};
    /// Take the hypothesis of the beam that is nearest to a reference (sequence-level
    /// interpolation, Kim & Rush 2016, section 3.3), not the most probable one (section 3.2).
    bool nearest = false;
    /// A translation to which no reference is as near as this (chrF2 of the sentence, 0 to 100) may
    /// lack part of what the source says: the nearest reference is kept instead. 0: any translation
    /// is taken.
    double atLeast = 0;
    int threads = 1;
};

/// Merges pairs with the same source into one with all their references, at the place of the first.
std::vector<SentencePair> gatherReferences(std::span<const SentencePair> pairs);

/// A source sentence with the translation of it by a model, to learn from in place of the reference
/// (sequence-level knowledge distillation, Kim & Rush 2016). The first reference stays where no
/// hypothesis ended or the one that was taken lacks a number that the source shares with that
/// reference; the nearest reference stays where the hypothesis is far from all (`atLeast`). Nothing
/// for a sentence that cannot be translated.
/// @throws Cancelled
std::optional<SentencePair> distil(const std::shared_ptr<const Model> &model,
                                   const SentencePair &pair, const DistillationOptions &options,
                                   const std::stop_token &stop = {});

/// The same for each of the pairs, on several threads; without those that cannot be translated. The
/// result does not depend on the number of threads. @throws Cancelled
std::vector<SentencePair> distilEach(const std::shared_ptr<const Model> &model,
                                     std::span<const SentencePair> pairs,
                                     const DistillationOptions &options,
                                     const std::stop_token &stop = {});

}  // namespace model::training
