// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The hot loops, as functions of plain numbers. They are compiled once per kind of processor; see
// processor.h for which of them run. Nothing that is included here may bring inline functions or
// templates of a library: the linker keeps one of several equal ones, and might keep one that was
// compiled for a newer processor than the program runs on.
namespace model::layers {

/// Rows of floats; the beginnings of two neighbouring rows are `stride` floats apart.
struct ConstBlock {
    const float *values;
    long rows, cols, stride;
};
struct Block {
    float *values;
    long rows, cols, stride;
};
/// The same of half-precision numbers (IEEE 754 binary16).
struct HalfBlock {
    const unsigned short *values;
    long rows, cols, stride;
};

/// The factors of an Adam update.
struct AdamFactors {
    float gradientScale, beta1, beta2, rate, root, epsilon, averageShare;
};

/// The results of one kind of processor depend neither on where the numbers lie in memory nor,
/// except for those of multiply(), on how many rows are given at once.
struct Kernels {
    /// y [N, O] = x [N, I] · weightᵀ [O, I]. scratch: rowsTogether · I floats,
    /// where x has more than inputsTogether rows.
    void (*multiplyHalves)(ConstBlock x, HalfBlock weight, Block y, float *scratch);
    /// y = x · weightᵀ, or y += x · weightᵀ
    void (*multiplyFloats)(ConstBlock x, ConstBlock weight, bool add, Block y);
    /// y [1, I] = a [1, N] · b [N, I], or y += a · b; the values of a lie aStride floats apart.
    void (*combineRows)(const float *a, long aStride, ConstBlock b, bool add, float *y);
    /// c = op(a) op(b), or c += op(a) op(b), op(x) being x or xᵀ. scratch: productScratch floats.
    void (*multiply)(ConstBlock a, bool transposeA, ConstBlock b, bool transposeB, bool add,
                     Block c, float *scratch);

    /// Adds `row` to each row of y, and the sum of the rows of x to `row`.
    void (*addToRows)(const float *row, Block y);
    void (*addRows)(ConstBlock x, float *row);

    /// See gru.h.
    void (*gruCombine)(ConstBlock inputGates, const float *biasHh, ConstBlock previous, Block gates,
                       Block hiddenCandidate, Block state);
    void (*gruCombineBackward)(ConstBlock dState, ConstBlock previous, ConstBlock gates,
                               ConstBlock hiddenCandidate, Block dInputGates, Block dHiddenGates,
                               Block dPrevious);

    /// See attention.h.
    void (*additiveScores)(const float *query, ConstBlock keys, const float *energy,
                           Block activations, float *scores);
    void (*additiveScoresBackward)(const float *dScores, const float *energy, Block activations,
                                   float *dQuery, Block dKeys, float *dEnergy);
    void (*contextBackward)(const float *dContext, const float *weights, ConstBlock annotations,
                            float *dWeights, Block dAnnotations);

    /// x = tanh x, each.
    void (*hyperbolicTangent)(Block x);
    /// The largest of n > 0 numbers, and their sum.
    float (*largest)(const float *x, long n);
    float (*sum)(const float *x, long n);
    /// Σ exp(x − shift); the first also writes the terms to y.
    float (*exponentials)(const float *x, float shift, float *y, long n);
    float (*sumOfExponentials)(const float *x, float shift, long n);
    /// −Σ exp(x) x
    float (*entropy)(const float *x, long n);
    /// y = scale x + offset
    void (*scale)(const float *x, float scale, float offset, float *y, long n);

    /// See optimizer.h.
    void (*adam)(const AdamFactors *factors, float *weights, float *gradient, float *firstMoment,
                 float *secondMoment, float *average, long n);
};

/// Rows of weights that are multiplied together: as many independent sums hide the latency of the
/// additions, and a row of x is read once for all of them.
constexpr long rowsTogether = 4;
/// Rows of x that share a reading of weights on a processor with 16 registers: with the above, as
/// many sums as there are registers.
constexpr long inputsTogether = 3;

// A product of matrices goes block by block (Goto & van de Geijn 2008): so many rows of the first
// and so many columns of the second at once, of so many terms of each sum.
constexpr long blockRows = 96;
constexpr long blockCols = 1024;
constexpr long blockTerms = 256;
constexpr long productScratch = blockTerms * (blockRows + blockCols);

#if defined(__x86_64__)
extern const Kernels kernelsV1;  ///< x86-64, which every such processor is
extern const Kernels kernelsV3;  ///< x86-64-v3: AVX2, FMA, F16C
extern const Kernels kernelsV4;  ///< x86-64-v4: AVX-512
#else
extern const Kernels kernelsPlain;  ///< any processor
#endif

}  // namespace model::layers
