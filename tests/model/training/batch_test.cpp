// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/batch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace {

using namespace model::training;

std::vector<EncodedPair> manyPairs(int count) {
    std::vector<EncodedPair> pairs;
    for (int i = 0; i < count; ++i) {
        EncodedPair pair;
        pair.source.assign(static_cast<std::size_t>(1 + i * 7 % 23), 100 + i);
        pair.target.assign(static_cast<std::size_t>(1 + i * 5 % 17), 500 + i);
        pair.source.push_back(3);
        pair.target.push_back(3);
        pairs.push_back(pair);
    }
    return pairs;
}

TEST(Batch, liesTimeMajorWithTheLongestSourceFirst) {
    const EncodedPair shortPair{{7, 3}, {8, 9, 3}};
    const EncodedPair longPair{{4, 5, 6, 3}, {9, 3}};
    const Batch batch = makeBatch({&shortPair, &longPair});
    EXPECT_EQ(batch.size, 2);
    EXPECT_EQ(batch.sourceLengths, (std::vector<int>{4, 2}));
    EXPECT_EQ(batch.targetLengths, (std::vector<int>{2, 3}));
    EXPECT_EQ(batch.source, (std::vector<int>{4, 7, 5, 3, 6, 0, 3, 0}));
    EXPECT_EQ(batch.target, (std::vector<int>{9, 8, 3, 9, 0, 3}));
    EXPECT_EQ(batch.targetPieces, 5);
    EXPECT_EQ(batch.running(0), 2);
    EXPECT_EQ(batch.running(1), 2);
    EXPECT_EQ(batch.running(2), 1);
    EXPECT_EQ(batch.running(3), 1);
    EXPECT_EQ(batch.running(4), 0);
}

TEST(Batch, tellsWhichPairOfTheListEachOfItsSentencesIs) {
    const EncodedPair two{{7, 3}, {8, 9, 3}};
    const EncodedPair alsoTwo{{5, 3}, {9, 3}};
    const EncodedPair four{{4, 5, 6, 3}, {9, 3}};
    const EncodedPair three{{4, 5, 3}, {3}};
    const Batch batch = makeBatch({&two, &four, &alsoTwo, &three});
    EXPECT_EQ(batch.order, (std::vector<std::size_t>{1, 3, 0, 2}));
    EXPECT_EQ(batch.targetLengths, (std::vector<int>{2, 1, 3, 2}));
}

TEST(Batch, knowsWhichSourcePositionsARowIsLinkedWith) {
    const EncodedPair shortPair{{7, 3}, {8, 9, 3}, {{0, 0}, {2, 1}}};
    const EncodedPair longPair{{4, 5, 6, 3}, {9, 3}, {{0, 0}, {0, 2}}};
    const Batch batch = makeBatch({&shortPair, &longPair});
    const auto linked = [&batch](long row) {
        const auto span = batch.linked(row);
        return std::vector<int>(span.begin(), span.end());
    };
    EXPECT_EQ(linked(0), (std::vector<int>{0, 2}));  // step 0 of the longer sentence
    EXPECT_EQ(linked(1), (std::vector<int>{0}));
    EXPECT_EQ(linked(2), std::vector<int>());
    EXPECT_EQ(linked(5), (std::vector<int>{1}));
    const EncodedPair unlinked{{7, 3}, {8, 3}};
    EXPECT_TRUE(makeBatch({&unlinked}).linked(0).empty());
}

TEST(Batch, ofNothingIsEmpty) {
    const Batch batch = makeBatch({});
    EXPECT_EQ(batch.size, 0);
    EXPECT_EQ(batch.targetPieces, 0);
}

TEST(Plan, usesEveryPairOnceWithinTheBudget) {
    const auto pairs = manyPairs(200);
    BatchPlan plan;
    plan.targetPieces = 64;
    const auto batches = planEpoch(pairs, plan, 1, 0);
    std::multiset<int> used;
    for (const auto &batch : batches) {
        std::size_t longest = 0;
        for (const int index : batch) {
            used.insert(index);
            longest = std::max(longest, pairs[static_cast<std::size_t>(index)].target.size());
        }
        EXPECT_LE(longest * batch.size(), 64U);
        EXPECT_FALSE(batch.empty());
    }
    EXPECT_EQ(used.size(), pairs.size());
    EXPECT_EQ(std::set<int>(used.begin(), used.end()).size(), pairs.size());
}

