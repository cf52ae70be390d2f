// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numerics/tensor.h"

// A convolution of 3 × 3 cells as a linear map of what is around each cell (im2col; Chellapilla,
// Puri & Simard 2006). A square of cells is a matrix with one row per cell, row after row.
namespace model::layers {

/// What is around each cell of a square [n · n, C]: patches [(n / stride)², 9 C] hold, for every
/// stride-th cell in each direction from the first, the C values of each of the nine cells around
/// it, row after row. Beyond the edges all is 0. The stride is 1 or 2, and divides n.
template <class T>
void gatherPatches(const In<T> &cells, long stride, Out<T> patches);

/// dPatches [(n / stride)², 9 C] to dCells [n · n, C], added.
template <class T>
void gatherPatchesBackward(const In<T> &dPatches, long stride, Out<T> dCells);

/// The pixels of a picture, from 0 to 1, as the first convolution sees them: from −1 to 1.
template <class T>
MatrixOf<T> centred(const Matrix &pixels) {
    return pixels.template cast<T>().array() * T(2) - T(1);
}

}  // namespace model::layers
