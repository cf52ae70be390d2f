// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exceptions.h"

#include <gtest/gtest.h>

#include <new>
#include <stdexcept>
#include <system_error>

namespace model {
namespace {

std::string told(const auto &error) {
    return messageOf(std::make_exception_ptr(error)).english();
}

TEST(Exceptions, ofModelSayWhatTheySay) {
    EXPECT_EQ(told(SentenceError("The sentence has %1 pieces.", 3)), "The sentence has 3 pieces.");
    EXPECT_EQ(messageOf(std::make_exception_ptr(Error("got %1", 3))).text(), "got %1")
        << "in parts, for another language";
}

TEST(Exceptions, ofTheStandardLibraryAreToldInSentences) {
    EXPECT_EQ(told(std::bad_alloc()), "There is not enough memory for this.");
    EXPECT_EQ(told(std::length_error("vector::_M_default_append")),
              "There is not enough memory for this.");
    const auto threads = std::make_error_code(std::errc::resource_unavailable_try_again);
    EXPECT_EQ(told(std::system_error(threads, "std::thread")),
              "The system has no room for what the program needs: fewer threads or a smaller input "
              "may do.");
    const auto denied = std::make_error_code(std::errc::permission_denied);
    EXPECT_EQ(told(std::system_error(denied, "x")),
              "The system refused something that the program needs (Permission denied).");
}

TEST(Exceptions, ofOthersAreOnOneLine) {
    EXPECT_EQ(told(std::runtime_error("src/a.cc(1)\n\x1B[1mno")), "src/a.cc(1)??[1mno");
    EXPECT_LT(told(std::runtime_error(std::string(100000, 'x'))).size(), 1100U);
    EXPECT_EQ(told(1), "Something unknown went wrong.");
}

}  // namespace
}  // namespace model
