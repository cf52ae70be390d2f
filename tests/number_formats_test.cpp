// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers are written in one place: for readers by widgets/text/numbers.cpp, for programs by
// widgets/text/table.cpp. Elsewhere nothing formats a real number, or asks the system how.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <istream>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

const std::set<std::string, std::less<>> writers{"widgets/text/numbers.cpp",
                                                 "widgets/text/table.cpp"};

/// The lines that format a number themselves.
std::vector<std::string> offences(std::istream &text) {
    // 'f' in QString::number(x, 'f', 2), in arg(x, 0, 'f'), in toString() and setNum(). The
    // languages of the system may be asked for.
    static const std::regex format(
        R"('[efgEFG]'|QLocale(?!>|::system\(\)\.uiLanguages\(\))|\.setNum\(|asprintf|snprintf|to_chars|std::format|std::to_string)");
    std::vector<std::string> result;
    for (std::string line; std::getline(text, line);) {
        if (std::regex_search(line, format)) {
            result.push_back(line);
        }
    }
    return result;
}

TEST(NumberFormats, standInOnePlace) {
    int files = 0;
    for (const std::string top : {"widgets", "app"}) {
        for (const auto &entry : fs::recursive_directory_iterator(fs::path(SOURCE_FOLDER) / top)) {
            const auto name = fs::relative(entry.path(), SOURCE_FOLDER).generic_string();
            const auto suffix = entry.path().extension();
            // The program on the command line is another's: it has no window.
            if ((suffix != ".h" && suffix != ".cpp") || name.starts_with("app/cli/") ||
                writers.contains(name)) {
                continue;
            }
            ++files;
            std::ifstream text(entry.path());
            for (const std::string &line : offences(text)) {
                ADD_FAILURE() << name << ": " << line;
            }
        }
    }
    EXPECT_GT(files, 150);
}

TEST(NumberFormats, offencesAreSeen) {
    const auto seen = [](const std::string &line) {
        std::istringstream text(line);
        return !offences(text).empty();
    };
    EXPECT_TRUE(seen("QString::number(weight, 'f', 4)"));
    EXPECT_TRUE(seen("    .arg(width, 0, 'g', 2);"));
    EXPECT_TRUE(seen("QLocale().toString(step + 1)"));
    EXPECT_TRUE(seen("text.setNum(0.5);"));
    EXPECT_TRUE(seen("QLocale::system().toString(0.5)"));
    EXPECT_FALSE(seen("QString::number(step + 1)"));
    EXPECT_FALSE(seen("for (const QString &name : QLocale::system().uiLanguages())"));
    EXPECT_FALSE(seen("numberText(weight, {.decimals = 4})"));
}

}  // namespace