TEST(Plan, takesAPairThatIsLongerThanTheBudgetAlone) {
    BatchPlan plan;
    plan.targetPieces = 1;
    const auto pairs = manyPairs(5);
    EXPECT_EQ(planEpoch(pairs, plan, 1, 0).size(), pairs.size());
}

TEST(Plan, followsFromSeedAndEpoch) {
    const auto pairs = manyPairs(200);
    EXPECT_EQ(planEpoch(pairs, {}, 1, 2), planEpoch(pairs, {}, 1, 2));
    BatchPlan plan;
    plan.targetPieces = 64;
    EXPECT_NE(planEpoch(pairs, plan, 1, 2), planEpoch(pairs, plan, 1, 3));
    EXPECT_NE(planEpoch(pairs, plan, 1, 2), planEpoch(pairs, plan, 2, 2));
}

TEST(Plan, formsBatchesOfLikeLengthsWithinAPool) {
    const auto pairs = manyPairs(200);
    BatchPlan plan;
    plan.targetPieces = 64;
    const auto differences = [&](int pool) {
        plan.pool = pool;
        long sum = 0;
        for (const auto &batch : planEpoch(pairs, plan, 1, 0)) {
            const auto [least, most] =
                std::minmax_element(batch.begin(), batch.end(), [&pairs](int a, int b) {
                    return pairs[static_cast<std::size_t>(a)].target.size() <
                           pairs[static_cast<std::size_t>(b)].target.size();
                });
            sum += static_cast<long>(pairs[static_cast<std::size_t>(*most)].target.size() -
                                     pairs[static_cast<std::size_t>(*least)].target.size());
        }
        return sum;
    };
    EXPECT_LT(differences(200), differences(20));
    plan.pool = 1;
    EXPECT_EQ(planEpoch(pairs, plan, 1, 0).size(), pairs.size());
}

TEST(Join, keepsEveryPieceAndOneEnd) {
    BatchPlan plan;
    plan.joined = 0.5;
    const auto joined = joinPairs(manyPairs(300), plan, 1, 0);
    std::size_t sourcePieces = 0;
    std::set<int> seen;
    for (const EncodedPair &pair : joined) {
        EXPECT_EQ(std::count(pair.source.begin(), pair.source.end(), 3), 1);
        EXPECT_EQ(pair.source.back(), 3);
        EXPECT_EQ(pair.target.back(), 3);
        EXPECT_LE(pair.source.size(), 90U);
        sourcePieces += pair.source.size() - 1;
        // Sentences stay in step: the pair made from source 100 + i has target 500 + i.
        std::set<int> sources(pair.source.begin(), pair.source.end() - 1);
        std::set<int> targets;
        for (std::size_t k = 0; k + 1 < pair.target.size(); ++k) {
            targets.insert(pair.target[k] - 400);
        }
        EXPECT_EQ(sources, targets);
        seen.insert(sources.begin(), sources.end());
    }
    EXPECT_EQ(seen.size(), 300U);
    EXPECT_LT(joined.size(), 280U);
    std::size_t expected = 0;
    for (const EncodedPair &pair : manyPairs(300)) {
        expected += pair.source.size() - 1;
    }
    EXPECT_EQ(sourcePieces, expected);
}

