// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <stop_token>
#include <string_view>
#include <vector>

#include "model/text/tokenizer.h"
#include "model/training/augmentation/names.h"
#include "model/training/augmentation/patterns.h"
#include "model/training/batch.h"
#include "model/training/guidance.h"
#include "model/training/pair_source.h"
#include "model/training/training_options.h"

namespace model::training {

/// The pieces of a normalised sentence and the end piece.
std::vector<int> idsOf(const Tokenizer &tokenizer, std::string_view sentence);

/// The two sides of a corpus.
struct Sides {
    Vocabularies vocabularies;
    Language source = Language::other;
    Language target = Language::other;
};

/// Makes of a corpus what a network is shown in each epoch: other names, numbers and typing errors
/// each time, lists of names and pairs by pattern, as piece ids, with links where attention is
/// guided. The same for the same options and epoch.
class PairEncoder final : public PairSource {
  public:
    /// With guidance, aligns the words of the corpus. @throws CorpusError, Cancelled
    PairEncoder(const TrainingOptions &options, std::vector<SentencePair> pairs, const Sides &sides,
                const std::stop_token &stop);
    PairEncoder(const PairEncoder &) = delete;
    PairEncoder &operator=(const PairEncoder &) = delete;

    std::vector<EncodedPair> encodeEpoch(int epoch) const override;
    std::uint64_t hash() const override { return training::hash(pairs_); }

  private:
    void encodeTargets();
    void alignWords(const std::stop_token &stop);
    bool isGuided() const { return options_.updater.regularisation.guidance > 0; }
    /// The links of a pair; `shown` is the other one that is shown in its place, if any.
    std::vector<PieceLink> linksOf(std::size_t i, const EncodedPair &pair,
                                   const SentencePair *shown) const;
    bool isBackTranslated(std::size_t i) const;
    /// A pair with other names and numbers; nothing if it stays.
    std::optional<SentencePair> exchange(std::size_t i, std::uint64_t epoch) const;
    /// A pair as it is shown in an epoch.
    EncodedPair encode(std::size_t i, std::uint64_t epoch) const;
    /// What follows the corpus in an epoch: a list of names, a pair by pattern.
    EncodedPair encodeList(std::size_t i, std::uint64_t epoch) const;
    EncodedPair encodePatterned(std::size_t i, std::uint64_t epoch) const;
    /// A pair that was made up; words that are the same on both sides are linked.
    EncodedPair encodeInvented(const SentencePair &pair) const;

    TrainingOptions options_;
    std::vector<SentencePair> pairs_;
    Language sourceLanguage_;
    Language targetLanguage_;
    Tokenizer source_;
    Tokenizer target_;
    std::vector<std::vector<int>> targetIds_;
    std::optional<Names> names_;
    std::optional<Patterns> patterns_;
    std::vector<aligner::Links> links_;  ///< of the words, per pair; empty: none by the aligner
    std::vector<std::vector<WordSpan>> targetSpans_;  ///< the words of targetIds_, where linked
};

}  // namespace model::training
