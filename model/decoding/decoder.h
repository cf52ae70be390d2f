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
    Row weights =
        {};  ///< α_{i−1} [S], which only pin::Previous asks for; empty where there is none
};

Prefix emptyPrefix(const EncoderTrace &encoder);
/// The prefix of a step and a piece that is taken after it.
Prefix prefixBehind(const StepTrace &step, int piece);
/// The prefix that the first `length` pieces of a trace make, or all.
Prefix prefixOf(const Trace &trace, int length);
Prefix prefixOf(const Trace &trace);

/// A step that is asked for.
struct StepRequest {
    const EncoderTrace *encoder = nullptr;  ///< of the sentence
    Prefix prefix = {};
    Intervention intervention = {};
};

/// A step, and the piece that is taken after it.
struct DecodedStep {
    StepTrace step;
    Choice choice;
};

/// The choice that the model itself makes after a step: its most probable piece.
Choice mostProbableChoice(const StepTrace &step);

/// One decoder step, as a pure function: everything that follows from the annotations, the prefix
/// and what the user decides. The most probable piece is chosen unless the intervention names
/// another.
/// @throws InterventionError if the intervention does not fit
DecodedStep decode(const Model &model, const EncoderTrace &encoder, const Prefix &prefix,
                   const Intervention &intervention = {});

/// The steps that decode() gives for several requests, of one sentence or of several: the same
/// numbers, but each weight is read only once for all of them.
/// @throws InterventionError if an intervention does not fit
std::vector<DecodedStep> decodeEach(const Model &model, std::span<const StepRequest> requests);
/// The same for several prefixes of a sentence, such as the hypotheses of a beam. `interventions`:
/// none, one for all prefixes, or one for each.
std::vector<DecodedStep> decodeEach(const Model &model, const EncoderTrace &encoder,
                                    std::span<const Prefix> prefixes,
                                    std::span<const Intervention> interventions = {});

/// Speculative decoding (Stern, Shazeer & Uszkoreit 2018; Leviathan, Kalman & Matias 2023) with a
/// draft of the next pieces: the steps that decode() gives one after another, the first with the
/// interventions of the step `first`, as long as each chooses the piece of the draft, including the
/// first one that differs, so between 1 and draft.size() + 1. Not one number depends on the draft;
/// several steps share one product with the output weights, by far the largest. Where a piece is
/// forced it takes the place of that of the draft.
/// @throws Error if the draft names no piece; InterventionError if an intervention does not fit
std::vector<DecodedStep> decodeAlong(const Model &model, const EncoderTrace &encoder,
                                     const Prefix &prefix, std::span<const int> draft,
                                     const Interventions &interventions = {}, int first = 0);

/// Steps up to their readouts, without candidates, and log p_i of all pieces [n, V].
struct Distributions {
    std::vector<StepTrace> steps;
    Matrix logProbabilities;
};

/// The distributions after several prefixes, with the interventions that decodeEach() takes.
/// @throws InterventionError if one does not fit
Distributions distributions(const Model &model, const EncoderTrace &encoder,
                            std::span<const Prefix> prefixes,
                            std::span<const Intervention> interventions = {});

/// log p_i of all pieces [n, V] for the steps of several prefixes, with the interventions that
/// decodeEach() takes. @throws InterventionError if one does not fit
Matrix logProbabilities(const Model &model, const EncoderTrace &encoder,
                        std::span<const Prefix> prefixes,
                        std::span<const Intervention> interventions = {});

}  // namespace model
