// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>

#include "model/evaluation/bleu.h"

namespace model::evaluation {

/// Corpus chrF2 (Popović 2015, 2016), 0 to 100, as sacreBLEU 2 computes it: n-grams of 1 to 6
/// characters, blanks left out, no words, β = 2; of several references the best one for each
/// sentence.
/// @throws Error unless there are as many hypotheses as sets of references, none of them empty.
double chrf(std::span<const std::string> hypotheses, std::span<const References> references);

/// How the figure was made: "nrefs:var|case:mixed|eff:yes|nc:6|nw:0|space:no".
std::string chrfSignature(std::span<const References> references);

}  // namespace model::evaluation
