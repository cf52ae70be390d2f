// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace model::aligner {

/// What the tables of one direction say about a sentence pair: J given words, I words made from
/// them.
struct Emissions {
    int given = 0;            ///< J
    int made = 0;             ///< I
    std::vector<float> link;  ///< p(made i | given j) [I, J]
    std::vector<float> null;  ///< p(made i | no word) [I]
};

/// What follows from them: how probable it is that word i was made from word j.
struct Posteriors {
    std::vector<float> link;  ///< [I, J]
    std::vector<float> null;  ///< [I]
    double logLikelihood = 0;
};

/// Distances between the given words that neighbouring words are made from; longer ones count as
/// the longest.
struct Jumps {
    static constexpr int longest = 12;
    static constexpr int count = 2 * longest + 1;
    static int bucket(int distance) {
        return (distance < -longest ? -longest : distance > longest ? longest : distance) + longest;
    }
    std::array<double, count> inner{};  ///< by Jumps::bucket(j − j')
    std::array<double, count> first{};  ///< by bucket(j), j from 0: where the first word comes from
    std::array<double, count> last{};   ///< by bucket(J − 1 − j): … and the last
};

/// The transition probabilities for a sentence of J given words.
struct Transitions {
    Transitions(const Jumps &jumps, int given);
    int given;
    std::vector<float> step;  ///< [J + 1, J]: from "no word yet" (row 0) or word j' (row j' + 1)
    std::vector<float> last;  ///< [J + 1]
};

/// Model 1: every given word is as likely as every other, whatever the neighbours were made from.
void model1(const Emissions &emissions, float nullProbability, Posteriors &result);

/// Memory that a thread keeps between sentences.
struct HmmScratch {
    std::vector<float> forwardLink;  ///< [I, J]
    std::vector<float> forwardNull;  ///< [I, J + 1]
    std::vector<float> forward;      ///< [I + 1, J + 1] summed over both; row 0: before the first
    std::vector<float> scale;
    std::vector<float> backward;  ///< [J + 1]
    std::vector<float> next;
    std::vector<float> expected;  ///< expected transitions [J + 1, J]
};

/// The hidden Markov model by the forward-backward algorithm. A null word remembers the place
/// before it (Och & Ney 2003, section 2.2). Adds the expected jumps to `jumps` where that is given.
void hmm(const Emissions &emissions, const Transitions &transitions, float nullProbability,
         HmmScratch &scratch, Posteriors &result, Jumps *jumps);

}  // namespace model::aligner
