// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "model/numerics/random.h"

namespace model::training {

/// Data augmentation with source sentences as they are typed: probabilities.
struct NoiseOptions {
    double casual = 0.3;     ///< a sentence is disturbed at all; the others apply to such a one
    double lowerCase = 0.7;  ///< … all in lower case
    double noAccents = 0.5;  ///< … without accents
    double noFinal = 0.7;    ///< … without its final punctuation
    double slip = 0.04;      ///< … a word loses, doubles or swaps a letter
};

/// A disturbed copy of a normalised sentence; still normalised, never empty.
std::string addNoise(std::string_view sentence, const NoiseOptions &options, Random random);

}  // namespace model::training
