// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/aligner.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <functional>

#include "model/alignment/tables.h"
#include "model/error.h"
#include "model/numerics/parallel.h"

namespace model::aligner {
namespace {

constexpr std::size_t shardSize = 1024;  // sentence pairs that a thread takes at a time
constexpr float sameWordPrior = 0.5F;    // links that words written alike are assumed to have had
constexpr float negligible = 1e-6F;      // expected counts below are not worth adding

/// The transition tables for all lengths that were learned from.
using TransitionTables = std::vector<Transitions>;

TransitionTables transitionTables(const Jumps &jumps, int longest) {
    TransitionTables tables;
    tables.reserve(static_cast<std::size_t>(longest) + 1);
    for (int length = 0; length <= longest; ++length) {
        tables.emplace_back(jumps, std::max(length, 1));
    }
    return tables;
}

/// What one direction needs for a sentence pair.
struct Side {
    Emissions emissions;
    Posteriors posteriors;
    HmmScratch scratch;
};

/// The sums of one shard: few numbers, added up in the order of the shards.
struct ShardSums {
    double likelihood[2] = {0, 0};
    Jumps jumps[2];
};

void addTo(Jumps &sum, const Jumps &jumps) {
    const auto plus = [](auto &a, const auto &b) {
        std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::plus<>());
    };
    plus(sum.inner, jumps.inner);
    plus(sum.first, jumps.first);
    plus(sum.last, jumps.last);
}

constexpr Made madeOf(int direction) {
    return direction == 0 ? Made::target : Made::source;
}

/// Expectation and maximisation over the training pairs, both directions side by side.
class Training {
  public:
    Training(std::span<const WordPair> pairs, const AlignerOptions &options, const Lexicon &lexicon,
             std::array<Direction, 2> &directions)
        : options_(options),
          lexicon_(lexicon),
          pairs_(pairs, lexicon, options.longestSentence),
          directions_(directions) {}

    void iterate(bool markov, Likelihoods &likelihoods, const std::stop_token &stop) {
        const std::array<TransitionTables, 2> transitions{
            transitionTables(directions_[0].jumps, markov ? options_.longestSentence : 0),
            transitionTables(directions_[1].jumps, markov ? options_.longestSentence : 0)};
        std::array<ExactSums, 2> links{ExactSums(lexicon_.entries()),
                                       ExactSums(lexicon_.entries())};
        for (const std::size_t entry : lexicon_.sameWords()) {
            links[0].add(entry, sameWordPrior);
            links[1].add(entry, sameWordPrior);
        }
        std::array<ExactSums, 2> nulls{ExactSums(directions_[0].null.size()),
                                       ExactSums(directions_[1].null.size())};
        const std::size_t shards = (pairs_.size() + shardSize - 1) / shardSize;
        std::vector<ShardSums> sums(shards);
        std::atomic<std::size_t> next = 0;
        parallel(options_.threads, [&](int) {
            std::array<Side, 2> sides;
            for (auto shard = next++; shard < shards && !stop.stop_requested(); shard = next++) {
                const std::size_t end = std::min(pairs_.size(), (shard + 1) * shardSize);
                for (std::size_t i = shard * shardSize; i < end; ++i) {
                    expect(pairs_[i], markov ? &transitions : nullptr, sides, sums[shard]);
                    count(pairs_[i], sides, links, nulls);
                }
            }
        });
        if (stop.stop_requested()) {
            throw Cancelled();
        }
        maximiseBoth(markov, links, nulls, sums, likelihoods);
    }

  private:
    void expect(const TrainingPairs::View &pair, const std::array<TransitionTables, 2> *transitions,
                std::array<Side, 2> &sides, ShardSums &sums) const {
        const auto null = static_cast<float>(options_.nullProbability);
        for (int d = 0; d < 2; ++d) {
            Side &side = sides[d];
            fillEmissions(directions_[d], madeOf(d), pair.source, pair.target, pair.entries,
                          side.emissions);
            if (transitions == nullptr) {
                model1(side.emissions, null, side.posteriors);
            } else {
                const auto length = static_cast<std::size_t>(side.emissions.given);
                hmm(side.emissions, (*transitions)[d][length], null, side.scratch, side.posteriors,
                    &sums.jumps[d]);
            }
            sums.likelihood[d] += side.posteriors.logLikelihood;
        }
    }

    void count(const TrainingPairs::View &pair, const std::array<Side, 2> &sides,
               std::array<ExactSums, 2> &links, std::array<ExactSums, 2> &nulls) const {
        const std::size_t sources = pair.source.size();
        const std::size_t targets = pair.target.size();
        for (std::size_t j = 0; j < sources; ++j) {
            for (std::size_t i = 0; i < targets; ++i) {
                const auto entry = static_cast<std::size_t>(pair.entries[j * targets + i]);
                const float forward = sides[0].posteriors.link[i * sources + j];
                const float backward = sides[1].posteriors.link[j * targets + i];
                if (options_.agreement) {
                    const float both = forward * backward;
                    if (both > negligible) {
                        links[0].add(entry, both);
                        links[1].add(entry, both);
                    }
                    continue;
                }
                if (forward > negligible) {
                    links[0].add(entry, forward);
                }
                if (backward > negligible) {
                    links[1].add(entry, backward);
                }
            }
        }
        for (std::size_t i = 0; i < targets; ++i) {
            nulls[0].add(static_cast<std::size_t>(pair.target[i]), sides[0].posteriors.null[i]);
        }
        for (std::size_t j = 0; j < sources; ++j) {
            nulls[1].add(static_cast<std::size_t>(pair.source[j]), sides[1].posteriors.null[j]);
        }
    }

