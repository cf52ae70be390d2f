// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/training/encoder_pass.h"

namespace model::training {

/// The decoder on a batch, teacher-forced: initial state, then for each target position attention,
/// context and new state.
template <class T>
class DecoderPass {
  public:
    void forward(const Pass<T> &pass, EncoderPass<T> &encoder);
    /// Sets the gradients below to zero, for the readout to add to.
    void clearGradients(const Pass<T> &pass);
    /// From the gradients below to those of the weights and of the encoder.
    void backward(const Pass<T> &pass, EncoderPass<T> &encoder);
    /// Adds the guided-alignment loss that the last backward pass found.
    void addAlignmentCost(Cost &cost) const;

    /// [T·B, E]: the embeddings of the pieces fed back.
    Buffer<T> &target() { return target_; }
    Buffer<T> &dTarget() { return dTarget_; }
    /// [(T+1)·B, D]: s_0, s_1, …
    Buffer<T> &states() { return states_; }
    Buffer<T> &dStates() { return dStates_; }
    /// [T·B, 2H]
    Buffer<T> &contexts() { return contexts_; }
    Buffer<T> &dContexts() { return dContexts_; }
    /// [T·B, S]: α of each row, as long as its source; without meaning for the bottleneck.
    Buffer<T> &weights() { return weights_; }

    std::size_t bytes() const;

  private:
    void embed(const Pass<T> &pass);
    void embedBackward(const Pass<T> &pass);
    void begin(const Pass<T> &pass, EncoderPass<T> &encoder);
    void beginBackward(const Pass<T> &pass, EncoderPass<T> &encoder);
    void attend(const Pass<T> &pass, EncoderPass<T> &encoder, int step);
    void attendBackward(const Pass<T> &pass, EncoderPass<T> &encoder, int step);
    void queriesBackward(const Pass<T> &pass);
    void keysBackward(const Pass<T> &pass, EncoderPass<T> &encoder);
    void cellBackward(const Pass<T> &pass);

    Buffer<T> target_, dTarget_;
    Buffer<T> states_, dStates_;
    Buffer<T> contexts_, dContexts_;
    Buffer<T> keys_, dKeys_;        // [S·B, A]
    Buffer<T> queries_, dQueries_;  // [T·B, A]
    Buffer<T> activations_;         // [T·B·S, A]: the tanh of every score
    Buffer<T> weights_;             // [T·B, S]
    Buffer<T> inputGates_, gates_, dInputGates_, dHiddenGates_;  // [T·B, 3D]
    Buffer<T> hiddenCandidates_;                                 // [T·B, D]
    Buffer<T> dScores_, dWeights_;                               // [1, S]
    // The products of each step: with W_hh, with the context part of W_ih, with W_q; and backward.
    layers::RepeatedProduct<T> hidden_, input_, query_, dHidden_, dInput_, dQuery_;
    Cost alignmentCost_;
};

extern template class DecoderPass<float>;
extern template class DecoderPass<double>;

}  // namespace model::training
