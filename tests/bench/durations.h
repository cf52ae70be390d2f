// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace bench {

/// The durations of single actions, of which a benchmark reports the median and the 99th percentile
/// in milliseconds.
class Durations {
  public:
    template <class Action>
    void measure(benchmark::State &state, const Action &action) {
        const auto start = std::chrono::steady_clock::now();
        action();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        state.SetIterationTime(taken.count());
        all_.push_back(taken.count() * 1e3);
    }
    void report(benchmark::State &state) {
        std::sort(all_.begin(), all_.end());
        state.counters["median_ms"] = at(0.5);
        state.counters["p99_ms"] = at(0.99);
    }
    /// In milliseconds; of no durations 0.
    double median() {
        std::sort(all_.begin(), all_.end());
        return at(0.5);
    }

  private:
    double at(double share) const {
        const auto index = static_cast<std::size_t>(share * static_cast<double>(all_.size()));
        return all_.empty() ? 0 : all_[std::min(index, all_.size() - 1)];
    }
    std::vector<double> all_;
};

}  // namespace bench
