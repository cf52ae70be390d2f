// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/batch.h"

#include <algorithm>
#include <numeric>

#include "model/configuration.h"
#include "model/numerics/random.h"

namespace model::training {

namespace {

enum Stream : std::uint64_t { joinStream = 11, planStream = 12 };

/// Appends what is expected of the next pair, without what is of the end piece of the first.
void appendExpected(EncodedPair &pair, const EncodedPair &next) {
    if (pair.expected.empty() && next.expected.empty()) {
        return;
    }
    pair.expected.resize((pair.target.size() - 1) * expectedPieces);
    pair.expected.insert(pair.expected.end(), next.expected.begin(), next.expected.end());
    pair.expected.resize((pair.target.size() - 1 + next.target.size()) * expectedPieces);
}

/// Appends without the end pieces of the first pair.
void append(EncodedPair &pair, const EncodedPair &next) {
    appendExpected(pair, next);
    for (std::vector<int> EncodedPair::*side : {&EncodedPair::source, &EncodedPair::target}) {
        (pair.*side).pop_back();
    }
    const int source = static_cast<int>(pair.source.size());
    const int target = static_cast<int>(pair.target.size());
    std::erase_if(pair.links, [source, target](const PieceLink &link) {
        return link.source == source || link.target == target;
    });
    for (const PieceLink &link : next.links) {
        pair.links.push_back({target + link.target, source + link.source});
    }
    pair.source.insert(pair.source.end(), next.source.begin(), next.source.end());
    pair.target.insert(pair.target.end(), next.target.begin(), next.target.end());
}

/// The places of the pairs in a list; equally long ones keep their order.
std::vector<std::size_t> longestSourceFirst(const std::vector<const EncodedPair *> &list) {
    std::vector<std::size_t> order(list.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&list](std::size_t a, std::size_t b) {
        return list[a]->source.size() > list[b]->source.size();
    });
    return order;
}

/// Sorts the links of the pairs by the rows of the batch.
void layOutLinks(const std::vector<const EncodedPair *> &pairs, Batch &batch) {
    if (std::all_of(pairs.begin(), pairs.end(),
                    [](const EncodedPair *pair) { return pair->links.empty(); })) {
        return;
    }
    std::vector<int> starts(batch.target.size() + 1, 0);
    const auto row = [&pairs](std::size_t b, const PieceLink &link) {
        return static_cast<std::size_t>(link.target) * pairs.size() + b;
    };
    for (std::size_t b = 0; b < pairs.size(); ++b) {
        for (const PieceLink &link : pairs[b]->links) {
            ++starts[row(b, link) + 1];
        }
    }
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    batch.linkedSources.resize(static_cast<std::size_t>(starts.back()));
    std::vector<int> next = starts;
    for (std::size_t b = 0; b < pairs.size(); ++b) {
        for (const PieceLink &link : pairs[b]->links) {
            const int place = next[row(b, link)]++;
            batch.linkedSources[static_cast<std::size_t>(place)] = link.source;
        }
    }
    batch.linkStarts = std::move(starts);
}

void layOutExpected(const std::vector<const EncodedPair *> &pairs, Batch &batch) {
    if (std::all_of(pairs.begin(), pairs.end(),
                    [](const EncodedPair *pair) { return pair->expected.empty(); })) {
        return;
    }
    batch.expected.resize(batch.target.size() * expectedPieces);
    for (std::size_t b = 0; b < pairs.size(); ++b) {
        const auto &expected = pairs[b]->expected;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const std::size_t row = i / expectedPieces * pairs.size() + b;
            batch.expected[row * expectedPieces + i % expectedPieces] = expected[i];
        }
    }
}

/// Sorts a pool of pairs by their lengths and appends its batches.
void cutPool(std::span<const EncodedPair> pairs, std::span<int> pool, std::size_t targetPieces,
             std::vector<std::vector<int>> &batches) {
    const auto pair = [&pairs](int index) -> const EncodedPair & {
        return pairs[static_cast<std::size_t>(index)];
    };
    const auto shape = [&pair](int index) {
        return std::pair(pair(index).target.size(), pair(index).source.size());
    };
    // A stable sort keeps pairs of one shape in random order.
    std::stable_sort(pool.begin(), pool.end(),
                     [&shape](int a, int b) { return shape(a) < shape(b); });
    std::vector<int> batch;
    for (const int index : pool) {
        // Lengths increase: the newest pair is the longest of its batch.
        const std::size_t length = pair(index).target.size();
        if (!batch.empty() && length * (batch.size() + 1) > targetPieces) {
            batches.push_back(std::move(batch));
            batch.clear();
        }
        batch.push_back(index);
    }
    if (!batch.empty()) {
        batches.push_back(std::move(batch));
    }
}

}  // namespace

