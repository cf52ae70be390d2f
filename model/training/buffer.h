// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numerics/tensor.h"

namespace model::training {

/// A matrix whose memory only grows, so that batch after batch of changing shape allocates nothing
/// once the largest has been seen.
template <class T>
class Buffer {
  public:
    /// Gives the matrix another shape. Its values are undefined afterwards.
    void reshape(long rows, long cols) {
        rows_ = rows;
        cols_ = cols;
        const auto needed = static_cast<std::size_t>(rows * cols);
        if (values_.size() < needed) {
            values_.resize(needed);
        }
    }
    void reshapeZero(long rows, long cols) {
        reshape(rows, cols);
        all().setZero();
    }
    TensorMap<T> all() { return {values_.data(), rows_, cols_}; }
    /// Rows [first, first + count).
    auto rows(long first, long count) {
        return Eigen::Map<MatrixOf<T>>(values_.data() + first * cols_, count, cols_);
    }
    T *data() { return values_.data(); }
    long cols() const { return cols_; }
    std::size_t bytes() const { return values_.capacity() * sizeof(T); }

  private:
    AlignedVector<T> values_;
    long rows_ = 0;
    long cols_ = 0;
};

}  // namespace model::training
