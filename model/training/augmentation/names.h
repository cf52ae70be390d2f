// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/numerics/random.h"
#include "model/training/corpus.h"

namespace model::training {

/// Data augmentation with proper names, which are written alike in both languages and have to be
/// copied, letter by letter where they were never seen. A corpus has few of them, and some far too
/// often. Here the names of a pair are exchanged on both sides for invented ones, so that a model
/// learns to copy and not only some names by heart; and there are lists of such names to be copied
/// (copied sentences help names: Currey, Miceli Barone & Heafield 2017).
class Names {
  public:
    /// Finds the names of a corpus: words with a capital letter that occur on both sides of a pair
    /// and are seldom written in lower case on either. Learns from these and from the words of the
    /// source which letters follow each other.
    explicit Names(const std::vector<SentencePair> &pairs);

    bool contains(std::string_view word) const { return names_.contains(word); }
    std::size_t size() const { return names_.size(); }

    /// A copy of a pair (with its first reference) in which each name that occurs on both sides is
    /// exchanged, with this probability, for another one; it begins with a vowel if the old one
    /// does, as elisions before it (d', qu') require. Nothing if all names stayed.
    std::optional<SentencePair> exchange(const SentencePair &pair, double probability,
                                         Random random) const;

    /// A pair whose sides are the same one to four invented names; with this probability each of
    /// them is a number of one to four digits instead.
    SentencePair list(double numbers, Random random) const;

    /// A word with a capital letter that is neither a word of the source nor a name, and more or
    /// less pronounceable; empty where the corpus is too small to make one.
    std::string invent(bool vowel, Random &random) const;
    /// A name of the corpus, or an invented one that begins with a consonant; never empty.
    std::string any(Random &random) const;

  private:
    /// Counts what follows two letters; 0 stands for the edges of the word.
    using Letters = std::array<std::int32_t, 2>;
    struct HashLetters {
        std::size_t operator()(const Letters &letters) const {
            return static_cast<std::size_t>(letters[0]) * 1'000'003U +
                   static_cast<std::size_t>(letters[1]);
        }
    };
    void learn(std::string_view word);

    std::set<std::string, std::less<>> names_;
    std::set<std::string, std::less<>> words_;  ///< of the source, in lower case
    std::unordered_map<Letters, std::vector<std::int32_t>, HashLetters> following_;
};

}  // namespace model::training
