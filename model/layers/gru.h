// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/numerics/tensor.h"

namespace model::layers {

/// One step of a gated recurrent unit (Cho et al. 2014, in the convention of torch.nn.GRU) for a
/// batch of B rows, after the products with the weights: that of the input for all steps at once,
/// that of the state for this step:
///     r = σ(inputGates_r + h W_hrᵀ + b_hr)      z = σ(inputGates_z + h W_hzᵀ + b_hz)
///     n = tanh(inputGates_n + r ∘ (h W_hnᵀ + b_hn))       h' = (1 − z) ∘ n + z ∘ h
/// inputGates [B, 3H] = x W_ihᵀ + b_ih; weightHh [3H, H] and biasHh [1, 3H] with rows r, z, n.
/// gates [B, 3H] holds h W_hhᵀ and receives r, z, n side by side; hiddenCandidate [B, H] = h W_hnᵀ
/// + b_hn; both are what the backward function needs. state [B, H] = h'.
template <class T>
void gruCombine(const In<T> &inputGates, const In<T> &biasHh, const In<T> &previous, Out<T> gates,
                Out<T> hiddenCandidate, Out<T> state);

/// dState [B, H] in; writes dInputGates and dHiddenGates [B, 3H] (the gradients with respect to
/// x W_ihᵀ + b_ih and to h W_hhᵀ + b_hh), and adds to dPrevious [B, H] what passes the update gate.
/// The rest of dPrevious, dHiddenGates W_hh, is left to the caller. The gradients of the weights
/// follow for all steps at once with linearBackwardWeight.
template <class T>
void gruCombineBackward(const In<T> &dState, const In<T> &previous, const In<T> &gates,
                        const In<T> &hiddenCandidate, Out<T> dInputGates, Out<T> dHiddenGates,
                        Out<T> dPrevious);

}  // namespace model::layers
