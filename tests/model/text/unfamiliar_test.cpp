// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/unfamiliar.h"

#include <gtest/gtest.h>

#include "model/text/utf8.h"

namespace {

using model::Piece;
using model::Unfamiliar;

/// Pieces of so many characters each, as a vocabulary that knows them might have them; `inBytes`:
/// one that spells everything beyond Latin 1 in bytes.
std::vector<Piece> piecesOf(std::string_view text, int length, bool inBytes) {
    std::vector<Piece> pieces;
    int room = 0;
    for (const model::Character &character : model::charactersOf(text)) {
        const bool spelled = inBytes && character.codePoint > 0xFF;
        if (model::isSpace(character.codePoint)) {
            room = 0;
        } else if (spelled || room == 0) {
            Piece piece;
            piece.isByte = spelled;
            piece.range = character.range;
            pieces.push_back(piece);
            room = spelled ? 0 : length - 1;
        } else {
            pieces.back().range.end = character.range.end;
            --room;
        }
    }
    return pieces;
}

Unfamiliar judged(std::string_view text, int length = 3, bool inBytes = true) {
    return model::unfamiliarity(text, piecesOf(text, length, inBytes));
}

TEST(Unfamiliar, isNotWhatIsTyped) {
    for (const char *text :
         {"Le chat noir dort.", "L’été à Noël : 24 €, 3 × 5 = 15 !", "Oui", "e\u0301te\u0301", "42",
          "?", "", " ", "Ça va 🙂 ?", "Il dit « شكرا » et s'en va.", "anticonstitutionnellement",
          "rendez-vous", "Donaudampfschifffahrt", "http://www.exemple.fr/index.html"})
        EXPECT_EQ(judged(text), Unfamiliar::no) << text;
}

TEST(Unfamiliar, areSignsAlone) {
    for (const char *text : {"🐈", "🙂🙂🙂", "👩\u200D👧 ❤️ !", "☀ → ☂", "🇫🇷"}) {
        EXPECT_EQ(judged(text), Unfamiliar::signs) << text;
        EXPECT_EQ(judged(text, 3, false), Unfamiliar::signs) << text << " in the vocabulary";
    }
    EXPECT_EQ(judged("ok 🙂🙂🙂"), Unfamiliar::signs);
}

TEST(Unfamiliar, areOtherAlphabets) {
    for (const char *text :
         {"مرحبا بالعالم", "Привет, мир!", "Γειά σου", "こんにちは", "שלום 12", "你好"}) {
        EXPECT_EQ(judged(text), Unfamiliar::alphabet) << text;
        EXPECT_EQ(judged(text, 3, false), Unfamiliar::alphabet) << text << " in the vocabulary";
    }
}

TEST(Unfamiliar, areLettersThatMakeNoWord) {
    EXPECT_EQ(judged(std::string(400, 'a')), Unfamiliar::letters) << "however it is split";
    EXPECT_EQ(judged("qsdfghjklmwxcvbn", 1), Unfamiliar::letters);
    EXPECT_EQ(judged("qsdfghjklmwxcvbn", 3), Unfamiliar::no);
    EXPECT_EQ(judged("wxcvb", 1), Unfamiliar::no) << "an abbreviation, perhaps";
    EXPECT_EQ(judged("le qsdfghjklmwxcvbn", 1), Unfamiliar::letters);
    EXPECT_EQ(judged("le chat qsdfghjklmwxcvbn dort sur le canapé", 1), Unfamiliar::no);
}

TEST(Unfamiliar, takesRangesThatDoNotFit) {
    Piece piece;
    piece.range = {-5, 500};
    piece.isByte = true;
    EXPECT_EQ(model::unfamiliarity("été \xFF", std::vector{piece}), Unfamiliar::no);
}

TEST(Unfamiliar, isNotWhatAModelReadsLetterByLetter) {
    const model::Tokenizer letters(model::letterTokenizer(" -acdeéginopqrstuvxz"), "source");
    const auto judged = [&letters](std::string_view text) {
        return model::unfamiliarity(text, letters.encode(text, model::Language::other));
    };
    EXPECT_EQ(judged("quatre-vingt-dix-sept"), Unfamiliar::no);
    EXPECT_EQ(judged("soixante-quinze"), Unfamiliar::no);
    EXPECT_EQ(judged("HELLO"), Unfamiliar::alphabet) << "letters that it lacks";
    EXPECT_EQ(judged("12345"), Unfamiliar::alphabet);
}

}  // namespace
