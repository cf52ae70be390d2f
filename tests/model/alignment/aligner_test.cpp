// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alignment/aligner.h"

#include <gtest/gtest.h>

#include <cmath>
#include <iterator>
#include <sstream>

#include "model/alignment/hmm.h"
#include "model/error.h"
#include "model/numerics/random.h"

namespace {

using namespace model::aligner;

std::vector<std::string> words(const std::string &text) {
    std::istringstream in(text);
    return {std::istream_iterator<std::string>(in), {}};
}

/// A language whose words are those of another in the reverse order, with a word in between that
/// stands for none.
std::vector<WordPair> mirrored(int count, std::uint64_t seed = 1) {
    std::vector<WordPair> pairs;
    for (int n = 0; n < count; ++n) {
        model::Random random{seed, static_cast<std::uint64_t>(n)};
        WordPair pair;
        for (std::size_t k = 3 + random.below(5); k > 0; --k) {
            pair.source.push_back(std::string("s").append(std::to_string(random.below(30))));
        }
        pair.target.emplace_back("uh");
        for (auto word = pair.source.rbegin(); word != pair.source.rend(); ++word) {
            pair.target.push_back(std::string("t").append(word->substr(1)));
        }
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

Links mirroredLinks(const WordPair &pair) {
    const int length = static_cast<int>(pair.source.size());
    Links links;
    for (int j = 0; j < length; ++j) {
        links.push_back({j, length - j});
    }
    return links;
}

TEST(WordAligner, findsAKnownAlignment) {
    const auto pairs = mirrored(300);
    for (const auto how : {Symmetrisation::sourceToTarget, Symmetrisation::targetToSource,
                           Symmetrisation::intersection, Symmetrisation::posterior}) {
        AlignerOptions options;
        options.symmetrisation = how;
        const auto got = align(pairs, options);
        ASSERT_EQ(got.size(), pairs.size());
        int right = 0;
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            right += got[i] == mirroredLinks(pairs[i]) ? 1 : 0;
        }
        EXPECT_GE(right, 297) << static_cast<int>(how);
    }
}

TEST(WordAligner, alignsSentencesItHasNotSeen) {
    const WordAligner aligner(mirrored(300), {});
    const auto fresh = mirrored(50, 2);
    int right = 0;
    for (const WordPair &pair : fresh) {
        right += aligner.align(pair) == mirroredLinks(pair) ? 1 : 0;
    }
    EXPECT_GE(right, 49);
    EXPECT_EQ(aligner.align({words("s1 Nora s2"), words("t2 Nora t1")}),
              (Links{{0, 2}, {1, 1}, {2, 0}}));
    EXPECT_TRUE(aligner.align({{}, words("t1")}).empty());
    EXPECT_TRUE(aligner.align({words("s1"), {}}).empty());
}

TEST(WordAligner, everyIterationExplainsTheCorpusBetter) {
    AlignerOptions options;
    options.agreement = false;
    options.prior = 0;
    options.model1Iterations = 6;
    options.hmmIterations = 6;
    const WordAligner aligner(mirrored(200), options);
    for (const auto &values :
         {aligner.likelihoods().sourceToTarget, aligner.likelihoods().targetToSource}) {
        ASSERT_EQ(values.size(), 12U);
        for (std::size_t i = 1; i < values.size(); ++i) {
            if (i != 6) {  // there the other model begins, with jumps of any length
                EXPECT_GT(values[i], values[i - 1]) << i;
            }
        }
        EXPECT_GT(values[11], values[5]);
    }
}

TEST(WordAligner, threadsDoNotChangeTheResult) {
    // More pairs than one thread takes at a time.
    const auto pairs = mirrored(2500);
    AlignerOptions options;
    options.model1Iterations = options.hmmIterations = 2;
    const WordAligner one(pairs, options);
    options.threads = 3;
    const WordAligner three(pairs, options);
    EXPECT_EQ(one.likelihoods().sourceToTarget, three.likelihoods().sourceToTarget);
    EXPECT_EQ(one.likelihoods().targetToSource, three.likelihoods().targetToSource);
    const auto links = align(pairs, options);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        ASSERT_EQ(one.align(pairs[i]), links[i]);
    }
}

TEST(WordAligner, refusesACorpusWithoutPairsAndSkipsLongOnes) {
    EXPECT_THROW(WordAligner({}, {}), model::Error);
    std::vector<WordPair> pairs{{{}, words("a")}, {words("b"), {}}};
    EXPECT_THROW(WordAligner(pairs, {}), model::Error);
    EXPECT_THROW(align(pairs), model::Error);
    pairs = mirrored(100);
    pairs.push_back({std::vector<std::string>(150, "long"), words("t1")});
    pairs.push_back({{}, words("t1")});
    const auto links = align(pairs);
    EXPECT_EQ(links.size(), 102U);
    EXPECT_TRUE(links.back().empty());
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(WordAligner(pairs, {}, stop.get_token()), model::Cancelled);
}

TEST(WordAligner, linksNothingInSentencesBeyondAllMeasure) {
    const WordAligner aligner(mirrored(200), {});
    WordPair pair{words("s1 s2"), words("uh t2 t1")};
    EXPECT_FALSE(aligner.align(pair).empty());
    pair.target.resize(AlignerOptions::longestAligned + 1, "t1");
    EXPECT_TRUE(aligner.align(pair).empty());
}

TEST(HiddenMarkovModel, agreesWithTheSumOverAllAlignments) {
    // Two words made from two given ones or none, with a quarter for none: worked out by listing
    // all nine ways.
    const Emissions emissions{2, 2, {0.5F, 0.1F, 0.2F, 0.4F}, {0.1F, 0.3F}};
    Jumps jumps;
    jumps.inner.fill(1);
    jumps.first.fill(1);
    jumps.last.fill(1);
    jumps.inner[static_cast<std::size_t>(Jumps::bucket(1))] = 3;
    jumps.first[static_cast<std::size_t>(Jumps::bucket(0))] = 4;
    const Transitions transitions(jumps, 2);
    EXPECT_FLOAT_EQ(transitions.step[0], 0.8F);
    EXPECT_FLOAT_EQ(transitions.step[3], 0.75F);  // from the first word to the second
    HmmScratch scratch;
    Posteriors got;
    hmm(emissions, transitions, 0.25F, scratch, got, nullptr);

    const auto step = [&](int from, int to) {
        return static_cast<double>(transitions.step[static_cast<std::size_t>(from * 2 + to - 1)]);
    };
    double total = 0;
    double link[2][3] = {};
    for (int a = 0; a < 3; ++a) {
        for (int b = 0; b < 3; ++b) {
            const auto emission = [&](int i, int from) {
                return static_cast<double>(
                    from == 0 ? emissions.null[static_cast<std::size_t>(i)]
                              : emissions.link[static_cast<std::size_t>(i * 2 + from - 1)]);
            };
            const double p =
                (a == 0 ? 0.25 : 0.75 * step(0, a)) * emission(0, a) *
                (b == 0 ? 0.25 : 0.75 * step(a, b)) * emission(1, b) *
                static_cast<double>(transitions.last[static_cast<std::size_t>(b > 0 ? b : a)]);
            total += p;
            link[0][a] += p;
            link[1][b] += p;
        }
    }
    EXPECT_NEAR(got.logLikelihood, std::log(total), 1e-6);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_NEAR(got.null[i], link[i][0] / total, 1e-6);
        EXPECT_NEAR(got.link[i * 2], link[i][1] / total, 1e-6);
        EXPECT_NEAR(got.link[i * 2 + 1], link[i][2] / total, 1e-6);
    }
}

