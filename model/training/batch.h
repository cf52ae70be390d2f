// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "model/layers/output.h"
#include "model/scenes/picture.h"

namespace model::training {

/// A target piece is a translation of a source piece: positions in a sentence pair.
struct PieceLink {
    int target = 0;
    int source = 0;
    // NOLINTNEXTLINE(modernize-use-nullptr): the comparison has none
    auto operator<=>(const PieceLink &) const = default;
};

/// So many of the pieces that a teacher expects at a position are learned from.
inline constexpr int expectedPieces = 8;

/// A sentence pair as piece ids; both end with special::end.
struct EncodedPair {
    std::vector<int> source;
    std::vector<int> target;
    std::vector<PieceLink> links{};  ///< sorted; empty where nothing is known
    /// What a teacher expects at each target position, expectedPieces each; empty where nothing is
    /// known.
    std::vector<layers::Expected> expected{};
    /// What is seen, where the source is the cells of a picture; null where it is text.
    std::shared_ptr<const scenes::Scene> scene{};
    std::uint64_t shades = 0;  ///< names those that the scene is drawn in; 0: in its own colors
};

/// Sentence pairs laid out for the network: time-major (position t of sentence b at t · B + b),
/// sentences sorted by decreasing source length, so that the sentences still running at a source
/// position are the first ones.
struct Batch {
    int size = 0;                    ///< B
    int sourceLength = 0;            ///< S, the longest
    int targetLength = 0;            ///< T, the longest
    std::vector<int> source;         ///< [S · B], special::padding beyond the end of a sentence
    std::vector<int> target;         ///< [T · B]
    std::vector<int> sourceLengths;  ///< [B], decreasing
    std::vector<int> targetLengths;  ///< [B]
    std::vector<std::size_t> order;  ///< [B], the place of each in the list that was laid out
    long targetPieces = 0;           ///< Σ targetLengths
    /// The source positions that row i of [T · B] is linked with are linkedSources[linkStarts[i] …
    /// linkStarts[i + 1]). Both empty if no pair has links.
    std::vector<int> linkStarts;
    std::vector<int> linkedSources;
    /// What is expected in each row of [T · B], expectedPieces each, 0 where nothing is known;
    /// empty if nothing is known of any pair.
    std::vector<layers::Expected> expected;
    /// What is seen [B]; empty where the sources are text.
    std::vector<scenes::Picture> pictures;

    /// How many sentences are longer than source position t.
    int running(int t) const;
    /// The source positions that a row of [T · B] is linked with.
    std::span<const int> linked(long row) const;
};

/// Lays out the pairs. An empty list gives an empty batch.
Batch makeBatch(const std::vector<const EncodedPair *> &list);

/// Which pairs form which batch in one epoch.
struct BatchPlan {
    int targetPieces = 1536;  ///< Σ of target pieces that a batch aims at, padding included
    /// Pairs, in random order, among which batches of similar lengths are formed. Sorting a whole
    /// epoch wastes less on padding, but gives batches all of one length, whose gradients point
    /// away from the gradient of the corpus (Morishita et al. 2017).
    int pool = 4096;
    int maximumLength = 120;  ///< pieces; longer pairs are left out
    double joined = 0.08;     ///< probability that a pair is joined with the next ones
    int joinedCount = 3;      ///< pairs that are joined at most, two or more of them
    int joinedLength = 90;    ///< pieces that a joined pair may have
};

/// Joins some neighbouring pairs of a shuffled corpus into pairs of several sentences, so that
/// longer inputs are seen; drops pairs that are too long. The same for the same (seed, epoch).
std::vector<EncodedPair> joinPairs(std::vector<EncodedPair> pairs, const BatchPlan &plan,
                                   std::uint64_t seed, std::uint64_t epoch);

/// Cuts an epoch into batches of similar lengths, all in random order: indices into `pairs`.
/// The same for the same (seed, epoch).
std::vector<std::vector<int>> planEpoch(std::span<const EncodedPair> pairs, const BatchPlan &plan,
                                        std::uint64_t seed, std::uint64_t epoch);

}  // namespace model::training
