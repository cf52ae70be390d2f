// SPDX-License-Identifier: GPL-3.0-or-later
// The ladder of layers: each folder may include what stands above it, never below. And threads are
// made in one place.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;

/// A ladder of rooms: each may include itself and those on rungs before its own; rooms on one rung
/// do not know each other. A room is a folder, or a file that stands in the top folder by itself
/// ("model/error" for error.h and error.cpp).
using Ladder = std::vector<std::set<std::string, std::less<>>>;

const Ladder modelLadder{
    {"model/printable"},
    {"model/error", "model/configuration", "model/numerics"},
    {"model/exceptions", "model/file", "model/text", "model/parameters"},
    {"model/weights", "model/alignment", "model/scenes"},
    {"model/model", "model/layers"},
    {"model/decoding", "model/embeddings", "model/use"},
    {"model/evaluation", "model/trace_file"},
    {"model/training"},
};
/// Every room that no rung names.
constexpr const char *anyOther = "*";
const Ladder widgetsLadder{
    {"widgets/text"},    {"widgets/threads"},
    {"widgets/drawing"}, {"widgets/viewpoint", "widgets/figure"},
    {"widgets/panel"},   {anyOther},  // the views: none includes another
    {"widgets/views"},                // the list of them
};
const Ladder appLadder{
    {"app/message", "app/screen_room", "app/resources"},
    {"app/settings", "app/help"},
    {"app/session"},
    {"app/export"},
    {"app/lesson", "app/laboratory"},
    {"app/window", "app/headless"},
    {"app/command_line"},
    {"app/main"},
};

/// What the rooms of a top folder may include of the other top folders, and whether they know Qt.
struct Layer {
    Ladder ladder;
    std::set<std::string, std::less<>> folders;
    bool qt = false;
};

/// The program on the command line is a layer of its own: model/ and the built-in models, no Qt.
const std::map<std::string, Layer, std::less<>> layers{
    {"model", {modelLadder, {}, false}},
    {"app/cli", {{{"app/cli"}}, {"model", "resources"}, false}},
    {"resources", {{{"resources/built_in_models"}}, {"model"}, false}},
    {"widgets", {widgetsLadder, {"model"}, true}},
    {"app", {appLadder, {"model", "widgets", "resources"}, true}},
};

/// Of model/, the widgets read values; these headers compute them.
const std::set<std::string, std::less<>> translatorHeaders{
    "model/decoding/attending.h",  "model/decoding/decoder.h", "model/decoding/distribution.h",
    "model/decoding/encoder.h",    "model/decoding/search.h",  "model/decoding/likelihoods.h",
    "model/decoding/translation.h"};
/// What computes all the same, on a worker.
const std::set<std::string, std::less<>> computingWidgets{"widgets/viewpoint/deriver.cpp",
                                                          "widgets/panel/hold_prompt.cpp"};

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

std::string layerOf(const std::string &file) {
    return file.starts_with("app/cli/") ? "app/cli" : file.substr(0, file.find('/'));
}

/// "model/text" for "model/text/utf8.h", "model/error" for "model/error.h"; only the first folder
/// counts, so that a room may have rooms of its own.
std::string roomOf(const std::string &file) {
    const auto second = file.find('/', file.find('/') + 1);
    return file.substr(0, second == std::string::npos ? file.rfind('.') : second);
}

/// The rung that a room stands on, or nothing: it is in no ladder.
std::optional<std::size_t> rungOf(const Ladder &ladder, const std::string &room) {
    auto found =
        std::ranges::find_if(ladder, [&](const auto &rooms) { return rooms.contains(room); });
    if (found == ladder.end()) {
        found = std::ranges::find_if(ladder,
                                     [](const auto &rooms) { return rooms.contains(anyOther); });
    }
    return found == ladder.end() ? std::nullopt
                                 : std::optional<std::size_t>(found - ladder.begin());
}

bool mayInclude(const std::string &file, const std::string &header) {
    const Layer &layer = layers.at(layerOf(file));
    if (isQt(header)) {
        return layer.qt;
    }
    if (header.find('/') == std::string::npos) {
        return true;  // of the standard library, or another's
    }
    const std::string other = layerOf(header);
    if (other == "tests") {
        return false;
    }
    if (!layers.contains(other)) {
        return true;  // such as <sys/stat.h>
    }
    if (other != layerOf(file)) {
        return layer.folders.contains(other) &&
               !(layerOf(file) == "widgets" && translatorHeaders.contains(header) &&
                 !computingWidgets.contains(file));
    }
    const std::string room = roomOf(header);
    return room == roomOf(file) || rungOf(layer.ladder, room) < rungOf(layer.ladder, roomOf(file));
}

