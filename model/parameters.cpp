// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/parameters.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

namespace model {

namespace {

constexpr std::size_t alignmentInValues = 64 / sizeof(float);

/// Collects tensors one after the other.
class LayoutBuilder {
  public:
    LayoutBuilder() { layout_.places.fill(-1); }
    void matrix(Tensor tensor, std::string name, long rows, long cols) {
        add({tensor, std::move(name), {rows, cols}, rows, cols, layout_.size});
    }
    void vector(Tensor tensor, std::string name, long size) {
        add({tensor, std::move(name), {size}, 1, size, layout_.size});
    }
    void gru(Tensor first, const std::string &prefix, long inputs, long units) {
        const int base = static_cast<int>(first);
        matrix(first, prefix + ".weight_ih", 3 * units, inputs);
        matrix(static_cast<Tensor>(base + 1), prefix + ".weight_hh", 3 * units, units);
        vector(static_cast<Tensor>(base + 2), prefix + ".bias_ih", 3 * units);
        vector(static_cast<Tensor>(base + 3), prefix + ".bias_hh", 3 * units);
    }
    ParameterLayout take() { return std::move(layout_); }

  private:
    void add(TensorLayout tensor) {
        const std::size_t values = static_cast<std::size_t>(tensor.rows * tensor.cols);
        layout_.size += (values + alignmentInValues - 1) / alignmentInValues * alignmentInValues;
        layout_.places[static_cast<std::size_t>(tensor.tensor)] =
            static_cast<int>(layout_.tensors.size());
        layout_.tensors.push_back(std::move(tensor));
    }
    ParameterLayout layout_;
};

void addAttention(LayoutBuilder &builder, const Configuration &c) {
    if (!c.attends()) {
        return;
    }
    if (c.score == Score::additive) {
        builder.matrix(Tensor::attentionQueryWeight, "attention.query.weight", c.attention,
                       c.queryInput());
        builder.matrix(Tensor::attentionKeyWeight, "attention.key.weight", c.attention,
                       c.annotation());
        builder.vector(Tensor::attentionKeyBias, "attention.key.bias", c.attention);
        builder.vector(Tensor::attentionEnergy, "attention.energy", c.attention);
    } else if (c.score == Score::general) {
        builder.matrix(Tensor::attentionKeyWeight, "attention.key.weight", c.decoder,
                       c.annotation());
    }
}

void addConvolutions(LayoutBuilder &builder, const Configuration &c) {
    constexpr long around = 9;
    long channels = picture::channels;
    for (int layer = 0; layer < picture::convolutions; ++layer) {
        const long features = c.features[static_cast<std::size_t>(layer)];
        const std::string name = "encoder.convolution." + std::to_string(layer + 1);
        builder.matrix(convolutionWeight(layer), name + ".weight", features, around * channels);
        builder.vector(convolutionBias(layer), name + ".bias", features);
        channels = features;
    }
    builder.matrix(Tensor::annotationWeight, "encoder.annotation.weight", c.annotation(),
                   around * channels);
    builder.matrix(Tensor::annotationPlace, "encoder.annotation.place", c.annotation(),
                   c.embedding);
    builder.vector(Tensor::annotationBias, "encoder.annotation.bias", c.annotation());
}

void addEncoder(LayoutBuilder &builder, const Configuration &c) {
    if (c.seesPictures()) {
        addConvolutions(builder, c);
        return;
    }
    builder.gru(Tensor::encoderForwardWeightIh, "encoder.forward", c.embedding, c.encoder);
    if (c.bidirectional) {
        builder.gru(Tensor::encoderBackwardWeightIh, "encoder.backward", c.embedding, c.encoder);
    }
}

}  // namespace

ParameterLayout parameterLayout(const Configuration &c) {
    LayoutBuilder builder;
    builder.matrix(Tensor::sourceEmbedding, "source.embedding", c.sourceVocabulary, c.embedding);
    builder.matrix(Tensor::targetEmbedding, "target.embedding", c.targetVocabulary, c.embedding);
    addEncoder(builder, c);
    addAttention(builder, c);
    builder.matrix(Tensor::initialWeight, "decoder.initial.weight", c.decoder, c.annotation());
    builder.vector(Tensor::initialBias, "decoder.initial.bias", c.decoder);
    builder.gru(Tensor::cellWeightIh, "decoder.cell", c.embedding + c.annotation(), c.decoder);
    builder.matrix(Tensor::readoutWeight, "decoder.readout.weight", c.embedding,
                   c.decoder + c.annotation() + c.embedding);
    builder.vector(Tensor::readoutBias, "decoder.readout.bias", c.embedding);
    builder.vector(Tensor::outputBias, "output.bias", c.targetVocabulary);
    if (!c.tiedOutput) {
        builder.matrix(Tensor::outputWeight, "output.weight", c.targetVocabulary, c.embedding);
    }
    return builder.take();
}

template <class T>
Parameters<T>::Parameters(const Configuration &configuration)
    : configuration_(configuration),
      layout_(parameterLayout(configuration)),
      values_(layout_.size, T(0)) {}

template <class T>
TensorMap<T> Parameters<T>::operator[](Tensor tensor) {
    const TensorLayout &t = layoutOf(tensor);
    return {values_.data() + t.offset, t.rows, t.cols};
}

template <class T>
ConstTensorMap<T> Parameters<T>::operator[](Tensor tensor) const {
    const TensorLayout &t = layoutOf(tensor);
    return {values_.data() + t.offset, t.rows, t.cols};
}

template <class T>
void Parameters<T>::setZero() {
    std::fill(values_.begin(), values_.end(), T(0));
}

namespace {

/// Tells the cells of a picture apart by where they are before anything is learned, so that which
/// of two is higher need not be found out for each of them: waves along both directions, of half a
/// period across the picture and its multiples, with the variance of the other embeddings.
template <class T>
void initialisePlaces(TensorMap<T> table) {
    const double amplitude = std::sqrt(2.0 / static_cast<double>(table.cols()));
    const long waves = std::min(table.cols() / 2, long{picture::grid} - 1);
    for (int position = 0; position < picture::positions; ++position) {
        const long row = table.rows() - picture::positions + position;
        const auto value = [&](int cell, long wave) {
            return static_cast<T>(amplitude *
                                  std::cos(std::numbers::pi * (cell + 0.5) *
                                           static_cast<double>(wave + 1) / picture::grid));
        };
        for (long wave = 0; wave < waves; ++wave) {
            table(row, 2 * wave) = value(position % picture::grid, wave);
            table(row, 2 * wave + 1) = value(position / picture::grid, wave);
        }
    }
}

}  // namespace

template <class T>
void initialise(Parameters<T> &parameters, unsigned long seed) {
    std::mt19937_64 random(seed);
    // Standard distributions may differ between libraries; these numbers are the same everywhere.
    const auto uniform = [&random](double limit) {
        return (static_cast<double>(random() >> 11) * 0x1.0p-53 * 2 - 1) * limit;
    };
    for (const TensorLayout &tensor : parameters.tensors()) {
        auto values = parameters[tensor.tensor];
        double limit = 0;
        if (tensor.name.ends_with("embedding")) {
            limit = std::sqrt(3.0 / static_cast<double>(tensor.cols));
        } else if (tensor.name.ends_with("weight_hh") || tensor.name == "attention.energy") {
            limit = std::sqrt(1.0 / static_cast<double>(tensor.cols));
        } else if (tensor.shape.size() == 2) {
            // The three gates of a GRU are three matrices that happen to be stored in one.
            const long rows = tensor.name.ends_with("weight_ih") ? tensor.rows / 3 : tensor.rows;
            limit = std::sqrt(6.0 / static_cast<double>(rows + tensor.cols));
        }
        for (long i = 0; i < values.size(); ++i) {
            values.data()[i] = static_cast<T>(uniform(limit));
        }
    }
    if (parameters.configuration().seesPictures()) {
        initialisePlaces<T>(parameters[Tensor::sourceEmbedding]);
    }
}

template class Parameters<float>;
template class Parameters<double>;
template void initialise(Parameters<float> &, unsigned long);
template void initialise(Parameters<double> &, unsigned long);

}  // namespace model
