// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "model/training/buffer.h"
#include "model/training/pass.h"

namespace model::training {

/// The convolutional encoder on the pictures of a batch. Positions are time-major, as everywhere in
/// training: position t of picture b is row t · B + b.
template <class T>
class PicturePass {
  public:
    /// From the embeddings of the places [S·B, E] and the pictures to the annotations [S·B, H].
    void forward(const Pass<T> &pass, const In<T> &places, Out<T> annotations);
    /// From dAnnotations, which is overwritten, to the gradients of the weights and dPlaces, which
    /// is added to.
    void backward(const Pass<T> &pass, const In<T> &places, const In<T> &annotations,
                  Out<T> dAnnotations, Out<T> dPlaces);

    std::size_t bytes() const;

  private:
    static constexpr auto depth = static_cast<std::size_t>(picture::convolutions);

    In<T> input(const Pass<T> &pass, std::size_t layer, int picture);
    void gather(const Pass<T> &pass, std::size_t layer, int picture);
    void seeBackward(const Pass<T> &pass, int picture);

    MatrixOf<T> pixels_;                     // [64 · 64, 3], of one picture
    std::array<Buffer<T>, depth> features_;  // [B · 32 · 32, C_1], …, one picture after the other
    std::array<Buffer<T>, depth> dFeatures_;  // the same of one picture
    Buffer<T> patches_, dPatches_;            // of one picture
    Buffer<T> output_;                        // [S, H] of one picture
};

extern template class PicturePass<float>;
extern template class PicturePass<double>;

}  // namespace model::training
