// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/layers/gru.h"

#include <type_traits>

#include "model/layers/block.h"
#include "model/layers/processor.h"

namespace model::layers {

template <class T>
void gruCombine(const In<T> &inputGates, const In<T> &biasHh, const In<T> &previous, Out<T> gates,
                Out<T> hiddenCandidate, Out<T> state) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().gruCombine(block(inputGates), biasHh.data(), block(previous), block(gates),
                             block(hiddenCandidate), block(state));
    } else {
        const long units = previous.cols();
        // gates holds h W_hhᵀ + b_hh until each part is overwritten by its gate.
        for (long b = 0; b < previous.rows(); ++b) {
            const auto x = inputGates.row(b).array();
            auto g = gates.row(b).array();
            g += biasHh.row(0).array();
            auto r = g.segment(0, units);
            auto z = g.segment(units, units);
            auto n = g.segment(2 * units, units);
            r = (r + x.segment(0, units)).logistic();
            z = (z + x.segment(units, units)).logistic();
            hiddenCandidate.row(b).array() = n;
            n = (x.segment(2 * units, units) + r * n).tanh();
            state.row(b).array() = n + z * (previous.row(b).array() - n);
        }
    }
}

template <class T>
void gruCombineBackward(const In<T> &dState, const In<T> &previous, const In<T> &gates,
                        const In<T> &hiddenCandidate, Out<T> dInputGates, Out<T> dHiddenGates,
                        Out<T> dPrevious) {
    if constexpr (std::is_same_v<T, float>) {
        kernels().gruCombineBackward(block(dState), block(previous), block(gates),
                                     block(hiddenCandidate), block(dInputGates),
                                     block(dHiddenGates), block(dPrevious));
    } else {
        const long units = previous.cols();
        for (long b = 0; b < previous.rows(); ++b) {
            const auto dh = dState.row(b).array();
            const auto h = previous.row(b).array();
            const auto r = gates.row(b).array().segment(0, units);
            const auto z = gates.row(b).array().segment(units, units);
            const auto n = gates.row(b).array().segment(2 * units, units);
            auto dr = dInputGates.row(b).array().segment(0, units);
            auto dz = dInputGates.row(b).array().segment(units, units);
            auto dn = dInputGates.row(b).array().segment(2 * units, units);
            dn = dh * (T(1) - z) * (T(1) - n.square());
            dz = dh * (h - n) * z * (T(1) - z);
            dr = dn * hiddenCandidate.row(b).array() * r * (T(1) - r);
            dHiddenGates.row(b).leftCols(2 * units) = dInputGates.row(b).leftCols(2 * units);
            dHiddenGates.row(b).array().segment(2 * units, units) = dn * r;
            dPrevious.row(b).array() += dh * z;
        }
    }
}

#define INSTANTIATE(T)                                                                       \
    template void gruCombine<T>(const In<T> &, const In<T> &, const In<T> &, Out<T>, Out<T>, \
                                Out<T>);                                                     \
    template void gruCombineBackward<T>(const In<T> &, const In<T> &, const In<T> &,         \
                                        const In<T> &, Out<T>, Out<T>, Out<T>);
INSTANTIATE(float)
INSTANTIATE(double)
#undef INSTANTIATE

}  // namespace model::layers
