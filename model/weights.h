// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "model/numerics/tensor.h"
#include "model/parameters.h"

namespace model {

/// One weight tensor of a model, rows × cols (a vector is one row), in the precision in which it
/// lies in memory. Half-precision values (IEEE 754 binary16) are widened as they are used, which
/// changes none of them. The memory is not owned.
class WeightMatrix {
  public:
    /// Values lie row after row, without gaps.
    WeightMatrix(const float *values, long rows, long cols)
        : values_(values), rows_(rows), cols_(cols), stride_(cols) {}
    WeightMatrix(const Eigen::half *values, long rows, long cols)
        : values_(values), rows_(rows), cols_(cols), stride_(cols) {}
    /// The matrix must outlive this.
    WeightMatrix(const Matrix &matrix)
        : WeightMatrix(matrix.data(), matrix.rows(), matrix.cols()) {}

    long rows() const { return rows_; }
    long cols() const { return cols_; }
    /// Values from the beginning of one row to that of the next.
    long stride() const { return stride_; }
    float operator()(long row, long col) const;
    /// Copies of one row [1, cols], of some rows [count, cols], of all, as float.
    Row row(long index) const;
    Matrix rows(long first, long count) const;
    Matrix matrix() const { return rows(0, rows_); }
    /// Some of the columns, where they lie.
    WeightMatrix columns(long first, long count) const;

    /// The values where they lie; null if they are of the other kind.
    const float *floats() const;
    const Eigen::half *halves() const;

  private:
    std::variant<const float *, const Eigen::half *> values_;
    long rows_;
    long cols_;
    long stride_;
};

/// The weights of a model as inference reads them. They take as much memory as in the file: half as
/// much as Parameters<float> where the file holds F16, and a decoder step, which is bound by the
/// speed of the memory, is the faster for it.
class Weights {
  public:
    /// Weights that have just been learned.
    Weights(Parameters<float> parameters);
    /// Half-precision tensors in the order of parameterLayout(configuration).tensors; `owner` keeps
    /// their values alive (null: the caller does).
    Weights(const Configuration &configuration, const std::vector<const Eigen::half *> &halves,
            std::shared_ptr<const void> owner);

    const Configuration &configuration() const { return configuration_; }
    const std::vector<TensorLayout> &tensors() const { return layout_.tensors; }
    bool has(Tensor tensor) const { return layout_.place(tensor) >= 0; }
    /// The tensor must exist: see has().
    const WeightMatrix &operator[](Tensor tensor) const {
        return matrices_[static_cast<std::size_t>(layout_.place(tensor))];
    }
    /// W_out [Vt, E]: the target embedding where the two are tied.
    Tensor output() const { return outputTensor(configuration_); }

    /// A copy as float.
    Parameters<float> parameters() const;

  private:
    Configuration configuration_;
    ParameterLayout layout_;
    std::shared_ptr<const void> owner_;
    std::vector<WeightMatrix> matrices_;  ///< in the order of the layout
};

}  // namespace model
