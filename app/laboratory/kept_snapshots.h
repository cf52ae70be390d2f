// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <vector>

#include "app/laboratory/pictures.h"
#include "model/training/tasks/experiment.h"

namespace app {

/// The models of a run as they were, by update: as many as memory is to hold. Of more, those are
/// given up whose neighbours are nearest, so that the whole run stays in reach.
class KeptSnapshots {
  public:
    using SnapshotPtr = std::shared_ptr<const model::training::Snapshot>;
    static constexpr std::size_t usual = 80;

    explicit KeptSnapshots(std::size_t most = usual) : most_(most) {}

    /// Keeps a snapshot of one of the models; never gives up the first, the last, and what was
    /// taken after `shown` updates.
    void add(std::size_t learner, const SnapshotPtr &snapshot, long shown);
    void clear() { kept_.clear(); }

    std::vector<long> moments() const;
    /// That of a model after so many updates, or the last one before; null: there is none.
    SnapshotPtr at(std::size_t learner, long update) const;
    /// All models of one of those that learn.
    ExamplePictures::Models modelsOf(std::size_t learner) const;

  private:
    void giveUpOne(long shown);

    std::size_t most_;
    std::map<long, std::map<std::size_t, SnapshotPtr>> kept_;
};

}  // namespace app
