// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/lines.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace model {
namespace {

using Lines = std::vector<std::string>;

Lines linesOf(const std::string &text) {
    std::istringstream input(text);
    LineReader reader(input);
    Lines lines;
    for (std::string line; reader.next(line);) {
        lines.push_back(line);
        EXPECT_EQ(reader.number(), static_cast<long>(lines.size()));
    }
    return lines;
}

TEST(LineReader, endsLinesAsAnySystemDoes) {
    EXPECT_EQ(linesOf("a\nb\n"), (Lines{"a", "b"}));
    EXPECT_EQ(linesOf("a\r\nb\r\n"), (Lines{"a", "b"}));
    EXPECT_EQ(linesOf("a\rb\r"), (Lines{"a", "b"}));
    EXPECT_EQ(linesOf("a\rb\nc\r\nd"), (Lines{"a", "b", "c", "d"}));
}

TEST(LineReader, keepsEmptyLines) {
    EXPECT_EQ(linesOf(""), Lines{});
    EXPECT_EQ(linesOf("\n"), Lines{""});
    EXPECT_EQ(linesOf("\n\na"), (Lines{"", "", "a"}));
    EXPECT_EQ(linesOf("\r\n\r\na"), (Lines{"", "", "a"}));
    EXPECT_EQ(linesOf("\r\ra"), (Lines{"", "", "a"}));
}

TEST(LineReader, leavesAByteOrderMarkOut) {
    EXPECT_EQ(linesOf("\xEF\xBB\xBFoui\n\xEF\xBB\xBFnon"), (Lines{"oui", "\xEF\xBB\xBFnon"}));
}

/// Gives its text in parts, as a pipe does; fails where it is asked for more than is allowed.
class Pipe : public std::streambuf {
  public:
    explicit Pipe(Lines parts) : parts_(std::move(parts)) {}
    std::size_t given = 0;

  protected:
    int_type underflow() override {
        if (given == parts_.size())
            return traits_type::eof();
        std::string &part = parts_[given++];
        setg(part.data(), part.data(), part.data() + part.size());
        return traits_type::to_int_type(part.front());
    }

  private:
    Lines parts_;
};

TEST(LineReader, doesNotWaitForWhatFollowsALine) {
    for (const std::string end : {"\n", "\r"}) {
        Pipe pipe({"oui" + end, "non" + end});
        std::istream input(&pipe);
        LineReader reader(input);
        std::string line;
        ASSERT_TRUE(reader.next(line));
        EXPECT_EQ(line, "oui");
        EXPECT_EQ(pipe.given, 1U);
        ASSERT_TRUE(reader.next(line));
        EXPECT_EQ(line, "non");
    }
}

TEST(LineReader, leavesTheStreamBadWhereReadingFails) {
    std::ifstream folder("/", std::ios::binary);
    LineReader reader(folder);
    std::string line;
    EXPECT_FALSE(reader.next(line));
    EXPECT_TRUE(folder.bad());
}

std::string complaint(std::string_view line) {
    const auto message = notUtf8(line);
    return message ? message->english() : "";
}

TEST(NotUtf8, namesTheByteThatIsWrong) {
    EXPECT_EQ(complaint("Où est-il ? 日本 🐈 \t"), "");
    EXPECT_EQ(complaint("\xE9t\xE9"), "is not valid UTF-8 (byte 1 is 0xE9)") << "Latin-1";
    EXPECT_EQ(complaint("ça va \xC3"), "is not valid UTF-8 (byte 8 is 0xC3)") << "cut";
    EXPECT_EQ(complaint("\xFF\xFEO"), "is not valid UTF-8 (byte 1 is 0xFF)") << "UTF-16 with mark";
    EXPECT_EQ(complaint(std::string_view("O\0u\0i\0", 6)),
              "has a zero byte (byte 2), as UTF-16 text has, UTF-8 is expected");
    EXPECT_EQ(complaint("\xED\xA0\x80"), "is not valid UTF-8 (byte 1 is 0xED)") << "a surrogate";
}

}  // namespace
}  // namespace model
