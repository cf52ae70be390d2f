// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "model/alignment/links.h"

namespace model::aligner {

/// Two sentences that translate each other, as the keys of their words (wordKeys()).
struct WordPair {
    std::vector<std::string> source;
    std::vector<std::string> target;
};

struct AlignerOptions {
    int model1Iterations = 5;
    int hmmIterations = 5;
    int threads = 1;
    Symmetrisation symmetrisation = Symmetrisation::posterior;
    /// Train the directions to agree (Liang, Taskar & Klein 2006) instead of separately.
    bool agreement = true;
    /// How probable it is that a word is made from none.
    double nullProbability = 0.2;
    /// For Symmetrisation::posterior: the minimum of the product of both directions' probabilities.
    double threshold = 0.2;
    /// Of the Dirichlet prior on the translation tables (variational Bayes, Riley & Gildea 2012);
    /// 0: maximum likelihood.
    double prior = 0.01;
    /// Longer sentences are aligned but not learned from.
    int longestSentence = 100;
    /// Words of a side beyond which a pair gets no links: the memory grows with their product.
    static constexpr std::size_t longestAligned = 1000;
};

/// The log-likelihood of the corpus before each iteration (natural logarithm), per direction.
struct Likelihoods {
    std::vector<double> sourceToTarget;
    std::vector<double> targetToSource;
};

/// A statistical word aligner: IBM model 1 (Brown et al. 1993), then the hidden Markov model of
/// Vogel, Ney & Tillmann (1996) with null words (Och & Ney 2003), in both directions. Immutable
/// once trained; safe to use from several threads.
class WordAligner {
  public:
    /// Learns from sentence pairs. The result does not depend on the number of threads. Memory:
    /// about 4 bytes per pair of words in one sentence pair, and 32 per such pair of different
    /// words. @throws Error if no pair has words on both sides; Cancelled.
    WordAligner(std::span<const WordPair> pairs, const AlignerOptions &options,
                const std::stop_token &stop = {});
    ~WordAligner();
    WordAligner(WordAligner &&) noexcept;
    WordAligner &operator=(WordAligner &&) noexcept;

    /// Aligns a sentence pair, which may be new, with the tables as they are.
    Links align(const WordPair &pair) const { return align(pair, options_.symmetrisation); }
    Links align(const WordPair &pair, Symmetrisation how) const;

    const Likelihoods &likelihoods() const { return likelihoods_; }

  private:
    struct Tables;
    AlignerOptions options_;
    std::unique_ptr<const Tables> tables_;
    Likelihoods likelihoods_;
};

/// Learns from the pairs and aligns them; one set of links per pair. @throws Error, Cancelled
std::vector<Links> align(std::span<const WordPair> pairs, const AlignerOptions &options = {},
                         const std::stop_token &stop = {});

}  // namespace model::aligner
