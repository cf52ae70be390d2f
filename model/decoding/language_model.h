// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

#include "model/decoding/decoder.h"
#include "model/decoding/trace.h"

// A model as a language model of its targets: what it says where it is shown no source. It is a
// good one only if it learned from pairs without a source, too (TrainingOptions::withoutSource).
namespace model {

/// The numbers of the encoder for a source that is the end piece alone.
EncoderTrace encodeNothing(const Model &model);

/// Follows hypotheses with log p(y_i | y_1 … y_{i−1}), which no source has a part in.
class LanguageModel {
  public:
    explicit LanguageModel(const Model &model) : model_(model), nothing_(encodeNothing(model)) {}

    Prefix begin() const { return emptyPrefix(nothing_); }
    /// The distributions after these prefixes, which begin() and earlier steps made.
    Distributions next(std::span<const Prefix> prefixes) const {
        return distributions(model_, nothing_, prefixes);
    }

  private:
    const Model &model_;
    EncoderTrace nothing_;
};

}  // namespace model
