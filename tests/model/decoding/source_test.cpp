// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/source.h"

#include <gtest/gtest.h>

#include "model/configuration.h"
#include "tests/support/traces.h"

namespace {

using model::Source;

Source cats() {
    return {"chats noirs",
            {{300, "▁chat", {0, 4}, true, false},
             {301, "s", {4, 5}, false, false},
             {302, "▁noirs", {6, 11}, true, false},
             {model::special::end, "</s>", {11, 11}, true, false}}};
}

TEST(Source, APositionHasALabelAPlaceAndAToken) {
    const Source source = cats();
    EXPECT_EQ(source.length(), 4);
    EXPECT_EQ(source.label(0), "chat");
    EXPECT_EQ(source.place(2), (model::Range{6, 11}));
    EXPECT_EQ(source.token(1), 301);
    EXPECT_FALSE(source.isEnd(2));
    EXPECT_TRUE(source.isEnd(3));
    EXPECT_TRUE(Source().empty());
}

TEST(Source, NeighbouringPositionsAreOneWord) {
    const auto words = cats().words();
    ASSERT_EQ(words.size(), 3U);
    EXPECT_EQ(words[0].text, "chats");
    EXPECT_EQ(words[0].pieceCount, 2);
    EXPECT_EQ(words[2].firstPiece, 3);
}

TEST(Source, TheTraceOfASentenceKnowsWhereEachPositionStands) {
    const auto trace = support::tinyTrace("Je vois  le chien.");
    const Source &source = trace->source;
    EXPECT_EQ(source.text(), "Je vois  le chien.");
    EXPECT_EQ(source.length(), trace->encoder->annotations.rows());
    int end = 0;
    for (int j = 0; j + 1 < source.length(); ++j) {
        EXPECT_GE(source.place(j).begin, end) << j;
        end = source.place(j).end;
    }
    EXPECT_EQ(end, static_cast<int>(source.text().size()));
    EXPECT_TRUE(source.isEnd(source.length() - 1));
    EXPECT_TRUE(source.place(source.length() - 1).empty());
}

}  // namespace
