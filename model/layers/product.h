// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/tensor.h"

namespace model::layers {

/// Which operand of a product is read transposed.
enum class Transposed { none, first, second };

/// c [M, N] = a b, or c += a b, with a or b transposed if so said.
template <class T>
void product(const In<T> &a, const In<T> &b, Transposed transposed, bool add, Out<T> c);

/// A routine that multiplies float matrices as BLAS's sgemm does: c [m, n] = op(a) op(b) + beta c,
/// all row-major, the leading dimensions being the distances of rows.
using Sgemm = void (*)(bool transposeA, bool transposeB, long m, long n, long k, const float *a,
                       long lda, const float *b, long ldb, float beta, float *c, long ldc);

/// From now on products of float matrices of several rows are computed by `routine` (null: by
/// Eigen, as at first). For a program to choose at its start, before it has other threads.
void setSgemm(Sgemm routine);

}  // namespace model::layers
