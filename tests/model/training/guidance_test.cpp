// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/guidance.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/alignment/words.h"
#include "model/configuration.h"
#include "tests/model/text/tiny_tokenizer.h"

namespace {

using namespace model;
using namespace model::training;

std::vector<Piece> piecesAt(const std::vector<Range> &ranges) {
    std::vector<Piece> pieces;
    for (const Range &range : ranges) {
        Piece piece;
        piece.range = range;
        pieces.push_back(piece);
    }
    return pieces;
}

TEST(WordSpans, holdEveryWordThatAPieceHasAPartIn) {
    // "l'homme dort": words l' homme dort; pieces l'h omme dort and the end.
    const std::vector<Range> words{{0, 2}, {2, 7}, {8, 12}};
    const auto spans = wordSpans(piecesAt({{0, 3}, {3, 7}, {7, 8}, {8, 12}, {12, 12}}), words);
    const std::vector<WordSpan> expected{{0, 2}, {1, 2}, {2, 2}, {2, 3}, {3, 3}};
    EXPECT_EQ(spans, expected);
}

TEST(WordSpans, ofATokenizersPiecesCoverTheSentence) {
    const Tokenizer tokenizer(tinyTokenizer(), "tokenizer.source");
    const std::string sentence = "le chat mange";
    std::vector<int> ids = tokenizer.encodeNormalized(sentence);
    ids.push_back(special::end);
    const auto spans = wordSpans(tokenizer, ids, Language::french);
    ASSERT_EQ(spans.size(), ids.size());
    EXPECT_EQ(spans.front().first, 0);
    EXPECT_EQ(spans[spans.size() - 2].last, 3);
    EXPECT_EQ(spans.back().first, spans.back().last) << "the end piece has no word";
    for (std::size_t i = 1; i + 1 < spans.size(); ++i) {
        EXPECT_LE(spans[i].first, spans[i - 1].last) << "no word between pieces is left out";
    }
}

TEST(PieceLinks, joinThePiecesOfLinkedWordsAndTheEnds) {
    const std::vector<WordSpan> source{{0, 1}, {1, 2}, {1, 2}, {2, 2}};  // word 1 in two pieces
    const std::vector<WordSpan> target{{0, 1}, {0, 1}, {1, 2}, {2, 2}};
    const std::vector<PieceLink> links =
        pieceLinks({{0, 1}, {1, 0}, {5, 0}, {0, 9}}, source, target);
    const std::vector<PieceLink> expected{{0, 1}, {0, 2}, {1, 1}, {1, 2}, {2, 0}, {3, 3}};
    EXPECT_EQ(links, expected);
}

TEST(LinksOfSameWords, joinTheirPiecesLetterByLetter) {
    const Tokenizer tokenizer(tinyTokenizer(), "tokenizer");
    const auto encode = [&](const std::string &text) {
        std::vector<int> ids = tokenizer.encodeNormalized(text);
        ids.push_back(special::end);
        return ids;
    };
    // What each linked piece is, target first.
    const auto linked = [&](const std::string &from, const std::string &to) {
        const std::vector<int> source = encode(from);
        const std::vector<int> target = encode(to);
        const auto links = linksOfSameWords({tokenizer, source, Language::french},
                                            {tokenizer, target, Language::other});
        EXPECT_EQ(links.back(), (PieceLink{static_cast<int>(target.size()) - 1,
                                           static_cast<int>(source.size()) - 1}));
        EXPECT_TRUE(std::is_sorted(links.begin(), links.end()));
        std::string pieces;
        for (const PieceLink &link : links) {
            const auto at = [&](const std::vector<int> &ids, int i) {
                return std::string(tokenizer.piece(ids[static_cast<std::size_t>(i)]));
            };
            pieces += at(target, link.target) + "=" + at(source, link.source) + " ";
        }
        return pieces;
    };
    // Bytes of a character are linked one by one, whatever stands between.
    EXPECT_EQ(linked("\U0001F600", "\U0001F600"),
              "<0xF0>=<0xF0> <0x9F>=<0x9F> <0x98>=<0x98> <0x80>=<0x80> </s>=</s> ");
    // Other words are not linked, nor those that are there more often on one side.
    EXPECT_EQ(linked("жж oui", "жж yes"),
              "<0xD0>=<0xD0> <0xB6>=<0xB6> <0xD0>=<0xD0> <0xB6>=<0xB6> </s>=</s> ");
    EXPECT_EQ(linked("ж ж", "ж"), "</s>=</s> ");
    // The second with the second.
    EXPECT_EQ(linked("ж, ж", "ж et ж"),
              "<0xD0>=<0xD0> <0xB6>=<0xB6> <0xD0>=<0xD0> <0xB6>=<0xB6> </s>=</s> ");
}

TEST(LinksToSameWords, joinAWordWithAllItsPlacesWhateverTheCase) {
    const Tokenizer tokenizer(tinyTokenizer(), "tokenizer");
    const auto linked = [&](const std::string &from, const std::string &to) {
        std::vector<int> source = tokenizer.encodeNormalized(from);
        std::vector<int> target = tokenizer.encodeNormalized(to);
        source.push_back(special::end);
        target.push_back(special::end);
        const auto links = linksToSameWords({tokenizer, source, Language::other},
                                            {tokenizer, target, Language::other});
        EXPECT_TRUE(std::is_sorted(links.begin(), links.end()));
        EXPECT_EQ(links.back(), (PieceLink{static_cast<int>(target.size()) - 1,
                                           static_cast<int>(source.size()) - 1}));
        return links.size() - 1;
    };
    // Two bytes each, which are pieces of their own: one word, two places, three, four.
    EXPECT_EQ(linked("ж", "ж"), 2U);
    EXPECT_EQ(linked("ж ж", "ж"), 4U);
    EXPECT_EQ(linked("ж ж ж", "ж"), 6U);
    EXPECT_EQ(linked("ж ж ж ж", "ж"), 0U) << "too often to have been taken from a place";
    EXPECT_EQ(linked("Ж", "ж"), 2U) << "whatever the case";
    EXPECT_EQ(linked("ж", "ж ж"), 4U) << "said twice";
    EXPECT_EQ(linked("жж", "ж"), 0U) << "a part is no word";
    EXPECT_EQ(linked(". ж", ". я"), 0U) << "marks are not taken over";
}

TEST(PieceLinks, nameEachPairOnce) {
    // A piece that holds two words, both linked with the same one.
    const std::vector<PieceLink> links =
        pieceLinks({{0, 0}, {1, 0}}, std::vector<WordSpan>{{0, 2}, {2, 2}},
                   std::vector<WordSpan>{{0, 1}, {1, 1}});
    const std::vector<PieceLink> expected{{0, 0}, {1, 1}};
    EXPECT_EQ(links, expected);
}

}  // namespace
