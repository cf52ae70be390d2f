// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "model/alignment/aligner.h"
#include "model/decoding/trace.h"
#include "model/evaluation/alignment_error.h"
#include "model/evaluation/tokens.h"
#include "model/numerics/tensor.h"

namespace model::evaluation {

/// The minimum weight of a link where more than the strongest may count: half of the attention of a
/// step. Of the thresholds tried with guided models (0.2 to 0.5) it had the smallest error; models
/// that learned to attend by themselves spread their attention and had theirs at 0.25.
inline constexpr float linkThreshold = 0.5F;

/// The attention of a model while it is made to produce the given translation, token by token
/// [target tokens, source tokens]: summed over the pieces of a source token, averaged over those of
/// a target token. What goes to the end piece of the source is left out, so rows may sum to less
/// than 1.
struct ForcedAttention {
    Matrix weights;    ///< as it is computed, before the piece of the step is known
    Matrix posterior;  ///< given the piece: posteriorAttention()
};
/// For a source text and the text that is to be produced from it.
/// @throws Error if the model has no attention; SentenceError if the pair is too long; Cancelled.
ForcedAttention forcedAttention(const std::shared_ptr<const Model> &model,
                                const WrittenText &source, const WrittenText &target,
                                const std::stop_token &stop = {});
/// For the tokens of a pair, written as ordinary text.
ForcedAttention forcedAttention(const std::shared_ptr<const Model> &model, const AlignedPair &pair,
                                const std::stop_token &stop = {});

/// Links each target token with the source token that it attends to most, however little.
aligner::Links strongestLinks(const Matrix &attention);
/// All links with a weight of at least the threshold.
aligner::Links linksAbove(const Matrix &attention, float threshold = linkThreshold);

/// How well attention weights agree with an alignment.
struct LinkErrors {
    AlignmentError argmax;       ///< of strongestLinks()
    AlignmentError thresholded;  ///< of linksAbove()
};

/// How well the attention of a model agrees with an alignment, and over how many sentences.
struct AttentionAgreement {
    int sentences = 0;
    LinkErrors weights;    ///< as it is computed: it has to guess the piece to come
    LinkErrors posterior;  ///< given the piece, which aligners are given, too
};

/// With an alignment by hand, over all pairs, on several threads; the result does not depend on
/// their number. @throws as forcedAttention(); a SentenceError names the pair
AttentionAgreement attentionAgreement(const std::shared_ptr<const Model> &model,
                                      std::span<const AlignedPair> pairs, int threads,
                                      const std::stop_token &stop = {});

/// With the links that a statistical aligner, which knows the translation as a whole, finds between
/// the words of sentences and of these translations; each link counts as sure. The attention while
/// a model produces its own translations is what the heatmaps show; with others, it has to guess
/// the next word. Pairs that have no words or cannot be produced are left out; untranslated: "".
/// @throws Error unless there are as many of each, or if the model has no attention; Cancelled.
AttentionAgreement statisticalAgreement(const std::shared_ptr<const Model> &model,
                                        std::span<const std::string> sentences,
                                        std::span<const std::string> translations,
                                        const aligner::WordAligner &aligner, int threads,
                                        const std::stop_token &stop = {});

}  // namespace model::evaluation
