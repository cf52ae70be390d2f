// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/configuration.h"
#include "model/numerics/tensor.h"

namespace model {

/// Every tensor of a model, in the order of the model file. The four of a GRU stand together.
enum class Tensor {
    sourceEmbedding,
    targetEmbedding,
    encoderForwardWeightIh,
    encoderForwardWeightHh,
    encoderForwardBiasIh,
    encoderForwardBiasHh,
    encoderBackwardWeightIh,
    encoderBackwardWeightHh,
    encoderBackwardBiasIh,
    encoderBackwardBiasHh,
    convolution1Weight,
    convolution1Bias,
    convolution2Weight,
    convolution2Bias,
    convolution3Weight,
    convolution3Bias,
    annotationWeight,
    annotationPlace,
    annotationBias,
    attentionQueryWeight,
    attentionKeyWeight,
    attentionKeyBias,
    attentionEnergy,
    initialWeight,
    initialBias,
    cellWeightIh,
    cellWeightHh,
    cellBiasIh,
    cellBiasHh,
    readoutWeight,
    readoutBias,
    outputBias,
    outputWeight,
};
inline constexpr int tensorCount = static_cast<int>(Tensor::outputWeight) + 1;

/// Where one tensor lies in the flat array of values.
struct TensorLayout {
    Tensor tensor;
    std::string name;         ///< as in the model file, e.g. "decoder.cell.weight_ih"
    std::vector<long> shape;  ///< as in the model file: one or two sizes
    long rows;                ///< 1 for a vector
    long cols;
    std::size_t offset;  ///< first value; a multiple of 64 bytes
};

/// The tensors that a model of this configuration has, and how many values they take together
/// (padding for alignment included).
struct ParameterLayout {
    std::vector<TensorLayout> tensors;
    std::size_t size = 0;
    std::array<int, tensorCount> places{};  ///< of each tensor in `tensors`; −1: it has none

    int place(Tensor tensor) const { return places[static_cast<std::size_t>(tensor)]; }
};
ParameterLayout parameterLayout(const Configuration &configuration);

/// W_out [Vt, E]: the target embedding where the two are tied.
inline Tensor outputTensor(const Configuration &configuration) {
    return configuration.tiedOutput ? Tensor::targetEmbedding : Tensor::outputWeight;
}

/// All weights of a model, or their gradients, or the moments of Adam: one flat array, so that an
/// optimizer, a norm or a checkpoint is one loop, with each tensor visible as a matrix.
template <class T>
class Parameters {
  public:
    Parameters() = default;
    /// All zero.
    explicit Parameters(const Configuration &configuration);

    const Configuration &configuration() const { return configuration_; }
    const std::vector<TensorLayout> &tensors() const { return layout_.tensors; }
    bool has(Tensor tensor) const { return layout_.place(tensor) >= 0; }

    /// The tensor as a matrix (a vector is one row). The tensor must exist: see has().
    TensorMap<T> operator[](Tensor tensor);
    ConstTensorMap<T> operator[](Tensor tensor) const;

    Tensor output() const { return outputTensor(configuration_); }

    std::span<T> values() { return values_; }
    std::span<const T> values() const { return values_; }
    void setZero();

  private:
    const TensorLayout &layoutOf(Tensor tensor) const {
        return layout_.tensors[static_cast<std::size_t>(layout_.place(tensor))];
    }

    Configuration configuration_;
    ParameterLayout layout_;
    AlignedVector<T> values_;
};

/// Weight [C', 9 C] and bias [C'] of a convolution of 3 × 3 cells, counted from 0: the features of
/// a cell are made of the C of each of the nine around it, row after row.
inline Tensor convolutionWeight(int layer) {
    return static_cast<Tensor>(static_cast<int>(Tensor::convolution1Weight) + 2 * layer);
}
inline Tensor convolutionBias(int layer) {
    return static_cast<Tensor>(static_cast<int>(Tensor::convolution1Bias) + 2 * layer);
}

/// The four tensors of a GRU, of weights or of a gradient.
template <class Map>
struct GruTensors {
    Map weightIh, weightHh, biasIh, biasHh;
};
template <class P>
auto gruTensors(P &parameters, Tensor first) {
    const int base = static_cast<int>(first);
    return GruTensors<decltype(parameters[first])>{
        parameters[first], parameters[static_cast<Tensor>(base + 1)],
        parameters[static_cast<Tensor>(base + 2)], parameters[static_cast<Tensor>(base + 3)]};
}

/// Fills the weights for the start of training, the same for the same seed: embeddings uniform with
/// variance 1/E, recurrent matrices and the energy uniform in ±1/√units, other matrices after
/// Glorot & Bengio (2010), biases zero. The cells of a picture begin as waves of their place, as in
/// Vaswani et al. (2017, section 3.5), along both directions.
template <class T>
void initialise(Parameters<T> &parameters, unsigned long seed);

extern template class Parameters<float>;
extern template class Parameters<double>;

}  // namespace model
