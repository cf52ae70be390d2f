// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/utf8.h"

#include <gtest/gtest.h>

namespace {

using model::characterAt;
using model::charactersOf;
using model::Range;

TEST(Utf8, ReadsCharactersOfOneToFourBytes) {
    const auto characters = charactersOf("aé€😀");
    ASSERT_EQ(characters.size(), 4U);
    EXPECT_EQ(characters[0].codePoint, 'a');
    EXPECT_EQ(characters[1].codePoint, 0xE9);
    EXPECT_EQ(characters[2].codePoint, 0x20AC);
    EXPECT_EQ(characters[3].codePoint, 0x1F600);
    EXPECT_EQ(characters[3].range, (Range{6, 10}));
    for (const auto &character : characters)
        EXPECT_TRUE(character.isValid);
}

TEST(Utf8, IsRepairedByteByByte) {
    EXPECT_EQ(model::validUtf8("aé€😀"), "aé€😀");
    EXPECT_EQ(model::validUtf8("Il a \xE9t\xE9."), "Il a \uFFFDt\uFFFD.");
    EXPECT_EQ(model::validUtf8(""), "");
}

TEST(Utf8, TellsSpacesAndControlCharactersFromLetters) {
    for (const std::int32_t space : {0x20, 0xA0, 0x202F, 0x2028, 0x2029, 0x0A, 0x1B, 0x7F})
        EXPECT_TRUE(model::isSpace(space)) << space;
    for (const std::int32_t other : {0x61, 0x5F, 0x200B, 0x2581, 0xE9})
        EXPECT_FALSE(model::isSpace(other)) << other;
    EXPECT_TRUE(model::breaksLine(0x0A));
    EXPECT_TRUE(model::breaksLine(0x7F));
    EXPECT_TRUE(model::breaksLine(0x2028));
    EXPECT_FALSE(model::breaksLine(0x20));
    EXPECT_FALSE(model::breaksLine(0xA0));
}

TEST(Utf8, HasNoCharactersInAnEmptyText) {
    EXPECT_TRUE(charactersOf("").empty());
}

TEST(Utf8, ReadsBytesThatAreNoCharacterOneByOne) {
    for (const std::string_view text : {std::string_view("\xFF\xE2"), std::string_view("\x82\xC3"),
                                        std::string_view("\xED\xA0", 2)}) {
        const auto characters = charactersOf(text);
        ASSERT_EQ(characters.size(), 2U);
        EXPECT_FALSE(characters[0].isValid);
        EXPECT_EQ(characters[0].codePoint, model::replacementCharacter);
        EXPECT_EQ(characters[0].range, (Range{0, 1}));
        EXPECT_EQ(characters[1].range, (Range{1, 2}));
    }
}

TEST(Utf8, TellsAReplacementCharacterThatWasTypedFromABadByte) {
    EXPECT_TRUE(characterAt("\uFFFD", 0).isValid);
    EXPECT_FALSE(characterAt("\xFF", 0).isValid);
}

TEST(Utf8, ReadsFromTheMiddleOfAText) {
    const auto character = characterAt("où", 1);
    EXPECT_EQ(character.codePoint, 0xF9);
    EXPECT_EQ(character.range, (Range{1, 3}));
}

TEST(Utf8, FindsWhatWordsAreMadeOf) {
    for (const std::int32_t part : {0x61, 0x5A, 0x37, 0xE9, 0x301, 0x4E2D})
        EXPECT_TRUE(model::isPartOfWord(part)) << part;
    for (const std::int32_t other : {0x20, 0x2E, 0x27, 0x2D, 0x20AC, 0x1F600})
        EXPECT_FALSE(model::isPartOfWord(other)) << other;
}

}  // namespace
