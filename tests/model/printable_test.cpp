// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/printable.h"

#include <gtest/gtest.h>

namespace model {
namespace {

TEST(Printable, leavesTextAsItIs) {
    EXPECT_EQ(printable(""), "");
    EXPECT_EQ(printable("L’été à Noël, 日本語 🐈"), "L’été à Noël, 日本語 🐈");
}

TEST(Printable, keepsWhatControlsATerminalOut) {
    EXPECT_EQ(printable("\x1B[31mé\t"), "?[31mé?");
    EXPECT_EQ(printable("a\r\nb\x7F"), "a??b?");
    EXPECT_EQ(printable("a\u0085b\u009Bc"), "a?b?c") << "controls of 8 bits";
    EXPECT_EQ(printable("a\u2028b\u2029c"), "a?b?c") << "separators of lines and paragraphs";
    EXPECT_EQ(printable("a\u202Eb\u2066c"), "a?b?c") << "marks of direction";
    EXPECT_EQ(printable(std::string_view("a\0b", 3)), "a?b");
}

TEST(Printable, replacesBytesThatAreNoCharacters) {
    EXPECT_EQ(printable("caf\xE9 \xFF"), "caf\uFFFD \uFFFD");
}

TEST(Printable, cutsTheMiddleOfALongText) {
    EXPECT_EQ(printable("abcdefghi", 9), "abcdefghi");
    EXPECT_EQ(printable("abcdefghij", 9), "abcdef…hij");
    EXPECT_EQ(printable(std::string(200000, 'x'), 300).size(), 300 + std::string("…").size());
    // Between characters only.
    EXPECT_EQ(printable("ééééé", 9), "ééé…é");
}

}  // namespace
}  // namespace model
