// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/evaluation/whole_words.h"

#include <gtest/gtest.h>

#include "model/text/whole_words.h"
#include "tests/model/text/tiny_tokenizer.h"

namespace {

using namespace model;
using evaluation::countWholeWords;

TEST(WholeWordCount, countsTheWordsThatAreOnePiece) {
    const Tokenizer tokenizer(
        withWholeWords(tinyTokenizer(), std::vector<std::string>(9, "jardin l'hôpital"), 2),
        "tokenizer");
    const auto count = [&](const std::vector<std::string> &sentences) {
        const auto counted = countWholeWords(tokenizer, sentences, Language::french);
        return std::pair(counted.whole, counted.words);
    };
    EXPECT_EQ(count({"jardin"}), std::pair(1L, 1L));
    EXPECT_EQ(count({"jardin, fromage ; 25 !", "jardin"}), std::pair(2L, 3L))
        << "numbers and marks are no words";
    // An apostrophe ends a word; "l" is a piece.
    EXPECT_EQ(count({"l'hôpital"}), std::pair(2L, 2L));
    EXPECT_EQ(count({"жук"}), std::pair(0L, 1L)) << "spelled in bytes";
    EXPECT_EQ(count({}), std::pair(0L, 0L));
}

}  // namespace
