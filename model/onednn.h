// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace model {

/// The matrix product of oneDNN, which makes its kernels for the processor it runs on; on the
/// calling thread alone. As layers::Sgemm.
void sgemmOfOneDnn(bool transposeA, bool transposeB, long m, long n, long k, const float *a,
                   long lda, const float *b, long ldb, float beta, float *c, long ldc);

}  // namespace model