int Batch::running(int t) const {
    const auto firstEnded = std::partition_point(sourceLengths.begin(), sourceLengths.end(),
                                                 [t](int length) { return length > t; });
    return static_cast<int>(firstEnded - sourceLengths.begin());
}

std::span<const int> Batch::linked(long row) const {
    if (linkStarts.empty()) {
        return {};
    }
    const auto first = static_cast<std::size_t>(linkStarts[static_cast<std::size_t>(row)]);
    const auto last = static_cast<std::size_t>(linkStarts[static_cast<std::size_t>(row) + 1]);
    return {linkedSources.data() + first, last - first};
}

Batch makeBatch(const std::vector<const EncodedPair *> &list) {
    Batch batch;
    batch.size = static_cast<int>(list.size());
    batch.order = longestSourceFirst(list);
    std::vector<const EncodedPair *> pairs;
    for (const std::size_t place : batch.order) {
        pairs.push_back(list[place]);
    }
    for (const EncodedPair *pair : pairs) {
        batch.sourceLengths.push_back(static_cast<int>(pair->source.size()));
        batch.targetLengths.push_back(static_cast<int>(pair->target.size()));
        batch.sourceLength = std::max(batch.sourceLength, batch.sourceLengths.back());
        batch.targetLength = std::max(batch.targetLength, batch.targetLengths.back());
        batch.targetPieces += batch.targetLengths.back();
    }
    batch.source.assign(pairs.size() * static_cast<std::size_t>(batch.sourceLength),
                        special::padding);
    batch.target.assign(pairs.size() * static_cast<std::size_t>(batch.targetLength),
                        special::padding);
    for (std::size_t b = 0; b < pairs.size(); ++b) {
        for (std::size_t t = 0; t < pairs[b]->source.size(); ++t) {
            batch.source[t * pairs.size() + b] = pairs[b]->source[t];
        }
        for (std::size_t t = 0; t < pairs[b]->target.size(); ++t) {
            batch.target[t * pairs.size() + b] = pairs[b]->target[t];
        }
    }
    layOutLinks(pairs, batch);
    layOutExpected(pairs, batch);
    for (const EncodedPair *pair : pairs) {
        if (pair->scene) {
            batch.pictures.push_back(pair->shades == 0
                                         ? scenes::draw(*pair->scene)
                                         : scenes::drawInShades(*pair->scene, {pair->shades}));
        }
    }
    return batch;
}

std::vector<EncodedPair> joinPairs(std::vector<EncodedPair> pairs, const BatchPlan &plan,
                                   std::uint64_t seed, std::uint64_t epoch) {
    Random random{seed, joinStream, epoch};
    random.shuffle(pairs);
    const auto fits = [](const EncodedPair &pair, int limit) {
        return std::max(pair.source.size(), pair.target.size()) <= static_cast<std::size_t>(limit);
    };
    std::vector<EncodedPair> joined;
    joined.reserve(pairs.size());
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        EncodedPair pair = std::move(pairs[i]);
        const auto most = static_cast<std::size_t>(plan.joinedCount - 1);
        const int more = random.chance(plan.joined) ? 1 + static_cast<int>(random.below(most)) : 0;
        for (int k = 0; k < more && i + 1 < pairs.size(); ++k) {
            EncodedPair longer = pair;
            append(longer, pairs[i + 1]);
            if (!fits(longer, plan.joinedLength)) {
                break;
            }
            pair = std::move(longer);
            ++i;
        }
        if (fits(pair, plan.maximumLength)) {
            joined.push_back(std::move(pair));
        }
    }
    return joined;
}

std::vector<std::vector<int>> planEpoch(std::span<const EncodedPair> pairs, const BatchPlan &plan,
                                        std::uint64_t seed, std::uint64_t epoch) {
    Random random{seed, planStream, epoch};
    std::vector<int> order(pairs.size());
    std::iota(order.begin(), order.end(), 0);
    random.shuffle(order);
    std::vector<std::vector<int>> batches;
    const auto pool = static_cast<std::size_t>(plan.pool);
    for (std::size_t first = 0; first < order.size(); first += pool) {
        cutPool(pairs, std::span(order).subspan(first, std::min(pool, order.size() - first)),
                static_cast<std::size_t>(plan.targetPieces), batches);
    }
    random.shuffle(batches);
    return batches;
}

}  // namespace model::training
