// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/decoder_pass.h"

#include "model/layers/attention.h"
#include "model/layers/gru.h"
#include "model/layers/linear.h"
#include "model/training/dropout.h"

namespace model::training {

using namespace layers;

namespace {

/// The rows of sentence b in a time-major matrix whose first `skipped` slots are not its positions.
template <class T>
auto sentenceRows(const Pass<T> &pass, Buffer<T> &buffer, int skipped, int b) {
    const long cols = buffer.cols();
    return Eigen::Map<MatrixOf<T>, 0, Eigen::OuterStride<>>(
        buffer.data() + (skipped * pass.size() + b) * cols,
        pass.batch.sourceLengths[static_cast<std::size_t>(b)], cols,
        Eigen::OuterStride<>(pass.size() * cols));
}

/// The piece that the decoder reads at row i of [T·B]: the one before the piece it predicts.
int previousPiece(const Batch &batch, long i) {
    return i < batch.size ? special::begin : batch.target[static_cast<std::size_t>(i - batch.size)];
}

}  // namespace

template <class T>
void DecoderPass<T>::forward(const Pass<T> &pass, EncoderPass<T> &encoder) {
    const auto w = gruTensors(pass.weights, Tensor::cellWeightIh);
    const Configuration &c = pass.configuration();
    const long size = pass.size();
    const long rows = pass.batch.targetLength * size;
    embed(pass);
    begin(pass, encoder);
    inputGates_.reshape(rows, 3L * c.decoder);
    gates_.reshape(rows, 3L * c.decoder);
    hiddenCandidates_.reshape(rows, c.decoder);
    contexts_.reshape(rows, c.annotation());
    linear<T>(target_.all(), w.weightIh.leftCols(c.embedding), w.biasIh, inputGates_.all());
    hidden_.load(w.weightHh, Transposed::second);
    input_.load(w.weightIh.rightCols(c.annotation()), Transposed::second);
    if (pass.attends()) {
        query_.load(pass.weights[Tensor::attentionQueryWeight].leftCols(c.decoder),
                    Transposed::second);
    }
    for (int i = 0; i < pass.batch.targetLength; ++i) {
        const long row = i * size;
        if (pass.attends()) {
            attend(pass, encoder, i);
        } else {
            contexts_.rows(row, size) = encoder.final().all();
        }
        input_.multiply(contexts_.rows(row, size), true, inputGates_.rows(row, size));
        hidden_.multiply(states_.rows(row, size), false, gates_.rows(row, size));
        gruCombine<T>(inputGates_.rows(row, size), w.biasHh, states_.rows(row, size),
                      gates_.rows(row, size), hiddenCandidates_.rows(row, size),
                      states_.rows(row + size, size));
    }
}

template <class T>
void DecoderPass<T>::clearGradients(const Pass<T> &pass) {
    const Configuration &c = pass.configuration();
    const long rows = pass.batch.targetLength * pass.size();
    dStates_.reshapeZero(rows + pass.size(), c.decoder);
    dContexts_.reshapeZero(rows, c.annotation());
    dTarget_.reshapeZero(rows, c.embedding);
}

template <class T>
void DecoderPass<T>::backward(const Pass<T> &pass, EncoderPass<T> &encoder) {
    const auto w = gruTensors(pass.weights, Tensor::cellWeightIh);
    const Configuration &c = pass.configuration();
    const long size = pass.size();
    const long rows = pass.batch.targetLength * size;
    dInputGates_.reshape(rows, 3L * c.decoder);
    dHiddenGates_.reshape(rows, 3L * c.decoder);
    alignmentCost_ = {};
    dHidden_.load(w.weightHh, Transposed::none);
    dInput_.load(w.weightIh.rightCols(c.annotation()), Transposed::none);
    if (pass.attends()) {
        dQuery_.load(pass.weights[Tensor::attentionQueryWeight].leftCols(c.decoder),
                     Transposed::none);
        dQueries_.reshapeZero(rows, c.attention);
        dKeys_.reshapeZero(pass.batch.sourceLength * size, c.attention);
    }
    for (int i = pass.batch.targetLength - 1; i >= 0; --i) {
        const long row = i * size;
        gruCombineBackward<T>(dStates_.rows(row + size, size), states_.rows(row, size),
                              gates_.rows(row, size), hiddenCandidates_.rows(row, size),
                              dInputGates_.rows(row, size), dHiddenGates_.rows(row, size),
                              dStates_.rows(row, size));
        dHidden_.multiply(dHiddenGates_.rows(row, size), true, dStates_.rows(row, size));
        dInput_.multiply(dInputGates_.rows(row, size), true, dContexts_.rows(row, size));
        if (pass.attends()) {
            attendBackward(pass, encoder, i);
        } else {
            encoder.dFinal().all() += dContexts_.rows(row, size);
        }
    }
    cellBackward(pass);
    if (pass.attends()) {
        queriesBackward(pass);
        keysBackward(pass, encoder);
    }
    beginBackward(pass, encoder);
    embedBackward(pass);
}

template <class T>
void DecoderPass<T>::embed(const Pass<T> &pass) {
    const auto table = pass.weights[Tensor::targetEmbedding];
    target_.reshape(pass.batch.targetLength * pass.size(), pass.configuration().embedding);
    auto rows = target_.all();
    for (long i = 0; i < rows.rows(); ++i) {
        rows.row(i) = table.row(previousPiece(pass.batch, i));
    }
    dropout<T>(rows, pass.regularisation.dropout, Random{pass.maskName, targetMask});
    dropRows<T>(rows, pass.regularisation.wordDropout, Random{pass.maskName, targetWordMask});
}

template <class T>
void DecoderPass<T>::embedBackward(const Pass<T> &pass) {
    auto dRows = dTarget_.all();
    dropout<T>(dRows, pass.regularisation.dropout, Random{pass.maskName, targetMask});
    dropRows<T>(dRows, pass.regularisation.wordDropout, Random{pass.maskName, targetWordMask});
    auto dTable = pass.gradient[Tensor::targetEmbedding];
    for (long i = 0; i < dRows.rows(); ++i) {
        dTable.row(previousPiece(pass.batch, i)) += dRows.row(i);
    }
}

template <class T>
void DecoderPass<T>::begin(const Pass<T> &pass, EncoderPass<T> &encoder) {
    const Configuration &c = pass.configuration();
    const long size = pass.size();
    states_.reshape((pass.batch.targetLength + 1) * size, c.decoder);
    auto first = states_.rows(0, size);
    linear<T>(encoder.final().all(), pass.weights[Tensor::initialWeight],
              pass.weights[Tensor::initialBias], first);
    first.array() = first.array().tanh();
    if (pass.attends()) {
        const long positions = pass.batch.sourceLength * size;
        const long rows = pass.batch.targetLength * size;
        keys_.reshape(positions, c.attention);
        linear<T>(encoder.annotations().rows(size, positions),
                  pass.weights[Tensor::attentionKeyWeight], pass.weights[Tensor::attentionKeyBias],
                  keys_.all());
        queries_.reshape(rows, c.attention);
        if (c.queryOfWord) {
            linear<T>(target_.all(),
                      pass.weights[Tensor::attentionQueryWeight].rightCols(c.embedding),
                      queries_.all());
        }
        weights_.reshape(rows, pass.batch.sourceLength);
        activations_.reshape(rows * pass.batch.sourceLength, c.attention);
        dScores_.reshape(1, pass.batch.sourceLength);
        dWeights_.reshape(1, pass.batch.sourceLength);
    }
}

template <class T>
void DecoderPass<T>::beginBackward(const Pass<T> &pass, EncoderPass<T> &encoder) {
    const long size = pass.size();
    auto d = dStates_.rows(0, size);
    d.array() *= T(1) - states_.rows(0, size).array().square();
    linearBackwardWeight<T>(d, encoder.final().all(), pass.gradient[Tensor::initialWeight]);
    linearBackwardBias<T>(d, pass.gradient[Tensor::initialBias]);
    linearBackwardInput<T>(d, pass.weights[Tensor::initialWeight], encoder.dFinal().all());
}

template <class T>
void DecoderPass<T>::attend(const Pass<T> &pass, EncoderPass<T> &encoder, int step) {
    const long size = pass.size();
    const auto energy = pass.weights[Tensor::attentionEnergy];
    query_.multiply(states_.rows(step * size, size), pass.configuration().queryOfWord,
                    queries_.rows(step * size, size));
    for (int b = 0; b < pass.batch.size; ++b) {
        const long row = step * size + b;
        const int length = pass.batch.sourceLengths[static_cast<std::size_t>(b)];
        auto scores = dScores_.all().leftCols(length);
        auto alpha = weights_.rows(row, 1).leftCols(length);
        additiveScores<T>(queries_.rows(row, 1), sentenceRows(pass, keys_, 0, b), energy,
                          activations_.rows(row * pass.batch.sourceLength, length), scores);
        softmax<T>(scores, alpha);
        contextVector<T>(alpha, sentenceRows(pass, encoder.annotations(), 1, b),
                         contexts_.rows(row, 1));
    }
}

template <class T>
void DecoderPass<T>::attendBackward(const Pass<T> &pass, EncoderPass<T> &encoder, int step) {
    const long size = pass.size();
    const auto energy = pass.weights[Tensor::attentionEnergy];
    auto dEnergy = pass.gradient[Tensor::attentionEnergy];
    for (int b = 0; b < pass.batch.size; ++b) {
        const long row = step * size + b;
        const int length = pass.batch.sourceLengths[static_cast<std::size_t>(b)];
        const auto alpha = weights_.rows(row, 1).leftCols(length);
        auto dAlpha = dWeights_.all().leftCols(length);
        auto dScores = dScores_.all().leftCols(length);
        dAlpha.setZero();
        contextVectorBackward<T>(dContexts_.rows(row, 1), alpha,
                                 sentenceRows(pass, encoder.annotations(), 1, b), dAlpha,
                                 sentenceRows(pass, encoder.dAnnotations(), 1, b));
        softmaxBackward<T>(dAlpha, alpha, dScores);
        const std::span<const int> linked = pass.batch.linked(row);
        if (pass.regularisation.guidance > 0 && !linked.empty()) {
            alignmentCost_.alignment += guidedAlignment<T>(
                alpha, linked, static_cast<T>(pass.regularisation.guidance), dScores);
            ++alignmentCost_.linked;
        }
        additiveScoresBackward<T>(
            dScores, energy, activations_.rows(row * pass.batch.sourceLength, length),
            dQueries_.rows(row, 1), sentenceRows(pass, dKeys_, 0, b), dEnergy);
    }
    dQuery_.multiply(dQueries_.rows(step * size, size), true, dStates_.rows(step * size, size));
}

template <class T>
void DecoderPass<T>::addAlignmentCost(Cost &cost) const {
    cost += alignmentCost_;
}

template <class T>
void DecoderPass<T>::queriesBackward(const Pass<T> &pass) {
    const Configuration &c = pass.configuration();
    const auto weight = pass.weights[Tensor::attentionQueryWeight];
    auto gradient = pass.gradient[Tensor::attentionQueryWeight];
    linearBackwardWeight<T>(dQueries_.all(), states_.rows(0, pass.batch.targetLength * pass.size()),
                            gradient.leftCols(c.decoder));
    if (c.queryOfWord) {
        linearBackwardWeight<T>(dQueries_.all(), target_.all(), gradient.rightCols(c.embedding));
        linearBackwardInput<T>(dQueries_.all(), weight.rightCols(c.embedding), dTarget_.all());
    }
}

template <class T>
void DecoderPass<T>::keysBackward(const Pass<T> &pass, EncoderPass<T> &encoder) {
    const long size = pass.size();
    const long positions = pass.batch.sourceLength * size;
    linearBackwardWeight<T>(dKeys_.all(), encoder.annotations().rows(size, positions),
                            pass.gradient[Tensor::attentionKeyWeight]);
    linearBackwardBias<T>(dKeys_.all(), pass.gradient[Tensor::attentionKeyBias]);
    linearBackwardInput<T>(dKeys_.all(), pass.weights[Tensor::attentionKeyWeight],
                           encoder.dAnnotations().rows(size, positions));
}

template <class T>
void DecoderPass<T>::cellBackward(const Pass<T> &pass) {
    const auto w = gruTensors(pass.weights, Tensor::cellWeightIh);
    auto dw = gruTensors(pass.gradient, Tensor::cellWeightIh);
    const Configuration &c = pass.configuration();
    const long rows = pass.batch.targetLength * pass.size();
    linearBackwardWeight<T>(dHiddenGates_.all(), states_.rows(0, rows), dw.weightHh);
    linearBackwardBias<T>(dHiddenGates_.all(), dw.biasHh);
    linearBackwardWeight<T>(dInputGates_.all(), target_.all(), dw.weightIh.leftCols(c.embedding));
    linearBackwardWeight<T>(dInputGates_.all(), contexts_.all(),
                            dw.weightIh.rightCols(c.annotation()));
    linearBackwardBias<T>(dInputGates_.all(), dw.biasIh);
    linearBackwardInput<T>(dInputGates_.all(), w.weightIh.leftCols(c.embedding), dTarget_.all());
}

template <class T>
std::size_t DecoderPass<T>::bytes() const {
    std::size_t sum = 0;
    for (const Buffer<T> *buffer :
         {&target_, &dTarget_, &states_, &dStates_, &contexts_, &dContexts_, &keys_, &dKeys_,
          &queries_, &dQueries_, &activations_, &weights_, &inputGates_, &gates_, &dInputGates_,
          &dHiddenGates_, &hiddenCandidates_, &dScores_, &dWeights_}) {
        sum += buffer->bytes();
    }
    return sum;
}

template class DecoderPass<float>;
template class DecoderPass<double>;

}  // namespace model::training
