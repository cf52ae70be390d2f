// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/weight_product.h"

#include <algorithm>

#include "model/layers/product.h"

#if defined(__F16C__) && defined(__FMA__)
#include <immintrin.h>
#endif

namespace model::layers {

namespace {

/// Rows of weights that are multiplied together: as many independent sums hide the latency of the
/// additions, and a row of x is read once for all of them.
constexpr long together = 4;

/// y[r] = Σ_i weight[r · n + i] x[i] for `count` rows.
template <long count>
void dots(const Eigen::half *weight, const float *x, long n, float *y) {
    long done = 0;
    for (long r = 0; r < count; ++r) {
        y[r] = 0;
    }
#if defined(__F16C__) && defined(__FMA__)
    constexpr long lanes = 8;
    __m256 sums[count];
    for (__m256 &sum : sums) {
        sum = _mm256_setzero_ps();
    }
    for (; done + lanes <= n; done += lanes) {
        const __m256 values = _mm256_loadu_ps(x + done);
        for (long r = 0; r < count; ++r) {
            const auto *halves = reinterpret_cast<const __m128i *>(weight + r * n + done);
            sums[r] = _mm256_fmadd_ps(_mm256_cvtph_ps(_mm_loadu_si128(halves)), values, sums[r]);
        }
    }
    for (long r = 0; r < count; ++r) {
        __m128 sum = _mm_add_ps(_mm256_castps256_ps128(sums[r]), _mm256_extractf128_ps(sums[r], 1));
        sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
        y[r] = _mm_cvtss_f32(_mm_add_ss(sum, _mm_movehdup_ps(sum)));
    }
#endif
    for (long r = 0; r < count; ++r) {
        for (long i = done; i < n; ++i) {
            y[r] += static_cast<float>(weight[r * n + i]) * x[i];
        }
    }
}

void productOfHalves(const In<float> &x, const WeightMatrix &weight, Out<float> y) {
    const long n = weight.cols();
    // Some rows of weights, then all rows of x: the weights, the larger by far, are read once.
    for (long o = 0; o < weight.rows(); o += together) {
        const Eigen::half *values = weight.halves() + o * n;
        const long count = std::min(together, weight.rows() - o);
        for (long k = 0; k < x.rows(); ++k) {
            const float *row = x.data() + k * x.outerStride();
            float *result = y.data() + k * y.outerStride() + o;
            if (count == together) {
                dots<together>(values, row, n, result);
            } else {
                for (long r = 0; r < count; ++r) {
                    dots<1>(values + r * n, row, n, result + r);
                }
            }
        }
    }
}

}  // namespace

void linear(const In<float> &x, const WeightMatrix &weight, Out<float> y) {
    if (weight.halves() != nullptr) {
        productOfHalves(x, weight, y);
        return;
    }
    using Floats = Eigen::Map<const Matrix>;
    product<float>(x, Floats(weight.floats(), weight.rows(), weight.cols()), Transposed::second,
                   false, y);
}

void linear(const In<float> &x, const WeightMatrix &weight, const WeightMatrix &bias,
            Out<float> y) {
    linear(x, weight, y);
    y.rowwise() += bias.row(0);
}

}  // namespace model::layers
