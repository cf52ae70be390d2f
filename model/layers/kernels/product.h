// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The product of two matrices, for kernels.cpp.
#include "model/layers/kernels.h"
#include "model/layers/kernels/vector.h"

namespace model::layers {
namespace {

/// A tile of the result stays in registers while its sums are formed: of two vectors' columns, and
/// of as many rows as there are registers for.
constexpr long tileCols = 2 * lanes;
constexpr long tileRows = lanes == 16 ? 12 : 6;
static_assert(blockRows % tileRows == 0 && blockCols % tileCols == 0);

/// One operand: which of its lines (rows of the first, columns of the second) lie in memory one
/// value behind the other.
struct Operand {
    const float *values;
    long stride;
    bool linesLieAcross;  ///< the values of a line lie a stride apart, those of a term side by side

    const float *at(long line, long term) const {
        return values + (linesLieAcross ? term * stride + line : line * stride + term);
    }
};

/// Four lines' next four terms, term by term.
template <long width>
INLINED void packFour(const float *from, long stride, float *to) {
    using Four [[gnu::vector_size(16)]] = float;
    Four line[4];
    __builtin_memcpy(&line[0], from, 16);
    __builtin_memcpy(&line[1], from + stride, 16);
    __builtin_memcpy(&line[2], from + 2 * stride, 16);
    __builtin_memcpy(&line[3], from + 3 * stride, 16);
    const Four low01 = __builtin_shufflevector(line[0], line[1], 0, 4, 1, 5);
    const Four high01 = __builtin_shufflevector(line[0], line[1], 2, 6, 3, 7);
    const Four low23 = __builtin_shufflevector(line[2], line[3], 0, 4, 1, 5);
    const Four high23 = __builtin_shufflevector(line[2], line[3], 2, 6, 3, 7);
    const Four term[4] = {__builtin_shufflevector(low01, low23, 0, 1, 4, 5),
                          __builtin_shufflevector(low01, low23, 2, 3, 6, 7),
                          __builtin_shufflevector(high01, high23, 0, 1, 4, 5),
                          __builtin_shufflevector(high01, high23, 2, 3, 6, 7)};
    for (long t = 0; t < 4; ++t) {
        __builtin_memcpy(to + t * width, &term[t], 16);
    }
}

/// `width` lines term by term: all first terms, all second ones, …
template <long width>
void packPanel(const Operand &operand, long line, long term, long terms, float *to) {
    if (operand.linesLieAcross) {
        for (long t = 0; t < terms; ++t) {
            __builtin_memcpy(to + t * width, operand.at(line, term + t), width * sizeof(float));
        }
        return;
    }
    constexpr long four = 4;
    const long wholeTerms = terms - terms % four;
    constexpr long wholeLines = width - width % four;
    for (long t = 0; t < wholeTerms; t += four) {
#pragma GCC unroll 8
        for (long l = 0; l < wholeLines; l += four) {
            packFour<width>(operand.at(line + l, term + t), operand.stride, to + t * width + l);
        }
    }
    for (long l = 0; l < width; ++l) {
        const float *from = operand.at(line + l, term);
        for (long t = l < wholeLines ? wholeTerms : 0; t < terms; ++t) {
            to[t * width + l] = from[t];
        }
    }
}

/// Panels of `width` lines each, filled up with zeros.
template <long width>
void pack(const Operand &operand, long line, long lines, long term, long terms, float *to) {
    for (long l = 0; l < lines; l += width, to += width * terms) {
        if (l + width <= lines) {
            packPanel<width>(operand, line + l, term, terms, to);
            continue;
        }
        for (long t = 0; t < terms; ++t) {
            for (long w = 0; w < width; ++w) {
                to[t * width + w] = l + w < lines ? *operand.at(line + l + w, term + t) : 0.0F;
            }
        }
    }
}

/// c = the products of two panels, or c += them.
INLINED void tile(const float *a, const float *b, long terms, bool add, float *c, long stride) {
    Floats sums[tileRows][2] = {};
    for (long t = 0; t < terms; ++t) {
        const Floats left = load(b + t * tileCols);
        const Floats right = load(b + t * tileCols + lanes);
#pragma GCC unroll 16
        for (long r = 0; r < tileRows; ++r) {
            const Floats factor = broadcast(a[t * tileRows + r]);
            sums[r][0] += factor * left;
            sums[r][1] += factor * right;
        }
    }
#pragma GCC unroll 16
    for (long r = 0; r < tileRows; ++r) {
        float *row = c + r * stride;
        store(add ? load(row) + sums[r][0] : sums[r][0], row);
        store(add ? load(row + lanes) + sums[r][1] : sums[r][1], row + lanes);
    }
}

/// A tile at the right or lower edge of c.
void edgeTile(const float *a, const float *b, long terms, bool add, Block c) {
    float whole[tileRows * tileCols];
    tile(a, b, terms, false, whole, tileCols);
    for (long r = 0; r < c.rows; ++r) {
        for (long i = 0; i < c.cols; ++i) {
            float &to = c.values[r * c.stride + i];
            to = (add ? to : 0.0F) + whole[r * tileCols + i];
        }
    }
}

long smaller(long a, long b) {
    return a < b ? a : b;
}

/// c = packed a · packed b, or c += that.
void multiplyPacked(const float *a, const float *b, long terms, bool add, Block c) {
    for (long j = 0; j < c.cols; j += tileCols) {
        for (long i = 0; i < c.rows; i += tileRows) {
            const Block part{c.values + i * c.stride + j, smaller(tileRows, c.rows - i),
                             smaller(tileCols, c.cols - j), c.stride};
            if (part.rows == tileRows && part.cols == tileCols) {
                tile(a + i * terms, b + j * terms, terms, add, part.values, part.stride);
            } else {
                edgeTile(a + i * terms, b + j * terms, terms, add, part);
            }
        }
    }
}

void multiply(ConstBlock a, bool transposeA, ConstBlock b, bool transposeB, bool add, Block c,
              float *scratch) {
    const Operand first{a.values, a.stride, transposeA};
    const Operand second{b.values, b.stride, !transposeB};
    const long terms = transposeA ? a.rows : a.cols;
    float *packedRows = scratch;
    float *packedCols = scratch + blockRows * blockTerms;
    if (terms == 0 && !add) {
        for (long i = 0; i < c.rows; ++i) {
            __builtin_memset(c.values + i * c.stride, 0,
                             static_cast<unsigned long>(c.cols) * sizeof(float));
        }
    }
    for (long j = 0; j < c.cols; j += blockCols) {
        const long cols = smaller(blockCols, c.cols - j);
        for (long t = 0; t < terms; t += blockTerms) {
            const long some = smaller(blockTerms, terms - t);
            pack<tileCols>(second, j, cols, t, some, packedCols);
            for (long i = 0; i < c.rows; i += blockRows) {
                const long rows = smaller(blockRows, c.rows - i);
                pack<tileRows>(first, i, rows, t, some, packedRows);
                multiplyPacked(packedRows, packedCols, some, add || t > 0,
                               {c.values + i * c.stride + j, rows, cols, c.stride});
            }
        }
    }
}

}  // namespace
}  // namespace model::layers
