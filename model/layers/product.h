// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "model/numerics/tensor.h"

namespace model::layers {

/// Which operand of a product is read transposed.
enum class Transposed { none, first, second };

/// c [M, N] = a b, or c += a b, with a or b transposed as given.
template <class T>
void product(const In<T> &a, const In<T> &b, Transposed transposed, bool add, Out<T> c);

/// A matrix op(b) [k, n] that many matrices are multiplied with before it changes, such as the
/// weights of a recurrent layer: a library may lay it out once for all of them.
class RepeatedFactor {
  public:
    virtual ~RepeatedFactor() = default;
    /// Takes the values of b [k, n], or of b [n, k] if it is read transposed. They must stay until
    /// the last product.
    virtual void load(const float *b, long ldb) = 0;
    /// c [m, n] = a [m, k] op(b) + beta c, where beta is 0 or 1; all row-major, the leading
    /// dimensions are the distances between rows.
    virtual void multiply(long m, const float *a, long lda, float beta, float *c, long ldc) = 0;
};

/// Products of float matrices by another library.
struct ProductLibrary {
    /// As sgemm of BLAS: c [m, n] = op(a) op(b) + beta c, all row-major.
    void (*sgemm)(bool transposeA, bool transposeB, long m, long n, long k, const float *a,
                  long lda, const float *b, long ldb, float beta, float *c, long ldc) = nullptr;
    std::unique_ptr<RepeatedFactor> (*repeated)(bool transposeB, long n, long k) = nullptr;
};

/// From now on products of float matrices of several rows are the library's (empty: our own, as
/// at first). For a program to choose at its start, before it has other threads.
void setProductLibrary(const ProductLibrary &library);

/// Many products with the same second operand, one after the other. For one thread.
template <class T>
class RepeatedProduct {
  public:
    /// From now on the second operand is b, transposed as given; it must stay where it is.
    void load(const In<T> &b, Transposed transposed);
    /// c [M, N] = a op(b), or c += a op(b)
    void multiply(const In<T> &a, bool add, Out<T> c) const;

  private:
    const T *values_ = nullptr;
    long rows_ = 0, cols_ = 0, stride_ = 0;
    Transposed transposed_ = Transposed::none;
    std::unique_ptr<RepeatedFactor> factor_;
};

extern template class RepeatedProduct<float>;
extern template class RepeatedProduct<double>;

}  // namespace model::layers
