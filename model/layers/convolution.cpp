// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/convolution.h"

#include <algorithm>
#include <cmath>

namespace model::layers {
namespace {

/// Calls visit(patch, at, cell, count) for each run of neighbouring cells [cell, cell + count) of a
/// square with a side of n that stands in a patch from its cell `at` on; and gap(patch, at, count)
/// for each that is beyond the edges.
template <class Visit, class Gap>
void forEachRun(long n, long stride, const Visit &visit, const Gap &gap) {
    const long side = n / stride;
    for (long patch = 0; patch < side * side; ++patch) {
        const long row = patch / side * stride;
        const long column = patch % side * stride;
        const long left = std::max(column - 1, 0L);
        const long right = std::min(column + 2, n);
        const long first = left - (column - 1);
        for (long k = 0; k < 3; ++k) {
            const long y = row - 1 + k;
            if (y < 0 || y >= n) {
                gap(patch, 3 * k, 3L);
                continue;
            }
            visit(patch, 3 * k + first, y * n + left, right - left);
            gap(patch, 3 * k, first);
            gap(patch, 3 * k + first + right - left, 3 - first - (right - left));
        }
    }
}

long sideOf(long cells) {
    return std::lround(std::sqrt(static_cast<double>(cells)));
}

}  // namespace

template <class T>
void gatherPatches(const In<T> &cells, long stride, Out<T> patches) {
    const long channels = cells.cols();
    forEachRun(
        sideOf(cells.rows()), stride,
        [&](long patch, long at, long cell, long count) {
            T *to = patches.row(patch).data() + at * channels;
            const T *from = cells.row(cell).data();
            if (cells.outerStride() == channels) {
                std::copy(from, from + count * channels, to);
                return;
            }
            for (long i = 0; i < count; ++i, from += cells.outerStride()) {
                std::copy(from, from + channels, to + i * channels);
            }
        },
        [&](long patch, long at, long count) {
            T *to = patches.row(patch).data() + at * channels;
            std::fill(to, to + count * channels, T(0));
        });
}

template <class T>
void gatherPatchesBackward(const In<T> &dPatches, long stride, Out<T> dCells) {
    const long channels = dCells.cols();
    forEachRun(
        sideOf(dCells.rows()), stride,
        [&](long patch, long at, long cell, long count) {
            for (long i = 0; i < count; ++i) {
                dCells.row(cell + i) += dPatches.row(patch).segment((at + i) * channels, channels);
            }
        },
        [](long, long, long) {});
}

#define INSTANTIATE(T)                                           \
    template void gatherPatches<T>(const In<T> &, long, Out<T>); \
    template void gatherPatchesBackward<T>(const In<T> &, long, Out<T>);
INSTANTIATE(float)
INSTANTIATE(double)
#undef INSTANTIATE

}  // namespace model::layers
