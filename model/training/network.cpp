// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/network.h"

#include <algorithm>

#include "model/layers/activation.h"
#include "model/layers/linear.h"
#include "model/training/dropout.h"

namespace model::training {

using namespace layers;

namespace {

constexpr long chunk = 256;  // so that the logits and their gradient stay in the cache

}  // namespace

template <class T>
Cost Network<T>::accumulate(const Pass<T> &pass) {
    collectValid(pass.batch);
    encoder_.forward(pass);
    decoder_.forward(pass, encoder_);
    readout(pass);
    Cost result{output(pass)};
    decoder_.clearGradients(pass);
    encoder_.clearGradients(pass);
    readoutBackward(pass);
    decoder_.backward(pass, encoder_);
    decoder_.addAlignmentCost(result);
    encoder_.backward(pass);
    return result;
}

template <class T>
void Network<T>::predict(const Pass<T> &pass,
                         const std::function<void(long first, In<T> logits)> &visit) {
    collectValid(pass.batch);
    encoder_.forward(pass);
    decoder_.forward(pass, encoder_);
    readout(pass);
    const long n = static_cast<long>(validRows_.size());
    for (long first = 0; first < n; first += chunk) {
        const long count = std::min(chunk, n - first);
        logits_.reshape(count, pass.configuration().targetVocabulary);
        linear<T>(dropped_.rows(first, count), pass.weights[pass.weights.output()],
                  pass.weights[Tensor::outputBias], logits_.all());
        visit(first, logits_.all());
    }
}

template <class T>
Expectations Network<T>::expectations(const Pass<T> &pass, long first, long count) const {
    if (validExpected_.empty()) {
        return {};
    }
    return {std::span(validExpected_)
                .subspan(static_cast<std::size_t>(first * expectedPieces),
                         static_cast<std::size_t>(count * expectedPieces)),
            expectedPieces, pass.regularisation.expectation};
}

template <class T>
void Network<T>::collectValid(const Batch &batch) {
    validRows_.clear();
    validTargets_.clear();
    validExpected_.clear();
    for (int i = 0; i < batch.targetLength; ++i) {
        for (int b = 0; b < batch.size; ++b) {
            if (i < batch.targetLengths[static_cast<std::size_t>(b)]) {
                const long row = static_cast<long>(i) * batch.size + b;
                validRows_.push_back(row);
                validTargets_.push_back(batch.target[static_cast<std::size_t>(row)]);
                if (!batch.expected.empty()) {
                    const auto from = batch.expected.begin() + row * expectedPieces;
                    validExpected_.insert(validExpected_.end(), from, from + expectedPieces);
                }
            }
        }
    }
}

template <class T>
void Network<T>::readout(const Pass<T> &pass) {
    const Configuration &c = pass.configuration();
    const long n = static_cast<long>(validRows_.size());
    input_.reshape(n, c.decoder + c.annotation() + c.embedding);
    auto input = input_.all();
    for (long k = 0; k < n; ++k) {
        const long row = validRows_[static_cast<std::size_t>(k)];
        input.row(k).head(c.decoder) = decoder_.states().all().row(row + pass.size());
        input.row(k).segment(c.decoder, c.annotation()) = decoder_.contexts().all().row(row);
        input.row(k).tail(c.embedding) = decoder_.target().all().row(row);
    }
    readout_.reshape(n, c.embedding);
    linear<T>(input, pass.weights[Tensor::readoutWeight], pass.weights[Tensor::readoutBias],
              readout_.all());
    hyperbolicTangent<T>(readout_.all());
    dropped_.reshape(n, c.embedding);
    dropped_.all() = readout_.all();
    dropout<T>(dropped_.all(), pass.regularisation.dropout, Random{pass.maskName, readoutMask});
}

template <class T>
CrossEntropy Network<T>::output(const Pass<T> &pass) {
    const Configuration &c = pass.configuration();
    const long n = static_cast<long>(validRows_.size());
    const Tensor tensor = pass.weights.output();
    const auto weight = pass.weights[tensor];
    auto dWeight = pass.gradient[tensor];
    auto dBias = pass.gradient[Tensor::outputBias];
    dReadout_.reshapeZero(n, c.embedding);
    CrossEntropy result;
    for (long first = 0; first < n; first += chunk) {
        const long count = std::min(chunk, n - first);
        logits_.reshape(count, c.targetVocabulary);
        linear<T>(dropped_.rows(first, count), weight, pass.weights[Tensor::outputBias],
                  logits_.all());
        const std::span<const int> targets(validTargets_.data() + first,
                                           static_cast<std::size_t>(count));
        const CrossEntropy part =
            crossEntropy<T>(logits_.all(), targets, static_cast<T>(pass.regularisation.smoothing),
                            expectations(pass, first, count));
        result.loss += part.loss;
        result.logLikelihood += part.logLikelihood;
        result.correct += part.correct;
        linearBackwardInput<T>(logits_.all(), weight, dReadout_.rows(first, count));
        linearBackwardWeight<T>(logits_.all(), dropped_.rows(first, count), dWeight);
        linearBackwardBias<T>(logits_.all(), dBias);
    }
    return result;
}

template <class T>
void Network<T>::readoutBackward(const Pass<T> &pass) {
    const Configuration &c = pass.configuration();
    const long n = static_cast<long>(validRows_.size());
    auto d = dReadout_.all();
    dropout<T>(d, pass.regularisation.dropout, Random{pass.maskName, readoutMask});
    d.array() *= T(1) - readout_.all().array().square();
    linearBackwardWeight<T>(d, input_.all(), pass.gradient[Tensor::readoutWeight]);
    linearBackwardBias<T>(d, pass.gradient[Tensor::readoutBias]);
    dInput_.reshapeZero(n, c.decoder + c.annotation() + c.embedding);
    linearBackwardInput<T>(d, pass.weights[Tensor::readoutWeight], dInput_.all());
    const auto dInput = dInput_.all();
    for (long k = 0; k < n; ++k) {
        const long row = validRows_[static_cast<std::size_t>(k)];
        decoder_.dStates().all().row(row + pass.size()) += dInput.row(k).head(c.decoder);
        decoder_.dContexts().all().row(row) += dInput.row(k).segment(c.decoder, c.annotation());
        decoder_.dTarget().all().row(row) += dInput.row(k).tail(c.embedding);
    }
}

template <class T>
std::size_t Network<T>::bytes() const {
    return encoder_.bytes() + decoder_.bytes() + input_.bytes() + dInput_.bytes() +
           readout_.bytes() + dReadout_.bytes() + dropped_.bytes() + logits_.bytes();
}

template class Network<float>;
template class Network<double>;

}  // namespace model::training
