// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "model/layers/output.h"
#include "model/parameters.h"
#include "model/training/batch.h"

namespace model::training {

/// The regularisation of the network and the terms of its loss.
struct Regularisation {
    double dropout = 0.2;    ///< of embeddings and readouts (Zaremba et al. 2014)
    double smoothing = 0.1;  ///< ε of label smoothing (Szegedy et al. 2016, section 7)
    double guidance = 0;     ///< weight of the guided-alignment loss (Chen et al. 2016)
    /// Whole pieces that are not read, on either side (Gal & Ghahramani 2016; Sennrich, Haddow &
    /// Birch 2016, section 2).
    double wordDropout = 0;
    /// The share of what a teacher expects in what is learned, where it is known.
    double expectation = 0.5;
};

/// What a batch cost: sums over its target pieces.
struct Cost : layers::CrossEntropy {
    double alignment = 0;  ///< Σ of the guided-alignment loss, in nats
    long linked = 0;       ///< pieces that have one

    Cost &operator+=(const Cost &other) {
        loss += other.loss;
        logLikelihood += other.logLikelihood;
        correct += other.correct;
        alignment += other.alignment;
        linked += other.linked;
        return *this;
    }
};

/// The inputs of each part of a forward and backward pass over one batch.
template <class T>
struct Pass {
    const Parameters<T> &weights;
    const Batch &batch;
    Regularisation regularisation;
    std::uint64_t maskName;   ///< the dropout masks follow from it
    Parameters<T> &gradient;  ///< added to

    const Configuration &configuration() const { return weights.configuration(); }
    long size() const { return batch.size; }
    bool attends() const { return configuration().attends(); }
};

/// Which dropout mask: part of the name of the mask.
enum Mask : std::uint64_t {
    sourceMask = 1,
    targetMask = 2,
    readoutMask = 3,
    sourceWordMask = 4,
    targetWordMask = 5,
};

}  // namespace model::training
