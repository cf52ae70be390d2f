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
/// Rows of x that share a conversion of weights.
constexpr long sharing = 2;

#if defined(__F16C__) && defined(__FMA__)
/// Halves in a line of the cache.
constexpr long lineOfHalves = 32;

/// Asks for a line of each of the rows that come next. Rows are so short that the processor, left
/// to itself, sees where it goes only when a row is nearly over. Behind the last row nothing is
/// read: asking for a line never faults.
template <long count>
void prefetch(const Eigen::half *weight, long n) {
#pragma GCC unroll 16
    for (long r = 0; r < count; ++r) {
        _mm_prefetch(reinterpret_cast<const char *>(weight + r * n), _MM_HINT_T0);
    }
}
#endif

/// y[k · yStride + r] = Σ_i weight[r · n + i] x[k · xStride + i] for `count` rows of weights and
/// `inputs` rows of x. Each sum is formed in the same order, however many there are.
template <long count, long inputs>
void dots(const Eigen::half *weight, const float *x, long xStride, long n, float *y, long yStride) {
    long done = 0;
    for (long k = 0; k < inputs; ++k) {
        std::fill_n(y + k * yStride, count, 0.0F);
    }
#if defined(__F16C__) && defined(__FMA__)
    constexpr long lanes = 8;
    __m256 sums[inputs * count];  // in registers, if the loops over them are unrolled
#pragma GCC unroll 16
    for (long i = 0; i < inputs * count; ++i) {
        sums[i] = _mm256_setzero_ps();
    }
    for (; done + lanes <= n; done += lanes) {
        if (done % lineOfHalves == 0) {
            prefetch<count>(weight + count * n + done, n);
        }
#pragma GCC unroll 16
        for (long r = 0; r < count; ++r) {
            const auto *halves = reinterpret_cast<const __m128i *>(weight + r * n + done);
            const __m256 floats = _mm256_cvtph_ps(_mm_loadu_si128(halves));
#pragma GCC unroll 16
            for (long k = 0; k < inputs; ++k) {
                const __m256 values = _mm256_loadu_ps(x + k * xStride + done);
                sums[k * count + r] = _mm256_fmadd_ps(floats, values, sums[k * count + r]);
            }
        }
    }
#pragma GCC unroll 16
    for (long k = 0; k < inputs; ++k) {
#pragma GCC unroll 16
        for (long r = 0; r < count; ++r) {
            const __m256 all = sums[k * count + r];
            __m128 sum = _mm_add_ps(_mm256_castps256_ps128(all), _mm256_extractf128_ps(all, 1));
            sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
            y[k * yStride + r] = _mm_cvtss_f32(_mm_add_ss(sum, _mm_movehdup_ps(sum)));
        }
    }
#endif
    for (long k = 0; k < inputs; ++k) {
        for (long r = 0; r < count; ++r) {
            for (long i = done; i < n; ++i) {
                y[k * yStride + r] += static_cast<float>(weight[r * n + i]) * x[k * xStride + i];
            }
        }
    }
}

void productOfHalves(const In<float> &x, const WeightMatrix &weight, Out<float> y) {
    const long n = weight.cols();
    const long xStride = x.outerStride();
    const long yStride = y.outerStride();
    // Some rows of weights, then all rows of x: the weights, the larger by far, are read once.
    for (long o = 0; o < weight.rows(); o += together) {
        const Eigen::half *values = weight.halves() + o * n;
        const long count = std::min(together, weight.rows() - o);
        const auto multiply = [&]<long inputs>(long k) {
            const float *row = x.data() + k * xStride;
            float *result = y.data() + k * yStride + o;
            if (count == together) {
                dots<together, inputs>(values, row, xStride, n, result, yStride);
            } else {
                for (long r = 0; r < count; ++r) {
                    dots<1, inputs>(values + r * n, row, xStride, n, result + r, yStride);
                }
            }
        };
        long k = 0;
        for (; k + sharing <= x.rows(); k += sharing) {
            multiply.template operator()<sharing>(k);
        }
        for (; k < x.rows(); ++k) {
            multiply.template operator()<1>(k);
        }
    }
}

}  // namespace

void linear(const In<float> &x, const WeightMatrix &weight, Out<float> y) {
    if (weight.halves() != nullptr) {
        productOfHalves(x, weight, y);
        return;
    }
    const Eigen::Map<const Matrix> floats(weight.floats(), weight.rows(), weight.cols());
    // Row by row: a product of several rows sums in another order than that of one.
    for (long k = 0; k < x.rows(); ++k) {
        product<float>(x.row(k), floats, Transposed::second, false, y.row(k));
    }
}

void linear(const In<float> &x, const WeightMatrix &weight, const WeightMatrix &bias,
            Out<float> y) {
    linear(x, weight, y);
    y.rowwise() += bias.row(0);
}

}  // namespace model::layers
