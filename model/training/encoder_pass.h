// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/layers/product.h"
#include "model/training/buffer.h"
#include "model/training/pass.h"
#include "model/training/picture_pass.h"

namespace model::training {

/// The encoder on a batch: embeddings, one or two GRUs or convolutions, annotations and the final
/// states.
template <class T>
class EncoderPass {
  public:
    void forward(const Pass<T> &pass);
    /// Sets the gradients below to zero, for the decoder to add to.
    void clearGradients(const Pass<T> &pass);
    /// From dAnnotations and dFinal to the gradients of the weights.
    void backward(const Pass<T> &pass);

    /// [(S+2)·B, 2H]: a slot of B rows per position, with one slot of zeros before the first and
    /// one after the last, the states from which the two directions start.
    Buffer<T> &annotations() { return annotations_; }
    Buffer<T> &dAnnotations() { return dAnnotations_; }
    /// [B, 2H]: [→h_S ; ←h_1] of each sentence, or the mean annotation of each picture.
    Buffer<T> & final() { return final_; }
    Buffer<T> &dFinal() { return dFinal_; }

    std::size_t bytes() const;

  private:
    struct Direction {
        bool backward;
        Tensor firstTensor;
        Buffer<T> inputGates, gates, hiddenCandidate, dInputGates, dHiddenGates;
        layers::RepeatedProduct<T> hidden, dHidden;  ///< with W_hh, and backward
    };
    /// First row of the slot of a source position.
    static long slot(const Pass<T> &pass, int position) { return (position + 1) * pass.size(); }

    void embed(const Pass<T> &pass);
    void embedBackward(const Pass<T> &pass);
    void takeMean(const Pass<T> &pass);
    void takeMeanBackward(const Pass<T> &pass);
    void read(const Pass<T> &pass, Direction &direction);
    void readBackward(const Pass<T> &pass, Direction &direction);
    void takeFinal(const Pass<T> &pass);
    void takeFinalBackward(const Pass<T> &pass);

    Direction forward_{false, Tensor::encoderForwardWeightIh, {}, {}, {}, {}, {}, {}, {}};
    Direction backward_{true, Tensor::encoderBackwardWeightIh, {}, {}, {}, {}, {}, {}, {}};
    PicturePass<T> picture_;
    Buffer<T> source_, dSource_;  // [S·B, E]
    Buffer<T> annotations_, dAnnotations_;
    Buffer<T> final_, dFinal_;
};

extern template class EncoderPass<float>;
extern template class EncoderPass<double>;

}  // namespace model::training
