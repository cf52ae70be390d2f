// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/error.h"

#include <gtest/gtest.h>

namespace model {
namespace {

TEST(Message, putsTheArgumentsInTheirPlaces) {
    const Message message("got %1 bytes of %2, expected %1", 8, "here");
    EXPECT_EQ(message.english(), "got 8 bytes of here, expected 8");
    EXPECT_EQ(message.text(), "got %1 bytes of %2, expected %1");
    ASSERT_EQ(message.arguments().size(), 2U);
    EXPECT_EQ(message.arguments()[1].text, "here");
}

TEST(Message, takesMessagesAsArguments) {
    const Message inner("value %1 is NaN", 7);
    EXPECT_EQ(Message("tensor %1: %2.", "w", inner).english(), "tensor w: value 7 is NaN.");
}

TEST(Message, leavesWhatArgumentsSayAsItIs) {
    EXPECT_EQ(Message("%1 and %2", "%2", "100 %1").english(), "%2 and 100 %1");
}

TEST(Message, putsArgumentsFromOutsideOnOneLineOfBoundedLength) {
    EXPECT_EQ(Message("%1: no", "a\nb\x1B[1m").english(), "a?b?[1m: no");
    EXPECT_EQ(Message("%1.", Message("got %1", "a\tb")).english(), "got a?b.");
    const std::string message = Message("got %1.", std::string(100000, 'x')).english();
    EXPECT_LT(message.size(), 1100U);
    EXPECT_TRUE(message.ends_with("x.")) << message;
}

TEST(Message, leavesWhatIsNoPlaceholder) {
    EXPECT_EQ(Message("100 % of %1, %2 and %", 3).english(), "100 % of 3, %2 and %");
    EXPECT_EQ(Message("%0 %1").english(), "%0 %1");
}

TEST(Error, saysWhatItsMessageSays) {
    const ModelFileError error("the format is %1", "\"x\"");
    EXPECT_STREQ(error.what(), "the format is \"x\"");
    EXPECT_EQ(error.message().text(), "the format is %1");
}

}  // namespace
}  // namespace model
