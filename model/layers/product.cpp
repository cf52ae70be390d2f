// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/product.h"

#include <type_traits>
#include <vector>

#include "model/layers/block.h"
#include "model/layers/processor.h"

namespace model::layers {

namespace {

ProductLibrary multiplier;

template <class A, class B, class C>
void assign(const A &a, const B &b, bool add, C &c) {
    if (add) {
        c.noalias() += a * b;
    } else {
        c.noalias() = a * b;
    }
}

/// The product as the program computes it without a library.
void productOfOurs(const In<float> &a, const In<float> &b, Transposed transposed, bool add,
                   Out<float> c) {
    const bool first = transposed == Transposed::first;
    const bool second = transposed == Transposed::second;
    if (c.rows() == 1 && second) {
        kernels().multiplyFloats(block(a), block(b), add, block(c));
    } else if (c.rows() == 1) {
        kernels().combineRows(a.data(), first ? a.outerStride() : 1, block(b), add, c.data());
    } else {
        thread_local std::vector<float> scratch(productScratch);
        kernels().multiply(block(a), first, block(b), second, add, block(c), scratch.data());
    }
}

}  // namespace

void setProductLibrary(const ProductLibrary &library) {
    multiplier = library;
}

template <class T>
void product(const In<T> &a, const In<T> &b, Transposed transposed, bool add, Out<T> c) {
    if constexpr (std::is_same_v<T, float>) {
        // A single row is read at the speed of the memory; there our kernel is as good as any.
        if (multiplier.sgemm != nullptr && c.rows() > 1) {
            const bool first = transposed == Transposed::first;
            multiplier.sgemm(first, transposed == Transposed::second, c.rows(), c.cols(),
                             first ? a.rows() : a.cols(), a.data(), a.outerStride(), b.data(),
                             b.outerStride(), add ? 1.0F : 0.0F, c.data(), c.outerStride());
            return;
        }
        productOfOurs(a, b, transposed, add, c);
    } else {
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
}

template void product<float>(const In<float> &, const In<float> &, Transposed, bool, Out<float>);
template void product<double>(const In<double> &, const In<double> &, Transposed, bool,
                              Out<double>);

template <class T>
void RepeatedProduct<T>::load(const In<T> &b, Transposed transposed) {
    const bool same =
        b.rows() == rows_ && b.cols() == cols_ && transposed == transposed_ && factor_ != nullptr;
    values_ = b.data();
    rows_ = b.rows();
    cols_ = b.cols();
    stride_ = b.outerStride();
    transposed_ = transposed;
    if constexpr (std::is_same_v<T, float>) {
        if (multiplier.repeated == nullptr) {
            factor_.reset();
            return;
        }
        if (!same) {
            const bool second = transposed == Transposed::second;
            factor_ = multiplier.repeated(second, second ? rows_ : cols_, second ? cols_ : rows_);
        }
        factor_->load(values_, stride_);
    }
}

template <class T>
void RepeatedProduct<T>::multiply(const In<T> &a, bool add, Out<T> c) const {
    if constexpr (std::is_same_v<T, float>) {
        if (factor_ != nullptr) {
            factor_->multiply(a.rows(), a.data(), a.outerStride(), add ? 1.0F : 0.0F, c.data(),
                              c.outerStride());
            return;
        }
    }
    using Matrix = Eigen::Map<const MatrixOf<T>, 0, Eigen::OuterStride<>>;
    product<T>(a, Matrix(values_, rows_, cols_, Eigen::OuterStride<>(stride_)), transposed_, add,
               c);
}

template class RepeatedProduct<float>;
template class RepeatedProduct<double>;

}  // namespace model::layers
