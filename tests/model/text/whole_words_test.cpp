// SPDX-License-Identifier: GPL-3.0-or-later
// Vocabularies in which frequent words are whole, and which have a piece for every sign.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "model/text/protocol_buffer.h"
#include "model/text/utf8.h"
#include "model/text/whole_words.h"
#include "tests/model/text/tiny_tokenizer.h"

namespace {

using namespace model;

std::vector<std::string> piecesOf(const Tokenizer &tokenizer, const std::string &text) {
    std::vector<std::string> pieces;
    for (const Piece &piece : tokenizer.encode(text, Language::other)) {
        pieces.push_back(piece.text);
    }
    return pieces;
}

Tokenizer trained(const std::vector<std::string> &sentences, const TokenizerTraining &training) {
    return Tokenizer(trainTokenizer(sentences, training), "tokenizer");
}

/// The tiny tokenizer and what becomes of it with pieces for words of its sentences.
class WholeWords : public testing::Test {
  protected:
    static Tokenizer with(const std::vector<std::string> &sentences, int count) {
        return Tokenizer(withWholeWords(tinyTokenizer(), sentences, count), "tokenizer");
    }
    const Tokenizer before_{tinyTokenizer(), "tokenizer"};
};

TEST_F(WholeWords, theMostFrequentSplitWordsBecomeWhole) {
    std::vector<std::string> sentences(9, "jardin");
    sentences.insert(sentences.end(), 8, "rivière");
    sentences.insert(sentences.end(), 3, "fromage");
    ASSERT_GT(piecesOf(before_, "jardin").size(), 1U);
    const Tokenizer after = with(sentences, 2);
    EXPECT_EQ(after.size(), before_.size() + 2);
    EXPECT_EQ(piecesOf(after, "jardin rivière"), (std::vector<std::string>{"▁jardin", "▁rivière"}));
    EXPECT_EQ(piecesOf(after, "fromage"), piecesOf(before_, "fromage"));
    for (int id = 0; id < before_.size(); ++id) {
        EXPECT_EQ(after.piece(id), before_.piece(id));
        EXPECT_EQ(after.isByte(id), before_.isByte(id));
    }
}

TEST_F(WholeWords, aWordAfterAnApostropheHasAPieceOfItsOwn) {
    const Tokenizer after = with(std::vector<std::string>(5, "l'hôpital d'hôpital"), 1);
    EXPECT_EQ(piecesOf(after, "l'hôpital").back(), "hôpital");
}

TEST_F(WholeWords, aVeryFrequentWordIsWholeWithAnotherFirstLetterToo) {
    std::vector<std::string> sentences(1000, "jardin");
    sentences.insert(sentences.end(), 19, "fromage");
    const Tokenizer after = with(sentences, 2);  // 1000 times make up for 20 of "Jardin"
    EXPECT_EQ(piecesOf(after, "Jardin"), std::vector<std::string>{"▁Jardin"});
    EXPECT_NE(piecesOf(after, "fromage"), std::vector<std::string>{"▁fromage"});
}

TEST_F(WholeWords, aWordWithinAnotherLeavesThatWhole) {
    // "jardins" is no frequent word, but "jardin" is, and makes its parts more probable.
    std::vector<std::string> sentences(50, "jardin");
    sentences.insert(sentences.end(), 2, "jardins");
    const Tokenizer after = with(sentences, 2);
    EXPECT_EQ(piecesOf(after, "jardins"), std::vector<std::string>{"▁jardins"});
    EXPECT_EQ(piecesOf(after, "jardin"), std::vector<std::string>{"▁jardin"});
}

TEST_F(WholeWords, whatIsSpelledInBytesStaysSo) {
    const Tokenizer after = with(std::vector<std::string>(50, "жук"), 5);
    EXPECT_EQ(after.size(), before_.size());
    EXPECT_TRUE(after.encode("жук", Language::other).back().isByte);
}

TEST_F(WholeWords, aKnownPieceThatWasNotUsedIsUsed) {
    const std::vector<std::string> sentences(9, "jardin");
    std::string improbable = withWholeWords(tinyTokenizer(), sentences, 1);
    const float low = -1000;
    const std::string word = "▁jardin\x15";  // its score comes next
    std::memcpy(improbable.data() + improbable.find(word) + word.size(), &low, sizeof low);
    const Tokenizer split(improbable, "tokenizer");
    ASSERT_GT(piecesOf(split, "jardin").size(), 1U);
    const Tokenizer after(withWholeWords(improbable, sentences, 1), "tokenizer");
    EXPECT_EQ(piecesOf(after, "jardin"), std::vector<std::string>{"▁jardin"});
    EXPECT_LE(after.size(), split.size() + 1);
}

TEST(TokenizerTraining, KeepsPiecesForWholeWords) {
    TokenizerTraining training{.vocabulary = 420, .wholeWords = 60, .threads = 1};
    const Tokenizer tokenizer = trained(frenchSentences(), training);
    EXPECT_LE(tokenizer.size(), 420);
    for (const std::string word : {"Les", "jardin", "maison", "rouge", "dans"}) {
        EXPECT_EQ(piecesOf(tokenizer, word), std::vector<std::string>{"▁" + word});
    }
}

TEST(TokenizerTraining, HasAPieceForEverySignOfAKeyboard) {
    TokenizerTraining training{.vocabulary = 560, .threads = 1};
    training.required = keyboardSigns;
    const Tokenizer tokenizer = trained(frenchSentences(), training);
    for (const Character &character : charactersOf(keyboardSigns)) {
        std::string sign;
        append(character.codePoint, sign);
        for (const Piece &piece : tokenizer.encode("a" + sign, Language::other)) {
            EXPECT_FALSE(piece.isByte) << sign;
        }
    }
    const Tokenizer without = trained(frenchSentences(), {.vocabulary = 400, .threads = 1});
    EXPECT_TRUE(without.encode("a€", Language::other).back().isByte);
}

TEST(ProtocolBuffer, FieldsAreReadAsTheyWereWritten) {
    std::string message;
    protobuf::append(1, std::string(300, 'a'), message);
    protobuf::append(200, -7.25F, message);
    protobuf::Fields fields(message);
    const auto text = fields.next();
    ASSERT_TRUE(text);
    EXPECT_EQ(text->number, 1U);
    EXPECT_EQ(text->bytes, std::string(300, 'a'));
    const auto value = fields.next();
    ASSERT_TRUE(value);
    EXPECT_EQ(value->number, 200U);
    EXPECT_EQ(protobuf::toFloat(value->bytes), -7.25F);
    EXPECT_TRUE(fields.isAtEnd());
    EXPECT_EQ(std::string(text->whole) + std::string(value->whole), message);
}

}  // namespace
