// SPDX-License-Identifier: GPL-3.0-or-later
// Tokenizers whose pieces are none that this program would make.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/error.h"
#include "model/text/tokenizer.h"
#include "tests/model/text/tiny_tokenizer.h"

namespace {

using model::Range;
using model::Tokenizer;

/// The serialized tokenizer with the text of a piece replaced by another of the same length.
std::string withPiece(const std::string &text, const std::string &other) {
    std::string serialized = tinyTokenizer();
    std::string field{'\x0A', static_cast<char>(text.size())};
    field += text;
    const auto at = std::search(serialized.begin(), serialized.end(), field.begin(), field.end());
    EXPECT_NE(at, serialized.end()) << text;
    EXPECT_EQ(text.size(), other.size());
    std::copy(other.begin(), other.end(), at + 2);
    return serialized;
}

/// Some piece of so many letters.
std::string pieceOf(std::size_t letters) {
    for (int id = 260; id < tokenizer().size(); ++id) {
        const std::string_view piece = tokenizer().piece(id);
        if (piece.size() == letters &&
            std::all_of(piece.begin(), piece.end(), [](char c) { return c >= 'a' && c <= 'z'; }))
            return std::string(piece);
    }
    ADD_FAILURE() << "no piece of " << letters << " letters";
    return std::string(letters, '?');
}

TEST(Tokenizer, KeepsWhatBreaksALineOutOfTheText) {
    const std::string piece = pieceOf(2);
    const Tokenizer breaking(withPiece(piece, "\n\x1B"), "tokenizer.target");
    int id = 0;
    while (breaking.piece(id) != "\n\x1B")
        ++id;
    EXPECT_EQ(breaking.decode(std::vector{id}), "\uFFFD\uFFFD");
    EXPECT_EQ(breaking.describe(std::vector{id}).front().range, (Range{0, 6}));
    const Tokenizer cut(withPiece(piece, "\xC3z"), "tokenizer.target");
    EXPECT_EQ(cut.decode(std::vector{id}), "\uFFFDz");
}

TEST(Tokenizer, RefusesPiecesThatCannotBeTold) {
    const std::string last = " bytes that are not a SentencePiece model, expected one.";
    const std::string one = pieceOf(2);
    std::string other;
    for (int id = 260; id < tokenizer().size() && other.empty(); ++id)
        if (tokenizer().piece(id).size() == 2 && tokenizer().piece(id) != one)
            other = tokenizer().piece(id);
    const std::string twice = refusal(withPiece(one, other));
    EXPECT_TRUE(twice.ends_with(last)) << twice;
    const std::string zero = refusal(withPiece(one, std::string(2, '\0')));
    EXPECT_TRUE(zero.ends_with(last)) << zero;
}

}  // namespace
