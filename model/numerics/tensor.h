// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <new>
#include <vector>

namespace model {

/// Row-major throughout: a row is one position, step or sentence of a batch, and lies contiguous,
/// as in the model file. T is float; the gradient checks also use double.
template <class T>
using MatrixOf = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
template <class T>
using RowOf = Eigen::Matrix<T, 1, Eigen::Dynamic, Eigen::RowMajor>;

using Matrix = MatrixOf<float>;
using Row = RowOf<float>;

/// A matrix that a function reads: whole, or a block of rows or columns of one.
template <class T>
using In = Eigen::Ref<const MatrixOf<T>, 0, Eigen::OuterStride<>>;
/// A matrix that a function writes.
template <class T>
using Out = Eigen::Ref<MatrixOf<T>, 0, Eigen::OuterStride<>>;

/// A tensor inside Parameters: rows × cols; a vector of n is 1 × n.
template <class T>
using TensorMap = Eigen::Map<MatrixOf<T>, Eigen::Aligned64>;
template <class T>
using ConstTensorMap = Eigen::Map<const MatrixOf<T>, Eigen::Aligned64>;

/// Memory whose start is aligned for the widest vector instructions.
template <class T>
class AlignedAllocator {
  public:
    using value_type = T;
    static constexpr std::align_val_t alignment{64};
    AlignedAllocator() = default;
    template <class U>
    explicit AlignedAllocator(const AlignedAllocator<U> &) {}
    T *allocate(std::size_t n) {
        return static_cast<T *>(::operator new(n * sizeof(T), alignment));
    }
    void deallocate(T *p, std::size_t) { ::operator delete(p, alignment); }
    template <class U>
    bool operator==(const AlignedAllocator<U> &) const {
        return true;
    }
};
template <class T>
using AlignedVector = std::vector<T, AlignedAllocator<T>>;

}  // namespace model
