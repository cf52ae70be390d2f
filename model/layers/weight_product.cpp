// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/weight_product.h"

#include <algorithm>
#include <type_traits>
#include <vector>

#include "model/layers/product.h"
#include "model/numerics/helper.h"

#if defined(__F16C__) && defined(__FMA__)
#include <immintrin.h>
#endif

namespace model::layers {

namespace {

/// Rows of weights that are multiplied together: as many independent sums hide the latency of the
/// additions, and a row of x is read once for all of them.
constexpr long together = 4;
/// Rows of x that share a reading of weights: with the above, as many sums as there are registers.
constexpr long sharing = 3;
/// Products of values in a part that is worth being done by another thread: some microseconds.
constexpr long leastPart = 50'000;
constexpr long mostParts = 16;

#if defined(__F16C__) && defined(__FMA__)
/// Halves in a line of the cache.
constexpr long lineOfHalves = 32;

/// Asks for a line of each of the rows that come next. Rows are so short that the processor, left
/// to itself, sees where it goes only when a row is nearly over. Behind the last row nothing is
/// read: asking for a line never faults.
template <long count>
void prefetch(const Eigen::half *weight, long stride) {
#pragma GCC unroll 16
    for (long r = 0; r < count; ++r) {
        _mm_prefetch(reinterpret_cast<const char *>(weight + r * stride), _MM_HINT_T0);
    }
}
#endif

#if defined(__F16C__) && defined(__FMA__)
__m256 eightFloats(const Eigen::half *values) {
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i *>(values)));
}
__m256 eightFloats(const float *values) {
    return _mm256_loadu_ps(values);
}

float sumOf(__m256 all) {
    __m128 sum = _mm_add_ps(_mm256_castps256_ps128(all), _mm256_extractf128_ps(all, 1));
    sum = _mm_add_ps(sum, _mm_movehl_ps(sum, sum));
    return _mm_cvtss_f32(_mm_add_ss(sum, _mm_movehdup_ps(sum)));
}
#endif

/// y[k · yStride + r] = Σ_i weight[r · stride + i] x[k · xStride + i] for i < n, `count` rows of
/// weights and `inputs` rows of x. Each sum is formed in the same order, however many there are and
/// in whichever precision the weights lie.
template <long count, long inputs, class Value>
void dots(const Value *weight, long stride, const float *x, long xStride, long n, float *y,
          long yStride) {
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
        if constexpr (std::is_same_v<Value, Eigen::half>) {
            if (done % lineOfHalves == 0) {
                prefetch<count>(weight + count * stride + done, stride);
            }
        }
#pragma GCC unroll 16
        for (long r = 0; r < count; ++r) {
            const __m256 floats = eightFloats(weight + r * stride + done);
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
            y[k * yStride + r] = sumOf(sums[k * count + r]);
        }
    }
#endif
    for (long k = 0; k < inputs; ++k) {
        for (long r = 0; r < count; ++r) {
            for (long i = done; i < n; ++i) {
                y[k * yStride + r] +=
                    static_cast<float>(weight[r * stride + i]) * x[k * xStride + i];
            }
        }
    }
}

/// The same for all rows of x.
template <long count, class Value>
void dotsOfAll(const Value *weight, long stride, const In<float> &x, float *y, long yStride) {
    const long n = x.cols();
    const long xStride = x.outerStride();
    long k = 0;
    for (; k + sharing <= x.rows(); k += sharing) {
        dots<count, sharing>(weight, stride, x.data() + k * xStride, xStride, n, y + k * yStride,
                             yStride);
    }
    if (x.rows() - k == 2) {
        dots<count, 2>(weight, stride, x.data() + k * xStride, xStride, n, y + k * yStride,
                       yStride);
    } else if (x.rows() - k == 1) {
        dots<count, 1>(weight, stride, x.data() + k * xStride, xStride, n, y + k * yStride,
                       yStride);
    }
}

/// Widens `count` rows of weights, and asks for those that come next.
template <long count>
void widen(const Eigen::half *weight, long stride, long n, float *floats) {
    long done = 0;
#if defined(__F16C__) && defined(__FMA__)
    for (; done + lineOfHalves <= n; done += lineOfHalves) {
        prefetch<count>(weight + count * stride + done, stride);
        for (long r = 0; r < count; ++r) {
            for (long i = done; i < done + lineOfHalves; i += 8) {
                _mm256_storeu_ps(floats + r * n + i, eightFloats(weight + r * stride + i));
            }
        }
    }
#endif
    for (long r = 0; r < count; ++r) {
        for (long i = done; i < n; ++i) {
            floats[r * n + i] = static_cast<float>(weight[r * stride + i]);
        }
    }
}

/// The products with the rows of weights from `first` on and before `end`.
void productOfHalves(const In<float> &x, const WeightMatrix &weight, long first, long end,
                     Out<float> y) {
    const long n = weight.cols();
    const long stride = weight.stride();
    const long whole = end - (end - first) % together;
    // Where many rows of x ask for the same weights, they are widened once for all of them.
    std::vector<float> floats(x.rows() > sharing ? static_cast<std::size_t>(together * n) : 0);
    // Some rows of weights, then all rows of x: the weights, the larger by far, are read once.
    for (long o = first; o < whole; o += together) {
        const Eigen::half *halves = weight.halves() + o * stride;
        if (floats.empty()) {
            dotsOfAll<together>(halves, stride, x, y.data() + o, y.outerStride());
        } else {
            widen<together>(halves, stride, n, floats.data());
            dotsOfAll<together>(floats.data(), n, x, y.data() + o, y.outerStride());
        }
    }
    for (long o = whole; o < end; ++o) {
        dotsOfAll<1>(weight.halves() + o * stride, stride, x, y.data() + o, y.outerStride());
    }
}

}  // namespace

void linear(const In<float> &x, const WeightMatrix &weight, Out<float> y) {
    if (weight.halves() != nullptr) {
        const long rows = weight.rows();
        const long wanted = std::clamp(x.rows() * rows * weight.cols() / leastPart, 1L, mostParts);
        const long quads = std::max(1L, (rows + together - 1) / together);
        const long part = (quads + wanted - 1) / wanted * together;
        shareOut((rows + part - 1) / part, [&](long index) {
            productOfHalves(x, weight, index * part, std::min((index + 1) * part, rows), y);
        });
        return;
    }
    const Eigen::Map<const Matrix, 0, Eigen::OuterStride<>> floats(
        weight.floats(), weight.rows(), weight.cols(), Eigen::OuterStride<>(weight.stride()));
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