TEST(Symmetrisation, combinesTwoDirections) {
    // The two agree on 0-0 and 2-2; 1-1 touches both, 1-2 touches 2-2, 4-4 and 4-5 stand alone.
    const Links forward{{0, 0}, {1, 1}, {2, 2}, {4, 4}};
    const Links backward{{0, 0}, {1, 2}, {2, 2}, {4, 5}};
    EXPECT_EQ(symmetrise(forward, backward, Symmetrisation::sourceToTarget), forward);
    EXPECT_EQ(symmetrise(forward, backward, Symmetrisation::targetToSource), backward);
    EXPECT_EQ(symmetrise(forward, backward, Symmetrisation::intersection), (Links{{0, 0}, {2, 2}}));
    EXPECT_EQ(symmetrise(forward, backward, Symmetrisation::unified),
              (Links{{0, 0}, {1, 1}, {1, 2}, {2, 2}, {4, 4}, {4, 5}}));
    // 1-1 is taken first; then neither word of 1-2 is free.
    EXPECT_EQ(symmetrise(forward, backward, Symmetrisation::growDiag),
              (Links{{0, 0}, {1, 1}, {2, 2}}));
    // 4-4 joins two free words; 4-5 then has one that is not.
    EXPECT_EQ(symmetrise(forward, backward, Symmetrisation::growDiagFinalAnd),
              (Links{{0, 0}, {1, 1}, {2, 2}, {4, 4}}));
    EXPECT_TRUE(symmetrise({}, {}, Symmetrisation::growDiagFinalAnd).empty());
}

}  // namespace
