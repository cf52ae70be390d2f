// SPDX-License-Identifier: GPL-3.0-or-later
// Tokenizers whose pieces are letters.
#include <gtest/gtest.h>

#include <set>

#include "model/configuration.h"
#include "model/error.h"
#include "model/text/tokenizer.h"
#include "model/text/words.h"
#include "tests/model/text/tiny_tokenizer.h"

namespace {

using namespace model;

Tokenizer letters() {
    return {letterTokenizer(" abcdeéilm-"), "tokenizer.source"};
}

std::vector<std::string> labels(const std::vector<Piece> &pieces) {
    std::vector<std::string> texts;
    for (const Piece &piece : pieces) {
        texts.push_back(displayText(piece));
    }
    return texts;
}

TEST(LetterTokenizer, HasOnePiecePerLetterAndTheSpecialOnes) {
    const Tokenizer tokenizer = letters();
    EXPECT_EQ(tokenizer.size(), special::end + 1 + 11);
    std::set<std::string_view> pieces;
    for (int id = special::end + 1; id < tokenizer.size(); ++id) {
        pieces.insert(tokenizer.piece(id));
    }
    EXPECT_EQ(pieces, (std::set<std::string_view>{"a", "b", "c", "d", "e", "é", "i", "l", "m", "-",
                                                  spaceMark}));
}

TEST(LetterTokenizer, SplitsIntoLettersWithTheirPlaces) {
    const Tokenizer tokenizer = letters();
    ASSERT_EQ(tokenizer.encode("mil abé", Language::other).size(), 7U);
    const auto encoded = tokenizer.encode("dé  le", Language::other);
    EXPECT_EQ(labels(encoded), (std::vector<std::string>{"d", "é", "␣", "l", "e"}));
    EXPECT_EQ(encoded[0].range, (Range{0, 1}));
    EXPECT_EQ(encoded[1].range, (Range{1, 3}));
    EXPECT_EQ(encoded[2].range, (Range{3, 5})) << "both blanks";
    EXPECT_EQ(encoded[3].range, (Range{5, 6}));
}

TEST(LetterTokenizer, MakesAWordOfEachLetter) {
    const Tokenizer tokenizer = letters();
    const auto encoded = tokenizer.encode("dé le-", Language::other);
    const auto words = groupWords(encoded, "dé le-");
    ASSERT_EQ(words.size(), 6U) << "a heatmap of words is one of letters";
    EXPECT_EQ(words[1].text, "é");
    EXPECT_EQ(words[2].text, "␣");
    EXPECT_EQ(words[5].text, "-");
    EXPECT_TRUE(tokenizer.hasLetterPieces());
    EXPECT_FALSE(::tokenizer().hasLetterPieces()) << "of pieces of any length";
}

TEST(LetterTokenizer, GivesBackWhatItSplit) {
    const Tokenizer tokenizer = letters();
    for (const std::string text : {"mil abé", "a", "- -"}) {
        EXPECT_EQ(tokenizer.decode(tokenizer.encodeNormalized(text)), text);
    }
    EXPECT_EQ(tokenizer.decode(tokenizer.encodeNormalized("maz")), "ma⁇") << "a letter it lacks";
}

TEST(LetterTokenizer, GivesTheSameBytesForTheSameLetters) {
    EXPECT_EQ(letterTokenizer("ab c"), letterTokenizer("ab c"));
    EXPECT_NE(letterTokenizer("ab c"), letterTokenizer("ab d"));
    EXPECT_THROW(letterTokenizer(""), CorpusError);
}

}  // namespace
