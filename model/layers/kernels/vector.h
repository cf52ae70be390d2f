// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Only for kernels.cpp, which is compiled once for each kind of processor: everything here is
// unnamed and inlined, so that no other file gets to see code of this one's instructions.

#if defined(__F16C__)
#include <immintrin.h>
#endif

#define INLINED [[gnu::always_inline]] inline

namespace model::layers {
namespace {

#if defined(__AVX512F__)
constexpr long lanes = 16;
#elif defined(__AVX2__)
constexpr long lanes = 8;
#else
constexpr long lanes = 4;
#endif

/// Whether half-precision numbers are widened by an instruction, which costs no more than reading
/// what was widened before.
#if defined(__F16C__)
constexpr bool widensOnReading = true;
#else
constexpr bool widensOnReading = false;
#endif

using Floats [[gnu::vector_size(lanes * sizeof(float))]] = float;
using Ints [[gnu::vector_size(lanes * sizeof(int))]] = int;

INLINED Floats broadcast(float value) {
    return value - Floats{};
}

INLINED Floats load(const float *from) {
    Floats values;
    __builtin_memcpy(&values, from, sizeof values);
    return values;
}
INLINED void store(Floats values, float *to) {
    __builtin_memcpy(to, &values, sizeof values);
}

INLINED Floats load(const unsigned short *from) {
#if defined(__AVX512F__)
    // With a mask of all: the plain function makes GCC warn.
    return _mm512_maskz_cvtph_ps(0xffff,
                                 _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)));
#elif defined(__F16C__)
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i *>(from)));
#else
    using Halves [[gnu::vector_size(lanes * sizeof(short))]] = unsigned short;
    Halves halves;
    __builtin_memcpy(&halves, from, sizeof halves);
    const Ints bits = __builtin_convertvector(halves, Ints);
    // The exponent moves to its place, where it means 2¹¹² times too little, and is put right by a
    // multiplication, which also makes normal numbers of subnormal ones. Infinities and what is not
    // a number have the largest exponent in either.
    const Floats small = reinterpret_cast<Floats>((bits & 0x7fff) << 13);
    const Ints size = reinterpret_cast<Ints>(small * 0x1p112F);
    const Ints infinite = ((bits & 0x7c00) == 0x7c00) & 0x7f800000;
    return reinterpret_cast<Floats>(size | infinite | ((bits & 0x8000) << 16));
#endif
}

/// a · b + sum, rounded once wherever the processor can: left to the compiler, that may differ from
/// one copy of a loop to another.
INLINED Floats addProduct(Floats a, Floats b, Floats sum) {
#if defined(__AVX512F__)
    return _mm512_fmadd_ps(a, b, sum);
#elif defined(__FMA__)
    return _mm256_fmadd_ps(a, b, sum);
#else
    return a * b + sum;
#endif
}

/// As many values as a vector holds.
struct Whole {
    template <class Value>
    INLINED Floats load(const Value *from) const {
        return layers::load(from);
    }
    INLINED void store(Floats values, float *to) const { layers::store(values, to); }
};

/// Fewer, at the end of a row; the others are 0.
struct Rest {
    long count;
    template <class Value>
    INLINED Floats load(const Value *from) const {
        Value values[lanes] = {};
        for (long i = 0; i < count; ++i) {
            values[i] = from[i];
        }
        return layers::load(values);
    }
    INLINED void store(Floats values, float *to) const {
        for (long i = 0; i < count; ++i) {
            to[i] = values[i];
        }
    }
};

/// Calls work(i, part) for the parts of n values that begin at i. The last values take the same
/// instructions as the others, so that a number's rounding does not depend on its place.
template <class Work>
INLINED void eachPart(long n, const Work &work) {
    long i = 0;
    for (; i + lanes <= n; i += lanes) {
        work(i, Whole{});
    }
    if (i < n) {
        work(i, Rest{n - i});
    }
}

INLINED float sumOf(Floats all) {
    using Four [[gnu::vector_size(16)]] = float;
#if defined(__AVX512F__)
    const auto eight = __builtin_shufflevector(all, all, 0, 1, 2, 3, 4, 5, 6, 7) +
                       __builtin_shufflevector(all, all, 8, 9, 10, 11, 12, 13, 14, 15);
#else
    const Floats eight = all;
#endif
#if defined(__AVX2__)
    const Four four = __builtin_shufflevector(eight, eight, 0, 1, 2, 3) +
                      __builtin_shufflevector(eight, eight, 4, 5, 6, 7);
#else
    const Four four = eight;
#endif
    const Four two = four + __builtin_shufflevector(four, four, 2, 3, 2, 3);
    return two[0] + two[1];
}

