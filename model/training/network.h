// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

#include "model/layers/output.h"
#include "model/training/decoder_pass.h"

namespace model::training {

/// The whole model on a batch: teacher-forced forward pass, loss, and the gradient of the loss with
/// respect to every weight. Keeps its workspace between batches; one object per thread.
/// T is float, or double for gradient checks.
template <class T>
class Network {
  public:
    /// Adds the gradient of the summed (not the mean) loss of the batch to pass.gradient. The batch
    /// is not empty; the gradient has the same configuration as the weights.
    Cost accumulate(const Pass<T> &pass);

    /// The forward pass alone; the gradient is not touched. Calls visit with the logits [n, Vt] of
    /// one stretch of target pieces after the other, and with the index of its first among the
    /// rows() of the batch.
    void predict(const Pass<T> &pass, const std::function<void(long first, In<T> logits)> &visit);
    /// The rows of [T · B] that are target pieces, in order.
    const std::vector<long> &rows() const { return validRows_; }

    /// The weights of the attention [T · B, S] in the last pass, of which a row has as many as its
    /// source has pieces. For models with attention.
    In<T> attention() { return decoder_.weights().all(); }

    /// Memory of the workspace, in bytes.
    std::size_t bytes() const;

  private:
    void collectValid(const Batch &batch);
    layers::Expectations expectations(const Pass<T> &pass, long first, long count) const;
    void readout(const Pass<T> &pass);
    layers::CrossEntropy output(const Pass<T> &pass);
    void readoutBackward(const Pass<T> &pass);

    EncoderPass<T> encoder_;
    DecoderPass<T> decoder_;
    std::vector<long> validRows_;                  // N rows of [T·B] that are not padding
    std::vector<int> validTargets_;                // N
    std::vector<layers::Expected> validExpected_;  // [N, expectedPieces]; empty: nothing is known
    Buffer<T> input_, dInput_;                     // [N, D+2H+E]: state, context, embedding
    Buffer<T> readout_, dReadout_;                 // [N, E]
    Buffer<T> dropped_;                            // [N, E]: readout_ after dropout
    Buffer<T> logits_;                             // [a part of N, Vt]
};

extern template class Network<float>;
extern template class Network<double>;

}  // namespace model::training
