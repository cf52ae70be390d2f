// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/onednn.h"

#include <dnnl.hpp>

#include "model/layers/onednn_factor.h"

namespace model {

namespace {

void sgemm(bool transposeA, bool transposeB, long m, long n, long k, const float *a, long lda,
           const float *b, long ldb, float beta, float *c, long ldc) {
    stayAlone();
    const dnnl_status_t status = dnnl_sgemm(transposeA ? 'T' : 'N', transposeB ? 'T' : 'N', m, n, k,
                                            1.0F, a, lda, b, ldb, beta, c, ldc);
    if (status != dnnl_success) {
        refuse(m, k, n, status);
    }
}

std::unique_ptr<layers::RepeatedFactor> repeated(bool transposeB, long n, long k) {
    return std::make_unique<OneDnnFactor>(dnnl::memory::data_type::f32, transposeB, n, k);
}

}  // namespace

bool hasOneDnn() {
    return true;
}

layers::ProductLibrary oneDnn() {
    return {sgemm, repeated};
}

}  // namespace model
