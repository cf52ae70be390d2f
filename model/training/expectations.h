// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "model/layers/output.h"
#include "model/model.h"
#include "model/training/batch.h"
#include "model/training/corpus.h"

namespace model::training {

/// What teachers expect at each target position of a corpus (word-level knowledge distillation,
/// Kim & Rush 2016, section 3.1): the most probable pieces, given the source and the target pieces
/// before. They are worked out once and learned from in every epoch.
class CorpusExpectations {
  public:
    /// Of pairs with so many target pieces, end pieces included, expectedPieces for each of these.
    CorpusExpectations(std::vector<std::uint32_t> lengths, std::vector<layers::Expected> pieces,
                       std::uint64_t corpus);

    std::size_t pairs() const { return lengths_.size(); }
    /// What is expected of a pair; empty for those after pairs().
    std::vector<layers::Expected> of(std::size_t pair) const;
    /// Identifies the pairs that it was worked out for.
    std::uint64_t corpus() const { return corpus_; }
    std::uint64_t hash() const;

    /// @throws CorpusError unless these pairs begin with those that it was worked out for, and
    /// these target pieces with as many pieces
    void check(std::span<const SentencePair> pairs,
               std::span<const std::vector<int>> targets) const;

    friend void writeExpectations(const CorpusExpectations &expectations,
                                  const std::filesystem::path &file);

  private:
    std::vector<std::uint32_t> lengths_;
    std::vector<std::size_t> starts_;  ///< of the pairs in pieces_, in positions
    std::vector<layers::Expected> pieces_;
    std::uint64_t corpus_;
};

/// The mean of the probabilities that the teachers give, which must share their vocabularies. The
/// result does not depend on the number of threads. @throws Error, Cancelled
CorpusExpectations expect(std::span<const std::shared_ptr<const Model>> teachers,
                          const std::vector<SentencePair> &pairs, int threads,
                          const std::stop_token &stop = {});

/// @throws ModelFileError
void writeExpectations(const CorpusExpectations &expectations, const std::filesystem::path &file);
CorpusExpectations readExpectations(const std::filesystem::path &file);

}  // namespace model::training
