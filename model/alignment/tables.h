// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

#include "model/alignment/hmm.h"
#include "model/alignment/lexicon.h"

namespace model::aligner {

/// Sums of fractions as whole multiples of 2⁻³⁶: additions that several threads make in any order
/// give the same sum.
class ExactSums {
  public:
    explicit ExactSums(std::size_t size) : values_(size) {}
    void add(std::size_t at, float value) {
        std::atomic_ref(values_[at])
            .fetch_add(static_cast<std::uint64_t>(static_cast<double>(value) * unit),
                       std::memory_order_relaxed);
    }
    double operator[](std::size_t at) const { return static_cast<double>(values_[at]) / unit; }
    std::size_t size() const { return values_.size(); }

  private:
    static constexpr double unit = 0x1.0p36;
    std::vector<std::uint64_t> values_;
};

/// One direction of the model: words are generated from given words or from none.
struct Direction {
    std::vector<float> link;  ///< p(made | given), per entry of the lexicon
    std::vector<float> null;  ///< p(made | no word), per made word
    Jumps jumps;
    double unknownGiven = 0;  ///< p(made | a given word that was never seen): uniform
};

enum class Made { target, source };

/// What the tables say about a sentence pair, in one direction.
void fillEmissions(const Direction &direction, Made made, std::span<const std::int32_t> source,
                   std::span<const std::int32_t> target, std::span<const std::int32_t> entries,
                   Emissions &result);

/// Every word is as probable as every other, and so is every jump.
Direction uniformDirection(const Lexicon &lexicon, Made made);

/// The tables that explain expected counts best. `prior`: see AlignerOptions.
void maximise(const Lexicon &lexicon, Made made, const ExactSums &links, const ExactSums &nulls,
              double prior, Direction &direction);
/// The jumps likewise.
Jumps smoothed(const Jumps &expected);

}  // namespace model::aligner
