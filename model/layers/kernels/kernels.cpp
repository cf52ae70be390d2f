// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled once for each kind of processor; KERNELS is what the table is called.
#include "model/layers/kernels.h"

#include "model/layers/kernels/product.h"
#include "model/layers/kernels/recurrent.h"
#include "model/layers/kernels/rows.h"
#include "model/layers/kernels/vector.h"

namespace model::layers {
namespace {

void addToRows(const float *row, Block y) {
    for (long k = 0; k < y.rows; ++k) {
        float *to = y.values + k * y.stride;
        for (long i = 0; i < y.cols; ++i) {
            to[i] += row[i];
        }
    }
}

void addRows(ConstBlock x, float *row) {
    for (long k = 0; k < x.rows; ++k) {
        const float *from = x.values + k * x.stride;
        for (long i = 0; i < x.cols; ++i) {
            row[i] += from[i];
        }
    }
}

void hyperbolicTangentOf(Block x) {
    for (long k = 0; k < x.rows; ++k) {
        float *row = x.values + k * x.stride;
        eachPart(
            x.cols, [&](long i, auto part) __attribute__((always_inline)) {
                part.store(hyperbolicTangent(part.load(row + i)), row + i);
            });
    }
}

float largest(const float *x, long n) {
    constexpr long several = 4;  // independent, so that they do not wait for each other
    Floats most[several];
    for (Floats &values : most) {
        values = broadcast(x[0]);
    }
    long i = 0;
    for (; i + several * lanes <= n; i += several * lanes) {
#pragma GCC unroll 4
        for (long k = 0; k < several; ++k) {
            const Floats values = load(x + i + k * lanes);
            most[k] = values > most[k] ? values : most[k];
        }
    }
    float result = x[0];
    for (const Floats &values : most) {
        const float of = largestOf(values);
        result = of > result ? of : result;
    }
    for (; i < n; ++i) {
        result = x[i] > result ? x[i] : result;
    }
    return result;
}

float sum(const float *x, long n) {
    Floats sums = {};
    eachPart(
        n, [&](long i, auto part) __attribute__((always_inline)) { sums += part.load(x + i); });
    return sumOf(sums);
}

/// Σ term(i, part), without what lies behind the end.
template <class Term>
INLINED float sumOfTerms(long n, const Term &term) {
    Floats sums = {};
    long i = 0;
    for (; i + lanes <= n; i += lanes) {
        sums += term(i, Whole{});
    }
    if (i < n) {
        const Rest rest{n - i};
        float last[lanes];
        store(term(i, rest), last);
        sums += rest.load(last);
    }
    return sumOf(sums);
}

float exponentials(const float *x, float shift, float *y, long n) {
    return sumOfTerms(
        n, [&](long i, auto part) __attribute__((always_inline)) {
            const Floats term = exponential(part.load(x + i) - shift);
            part.store(term, y + i);
            return term;
        });
}

float sumOfExponentials(const float *x, float shift, long n) {
    return sumOfTerms(
        n, [&](long i, auto part)
               __attribute__((always_inline)) { return exponential(part.load(x + i) - shift); });
}

float entropy(const float *x, long n) {
    return -sumOfTerms(
        n, [&](long i, auto part) __attribute__((always_inline)) {
            const Floats values = part.load(x + i);
            return exponential(values) * values;
        });
}

void scale(const float *x, float scale, float offset, float *y, long n) {
    for (long i = 0; i < n; ++i) {
        y[i] = scale * x[i] + offset;
    }
}

void adam(const AdamFactors *factors, float *weights, float *gradient, float *firstMoment,
          float *secondMoment, float *average, long n) {
    const AdamFactors f = *factors;
#ifndef __clang__  // which asks whether the arrays overlap when it runs
#pragma GCC ivdep
#endif
    for (long i = 0; i < n; ++i) {
        const float g = f.gradientScale * gradient[i];
        const float m = f.beta1 * firstMoment[i] + (1 - f.beta1) * g;
        const float v = f.beta2 * secondMoment[i] + (1 - f.beta2) * (g * g);
        const float w = weights[i] - f.rate * m / (__builtin_sqrtf(v) * f.root + f.epsilon);
        gradient[i] = g;
        firstMoment[i] = m;
        secondMoment[i] = v;
        weights[i] = w;
        average[i] += f.averageShare * (w - average[i]);
    }
}

}  // namespace

const Kernels KERNELS{
    multiplyHalves,
    multiplyFloats,
    combineRows,
    multiply,
    addToRows,
    addRows,
    gruCombine,
    gruCombineBackward,
    additiveScores,
    additiveScoresBackward,
    contextBackward,
    hyperbolicTangentOf,
    largest,
    sum,
    exponentials,
    sumOfExponentials,
    entropy,
    scale,
    adam,
};

}  // namespace model::layers