/// Whether a line of a file makes a thread where the one worker should be asked. The library and
/// the program on the command line may: they know no Qt.
bool makesThread(const std::string &file, const std::string &line) {
    const std::string layer = layerOf(file);
    if ((layer != "widgets" && layer != "app") || roomOf(file) == "widgets/threads") {
        return false;
    }
    constexpr std::array makers{"std::thread", "std::jthread", "std::async", "QThread",
                                "QtConcurrent"};
    return std::ranges::any_of(
        makers, [&](const char *maker) { return line.find(maker) != std::string::npos; });
}

/// What a file does against the rules, one sentence for each; and that it is in no room.
std::vector<std::string> offences(const std::string &file, std::istream &text) {
    std::vector<std::string> result;
    const bool loose = layerOf(file) == "widgets" && std::ranges::count(file, '/') < 2;
    if (loose || !rungOf(layers.at(layerOf(file)).ladder, roomOf(file))) {
        result.push_back(file + " is in no room of the ladder");
    }
    for (std::string line; std::getline(text, line);) {
        const std::string header = included(line);
        if (!header.empty() && !mayInclude(file, header)) {
            result.push_back(file + " includes " + header);
        }
        if (makesThread(file, line)) {
            result.push_back(file + " makes a thread of its own: " + line);
        }
    }
    return result;
}

bool isSource(const fs::path &path) {
    return path.extension() == ".h" || path.extension() == ".cpp";
}

/// Calls `look` with the name and the text of each source below a top folder.
void forEachSource(const std::string &top,
                   const std::function<void(const std::string &name, std::istream &text)> &look) {
    for (const auto &entry : fs::recursive_directory_iterator(fs::path(SOURCE_FOLDER) / top)) {
        if (entry.is_regular_file() && isSource(entry.path())) {
            std::ifstream text(entry.path());
            look(fs::relative(entry.path(), SOURCE_FOLDER).generic_string(), text);
        }
    }
}

TEST(Layers, nothingIncludesWhatStandsBelowIt) {
    int files = 0;
    for (const std::string top : {"model", "widgets", "app", "resources"}) {
        forEachSource(top, [&](const std::string &name, std::istream &text) {
            ++files;
            for (const std::string &offence : offences(name, text)) {
                ADD_FAILURE() << offence;
            }
        });
    }
    EXPECT_GT(files, 200);
}

/// One place reads and writes what is remembered: a second one would make up names and defaults of
/// its own.
TEST(Layers, settingsAreReadAndWrittenInOnePlace) {
    std::vector<std::string> users;
    for (const std::string top : {"widgets", "app"}) {
        forEachSource(top, [&](const std::string &name, std::istream &text) {
            for (std::string line; std::getline(text, line);) {
                if (line.find("QSettings") != std::string::npos) {
                    users.push_back(name);
                    break;
                }
            }
        });
    }
    EXPECT_EQ(users, std::vector<std::string>{"app/settings/settings.cpp"});
}

TEST(Layers, offencesAreSeen) {
    const auto allowed = [](const std::string &file, const std::string &header) {
        std::istringstream text("#include \"" + header + "\"");
        return offences(file, text).empty();
    };
    EXPECT_FALSE(allowed("model/decoding/trace.cpp", "QString"));
    EXPECT_FALSE(allowed("model/decoding/trace.cpp", "widgets/drawing/theme.h"));
    EXPECT_FALSE(allowed("model/decoding/trace.cpp", "resources/built_in_models.h"));
    EXPECT_TRUE(allowed("model/decoding/trace.cpp", "model/numerics/tensor.h"));
    EXPECT_FALSE(allowed("model/decoding/trace.cpp", "model/evaluation/bleu.h"));
    EXPECT_FALSE(allowed("model/evaluation/bleu.cpp", "model/training/numbers.h"));
    EXPECT_TRUE(allowed("model/training/augmentation/names.cpp", "model/training/corpus.h"));
    EXPECT_FALSE(allowed("model/text/utf8.cpp", "model/file/safetensors.h")) << "one rung";
    EXPECT_FALSE(allowed("model/model.cpp", "app/cli/options.h"));
    EXPECT_FALSE(allowed("model/somewhere/else.cpp", "model/error.h")) << "no room";
    EXPECT_TRUE(allowed("app/cli/main.cpp", "resources/built_in_models.h"));
    EXPECT_FALSE(allowed("app/cli/main.cpp", "app/window/header.h"));
    EXPECT_FALSE(allowed("widgets/heatmap/plot.cpp", "model/decoding/translation.h"));
    EXPECT_FALSE(allowed("widgets/heatmap/plot.cpp", "model/decoding/search.h"));
    EXPECT_TRUE(allowed("widgets/heatmap/plot.cpp", "model/decoding/trace.h"));
    EXPECT_TRUE(allowed("widgets/viewpoint/deriver.cpp", "model/decoding/search.h"));
    EXPECT_TRUE(allowed("widgets/heatmap/plot.cpp", "QWidget"));
    EXPECT_FALSE(allowed("widgets/heatmap/plot.cpp", "widgets/scores/bars.h")) << "another view";
    EXPECT_FALSE(allowed("widgets/heatmap/plot.cpp", "widgets/views/views.h"));
    EXPECT_TRUE(allowed("widgets/new_view/panel.cpp", "widgets/panel/panel.h"));
    EXPECT_FALSE(allowed("widgets/new_view/panel.cpp", "widgets/scores/bars.h")) << "another view";
    EXPECT_FALSE(allowed("widgets/panel/panel.cpp", "widgets/new_view/panel.h"));
    EXPECT_FALSE(allowed("widgets/loose.cpp", "widgets/panel/panel.h")) << "no room";
    EXPECT_TRUE(allowed("widgets/views/views.cpp", "widgets/heatmap/panel.h"));
    EXPECT_FALSE(allowed("widgets/heatmap/plot.cpp", "app/window/main_window.h"));
    EXPECT_FALSE(allowed("app/main.cpp", "tests/support/traces.h"));
    EXPECT_TRUE(allowed("app/main.cpp", "widgets/drawing/theme.h"));
    EXPECT_FALSE(allowed("app/session/session.cpp", "app/window/header.h"));
    EXPECT_TRUE(allowed("widgets/drawing/paint_thread.h", "widgets/threads/worker.h"));
    EXPECT_FALSE(allowed("widgets/threads/worker.h", "widgets/drawing/theme.h"));
}

