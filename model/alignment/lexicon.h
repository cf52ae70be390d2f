// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "model/alignment/aligner.h"

namespace model::aligner {

/// A sentence pair as numbers. Unknown words are −1.
struct IndexedPair {
    std::vector<int> source;
    std::vector<int> target;
    /// The entry of source word j and target word i at [j · target.size() + i]. Where the two have
    /// never been seen in one sentence pair: IndexedPair::same if they are written alike (a name, a
    /// number), else IndexedPair::unseen.
    std::vector<std::int32_t> entries;

    static constexpr std::int32_t unseen = -1;
    static constexpr std::int32_t same = -2;
};

/// The words of a training corpus, and which of them occur in a sentence pair together: the entries
/// of the translation tables of both directions.
class Lexicon {
  public:
    Lexicon(std::span<const WordPair> pairs, int longestSentence);

    int sourceWords() const { return static_cast<int>(source_.size()); }
    int targetWords() const { return static_cast<int>(target_.size()); }
    std::size_t entries() const { return targetOf_.size(); }
    /// The entries of a source word are [row(word), row(word + 1)).
    std::size_t row(int sourceWord) const { return rows_[static_cast<std::size_t>(sourceWord)]; }
    int targetOf(std::size_t entry) const { return targetOf_[entry]; }

    /// The entries of words that are written alike on both sides.
    std::span<const std::size_t> sameWords() const { return sameWords_; }

    IndexedPair index(const WordPair &pair) const;

  private:
    using Words = std::unordered_map<std::string, int>;
    /// `targets`: the words of each sentence; `places`: the sentences that have each source word.
    void makeRows(const std::vector<std::vector<int>> &targets,
                  const std::vector<std::vector<int>> &places);
    void findSameWords();

    Words source_;
    Words target_;
    std::vector<std::size_t> rows_;
    std::vector<std::int32_t> targetOf_;  ///< ascending in each row
    std::vector<std::size_t> sameWords_;
};

/// The sentence pairs that are learned from, as numbers, in one piece of memory.
class TrainingPairs {
  public:
    /// Keeps no reference to the pairs.
    TrainingPairs(std::span<const WordPair> pairs, const Lexicon &lexicon, int longestSentence);

    struct View {
        std::span<const std::int32_t> source;
        std::span<const std::int32_t> target;
        std::span<const std::int32_t> entries;
    };
    std::size_t size() const { return sentences_.size(); }
    View operator[](std::size_t i) const;

  private:
    struct Place {
        std::size_t words = 0;
        std::size_t entries = 0;
        int sourceLength = 0;
        int targetLength = 0;
    };
    std::vector<Place> sentences_;
    std::vector<std::int32_t> words_;
    std::vector<std::int32_t> entries_;
};

/// Whether a pair is learned from: words on both sides and none too long.
bool isUsable(const WordPair &pair, int longestSentence);

}  // namespace model::aligner
