// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/numerics/parse.h"

#include <gtest/gtest.h>

#include <limits>

namespace model {
namespace {

TEST(ParseNumber, readsTheWholeText) {
    EXPECT_EQ(parseNumber<int>("12"), 12);
    EXPECT_EQ(parseNumber<long>("-9223372036854775808"), std::numeric_limits<long>::min());
    EXPECT_EQ(parseNumber<double>("2.5e-3"), 2.5e-3);
}

TEST(ParseNumber, refusesWhatIsNotANumberFromItsFirstToItsLastCharacter) {
    for (const char *text : {"", "12x", "x12", " 12", "12 ", "+12", "0x12", "1,5", "12\n", "²"}) {
        EXPECT_EQ(parseNumber<int>(text), std::nullopt) << text;
        EXPECT_EQ(parseNumber<double>(text), std::nullopt) << text;
    }
    EXPECT_EQ(parseNumber<int>("1.5"), std::nullopt);
    EXPECT_EQ(parseNumber<int>("2147483648"), std::nullopt);
    EXPECT_EQ(parseNumber<double>("nan"), std::nullopt);
    EXPECT_EQ(parseNumber<double>("-inf"), std::nullopt);
    EXPECT_EQ(parseNumber<double>("1e999"), std::nullopt);
}

}  // namespace
}  // namespace model
