// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is typed gives a translation or a plain sentence.
#include <gtest/gtest.h>

#include "model/decoding/decoding.h"
#include "model/decoding/search.h"
#include "model/decoding/translation.h"
#include "model/error.h"
#include "tests/support/traces.h"

namespace {

using support::tinyModel;

std::string repeated(const std::string &text, int times) {
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

/// The message with which a sentence is refused; "" where it is translated.
std::string refusal(const std::string &sentence) {
    try {
        model::translate(tinyModel(), sentence);
    } catch (const model::SentenceError &error) {
        return error.what();
    }
    return {};
}

TEST(BadInput, nothingButBlanksIsRefused) {
    for (const std::string sentence :
         {"", " ", "\n\n", "\t \r\n", "\u00a0\u3000", "\u200b\u200d", "\x01\x02\x7f"}) {
        EXPECT_EQ(refusal(sentence), "There is nothing to translate: the sentence is empty.");
    }
}

TEST(BadInput, tooLongASentenceIsRefusedWithItsLength) {
    const std::string pieces = refusal(repeated("x", 10000));
    EXPECT_NE(pieces.find("too long"), std::string::npos) << pieces;
    EXPECT_NE(pieces.find("at most 1023"), std::string::npos) << pieces;
    const std::string book = refusal(repeated("Il pleut. ", 100000));
    EXPECT_NE(book.find("1000000 bytes"), std::string::npos) << book;
}

TEST(BadInput, theLongestSentenceIsTranslatedAndOnePieceMoreIsNot) {
    const auto pieceCount = [](const std::string &text) {
        return tinyModel()->source().encode(text, model::Language::french).size();
    };
    std::string sentence = "la";
    while (pieceCount(sentence) < model::maximumSourceLength - 2) {
        sentence += " la";
    }
    sentence += ".";
    ASSERT_EQ(pieceCount(sentence), static_cast<std::size_t>(model::maximumSourceLength - 1));
    const auto trace = support::tinyTrace(sentence);
    EXPECT_EQ(trace->sourceLength(), model::maximumSourceLength);
    EXPECT_NE(trace->ending, model::Ending::running);
    int tried = 0;
    for (const std::string longer : {"!", "e", "s", " a", " la"}) {
        if (pieceCount(sentence + longer) == static_cast<std::size_t>(model::maximumSourceLength)) {
            ++tried;
            EXPECT_NE(refusal(sentence + longer), "") << longer;
        }
    }
    EXPECT_GT(tried, 0);
}

class OddInput : public testing::TestWithParam<const char *> {};

TEST_P(OddInput, isTranslatedWithoutUnknownPieces) {
    const std::string sentence = GetParam();
    const auto trace = support::tinyTrace(sentence);
    EXPECT_GE(trace->sourceLength(), 2);
    EXPECT_GE(trace->targetLength(), 1);
    EXPECT_EQ(trace->source.text(), sentence);
    int begin = 0;
    for (const model::Piece &piece : trace->source.pieces()) {
        EXPECT_NE(piece.id, model::special::unknown);
        EXPECT_GE(piece.range.begin, begin);
        EXPECT_LE(piece.range.begin, piece.range.end);
        EXPECT_LE(piece.range.end, static_cast<int>(sentence.size()));
        begin = piece.range.begin;
    }
    EXPECT_TRUE(model::alignment(*trace).allFinite());
}

INSTANTIATE_TEST_SUITE_P(Sentences, OddInput,
                         testing::Values("a", "?", "😀", "👨‍👩‍👧‍👦 dort",
                                         "مرحبا بالعالم", "日本語です", "Il\x01pleut\x07 ici",
                                         "Il pleut.\nIl neige.\r\n\r\nOui.",
                                         "\xff\xfe mauvais \xc3", "e\u0301te\u0301",
                                         "</s> <unk> <0x41>", "▁▁ la", "%s%n {} \\ \"'", "ﬁn ½ ①",
                                         "!!!!!!!!????????"));

}  // namespace
