// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Products of some rows with the rows of a matrix, for kernels.cpp.
#include "model/layers/kernels.h"
#include "model/layers/kernels/vector.h"

namespace model::layers {
namespace {

/// Half-precision values in a cache line.
constexpr long lineOfHalves = 32;

/// Asks for a line of the cache of each of the rows that come next, once in a line. Rows are so
/// short that the processor, left to itself, sees where it goes only when a row is nearly over.
/// Behind the last row nothing is read: asking for a line never faults.
template <long count>
INLINED void prefetch(const unsigned short *next, long stride, long done) {
    if (done % lineOfHalves == 0) {
#pragma GCC unroll 16
        for (long r = 0; r < count; ++r) {
            __builtin_prefetch(next + r * stride + done);
        }
    }
}
/// Widened weights lie in the cache, and weights in single precision in long rows.
template <long count>
INLINED void prefetch(const float *, long, long) {}

/// y[k · yStride + r] = Σ_i weight[r · stride + i] x[k · xStride + i] for i < n, or += that. Each
/// sum is formed in the same order, however many there are and in whichever precision the weights
/// lie.
template <bool add, long count, long inputs, class Value>
void dots(const Value *weight, long stride, const float *x, long xStride, long n, float *y,
          long yStride) {
    Floats sums[inputs][count] = {};  // in registers, if the loops over them are unrolled
    eachPart(
        n, [&](long i, auto part) __attribute__((always_inline)) {
            prefetch<count>(weight + count * stride, stride, i);
#pragma GCC unroll 16
            for (long r = 0; r < count; ++r) {
                const Floats weights = part.load(weight + r * stride + i);
#pragma GCC unroll 16
                for (long k = 0; k < inputs; ++k) {
                    sums[k][r] = addProduct(weights, part.load(x + k * xStride + i), sums[k][r]);
                }
            }
        });
#pragma GCC unroll 16
    for (long k = 0; k < inputs; ++k) {
#pragma GCC unroll 16
        for (long r = 0; r < count; ++r) {
            float &to = y[k * yStride + r];
            to = add ? to + sumOf(sums[k][r]) : sumOf(sums[k][r]);
        }
    }
}

/// Rows of x that share a reading of weights: with as many rows of weights as are taken at once, as
/// many sums as there are registers for.
constexpr long inputsAtOnce = lanes == 16 ? 6 : inputsTogether;

/// The products of the rows of x, at most `inputs`, with `count` rows of weights.
template <bool add, long count, long inputs, class Value>
void dotsOfSome(const Value *weight, long stride, ConstBlock x, float *y, long yStride) {
    if constexpr (inputs > 0) {
        if (x.rows == inputs) {
            dots<add, count, inputs>(weight, stride, x.values, x.stride, x.cols, y, yStride);
        } else {
            dotsOfSome<add, count, inputs - 1>(weight, stride, x, y, yStride);
        }
    }
}

/// The products of all rows of x with `count` rows of weights, to columns of y.
template <bool add, long count, class Value>
void dotsOfAll(const Value *weight, long stride, ConstBlock x, float *y, long yStride) {
    long k = 0;
    for (; k + inputsAtOnce <= x.rows; k += inputsAtOnce) {
        dots<add, count, inputsAtOnce>(weight, stride, x.values + k * x.stride, x.stride, x.cols,
                                       y + k * yStride, yStride);
    }
    dotsOfSome<add, count, inputsAtOnce - 1>(
        weight, stride, ConstBlock{x.values + k * x.stride, x.rows - k, x.cols, x.stride},
        y + k * yStride, yStride);
}

/// Widens `count` rows of weights, and asks for those that come next.
template <long count>
void widen(const unsigned short *weight, long stride, long n, float *floats) {
    long done = 0;
    for (; done + lineOfHalves <= n; done += lineOfHalves) {
        prefetch<count>(weight + count * stride, stride, done);
        for (long r = 0; r < count; ++r) {
#pragma GCC unroll 8
            for (long i = done; i < done + lineOfHalves; i += lanes) {
                store(load(weight + r * stride + i), floats + r * n + i);
            }
        }
    }
    for (long r = 0; r < count; ++r) {
        eachPart(
            n - done, [&](long i, auto part) __attribute__((always_inline)) {
                part.store(part.load(weight + r * stride + done + i), floats + r * n + done + i);
            });
    }
}

void multiplyHalves(ConstBlock x, HalfBlock weight, Block y, float *scratch) {
    long o = 0;
    // Some rows of weights, then all rows of x: the weights, the larger by far, are read once.
    for (; o + rowsTogether <= weight.rows; o += rowsTogether) {
        const unsigned short *halves = weight.values + o * weight.stride;
        if (x.rows <= (widensOnReading ? 2 * inputsAtOnce : inputsTogether)) {
            dotsOfAll<false, rowsTogether>(halves, weight.stride, x, y.values + o, y.stride);
        } else {
            // Where many rows of x ask for the same weights, they are widened once for all of them.
            widen<rowsTogether>(halves, weight.stride, x.cols, scratch);
            dotsOfAll<false, rowsTogether>(scratch, x.cols, x, y.values + o, y.stride);
        }
    }
    for (; o < weight.rows; ++o) {
        dotsOfAll<false, 1>(weight.values + o * weight.stride, weight.stride, x, y.values + o,
                            y.stride);
    }
}

template <bool add>
void multiplyFloats(ConstBlock x, ConstBlock weight, Block y) {
    long o = 0;
    for (; o + rowsTogether <= weight.rows; o += rowsTogether) {
        dotsOfAll<add, rowsTogether>(weight.values + o * weight.stride, weight.stride, x,
                                     y.values + o, y.stride);
    }
    for (; o < weight.rows; ++o) {
        dotsOfAll<add, 1>(weight.values + o * weight.stride, weight.stride, x, y.values + o,
                          y.stride);
    }
}

void multiplyFloats(ConstBlock x, ConstBlock weight, bool add, Block y) {
    if (add) {
        multiplyFloats<true>(x, weight, y);
    } else {
        multiplyFloats<false>(x, weight, y);
    }
}

/// `width` vectors of y at once.
template <long width>
INLINED void combineColumns(const float *a, long aStride, ConstBlock b, bool add, float *y) {
    Floats sums[width];
#pragma GCC unroll 8
    for (long w = 0; w < width; ++w) {
        sums[w] = add ? load(y + w * lanes) : Floats{};
    }
    for (long k = 0; k < b.rows; ++k) {
        const Floats factor = broadcast(a[k * aStride]);
#pragma GCC unroll 8
        for (long w = 0; w < width; ++w) {
            sums[w] += factor * load(b.values + k * b.stride + w * lanes);
        }
    }
#pragma GCC unroll 8
    for (long w = 0; w < width; ++w) {
        store(sums[w], y + w * lanes);
    }
}

void combineRows(const float *a, long aStride, ConstBlock b, bool add, float *y) {
    constexpr long width = 8;
    long i = 0;
    for (; i + width * lanes <= b.cols; i += width * lanes) {
        combineColumns<width>(a, aStride, {b.values + i, b.rows, b.cols - i, b.stride}, add, y + i);
    }
    for (; i + lanes <= b.cols; i += lanes) {
        combineColumns<1>(a, aStride, {b.values + i, b.rows, b.cols - i, b.stride}, add, y + i);
    }
    if (i < b.cols) {
        const Rest rest{b.cols - i};
        Floats sum = add ? rest.load(y + i) : Floats{};
        for (long k = 0; k < b.rows; ++k) {
            sum += a[k * aStride] * rest.load(b.values + k * b.stride + i);
        }
        rest.store(sum, y + i);
    }
}

}  // namespace
}  // namespace model::layers
