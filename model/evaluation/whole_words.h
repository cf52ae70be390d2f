// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "model/text/tokenizer.h"

namespace model::evaluation {

/// The words of a text, which are its runs of letters, and how many of them are one piece each: the
/// more, the better a heatmap of pieces can be read.
struct WholeWords {
    long words = 0;
    long whole = 0;
};

WholeWords countWholeWords(const Tokenizer &tokenizer, std::span<const std::string> sentences,
                           Language language);

}  // namespace model::evaluation
