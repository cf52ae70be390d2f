// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "model/training/batch.h"

namespace model::training {

/// Where the pairs come from that a network learns from. Immutable.
class PairSource {
  public:
    virtual ~PairSource() = default;

    /// The pairs of an epoch as piece ids, with links where attention is to be guided. The same for
    /// the same epoch.
    virtual std::vector<EncodedPair> encodeEpoch(int epoch) const = 0;
    /// Distinguishes it from others.
    virtual std::uint64_t hash() const = 0;

  protected:
    PairSource() = default;
    PairSource(const PairSource &) = default;
    PairSource &operator=(const PairSource &) = default;
};

}  // namespace model::training
