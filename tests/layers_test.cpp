// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of layers: each folder may include what stands above it, never below.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// What the files of a folder may include of the project, and whether they may know Qt.
struct Layer {
    std::set<std::string, std::less<>> folders;
    bool qt = false;
};

const std::map<std::string, Layer, std::less<>> layers{
    {"model", {{"model"}, false}},
    // The program on the command line carries the embedded model.
    {"model/cli", {{"model", "resources"}, false}},
    {"resources", {{"resources"}, false}},
    {"widgets", {{"model", "widgets"}, true}},
    {"app", {{"model", "widgets", "resources", "app"}, true}},
};

/// Of model/, the widgets read values; these headers compute them.
const std::set<std::string, std::less<>> translatorHeaders{"model/translation.h"};

/// The path between the quotes or brackets of an #include, or "".
std::string included(const std::string &line) {
    constexpr std::string_view directive = "#include ";
    if (!line.starts_with(directive) || line.size() <= directive.size() + 1) {
        return {};
    }
    const char closing = line[directive.size()] == '<' ? '>' : '"';
    const std::size_t begin = directive.size() + 1;
    return line.substr(begin, line.find(closing, begin) - begin);
}

bool isQt(const std::string &header) {
    return header.size() > 1 && header[0] == 'Q' && header[1] >= 'A' && header[1] <= 'Z';
}

const Layer &layerOf(const std::string &file) {
    if (file.starts_with("model/cli/")) {
        return layers.at("model/cli");
    }
    return layers.at(file.substr(0, file.find('/')));
}

/// What a file includes against the rules, a sentence each.
std::vector<std::string> offences(const std::string &file, std::istream &text) {
    const Layer &layer = layerOf(file);
    std::vector<std::string> result;
    for (std::string line; std::getline(text, line);) {
        const std::string header = included(line);
        if (header.empty()) {
            continue;
        }
        const auto slash = header.find('/');
        const std::string folder = slash == std::string::npos ? "" : header.substr(0, slash);
        const bool ours = layers.contains(folder) || folder == "tests";
        const bool translatorInWidgets =
            file.starts_with("widgets/") && translatorHeaders.contains(header);
        const bool cliFromElsewhere =
            header.starts_with("model/cli/") && !file.starts_with("model/cli/");
        if ((isQt(header) && !layer.qt) || (ours && !layer.folders.contains(folder)) ||
            translatorInWidgets || cliFromElsewhere) {
            result.push_back(file + " includes " + header);
        }
    }
    return result;
}

bool isSource(const fs::path &path) {
    return path.extension() == ".h" || path.extension() == ".cpp";
}

TEST(Layers, nothingIncludesWhatStandsBelowIt) {
    int files = 0;
    for (const std::string top : {"model", "widgets", "app", "resources"}) {
        const fs::path folder = fs::path(SOURCE_FOLDER) / top;
        if (!fs::exists(folder)) {
            continue;
        }
        for (const auto &entry : fs::recursive_directory_iterator(folder)) {
            if (!entry.is_regular_file() || !isSource(entry.path())) {
                continue;
            }
            ++files;
            std::ifstream text(entry.path());
            const auto name = fs::relative(entry.path(), SOURCE_FOLDER).generic_string();
            for (const std::string &offence : offences(name, text)) {
                ADD_FAILURE() << offence;
            }
        }
    }
    EXPECT_GT(files, 20);
}

TEST(Layers, offencesAreSeen) {
    const auto count = [](const std::string &file, const std::string &line) {
        std::istringstream text(line);
        return offences(file, text).size();
    };
    EXPECT_EQ(count("model/trace.cpp", "#include <QString>"), 1U);
    EXPECT_EQ(count("model/trace.cpp", "#include \"widgets/theme.h\""), 1U);
    EXPECT_EQ(count("model/trace.cpp", "#include \"resources/embedded_models.h\""), 1U);
    EXPECT_EQ(count("model/cli/main.cpp", "#include \"resources/embedded_models.h\""), 0U);
    EXPECT_EQ(count("model/model.cpp", "#include \"model/cli/options.h\""), 1U);
    EXPECT_EQ(count("widgets/heatmap.cpp", "#include \"model/translation.h\""), 1U);
    EXPECT_EQ(count("widgets/heatmap.cpp", "#include \"model/trace.h\""), 0U);
    EXPECT_EQ(count("widgets/heatmap.cpp", "#include <QWidget>"), 0U);
    EXPECT_EQ(count("widgets/heatmap.cpp", "#include \"app/main_window.h\""), 1U);
    EXPECT_EQ(count("app/main.cpp", "#include \"tests/support/traces.h\""), 1U);
    EXPECT_EQ(count("app/main.cpp", "#include \"widgets/theme.h\""), 0U);
}

}  // namespace
