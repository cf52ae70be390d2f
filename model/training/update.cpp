// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/update.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "model/numerics/parallel.h"
#include "model/numerics/random.h"

namespace model::training {

namespace {

/// The flat arrays are processed in this many stretches, whatever the number of threads, so that
/// sums always add up in the same order.
constexpr std::size_t stretchCount = 64;

struct Stretch {
    std::size_t first, count;
};
Stretch stretch(std::size_t size, std::size_t index) {
    const std::size_t step = (size / stretchCount + 16) / 16 * 16;
    const std::size_t first = std::min(size, index * step);
    return {first, index + 1 == stretchCount ? size - first : std::min(step, size - first)};
}

}  // namespace

TrainingState::TrainingState(const Configuration &configuration)
    : weights(configuration),
      firstMoment(configuration),
      secondMoment(configuration),
      average(configuration),
      best(configuration) {}

Updater::Updater(const Configuration &configuration, const Options &options)
    : options_(options), shards_(shardCount) {
    for (Shard &shard : shards_) {
        shard.gradient = Parameters<float>(configuration);
    }
}

UpdateReport Updater::apply(TrainingState &state, std::span<const EncodedPair *const> pairs,
                            double progress) {
    deal(options_.threads, shards_.size(),
         [&](std::size_t i) { runShard(state, shards_[i], pairs, i); });
    UpdateReport report;
    for (const Shard &shard : shards_) {
        report.cost += shard.cost;
        report.targetPieces += shard.targetPieces;
    }
    const double mean = 1.0 / static_cast<double>(std::max(1L, report.targetPieces));
    report.gradientNorm = sumGradients() * mean;
    ++state.update;
    const auto n = static_cast<double>(state.update);
    const AdamStep step{options_.schedule.learningRate(state.update, progress),
                        mean * clipFactor(report.gradientNorm, options_.clip), state.update,
                        std::min(options_.averageDecay, n / (10 + n))};
    const AdamState arrays{state.weights.values(), shards_[0].gradient.values(),
                           state.firstMoment.values(), state.secondMoment.values(),
                           state.average.values()};
    deal(options_.threads, stretchCount, [&](std::size_t i) {
        const Stretch s = stretch(arrays.weights.size(), i);
        adamUpdate(arrays.part(s.first, s.count), options_.adam, step);
    });
    return report;
}

void Updater::runShard(const TrainingState &state, Shard &shard,
                       std::span<const EncodedPair *const> pairs, std::size_t index) {
    shard.gradient.setZero();
    shard.cost = {};
    std::vector<const EncodedPair *> own;
    for (std::size_t i = index; i < pairs.size(); i += shards_.size()) {
        own.push_back(pairs[i]);
    }
    const Batch batch = makeBatch(own);
    shard.targetPieces = batch.targetPieces;
    if (batch.size > 0) {
        const std::uint64_t maskName =
            Random{options_.seed, static_cast<std::uint64_t>(state.update), index}.next();
        shard.cost = shard.network.accumulate(
            {state.weights, batch, options_.regularisation, maskName, shard.gradient});
    }
}

double Updater::sumGradients() {
    std::array<double, stretchCount> squares{};
    const std::span<float> sum = shards_[0].gradient.values();
    deal(options_.threads, stretchCount, [&](std::size_t i) {
        const Stretch s = stretch(sum.size(), i);
        Eigen::Map<Eigen::ArrayXf> total(sum.data() + s.first, static_cast<long>(s.count));
        for (std::size_t k = 1; k < shards_.size(); ++k) {
            total += Eigen::Map<const Eigen::ArrayXf>(shards_[k].gradient.values().data() + s.first,
                                                      static_cast<long>(s.count));
        }
        squares[i] = static_cast<double>(total.square().sum());
    });
    return std::sqrt(std::accumulate(squares.begin(), squares.end(), 0.0));
}

std::size_t Updater::bytes() const {
    std::size_t sum = 0;
    for (const Shard &shard : shards_) {
        sum += shard.network.bytes() + shard.gradient.values().size_bytes();
    }
    return sum;
}

}  // namespace model::training
