// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace model {

/// The upper half of a float, rounded to nearest, ties to even. NaN stays NaN: the upper bits of
/// its payload are those that the processor sets.
inline std::uint16_t rounded(float value) {
    const auto bits = std::bit_cast<std::uint32_t>(value);
    return static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

/// A matrix in bfloat16, one row after the other.
class Rounded {
  public:
    void take(const float *values, long rows, long cols, long stride) {
        cols_ = cols;
        numbers_.resize(static_cast<std::size_t>(rows * cols));
        for (long r = 0; r < rows; ++r) {
            const float *from = values + r * stride;
            std::uint16_t *to = numbers_.data() + r * cols;
            for (long c = 0; c < cols; ++c) {
                to[c] = rounded(from[c]);
            }
        }
    }
    /// For oneDNN, which takes a pointer to non-const even for what it only reads.
    void *data() const { return const_cast<std::uint16_t *>(numbers_.data()); }
    long cols() const { return cols_; }

  private:
    std::vector<std::uint16_t> numbers_;
    long cols_ = 0;
};

}  // namespace model
