// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <utility>

namespace model {

/// SplitMix64 (Steele, Lea & Flood 2014). A stream is named by numbers (seed, epoch, sentence, …)
/// instead of being carried along, so that a resumed run draws exactly the numbers that an
/// uninterrupted one would have drawn.
class Random {
  public:
    Random(std::initializer_list<std::uint64_t> name) {
        for (const std::uint64_t part : name) {
            state_ ^= part + 0x9E3779B97F4A7C15U;
            state_ = next();
        }
    }
    std::uint64_t next() {
        state_ += 0x9E3779B97F4A7C15U;
        std::uint64_t z = state_;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
        return z ^ (z >> 31U);
    }
    /// Uniform in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }
    /// Uniform in [0, n); n > 0. The bias is below 2⁻³² for every n used here.
    std::size_t below(std::size_t n) {
        return static_cast<std::size_t>(((next() >> 32U) * static_cast<std::uint64_t>(n)) >> 32U);
    }
    bool chance(double probability) { return uniform() < probability; }
    /// One of the elements of a container that is not empty.
    template <class Container>
    decltype(auto) oneOf(const Container &container) {
        return container[below(container.size())];
    }

    /// The Fisher–Yates shuffle; the result of std::shuffle may differ between libraries.
    template <class Container>
    void shuffle(Container &container) {
        for (std::size_t i = container.size(); i > 1; --i) {
            std::swap(container[i - 1], container[below(i)]);
        }
    }

  private:
    std::uint64_t state_ = 0;
};

}  // namespace model
