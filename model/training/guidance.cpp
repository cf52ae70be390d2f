// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/guidance.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "model/alignment/words.h"
#include "model/configuration.h"
#include "model/text/runs.h"
#include "model/text/utf8.h"

namespace model::training {

namespace {

/// The bytes of a word, counted from its beginning, that a piece stands for.
struct LetterPiece {
    int piece = 0;
    Range letters;
};

/// Where the words of a sentence are, and which piece spells which of their letters.
class Spelling {
  public:
    explicit Spelling(const PiecesOf &sentence)
        : text_(sentence.tokenizer.decode(sentence.ids)),
          pieces_(sentence.tokenizer.describe(sentence.ids)) {
        for (const Range &word : aligner::splitWords(text_, sentence.language)) {
            words_[std::string(textIn(text_, word))].push_back(word);
        }
    }

    const std::map<std::string, std::vector<Range>> &words() const { return words_; }

    /// The pieces of a word. The bytes of one character share its range: the first of them is its
    /// first byte.
    std::vector<LetterPiece> pieces(Range word) const {
        std::vector<LetterPiece> found;
        int bytes = 0;  // of the character that is being spelled
        for (std::size_t i = 0; i < pieces_.size(); ++i) {
            Range range = pieces_[i].range;
            const bool goesOn = pieces_[i].isByte && i > 0 && pieces_[i - 1].isByte &&
                                pieces_[i - 1].range == range;
            bytes = goesOn ? bytes + 1 : 0;
            if (range.empty() || range.end <= word.begin || word.end <= range.begin) {
                continue;
            }
            if (pieces_[i].isByte) {
                range = {range.begin + bytes, range.begin + bytes + 1};
            }
            found.push_back(
                {static_cast<int>(i), {range.begin - word.begin, range.end - word.begin}});
        }
        return found;
    }

  private:
    std::string text_;
    std::vector<Piece> pieces_;
    std::map<std::string, std::vector<Range>> words_;
};

using Places = std::vector<Range>;

/// Links the pieces that spell the same letters of two words.
void linkLetters(const Spelling &from, Range source, const Spelling &to, Range target,
                 std::vector<PieceLink> &links) {
    for (const LetterPiece &t : to.pieces(target)) {
        for (const LetterPiece &s : from.pieces(source)) {
            if (overlap(s.letters, t.letters)) {
                links.push_back({t.piece, s.piece});
            }
        }
    }
}

/// With the link of the end pieces, sorted.
std::vector<PieceLink> completed(std::vector<PieceLink> links, const PiecesOf &source,
                                 const PiecesOf &target) {
    links.push_back(
        {static_cast<int>(target.ids.size()) - 1, static_cast<int>(source.ids.size()) - 1});
    std::sort(links.begin(), links.end());
    links.erase(std::unique(links.begin(), links.end()), links.end());
    return links;
}

/// The places of words in lower case that hold a letter or a digit.
std::map<std::string, Places> placesWhateverTheCase(const Spelling &spelling) {
    std::map<std::string, Places> result;
    for (const auto &[word, places] : spelling.words()) {
        if (!wordRuns(word).empty()) {
            Places &all = result[lowerCased(word)];
            all.insert(all.end(), places.begin(), places.end());
        }
    }
    return result;
}

}  // namespace

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

std::vector<PieceLink> linksOfSameWords(const PiecesOf &source, const PiecesOf &target) {
    const Spelling from(source);
    const Spelling to(target);
    std::vector<PieceLink> links;
    for (const auto &[word, places] : to.words()) {
        const auto same = from.words().find(word);
        if (same == from.words().end() || same->second.size() != places.size()) {
            continue;
        }
        for (std::size_t k = 0; k < places.size(); ++k) {
            linkLetters(from, same->second[k], to, places[k], links);
        }
    }
    return completed(std::move(links), source, target);
}

std::vector<PieceLink> linksToSameWords(const PiecesOf &source, const PiecesOf &target) {
    constexpr std::size_t mostPlaces = 3;
    const Spelling from(source);
    const Spelling to(target);
    const auto known = placesWhateverTheCase(from);
    std::vector<PieceLink> links;
    for (const auto &[word, places] : placesWhateverTheCase(to)) {
        const auto same = known.find(word);
        if (same == known.end() || same->second.size() > mostPlaces) {
            continue;
        }
        for (const Range &place : places) {
            for (const Range &there : same->second) {
                linkLetters(from, there, to, place, links);
            }
        }
    }
    return completed(std::move(links), source, target);
}

}  // namespace model::training
