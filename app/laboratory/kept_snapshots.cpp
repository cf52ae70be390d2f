// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/kept_snapshots.h"

#include <iterator>
#include <limits>

namespace app {

void KeptSnapshots::add(std::size_t learner, const SnapshotPtr &snapshot, long shown) {
    kept_[snapshot->progress.update][learner] = snapshot;
    if (kept_.size() > most_)
        giveUpOne(shown);
}

void KeptSnapshots::giveUpOne(long shown) {
    auto least = kept_.end();
    long gap = std::numeric_limits<long>::max();
    for (auto at = std::next(kept_.begin()); std::next(at) != kept_.end(); ++at) {
        const long between = std::next(at)->first - std::prev(at)->first;
        if (at->first != shown && between < gap) {
            gap = between;
            least = at;
        }
    }
    if (least != kept_.end())
        kept_.erase(least);
}

std::vector<long> KeptSnapshots::moments() const {
    std::vector<long> moments;
    for (const auto &[update, snapshots] : kept_)
        moments.push_back(update);
    return moments;
}

KeptSnapshots::SnapshotPtr KeptSnapshots::at(std::size_t learner, long update) const {
    for (auto after = kept_.upper_bound(update); after != kept_.begin();) {
        --after;
        if (const auto found = after->second.find(learner); found != after->second.end())
            return found->second;
    }
    return nullptr;
}

ExamplePictures::Models KeptSnapshots::modelsOf(std::size_t learner) const {
    ExamplePictures::Models models;
    for (const auto &[update, snapshots] : kept_)
        if (const auto found = snapshots.find(learner); found != snapshots.end())
            models[update] = found->second->model;
    return models;
}

}  // namespace app
