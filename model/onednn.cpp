// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/onednn.h"

#include <dnnl.h>
#include <omp.h>

#include <string>

#include "model/error.h"

namespace model {

void sgemmOfOneDnn(bool transposeA, bool transposeB, long m, long n, long k, const float *a,
                   long lda, const float *b, long ldb, float beta, float *c, long ldc) {
    // The trainer deals its work out to threads of its own; more of them would be in each other's
    // way, and the sums would depend on their number.
    thread_local const bool alone = [] {
        omp_set_num_threads(1);
        return true;
    }();
    static_cast<void>(alone);
    const dnnl_status_t status = dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', m, n, k,
                                            1.0F, a, lda, b, ldb, beta, c, ldc);
    if (status != dnnl_success) {
        throw Error("oneDNN could not multiply matrices of " + std::to_string(m) + " × " +
                    std::to_string(k) + " × " + std::to_string(n) + " numbers: its status is " +
                    std::to_string(status) + ", 0 is expected.");
    }
}

}  // namespace model
