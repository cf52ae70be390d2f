// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/encoder_pass.h"

#include "model/layers/gru.h"
#include "model/layers/linear.h"
#include "model/training/dropout.h"

namespace model::training {

using namespace layers;

namespace {

/// The rows of all positions, without the slots before and after them.
template <class T>
auto annotationRows(const Pass<T> &pass, Buffer<T> &annotations) {
    return annotations.rows(pass.size(), pass.batch.sourceLength * pass.size());
}

/// Of source pieces: the places of a picture are no words.
template <class T>
double wordDropout(const Pass<T> &pass) {
    return pass.configuration().seesPictures() ? 0 : pass.regularisation.wordDropout;
}

}  // namespace

template <class T>
void EncoderPass<T>::forward(const Pass<T> &pass) {
    embed(pass);
    annotations_.reshapeZero((pass.batch.sourceLength + 2) * pass.size(),
                             pass.configuration().annotation());
    if (pass.configuration().seesPictures()) {
        picture_.forward(pass, source_.all(), annotationRows(pass, annotations_));
        takeMean(pass);
        return;
    }
    read(pass, forward_);
    if (pass.configuration().bidirectional) {
        read(pass, backward_);
    }
    takeFinal(pass);
}

template <class T>
void EncoderPass<T>::clearGradients(const Pass<T> &pass) {
    dAnnotations_.reshapeZero((pass.batch.sourceLength + 2) * pass.size(),
                              pass.configuration().annotation());
    dFinal_.reshapeZero(pass.size(), pass.configuration().annotation());
}

template <class T>
void EncoderPass<T>::backward(const Pass<T> &pass) {
    dSource_.reshapeZero(pass.batch.sourceLength * pass.size(), pass.configuration().embedding);
    if (pass.configuration().seesPictures()) {
        takeMeanBackward(pass);
        picture_.backward(pass, source_.all(), annotationRows(pass, annotations_),
                          annotationRows(pass, dAnnotations_), dSource_.all());
        embedBackward(pass);
        return;
    }
    takeFinalBackward(pass);
    readBackward(pass, forward_);
    if (pass.configuration().bidirectional) {
        readBackward(pass, backward_);
    }
    embedBackward(pass);
}

template <class T>
void EncoderPass<T>::embed(const Pass<T> &pass) {
    const auto table = pass.weights[Tensor::sourceEmbedding];
    source_.reshape(pass.batch.sourceLength * pass.size(), pass.configuration().embedding);
    auto rows = source_.all();
    for (long i = 0; i < rows.rows(); ++i) {
        rows.row(i) = table.row(pass.batch.source[static_cast<std::size_t>(i)]);
    }
    dropout<T>(rows, pass.regularisation.dropout, Random{pass.maskName, sourceMask});
    dropRows<T>(rows, wordDropout(pass), Random{pass.maskName, sourceWordMask});
}

template <class T>
void EncoderPass<T>::embedBackward(const Pass<T> &pass) {
    auto dRows = dSource_.all();
    dropout<T>(dRows, pass.regularisation.dropout, Random{pass.maskName, sourceMask});
    dropRows<T>(dRows, wordDropout(pass), Random{pass.maskName, sourceWordMask});
    auto dTable = pass.gradient[Tensor::sourceEmbedding];
    for (long i = 0; i < dRows.rows(); ++i) {
        dTable.row(pass.batch.source[static_cast<std::size_t>(i)]) += dRows.row(i);
    }
}

template <class T>
void EncoderPass<T>::read(const Pass<T> &pass, Direction &d) {
    const auto w = gruTensors(pass.weights, d.firstTensor);
    const long size = pass.size();
    const long units = pass.configuration().encoder;
    const long column = d.backward ? units : 0;
    const int length = pass.batch.sourceLength;
    d.inputGates.reshape(length * size, 3 * units);
    d.gates.reshape(length * size, 3 * units);
    d.hiddenCandidate.reshape(length * size, units);
    linear<T>(source_.all(), w.weightIh, w.biasIh, d.inputGates.all());
    d.hidden.load(w.weightHh, Transposed::second);
    for (int k = 0; k < length; ++k) {
        const int t = d.backward ? length - 1 - k : k;
        const int before = d.backward ? t + 1 : t - 1;
        // Sentences that have ended keep the zeros that their rows were given.
        const int running = pass.batch.running(t);
        const auto previous =
            annotations_.rows(slot(pass, before), running).middleCols(column, units);
        d.hidden.multiply(previous, false, d.gates.rows(t * size, running));
        gruCombine<T>(d.inputGates.rows(t * size, running), w.biasHh, previous,
                      d.gates.rows(t * size, running), d.hiddenCandidate.rows(t * size, running),
                      annotations_.rows(slot(pass, t), running).middleCols(column, units));
    }
}

template <class T>
void EncoderPass<T>::readBackward(const Pass<T> &pass, Direction &d) {
    const auto w = gruTensors(pass.weights, d.firstTensor);
    auto dw = gruTensors(pass.gradient, d.firstTensor);
    const long size = pass.size();
    const long units = pass.configuration().encoder;
    const long column = d.backward ? units : 0;
    const int length = pass.batch.sourceLength;
    d.dInputGates.reshapeZero(length * size, 3 * units);
    d.dHiddenGates.reshapeZero(length * size, 3 * units);
    d.dHidden.load(w.weightHh, Transposed::none);
    for (int k = length - 1; k >= 0; --k) {
        const int t = d.backward ? length - 1 - k : k;
        const int before = d.backward ? t + 1 : t - 1;
        const int running = pass.batch.running(t);
        auto dPrevious = dAnnotations_.rows(slot(pass, before), running).middleCols(column, units);
        gruCombineBackward<T>(
            dAnnotations_.rows(slot(pass, t), running).middleCols(column, units),
            annotations_.rows(slot(pass, before), running).middleCols(column, units),
            d.gates.rows(t * size, running), d.hiddenCandidate.rows(t * size, running),
            d.dInputGates.rows(t * size, running), d.dHiddenGates.rows(t * size, running),
            dPrevious);
        d.dHidden.multiply(d.dHiddenGates.rows(t * size, running), true, dPrevious);
    }
    const auto previous =
        annotations_.rows(d.backward ? 2 * size : 0, length * size).middleCols(column, units);
    linearBackwardWeight<T>(d.dHiddenGates.all(), previous, dw.weightHh);
    linearBackwardBias<T>(d.dHiddenGates.all(), dw.biasHh);
    linearBackwardWeight<T>(d.dInputGates.all(), source_.all(), dw.weightIh);
    linearBackwardBias<T>(d.dInputGates.all(), dw.biasIh);
    linearBackwardInput<T>(d.dInputGates.all(), w.weightIh, dSource_.all());
}

template <class T>
void EncoderPass<T>::takeFinal(const Pass<T> &pass) {
    const long units = pass.configuration().encoder;
    final_.reshape(pass.size(), pass.configuration().annotation());
    for (int b = 0; b < pass.batch.size; ++b) {
        const int last = pass.batch.sourceLengths[static_cast<std::size_t>(b)] - 1;
        final_.all().row(b).leftCols(units) =
            annotations_.all().row(slot(pass, last) + b).leftCols(units);
        if (pass.configuration().bidirectional) {
            final_.all().row(b).rightCols(units) =
                annotations_.all().row(slot(pass, 0) + b).rightCols(units);
        }
    }
}

template <class T>
void EncoderPass<T>::takeFinalBackward(const Pass<T> &pass) {
    const long units = pass.configuration().encoder;
    for (int b = 0; b < pass.batch.size; ++b) {
        const int last = pass.batch.sourceLengths[static_cast<std::size_t>(b)] - 1;
        dAnnotations_.all().row(slot(pass, last) + b).leftCols(units) +=
            dFinal_.all().row(b).leftCols(units);
        if (pass.configuration().bidirectional) {
            dAnnotations_.all().row(slot(pass, 0) + b).rightCols(units) +=
                dFinal_.all().row(b).rightCols(units);
        }
    }
}

template <class T>
void EncoderPass<T>::takeMean(const Pass<T> &pass) {
    final_.reshapeZero(pass.size(), pass.configuration().annotation());
    for (int position = 0; position < pass.batch.sourceLength; ++position) {
        final_.all() += annotations_.rows(slot(pass, position), pass.size());
    }
    final_.all() /= static_cast<T>(pass.batch.sourceLength);
}

template <class T>
void EncoderPass<T>::takeMeanBackward(const Pass<T> &pass) {
    const T share = T(1) / static_cast<T>(pass.batch.sourceLength);
    for (int position = 0; position < pass.batch.sourceLength; ++position) {
        dAnnotations_.rows(slot(pass, position), pass.size()) += share * dFinal_.all();
    }
}

template <class T>
std::size_t EncoderPass<T>::bytes() const {
    std::size_t sum = source_.bytes() + dSource_.bytes() + annotations_.bytes() +
                      dAnnotations_.bytes() + final_.bytes() + dFinal_.bytes() + picture_.bytes();
    for (const Direction *d : {&forward_, &backward_}) {
        sum += d->inputGates.bytes() + d->gates.bytes() + d->hiddenCandidate.bytes() +
               d->dInputGates.bytes() + d->dHiddenGates.bytes();
    }
    return sum;
}

template class EncoderPass<float>;
template class EncoderPass<double>;

}  // namespace model::training
