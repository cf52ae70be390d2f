// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/search_options.h"

namespace cli {

void declareSearch(Options &options, model::SearchOptions &search) {
    options.integer("beam", "N", search.beam, 1, model::StepTrace::candidateCount,
                    "hypotheses kept; 1 is greedy search");
    options.real("length-penalty", "A", search.lengthPenalty, 0, 10,
                 "how much a beam prefers long translations");
    options.real("anti-language-model", "W", search.antiLanguageModel, 0, 0.99,
                 "how much less counts what the model says without a source (Li et al. 2016)");
    options.integer("anti-language-model-pieces", "N", search.antiLanguageModelPieces, 1, 1000,
                    "of so many first pieces");
    options.real("plausible", "P", search.plausible, 0, 1,
                 "of these, only pieces count that are this times as probable as the most probable "
                 "one");
}

}  // namespace cli