    void maximiseBoth(bool markov, const std::array<ExactSums, 2> &links,
                      const std::array<ExactSums, 2> &nulls, const std::vector<ShardSums> &sums,
                      Likelihoods &likelihoods) {
        std::array<double, 2> likelihood{0, 0};
        std::array<Jumps, 2> jumps;
        for (const ShardSums &shard : sums) {
            for (int d = 0; d < 2; ++d) {
                likelihood[d] += shard.likelihood[d];
                addTo(jumps[d], shard.jumps[d]);
            }
        }
        likelihoods.sourceToTarget.push_back(likelihood[0]);
        likelihoods.targetToSource.push_back(likelihood[1]);
        parallel(std::min(options_.threads, 2), [&](int thread) {
            const int step = std::min(options_.threads, 2);
            for (int d = thread; d < 2; d += step) {
                maximise(lexicon_, madeOf(d), links[d], nulls[d], options_.prior, directions_[d]);
                if (markov) {
                    directions_[d].jumps = smoothed(jumps[d]);
                }
            }
        });
    }

    const AlignerOptions &options_;
    const Lexicon &lexicon_;
    TrainingPairs pairs_;
    std::array<Direction, 2> &directions_;
};

/// The links that both directions together find probable enough.
Links probableLinks(const std::array<Side, 2> &sides, double threshold) {
    const int sources = sides[0].emissions.given;
    const int targets = sides[0].emissions.made;
    const auto probability = [](const Side &side, int made, int given) {
        const auto row =
            static_cast<std::size_t>(made) * static_cast<std::size_t>(side.emissions.given);
        return static_cast<double>(side.posteriors.link[row + static_cast<std::size_t>(given)]);
    };
    Links links;
    for (int j = 0; j < sources; ++j) {
        for (int i = 0; i < targets; ++i) {
            if (probability(sides[0], i, j) * probability(sides[1], j, i) >= threshold) {
                links.push_back({j, i});
            }
        }
    }
    return links;
}

/// Links each made word with the given word it was most probably made from; as if the given words
/// were those of the source.
Links bestLinks(const Side &side) {
    Links links;
    for (int i = 0; i < side.emissions.made; ++i) {
        const auto row = side.posteriors.link.begin() + i * side.emissions.given;
        const auto found = std::max_element(row, row + side.emissions.given);
        if (*found > side.posteriors.null[static_cast<std::size_t>(i)]) {
            links.push_back({static_cast<int>(found - row), i});
        }
    }
    return links;
}

}  // namespace

struct WordAligner::Tables {
    Lexicon lexicon;
    std::array<Direction, 2> directions;
};

WordAligner::WordAligner(std::span<const WordPair> pairs, const AlignerOptions &options,
                         const std::stop_token &stop)
    : options_(options) {
    if (std::none_of(pairs.begin(), pairs.end(), [&options](const WordPair &pair) {
            return isUsable(pair, options.longestSentence);
        })) {
        throw Error(
            "There is nothing to learn an alignment from: got no sentence pair of 1 to %1 words a "
            "side.",
            options.longestSentence);
    }
    auto tables = std::make_unique<Tables>(Tables{Lexicon(pairs, options.longestSentence), {}});
    tables->directions = {uniformDirection(tables->lexicon, Made::target),
                          uniformDirection(tables->lexicon, Made::source)};
    Training training(pairs, options_, tables->lexicon, tables->directions);
    for (int i = 0; i < options.model1Iterations + options.hmmIterations; ++i) {
        training.iterate(i >= options.model1Iterations, likelihoods_, stop);
    }
    tables_ = std::move(tables);
}

WordAligner::~WordAligner() = default;
WordAligner::WordAligner(WordAligner &&) noexcept = default;
WordAligner &WordAligner::operator=(WordAligner &&) noexcept = default;

Links WordAligner::align(const WordPair &pair, Symmetrisation how) const {
    if (pair.source.empty() || pair.target.empty() ||
        std::max(pair.source.size(), pair.target.size()) > AlignerOptions::longestAligned) {
        return {};
    }
    const IndexedPair indexed = tables_->lexicon.index(pair);
    std::array<Side, 2> sides;
    for (int d = 0; d < 2; ++d) {
        const Direction &direction = tables_->directions[d];
        Side &side = sides[d];
        fillEmissions(direction, madeOf(d), indexed.source, indexed.target, indexed.entries,
                      side.emissions);
        const auto null = static_cast<float>(options_.nullProbability);
        if (options_.hmmIterations == 0) {
            model1(side.emissions, null, side.posteriors);
        } else {
            hmm(side.emissions, Transitions(direction.jumps, side.emissions.given), null,
                side.scratch, side.posteriors, nullptr);
        }
    }
    if (how == Symmetrisation::posterior) {
        return probableLinks(sides, options_.threshold);
    }
    Links forward = bestLinks(sides[0]);
    Links backward = bestLinks(sides[1]);
    for (Link &link : backward) {
        std::swap(link.source, link.target);
    }
    std::sort(forward.begin(), forward.end());
    return symmetrise(forward, backward, how);
}

std::vector<Links> align(std::span<const WordPair> pairs, const AlignerOptions &options,
                         const std::stop_token &stop) {
    const WordAligner aligner(pairs, options, stop);
    std::vector<Links> links(pairs.size());
    std::atomic<std::size_t> next = 0;
    parallel(options.threads, [&](int) {
        for (auto i = next++; i < pairs.size(); i = next++) {
            if (stop.stop_requested()) {
                return;
            }
            links[i] = aligner.align(pairs[i]);
        }
    });
    if (stop.stop_requested()) {
        throw Cancelled();
    }
    return links;
}

}  // namespace model::aligner
