// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/linear.h"

#include <type_traits>

#include "model/layers/block.h"
#include "model/layers/processor.h"
#include "model/layers/product.h"

namespace model::layers {

namespace {

template <class T>
void addToRows(const In<T> &row, Out<T> y) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().addToRows(row.data(), block(y));
    } else {
        y.rowwise() += row.row(0);
    }
}

}  // namespace

template <class T>
void linear(const In<T> &x, const In<T> &weight, const In<T> &bias, Out<T> y) {
    product<T>(x, weight, Transposed::second, false, y);
    addToRows<T>(bias, y);
}

template <class T>
void linear(const In<T> &x, const In<T> &weight, Out<T> y) {
    product<T>(x, weight, Transposed::second, false, y);
}

template <class T>
void linearBackwardInput(const In<T> &dy, const In<T> &weight, Out<T> dx) {
    product<T>(dy, weight, Transposed::none, true, dx);
}

template <class T>
void linearBackwardWeight(const In<T> &dy, const In<T> &x, Out<T> dWeight) {
    product<T>(dy, x, Transposed::first, true, dWeight);
}

template <class T>
void linearBackwardBias(const In<T> &dy, Out<T> dBias) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().addRows(block(dy), dBias.data());
    } else {
        dBias.row(0) += dy.colwise().sum();
    }
}

#define INSTANTIATE(T)                                                            \
    template void linear<T>(const In<T> &, const In<T> &, const In<T> &, Out<T>); \
    template void linear<T>(const In<T> &, const In<T> &, Out<T>);                \
    template void linearBackwardInput<T>(const In<T> &, const In<T> &, Out<T>);   \
    template void linearBackwardWeight<T>(const In<T> &, const In<T> &, Out<T>);  \
    template void linearBackwardBias<T>(const In<T> &, Out<T>);
INSTANTIATE(float)
INSTANTIATE(double)
#undef INSTANTIATE

}  // namespace model::layers