/// The statements of a text that throw an error of model/ whose message is put together with "+":
/// in another language the parts would stand in another order.
std::vector<std::string> gluedErrors(const std::string &text) {
    static const std::regex thrown(R"(throw (\w|::)*Error\([^;]*;)");
    static const std::regex glued(R"("\s*\+|\+\s*")");
    std::vector<std::string> result;
    for (auto found = std::sregex_iterator(text.begin(), text.end(), thrown);
         found != std::sregex_iterator(); ++found) {
        if (std::regex_search(found->str(), glued)) {
            result.push_back(found->str());
        }
    }
    return result;
}

TEST(Layers, errorsAreTextsWithArguments) {
    EXPECT_EQ(gluedErrors("throw Error(\"got \" + n + \" bytes\");").size(), 1U);
    EXPECT_EQ(gluedErrors("throw ModelFileError(name +\n \": \" + what);").size(), 1U);
    EXPECT_TRUE(gluedErrors("throw Error(\"got %1 bytes\", n + 1); a = \"b\" + c;").empty());
    forEachSource("model", [](const std::string &name, std::istream &file) {
        std::stringstream text;
        text << file.rdbuf();
        for (const std::string &statement : gluedErrors(text.str())) {
            ADD_FAILURE() << name << ": " << statement;
        }
    });
}

/// Whether a line makes a pen of a thickness that stands there as a number: where text is larger,
/// as in a presentation, such a line would stay as thin as it was.
bool hasThicknessOfItsOwn(const std::string &line) {
    static const std::regex pen(R"(QPen( \w+)?[({].*, (\w+ \? [0-9.]+ : )?[0-9.]+[,)}])");
    return std::regex_search(line, pen);
}

TEST(Layers, linesGrowWithText) {
    EXPECT_TRUE(hasThicknessOfItsOwn("painter.setPen(QPen(theme.outline, 1));"));
    EXPECT_TRUE(hasThicknessOfItsOwn("QPen pen(color, 1.5, Qt::DashLine);"));
    EXPECT_TRUE(hasThicknessOfItsOwn("p.setPen(QPen(color, marked ? 2 : 1));"));
    EXPECT_FALSE(hasThicknessOfItsOwn("painter.setPen(theme.pen(theme.outline, 1));"));
    EXPECT_FALSE(hasThicknessOfItsOwn("p.setPen(QPen(color, link.width, Qt::SolidLine));"));
    EXPECT_FALSE(hasThicknessOfItsOwn("painter.setPen(QPen(Qt::NoPen));"));
    for (const std::string top : {"widgets", "app"}) {
        forEachSource(top, [](const std::string &name, std::istream &text) {
            for (std::string line; std::getline(text, line);) {
                if (hasThicknessOfItsOwn(line)) {
                    ADD_FAILURE() << name << ": " << line;
                }
            }
        });
    }
}

TEST(Layers, threadsAreMadeInOnePlace) {
    const auto allowed = [](const std::string &file, const std::string &line) {
        std::istringstream text(line);
        return offences(file, text).empty();
    };
    EXPECT_FALSE(allowed("app/session/session.h", "    std::jthread thread_;"));
    EXPECT_FALSE(allowed("widgets/heatmap/plot.cpp", "    std::thread([] {}).detach();"));
    EXPECT_FALSE(allowed("widgets/heatmap/plot.h", "class Painting : public QThread {"));
    EXPECT_TRUE(allowed("widgets/threads/worker.h", "    std::jthread thread_;"));
    EXPECT_TRUE(allowed("app/cli/evaluate_command.cpp", "    std::jthread thread;"));
    EXPECT_TRUE(allowed("model/numerics/helper.h", "    std::thread thread_;"));
}

}  // namespace
