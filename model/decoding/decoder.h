// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "model/decoding/trace.h"

namespace model {

/// What a step needs to know of the pieces before it, the prefix y_1 … y_{i−1}.
struct Prefix {
    Row state;      ///< s_{i−1} [D]; s_0 for the empty prefix
    int piece = 0;  ///< y_{i−1}; special::begin for the empty prefix
};

Prefix emptyPrefix(const EncoderTrace &encoder);
/// The prefix of a step and a piece that is taken after it.
Prefix prefixBehind(const StepTrace &step, int piece);
/// The prefix that all pieces of a trace make.
Prefix prefixOf(const Trace &trace);

/// A step, and the piece that is taken after it.
struct DecodedStep {
    StepTrace step;
    Choice choice;
};

/// The choice that the model itself makes after a step: its most probable piece.
Choice mostProbableChoice(const StepTrace &step);

/// One decoder step, as a pure function: everything that follows from the annotations and the
/// prefix. The most probable piece is chosen unless the intervention names another.
/// @throws Error if an intervention has the wrong shape or names no piece.
DecodedStep decode(const Model &model, const EncoderTrace &encoder, const Prefix &prefix,
                   const Intervention &intervention = {});

/// The steps that decode() gives for several prefixes, such as the hypotheses of a beam: the same
/// numbers, but each weight is read only once for all of them.
std::vector<StepTrace> decodeEach(const Model &model, const EncoderTrace &encoder,
                                  std::span<const Prefix> prefixes);

/// Speculative decoding (Stern, Shazeer & Uszkoreit 2018; Leviathan, Kalman & Matias 2023) with a
/// draft of the next pieces: the steps that decode() gives one after another as long as each
/// chooses the piece of the draft, including the first one that differs, so between 1 and
/// draft.size() + 1. Not one number depends on the draft; several steps share one product with the
/// output weights, by far the largest.
/// @throws Error if the draft names no piece.
std::vector<StepTrace> decodeAlong(const Model &model, const EncoderTrace &encoder,
                                   const Prefix &prefix, std::span<const int> draft);

/// For each row [s_i ; c_i ; y_{i−1}] of `input` [n, D + 2H + E]: writes the readout t_i =
/// tanh(W_o … + b_o) into `readouts` [n, E], and returns the logits of all pieces, W_out t_i +
/// b_out [n, V]. A row does not depend on the number of rows.
Matrix predict(const Weights &weights, const Matrix &input, Matrix &readouts);

}  // namespace model
