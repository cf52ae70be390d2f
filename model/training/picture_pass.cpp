// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/picture_pass.h"

#include "model/layers/activation.h"
#include "model/layers/convolution.h"
#include "model/layers/linear.h"

namespace model::training {

using namespace layers;

namespace {

/// Cells in each direction of what a convolution makes.
constexpr long sideAfter(std::size_t layer) {
    return picture::size >> (layer + 1);
}
constexpr long cellsAfter(std::size_t layer) {
    return sideAfter(layer) * sideAfter(layer);
}

/// The rows of one picture in a time-major matrix [S·B, …].
template <class T>
auto rowsOfPicture(const Pass<T> &pass, Out<T> rows, int picture) {
    return Eigen::Map<MatrixOf<T>, 0, Eigen::OuterStride<>>(
        rows.row(picture).data(), picture::positions, rows.cols(),
        Eigen::OuterStride<>(pass.size() * rows.outerStride()));
}

}  // namespace

/// What a convolution sees of a picture; for the first one its pixels, which must be there.
template <class T>
In<T> PicturePass<T>::input(const Pass<T> &pass, std::size_t layer, int picture) {
    if (layer == 0) {
        pixels_ = centred<T>(pass.batch.pictures[static_cast<std::size_t>(picture)].pixels);
        return pixels_;
    }
    return features_[layer - 1].rows(picture * cellsAfter(layer - 1), cellsAfter(layer - 1));
}

/// Fills the patches that a convolution sees of a picture; the last one has a stride of 1.
template <class T>
void PicturePass<T>::gather(const Pass<T> &pass, std::size_t layer, int picture) {
    const In<T> cells = input(pass, layer, picture);
    const bool last = layer == depth;
    patches_.reshape(last ? long{picture::positions} : cellsAfter(layer), 9 * cells.cols());
    gatherPatches<T>(cells, last ? 1 : 2, patches_.all());
}

template <class T>
void PicturePass<T>::forward(const Pass<T> &pass, const In<T> &places, Out<T> annotations) {
    for (std::size_t layer = 0; layer < depth; ++layer) {
        features_[layer].reshape(pass.size() * cellsAfter(layer),
                                 pass.configuration().features[layer]);
    }
    linear<T>(places, pass.weights[Tensor::annotationPlace], pass.weights[Tensor::annotationBias],
              annotations);
    output_.reshape(picture::positions, annotations.cols());
    for (int picture = 0; picture < pass.batch.size; ++picture) {
        for (std::size_t layer = 0; layer < depth; ++layer) {
            gather(pass, layer, picture);
            auto features = features_[layer].rows(picture * cellsAfter(layer), cellsAfter(layer));
            const int number = static_cast<int>(layer);
            linear<T>(patches_.all(), pass.weights[convolutionWeight(number)],
                      pass.weights[convolutionBias(number)], features);
            features = features.cwiseMax(T(0));
        }
        gather(pass, depth, picture);
        linear<T>(patches_.all(), pass.weights[Tensor::annotationWeight], output_.all());
        rowsOfPicture<T>(pass, annotations, picture) += output_.all();
    }
    hyperbolicTangent<T>(annotations);
}

template <class T>
void PicturePass<T>::backward(const Pass<T> &pass, const In<T> &places, const In<T> &annotations,
                              Out<T> dAnnotations, Out<T> dPlaces) {
    dAnnotations.array() *= T(1) - annotations.array().square();
    linearBackwardBias<T>(dAnnotations, pass.gradient[Tensor::annotationBias]);
    linearBackwardWeight<T>(dAnnotations, places, pass.gradient[Tensor::annotationPlace]);
    linearBackwardInput<T>(dAnnotations, pass.weights[Tensor::annotationPlace], dPlaces);
    for (int picture = 0; picture < pass.batch.size; ++picture) {
        output_.all() = rowsOfPicture<T>(pass, dAnnotations, picture);
        seeBackward(pass, picture);
    }
}

/// From output_, the gradient of what the last convolution made, to those of the weights.
template <class T>
void PicturePass<T>::seeBackward(const Pass<T> &pass, int picture) {
    for (std::size_t layer = depth + 1; layer-- > 0;) {
        const bool last = layer == depth;
        const int number = static_cast<int>(layer);
        const Tensor weight = last ? Tensor::annotationWeight : convolutionWeight(number);
        Buffer<T> &dOutput = last ? output_ : dFeatures_[layer];
        if (!last) {
            // Nothing comes back from where the output was set to 0.
            const auto features =
                features_[layer].rows(picture * cellsAfter(layer), cellsAfter(layer));
            dOutput.all().array() *= (features.array() > T(0)).template cast<T>();
            linearBackwardBias<T>(dOutput.all(), pass.gradient[convolutionBias(number)]);
        }
        gather(pass, layer, picture);
        linearBackwardWeight<T>(dOutput.all(), patches_.all(), pass.gradient[weight]);
        if (layer == 0) {
            return;  // the pixels are given
        }
        dPatches_.reshapeZero(dOutput.all().rows(), patches_.cols());
        linearBackwardInput<T>(dOutput.all(), pass.weights[weight], dPatches_.all());
        dFeatures_[layer - 1].reshapeZero(cellsAfter(layer - 1),
                                          pass.configuration().features[layer - 1]);
        gatherPatchesBackward<T>(dPatches_.all(), last ? 1 : 2, dFeatures_[layer - 1].all());
    }
}

template <class T>
std::size_t PicturePass<T>::bytes() const {
    std::size_t sum = patches_.bytes() + dPatches_.bytes() + output_.bytes();
    for (std::size_t layer = 0; layer < depth; ++layer) {
        sum += features_[layer].bytes() + dFeatures_[layer].bytes();
    }
    return sum;
}

template class PicturePass<float>;
template class PicturePass<double>;

}  // namespace model::training
