// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/product.h"

#include <type_traits>

namespace model::layers {

namespace {

Sgemm chosen = nullptr;

template <class A, class B, class C>
void assign(const A &a, const B &b, bool add, C &c) {
    if (add) {
        c.noalias() += a * b;
    } else {
        c.noalias() = a * b;
    }
}

}  // namespace

void setSgemm(Sgemm routine) {
    chosen = routine;
}

template <class T>
void product(const In<T> &a, const In<T> &b, Transposed transposed, bool add, Out<T> c) {
    if constexpr (std::is_same_v<T, float>) {
        // A single row is read at the memory's speed; there Eigen's kernel is as good as any.
        if (chosen != nullptr && c.rows() > 1) {
            const bool first = transposed == Transposed::first;
            chosen(first, transposed == Transposed::second, c.rows(), c.cols(),
                   first ? a.rows() : a.cols(), a.data(), a.outerStride(), b.data(),
                   b.outerStride(), add ? 1.0F : 0.0F, c.data(), c.outerStride());
            return;
        }
    }
    switch (transposed) {
        case Transposed::none:
            assign(a, b, add, c);
            break;
        case Transposed::first:
            assign(a.transpose(), b, add, c);
            break;
        case Transposed::second:
            assign(a, b.transpose(), add, c);
            break;
    }
}

template void product<float>(const In<float> &, const In<float> &, Transposed, bool, Out<float>);
template void product<double>(const In<double> &, const In<double> &, Transposed, bool,
                              Out<double>);

}  // namespace model::layers
