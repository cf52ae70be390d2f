// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/chrf.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <vector>

#include "model/evaluation/segments.h"

namespace model::evaluation {
namespace {

constexpr std::size_t chrfOrders = 6;
constexpr double betaSquared = 4;

using Counts = std::unordered_map<std::string, long>;
using Grams = std::array<Counts, chrfOrders>;

Grams countGrams(const std::string &text) {
    auto letters = characters(text);
    std::erase_if(letters, isSpace);
    Grams grams;
    for (std::size_t begin = 0; begin < letters.size(); ++begin) {
        std::string gram;
        for (std::size_t n = 0; n < chrfOrders && begin + n < letters.size(); ++n) {
            gram += letters[begin + n];
            ++grams[n][gram];
        }
    }
    return grams;
}

/// n-grams of one order in the hypothesis, in the reference, and in both.
struct Matches {
    long hypothesis = 0;
    long reference = 0;
    long both = 0;
};
using ChrfStatistics = std::array<Matches, chrfOrders>;

Matches compare(const Counts &hypothesis, const Counts &reference) {
    Matches matches;
    for (const auto &[gram, count] : reference) {
        matches.reference += count;
    }
    for (const auto &[gram, count] : hypothesis) {
        const auto found = reference.find(gram);
        matches.both += found == reference.end() ? 0 : std::min(count, found->second);
        // An order that the reference is too short for does not count.
        matches.hypothesis += reference.empty() ? 0 : count;
    }
    return matches;
}

/// F_β of precision and recall, each averaged over the orders that both sides have.
double score(const ChrfStatistics &statistics) {
    double precision = 0;
    double recall = 0;
    int effective = 0;
    for (const Matches &m : statistics) {
        if (m.hypothesis > 0 && m.reference > 0) {
            precision += static_cast<double>(m.both) / static_cast<double>(m.hypothesis);
            recall += static_cast<double>(m.both) / static_cast<double>(m.reference);
            ++effective;
        }
    }
    if (precision + recall == 0) {
        return 0;
    }
    precision /= effective;
    recall /= effective;
    return 100 * (1 + betaSquared) * precision * recall / (betaSquared * precision + recall);
}

ChrfStatistics bestStatistics(const std::string &hypothesis, const References &references) {
    const Grams grams = countGrams(hypothesis);
    ChrfStatistics best;
    double bestScore = -1;
    for (const std::string &reference : references) {
        const Grams other = countGrams(reference);
        ChrfStatistics statistics;
        for (std::size_t n = 0; n < chrfOrders; ++n) {
            statistics[n] = compare(grams[n], other[n]);
        }
        if (score(statistics) > bestScore) {
            bestScore = score(statistics);
            best = statistics;
        }
    }
    return best;
}

}  // namespace

double chrf(std::span<const std::string> hypotheses, std::span<const References> references) {
    checkSegments(hypotheses, references);
    ChrfStatistics sum;
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        const ChrfStatistics best = bestStatistics(hypotheses[i], references[i]);
        for (std::size_t n = 0; n < chrfOrders; ++n) {
            sum[n].hypothesis += best[n].hypothesis;
            sum[n].reference += best[n].reference;
            sum[n].both += best[n].both;
        }
    }
    return score(sum);
}

std::string chrfSignature(std::span<const References> references) {
    return "nrefs:" + referenceCount(references) + "|case:mixed|eff:yes|nc:6|nw:0|space:no";
}

}  // namespace model::evaluation
