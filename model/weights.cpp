// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weights.h"

#include <utility>

namespace model {

float WeightMatrix::operator()(long row, long col) const {
    return std::visit(
        [i = row * stride_ + col](const auto *values) { return static_cast<float>(values[i]); },
        values_);
}

Row WeightMatrix::row(long index) const {
    return rows(index, 1);
}

Matrix WeightMatrix::rows(long first, long count) const {
    return std::visit(
        [&](const auto *values) -> Matrix {
            using Value = std::remove_cvref_t<decltype(*values)>;
            return Eigen::Map<const MatrixOf<Value>, 0, Eigen::OuterStride<>>(
                       values + first * stride_, count, cols_, Eigen::OuterStride<>(stride_))
                .template cast<float>();
        },
        values_);
}

WeightMatrix WeightMatrix::columns(long first, long count) const {
    WeightMatrix part = *this;
    std::visit([&](auto &values) { values += first; }, part.values_);
    part.cols_ = count;
    return part;
}

const float *WeightMatrix::floats() const {
    const auto *values = std::get_if<const float *>(&values_);
    return values != nullptr ? *values : nullptr;
}

const Eigen::half *WeightMatrix::halves() const {
    const auto *values = std::get_if<const Eigen::half *>(&values_);
    return values != nullptr ? *values : nullptr;
}

Weights::Weights(Parameters<float> parameters)
    : configuration_(parameters.configuration()), layout_(parameterLayout(configuration_)) {
    const auto own = std::make_shared<const Parameters<float>>(std::move(parameters));
    for (const TensorLayout &t : layout_.tensors) {
        matrices_.emplace_back(own->values().data() + t.offset, t.rows, t.cols);
    }
    owner_ = own;
}

Weights::Weights(const Configuration &configuration, const std::vector<const Eigen::half *> &halves,
                 std::shared_ptr<const void> owner)
    : configuration_(configuration),
      layout_(parameterLayout(configuration)),
      owner_(std::move(owner)) {
    for (std::size_t i = 0; i < layout_.tensors.size(); ++i) {
        matrices_.emplace_back(halves[i], layout_.tensors[i].rows, layout_.tensors[i].cols);
    }
}

Parameters<float> Weights::parameters() const {
    Parameters<float> copy(configuration_);
    for (const TensorLayout &t : layout_.tensors) {
        copy[t.tensor] = (*this)[t.tensor].matrix();
    }
    return copy;
}

}  // namespace model
