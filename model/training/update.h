// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/training/network.h"
#include "model/training/optimizer.h"

namespace model::training {

/// Everything that changes while a model learns.
struct TrainingState {
    explicit TrainingState(const Configuration &configuration);

    Parameters<float> weights;
    Parameters<float> firstMoment;   ///< of Adam
    Parameters<float> secondMoment;  ///< of Adam
    Parameters<float> average;       ///< moving average of the weights
    Parameters<float> best;          ///< the average that had the best development score
    double bestScore = -1;           ///< negative: none measured yet
    long bestUpdate = 0;
    int epoch = 0;       ///< epochs finished
    int batch = 0;       ///< batches finished in this epoch
    long update = 0;     ///< batches finished in all
    double seconds = 0;  ///< of training, over all resumed runs
};

/// What one update reports.
struct UpdateReport {
    Cost cost;
    long targetPieces = 0;
    double gradientNorm = 0;  ///< of the mean gradient, before clipping
};

/// One optimizer update after another on batches that are cut into a fixed number of shards, so
/// that the result does not depend on how many threads share the work.
class Updater {
  public:
    static constexpr int shardCount = 2;

    struct Options {
        Regularisation regularisation;
        AdamOptions adam;
        Schedule schedule;
        double clip = 1.0;            ///< limit of the norm of the mean gradient
        double averageDecay = 0.999;  ///< approached from below during the first updates
        std::uint64_t seed = 1;
        int threads = 2;
    };
    Updater(const Configuration &configuration, const Options &options);

    /// Learns from the pairs; `progress` in [0, 1] is how much of the run is done.
    UpdateReport apply(TrainingState &state, std::span<const EncodedPair *const> pairs,
                       double progress);

    /// Memory of gradients and workspaces, in bytes.
    std::size_t bytes() const;

  private:
    struct Shard {
        Network<float> network;
        Parameters<float> gradient;
        Cost cost;
        long targetPieces = 0;
    };
    void runShard(const TrainingState &state, Shard &shard,
                  std::span<const EncodedPair *const> pairs, std::size_t index);
    double sumGradients();

    Options options_;
    std::vector<Shard> shards_;
};

}  // namespace model::training
