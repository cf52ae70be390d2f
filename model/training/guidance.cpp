// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/guidance.h"

#include <algorithm>

#include "model/alignment/words.h"
#include "model/configuration.h"

namespace model::training {

std::vector<WordSpan> wordSpans(std::span<const Piece> pieces, std::span<const Range> words) {
    std::vector<WordSpan> spans;
    spans.reserve(pieces.size());
    std::size_t first = 0;
    for (const Piece &piece : pieces) {
        while (first < words.size() && words[first].end <= piece.range.begin) {
            ++first;
        }
        std::size_t last = first;
        while (!piece.range.empty() && last < words.size() && words[last].begin < piece.range.end) {
            ++last;
        }
        spans.push_back({static_cast<int>(first), static_cast<int>(last)});
    }
    return spans;
}

std::vector<WordSpan> wordSpans(const Tokenizer &tokenizer, std::span<const int> ids,
                                Language language) {
    const std::vector<Piece> pieces = tokenizer.describe(ids);
    const std::vector<Range> words = aligner::splitWords(tokenizer.decode(ids), language);
    return wordSpans(pieces, words);
}

std::vector<PieceLink> pieceLinks(const aligner::Links &links, std::span<const WordSpan> source,
                                  std::span<const WordSpan> target) {
    std::vector<PieceLink> result;
    // Sentences have few pieces, so that looking at all of them is fast enough.
    const auto visit = [](std::span<const WordSpan> spans, int word, const auto &use) {
        for (std::size_t i = 0; i < spans.size(); ++i) {
            if (spans[i].first <= word && word < spans[i].last) {
                use(static_cast<int>(i));
            }
        }
    };
    for (const aligner::Link &link : links) {
        visit(target, link.target, [&](int t) {
            visit(source, link.source, [&](int s) { result.push_back({t, s}); });
        });
    }
    if (!source.empty() && !target.empty()) {
        result.push_back(
            {static_cast<int>(target.size()) - 1, static_cast<int>(source.size()) - 1});
    }
    std::sort(result.begin(), result.end());
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

}  // namespace model::training
