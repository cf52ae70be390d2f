// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/text/tokenizer.h"
#include "model/training/pair_source.h"
#include "model/training/tasks/task.h"
#include "model/training/vocabularies.h"

namespace model::training {

/// The vocabularies of a task: its letters.
Vocabularies vocabulariesOf(const Task &task);

/// Whether a pair is never learned from, so that what a model makes of it is no memory: one in
/// eight, by its source alone, but none with a side of one or two letters, of which there are few.
bool isHeldOut(const TaskPair &pair);

/// The first held-out pairs of a task, always the same.
std::vector<TaskPair> heldOutPairs(const Task &task, int longest, std::size_t count);

/// The pair as piece ids of tokenizers whose pieces are letters, with its links and one between the
/// end pieces. @throws Error if a piece is not one letter
EncodedPair encode(const TaskPair &pair, const Tokenizer &source, const Tokenizer &target);

/// Pairs of a task, new ones in each epoch, none of them held out.
class TaskPairs final : public PairSource {
  public:
    struct Options {
        int longest = 0;           ///< as Task::Longest
        std::uint64_t seed = 1;    ///< of what is invented
        std::size_t perEpoch = 1;  ///< pairs
        int threads = 1;           ///< change nothing but the time it takes
    };
    TaskPairs(const Task &task, const Options &options);

    std::vector<EncodedPair> encodeEpoch(int epoch) const override;
    std::uint64_t hash() const override;

  private:
    Task task_;
    Options options_;
    Tokenizer source_;
    Tokenizer target_;
};

}  // namespace model::training
