// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/training/corpus.h"

namespace tests {

/// A tiny corpus of our own, small enough to be learned by heart.
inline std::vector<model::training::SentencePair> tinyCorpus() {
    return {
        {"Le chat dort.", {"The cat sleeps."}},
        {"Le chien dort.", {"The dog sleeps."}},
        {"Le chat mange.", {"The cat eats."}},
        {"Le chien mange.", {"The dog eats."}},
        {"La fille chante.", {"The girl sings."}},
        {"La fille mange.", {"The girl eats."}},
        {"Où est le chat ?", {"Where is the cat?"}},
        {"Où est la fille ?", {"Where is the girl?"}},
        {"Je vois le chien noir.", {"I see the black dog."}},
        {"Je vois la fille.", {"I see the girl."}},
        {"Il ne dort pas.", {"He does not sleep."}},
        {"Elle ne chante pas.", {"She does not sing."}},
    };
}

}  // namespace tests
