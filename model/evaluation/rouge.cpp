// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/rouge.h"

#include <algorithm>
#include <map>

#include "model/evaluation/segments.h"
#include "model/text/runs.h"

namespace model::evaluation {
namespace {

using Words = std::vector<std::string>;

/// F1 in percent, of what both have and what each has.
double f1(std::size_t both, std::size_t summary, std::size_t reference) {
    return summary + reference == 0
               ? 0
               : 200 * static_cast<double>(both) / static_cast<double>(summary + reference);
}

std::size_t sizeOf(const std::map<Words, std::size_t> &grams) {
    std::size_t size = 0;
    for (const auto &[gram, count] : grams) {
        size += count;
    }
    return size;
}

std::map<Words, std::size_t> gramsOf(const Words &words, std::size_t n) {
    std::map<Words, std::size_t> grams;
    for (std::size_t i = 0; i + n <= words.size(); ++i) {
        const auto begin = words.begin() + static_cast<std::ptrdiff_t>(i);
        ++grams[Words(begin, begin + static_cast<std::ptrdiff_t>(n))];
    }
    return grams;
}

/// ROUGE-N, where the counts of what both have are clipped.
double ofGrams(const Words &summary, const Words &reference, std::size_t n) {
    const auto mine = gramsOf(summary, n);
    const auto theirs = gramsOf(reference, n);
    std::size_t both = 0;
    for (const auto &[gram, count] : theirs) {
        const auto found = mine.find(gram);
        both += found == mine.end() ? 0 : std::min(count, found->second);
    }
    return f1(both, sizeOf(mine), sizeOf(theirs));
}

std::size_t longestCommonSubsequence(const Words &a, const Words &b) {
    std::vector<std::size_t> row(b.size() + 1, 0);  // of the words of a so far
    for (const std::string &word : a) {
        std::size_t diagonal = 0;
        for (std::size_t j = 1; j < row.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = word == b[j - 1] ? diagonal + 1 : std::max(above, row[j - 1]);
            diagonal = above;
        }
    }
    return row.back();
}

}  // namespace

Rouge rouge(std::string_view summary, const References &references) {
    const Words mine = wordsOf(summary);
    Rouge best;
    for (const std::string &reference : references) {
        const Words theirs = wordsOf(reference);
        best.one = std::max(best.one, ofGrams(mine, theirs, 1));
        best.two = std::max(best.two, ofGrams(mine, theirs, 2));
        best.longest = std::max(
            best.longest, f1(longestCommonSubsequence(mine, theirs), mine.size(), theirs.size()));
    }
    return best;
}

Rouge rouge(std::span<const std::string> summaries, std::span<const References> references) {
    checkSegments(summaries, references);
    Rouge mean;
    for (std::size_t i = 0; i < summaries.size(); ++i) {
        const Rouge each = rouge(summaries[i], references[i]);
        const auto n = static_cast<double>(summaries.size());
        mean.one += each.one / n;
        mean.two += each.two / n;
        mean.longest += each.longest / n;
    }
    return mean;
}

std::string rougeSignature(std::span<const References> references) {
    return "nrefs:" + referenceCount(references) + "|case:lower|tok:words|stem:no|F1|mean";
}

}  // namespace model::evaluation
