// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/words.h"

#include <gtest/gtest.h>

#include <numeric>

#include "model/configuration.h"
#include "tests/support/traces.h"

namespace {

using model::Matrix;
using model::Piece;
using model::Word;

Piece piece(std::string text, int begin, int end) {
    Piece result;
    result.id = 300;
    result.startsWord = text.starts_with("▁");
    result.isByte = text.starts_with("<0x");
    result.text = std::move(text);
    result.range = {begin, end};
    return result;
}

Piece endPiece(int at) {
    return {model::special::end, "</s>", {at, at}, true, false};
}

std::vector<std::string> texts(const std::vector<Word> &words) {
    std::vector<std::string> result;
    for (const Word &word : words) {
        result.push_back(word.text);
    }
    return result;
}

TEST(Words, piecesOfAWordComeTogether) {
    const std::vector<Piece> pieces{piece("▁La", 0, 2), piece("▁ch", 3, 5), piece("ais", 5, 8),
                                    piece("e", 8, 9),   piece(".", 9, 10),  endPiece(10)};
    const auto words = model::groupWords(pieces, "La chaise.");
    EXPECT_EQ(texts(words), (std::vector<std::string>{"La", "chaise", ".", "end"}));
    EXPECT_EQ(words[1].firstPiece, 1);
    EXPECT_EQ(words[1].pieceCount, 3);
    EXPECT_EQ(words[1].range, (model::Range{3, 9}));
    EXPECT_EQ(model::wordOf(words, 0), 0);
    EXPECT_EQ(model::wordOf(words, 3), 1);
    EXPECT_EQ(model::wordOf(words, 5), 3);
    EXPECT_EQ(model::wordOf(words, 6), -1);
}

TEST(Words, spacesOfAnyKindAroundAWordAreNotPartOfIt) {
    // "10\u00A0%": the mark before the % stands for the no-break space.
    const std::vector<Piece> pieces{piece("▁10", 0, 2), piece("▁", 2, 4), piece("<0x25>", 4, 5),
                                    endPiece(5)};
    const auto words = model::groupWords(pieces, "10\u00A0%");
    EXPECT_EQ(texts(words), (std::vector<std::string>{"10", "%", "end"}));
    EXPECT_EQ(words[1].range, (model::Range{4, 5}));
    const std::vector<Piece> broken{piece("▁a", 0, 2), endPiece(2)};
    EXPECT_EQ(model::groupWords(broken, "a\n")[0].text, "a");
}

TEST(Words, signsInsideAWordStayInIt) {
    const std::vector<Piece> pieces{piece("▁l", 0, 1),      piece("'", 1, 2),   piece("eau", 2, 5),
                                    piece("▁1", 6, 7),      piece(",", 7, 8),   piece("5", 8, 9),
                                    piece("▁quoi", 10, 14), piece("?", 14, 15), piece("!", 15, 16)};
    EXPECT_EQ(texts(model::groupWords(pieces, "l'eau 1,5 quoi?!")),
              (std::vector<std::string>{"l'eau", "1,5", "quoi", "?!"}));
}

TEST(Words, punctuationThatStandsAloneIsOneWord) {
    const std::vector<Piece> pieces{piece("▁Et", 0, 2), piece("▁", 2, 3), piece("?", 3, 4),
                                    piece("!", 4, 5), piece("▁-", 6, 7)};
    EXPECT_EQ(texts(model::groupWords(pieces, "Et ?! -")),
              (std::vector<std::string>{"Et", "?!", "-"}));
}

TEST(Words, bytesBelongToTheirWord) {
    const std::vector<Piece> pieces{piece("▁", 0, 4),      piece("<0xF0>", 0, 4),
                                    piece("<0x9F>", 0, 4), piece("<0x90>", 0, 4),
                                    piece("<0x88>", 0, 4), endPiece(4)};
    EXPECT_EQ(texts(model::groupWords(pieces, "🐈")), (std::vector<std::string>{"🐈", "end"}));
}

TEST(Words, labelsOfPieces) {
    EXPECT_EQ(model::displayText(piece("▁chat", 0, 4)), "chat");
    EXPECT_EQ(model::displayText(piece("s", 0, 1)), "s");
    EXPECT_EQ(model::displayText(piece("▁", 0, 1)), "␣");
    EXPECT_EQ(model::displayText(piece("<0xF0>", 0, 1)), "0xF0");
    EXPECT_EQ(model::displayText(endPiece(3)), "end");
}

TEST(Words, nothingGivesNoWords) {
    EXPECT_TRUE(model::groupWords({}, "").empty());
    EXPECT_EQ(model::mergeAlignment(Matrix(0, 0), {}, {}).size(), 0);
}

TEST(Words, mergedAttentionIsSummedOverSourceAndAveragedOverTarget) {
    Matrix alignment(3, 4);
    alignment << 0.1F, 0.2F, 0.3F, 0.4F,  //
        0.5F, 0.1F, 0.2F, 0.2F,           //
        0.0F, 0.0F, 0.0F, 1.0F;
    const std::vector<Word> source{{0, 1, "a", {}}, {1, 2, "b", {}}, {3, 1, "end", {}}};
    const std::vector<Word> target{{0, 2, "x", {}}, {2, 1, "end", {}}};
    Matrix expected(2, 3);
    expected << 0.3F, 0.4F, 0.3F,  //
        0.0F, 0.0F, 1.0F;
    EXPECT_LT((model::mergeAlignment(alignment, source, target) - expected).cwiseAbs().maxCoeff(),
              1e-6);
}

TEST(Words, ofARealTraceCoverEveryPieceOnceAndKeepTheRowsSums) {
    const auto trace = support::tinyTrace("Où dort l'extraordinaire 🐈 noir ?");
    const auto source = trace->source.words();
    const auto target = model::groupWords(trace->target, trace->translation);
    int next = 0;
    for (const Word &word : source) {
        EXPECT_EQ(word.firstPiece, next);
        next += word.pieceCount;
    }
    EXPECT_EQ(next, trace->sourceLength());
    EXPECT_EQ(texts(source), (std::vector<std::string>{"Où", "dort", "l'extraordinaire", "🐈",
                                                       "noir", "?", "end"}));
    const Matrix merged = model::mergeAlignment(model::alignment(*trace), source, target);
    EXPECT_LT((merged.rowwise().sum().array() - 1).abs().maxCoeff(), 1e-5);
}

}  // namespace