TEST(Join, movesLinksWithTheirPieces) {
    BatchPlan plan;
    plan.joined = 1;
    std::vector<EncodedPair> pairs(6, EncodedPair{{7, 8, 3}, {9, 3}, {{0, 1}, {1, 2}}});
    int joins = 0;
    for (const EncodedPair &pair : joinPairs(pairs, plan, 1, 0)) {
        std::vector<PieceLink> expected;
        for (int i = 0; i + 1 < static_cast<int>(pair.target.size()); ++i) {
            expected.push_back({i, 2 * i + 1});
            joins += i > 0 ? 1 : 0;
        }
        expected.push_back(
            {static_cast<int>(pair.target.size()) - 1, static_cast<int>(pair.source.size()) - 1});
        EXPECT_EQ(pair.links, expected);
    }
    EXPECT_GT(joins, 0);
}

TEST(Join, takesAsManyPairsAsItIsTold) {
    BatchPlan plan;
    plan.joined = 1;
    plan.joinedCount = 5;
    plan.joinedLength = 1000;
    std::set<std::size_t> counts;
    for (const EncodedPair &pair :
         joinPairs(std::vector<EncodedPair>(400, EncodedPair{{7, 3}, {9, 3}}), plan, 1, 0)) {
        counts.insert(pair.source.size() - 1);
    }
    counts.erase(1);  // what was left at the end
    EXPECT_EQ(counts, (std::set<std::size_t>{2, 3, 4, 5}));
}

TEST(Join, movesWhatIsExpectedWithItsPieces) {
    BatchPlan plan;
    plan.joined = 1;
    // Of every other pair nothing is expected.
    std::vector<model::layers::Expected> expected(2 * expectedPieces);
    expected[0] = {9, 0.5F};
    expected[expectedPieces] = {3, 0.25F};
    std::vector<EncodedPair> pairs;
    for (int i = 0; i < 10; ++i) {
        pairs.push_back({{7, 3}, {9, 3}, {}, expected});
        pairs.push_back({{8, 3}, {10, 3}});
    }
    int joins = 0;
    for (const EncodedPair &pair : joinPairs(pairs, plan, 1, 0)) {
        const bool isKnown = std::count(pair.target.begin(), pair.target.end(), 9) > 0;
        ASSERT_EQ(pair.expected.size(), isKnown ? pair.target.size() * expectedPieces : 0);
        for (std::size_t i = 0; isKnown && i < pair.target.size(); ++i) {
            const model::layers::Expected &first = pair.expected[i * expectedPieces];
            const bool afterKnown = i > 0 && pair.target[i - 1] == 9;
            const bool isTarget = pair.target[i] == 9 || (pair.target[i] == 3 && afterKnown);
            EXPECT_EQ(first.probability > 0, isTarget);
            EXPECT_EQ(first.piece, isTarget ? pair.target[i] : 0);
        }
        joins += pair.target.size() > 2 ? 1 : 0;
    }
    EXPECT_GT(joins, 3);
}

TEST(Batch, laysOutWhatIsExpectedByRows) {
    std::vector<model::layers::Expected> expected(2 * expectedPieces);
    expected[1] = {9, 0.5F};
    expected[expectedPieces] = {3, 0.25F};
    const EncodedPair known{{7, 3}, {9, 3}, {}, expected};
    const EncodedPair unknown{{7, 8, 3}, {9, 10, 3}};
    const Batch batch = makeBatch({&known, &unknown});  // the longer one comes first
    ASSERT_EQ(batch.expected.size(), std::size_t(3) * 2 * expectedPieces);
    for (std::size_t i = 0; i < batch.expected.size(); ++i) {
        const float wanted = i == expectedPieces + 1 ? 0.5F : i == 3 * expectedPieces ? 0.25F : 0;
        EXPECT_EQ(batch.expected[i].probability, wanted) << i;
    }
    EXPECT_TRUE(makeBatch({&unknown}).expected.empty());
}

TEST(Join, leavesOutWhatIsTooLong) {
    BatchPlan plan;
    plan.maximumLength = 10;
    plan.joined = 0;
    const auto left = joinPairs(manyPairs(100), plan, 1, 0);
    EXPECT_GT(left.size(), 0U);
    EXPECT_LT(left.size(), 100U);
    for (const EncodedPair &pair : left) {
        EXPECT_LE(std::max(pair.source.size(), pair.target.size()), 10U);
    }
}

}  // namespace
