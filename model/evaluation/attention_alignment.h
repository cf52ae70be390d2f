// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "model/evaluation/alignment_error.h"
#include "model/tensor.h"
#include "model/trace.h"

namespace model::evaluation {

/// The weight from which a link counts as one where more than the strongest may count. Of three
/// models that learned to attend by themselves, two had the least error with it and the third
/// missed that by 0.001 (tried: 0.1 to 0.5).
inline constexpr float linkThreshold = 0.25F;

/// The attention that a model pays while it is made to produce the given translation, token by
/// token [target tokens, source tokens]: summed over a source token's pieces, averaged over a
/// target token's. What goes to the source's end piece is left out, so rows may sum to less than 1.
/// @throws Error if the model has no attention; SentenceError if the pair is too long; Cancelled.
Matrix forcedAttention(const std::shared_ptr<const Model> &model, const AlignedPair &pair,
                       const std::stop_token &stop = {});

/// Each target token with the source token that it attends to most, however little.
aligner::Links strongestLinks(const Matrix &attention);
/// All links with a weight of at least the threshold.
aligner::Links linksAbove(const Matrix &attention, float threshold = linkThreshold);

/// How well a model's attention agrees with people's alignment.
struct AttentionAgreement {
    int sentences = 0;
    AlignmentError argmax;       ///< of strongestLinks()
    AlignmentError thresholded;  ///< of linksAbove()
};

/// Over all pairs, on several threads; the result does not depend on their number.
/// @throws as forcedAttention(); a SentenceError names the pair
AttentionAgreement attentionAgreement(const std::shared_ptr<const Model> &model,
                                      std::span<const AlignedPair> pairs, int threads,
                                      const std::stop_token &stop = {});

}  // namespace model::evaluation