/// The largest; each lane is a number.
INLINED float largestOf(Floats all) {
    float most = all[0];
    for (long i = 1; i < lanes; ++i) {
        most = all[i] > most ? all[i] : most;
    }
    return most;
}

/// What is not a number stays it.
INLINED Floats clamp(Floats x, float limit) {
    const Floats high = broadcast(limit);
    const Floats below = x > high ? high : x;
    return below < -high ? -high : below;
}

/// 2^m for each of −126 ≤ m ≤ 127
INLINED Floats powerOfTwo(Ints m) {
    return reinterpret_cast<Floats>((m + 127) << 23);
}

/// The Cephes library's expf: 2^m exp(r) with a polynomial for |r| ≤ ln 2 / 2. Beyond ±88.72 the
/// exponential is that of the limit, as it is Eigen's.
INLINED Floats exponential(Floats number) {
    const Floats x = clamp(number, 88.723F);
    constexpr float rounder = 0x1.8p23F;  // leaves no bits behind the point
    const Floats shifted = x * 1.44269504088896341F + rounder;
    const Floats m = shifted - rounder;
    // ln 2 in two parts, the first so short that its product is exact without FMA.
    const Floats r = (x - m * 0.693359375F) + m * 2.12194440e-4F;
    const Floats r2 = r * r;
    const Floats high = (1.9875691500E-4F * r + 1.3981999507E-3F) * r + 8.3334519073E-3F;
    const Floats low = (4.1665795894E-2F * r + 1.6666665459E-1F) * r + 5.0000001201E-1F;
    const Floats y = (high * (r2 * r) + low) * r2 + (r + 1.0F);
    // In two steps: 2^128 is no float, though its product with y may be one.
    const Ints whole = __builtin_convertvector(m, Ints);
    const Ints half = whole >> 1;
    return y * powerOfTwo(half) * powerOfTwo(whole - half);
}

/// Eigen's quotient of polynomials, which leaves no more than 1 and no less than 0.
INLINED Floats logistic(Floats number) {
    const Floats x = clamp(number, 15.6437711715698242F);
    const Floats x2 = x * x;
    Floats p = x2 * 4.37031012579801e-11F + 1.15627324459942e-07F;
    p = x2 * p + 6.08574864600143e-05F;
    p = x2 * p + 8.51377133304701e-03F;
    p = x2 * p + 2.48287947061529e-01F;
    Floats q = x2 * 6.10247389755681e-13F + 5.76102136993427e-09F;
    q = x2 * q + 6.29106785017040e-06F;
    q = x2 * q + 1.70198817374094e-03F;
    q = x2 * q + 1.16817656904453e-01F;
    q = x2 * q + 9.93151921023180e-01F;
    return x * p / q + 0.5F;
}

/// Eigen's, too, to some units in the last place.
INLINED Floats hyperbolicTangent(Floats number) {
    const Floats x = clamp(number, 7.90531110763549805F);
    const Floats x2 = x * x;
    Floats p = x2 * -2.76076847742355e-16F + 2.00018790482477e-13F;
    p = x2 * p - 8.60467152213735e-11F;
    p = x2 * p + 5.12229709037114e-08F;
    p = x2 * p + 1.48572235717979e-05F;
    p = x2 * p + 6.37261928876435e-04F;
    p = x2 * p + 4.89352455891786e-03F;
    Floats q = x2 * 1.19825839466702e-06F + 1.18534705686654e-04F;
    q = x2 * q + 2.26843463243900e-03F;
    q = x2 * q + 4.89352518554385e-03F;
    const Floats size = x < 0.0F ? -x : x;
    const Floats quotient = size < 0.0004F ? x : x * p / q;
#if defined(__FMA__)
    return quotient;
#else
    // Rounded after each product, the quotient is some units off where it comes near 1.
    const Floats large = 1.0F - 2.0F / (exponential(size + size) + 1.0F);
    return size < 0.625F ? quotient : (x < 0.0F ? -large : large);
#endif
}

}  // namespace
}  // namespace model::layers
