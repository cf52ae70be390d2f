// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

#include "model/numerics/random.h"
#include "model/numerics/tensor.h"

namespace model::training {

/// Inverted dropout (Srivastava et al. 2014) in place: sets values to 0 with probability `rate` and
/// divides the others by 1 − rate. The mask follows from `name` alone, so the backward pass applies
/// the same call to the gradient and no mask is kept.
template <class T>
void dropout(Out<T> values, double rate, Random name) {
    if (rate <= 0) {
        return;
    }
    constexpr int perDraw = 4;
    const auto threshold = static_cast<std::uint64_t>(rate * 65536.0);
    const T scale = static_cast<T>(65536.0 / static_cast<double>(65536 - threshold));
    for (long i = 0; i < values.rows(); ++i) {
        T *row = values.row(i).data();
        for (long j = 0; j < values.cols(); j += perDraw) {
            std::uint64_t bits = name.next();
            const long last = std::min<long>(j + perDraw, values.cols());
            for (long k = j; k < last; ++k, bits >>= 16U) {
                row[k] = (bits & 0xFFFFU) < threshold ? T(0) : row[k] * scale;
            }
        }
    }
}

/// Sets whole rows to 0 with probability `rate`; the others stay. For whole pieces that are not
/// read: their number is not made up for, since a sentence has few of them.
template <class T>
void dropRows(Out<T> values, double rate, Random name) {
    if (rate <= 0) {
        return;
    }
    for (long i = 0; i < values.rows(); ++i) {
        if (name.chance(rate)) {
            values.row(i).setZero();
        }
    }
}

}  // namespace model::training
