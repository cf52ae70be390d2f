// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/output_file.h"

#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cstring>
#include <fstream>
#include <iterator>

#include "tests/model/file/temporary_folder.h"

namespace {

using model::OutputError;
using model::OutputFile;
namespace fs = std::filesystem;

void writeText(const fs::path &file, std::string_view text) {
    OutputFile output(file);
    output.append(std::as_bytes(std::span(text)));
    output.keep();
}

std::string textOf(const fs::path &file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Why a text could not be written there; empty if it could.
std::string refusalOf(const fs::path &file) {
    try {
        writeText(file, "new");
        return {};
    } catch (const OutputError &error) {
        return error.what();
    }
}

mode_t modeOf(const fs::path &file) {
    struct stat status {};
    return ::stat(file.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

}  // namespace

TEST(OutputFile, IsThereOnlyOnceItIsKept) {
    const TemporaryFolder folder;
    {
        OutputFile output(folder / "x");
        output.append(std::as_bytes(std::span(std::string_view("half"))));
        EXPECT_FALSE(fs::exists(folder / "x"));
    }
    EXPECT_TRUE(folder.names().empty());
    writeText(folder / "x", "whole");
    EXPECT_EQ(textOf(folder / "x"), "whole");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"x"}));
}

TEST(OutputFile, RenewsWhatASymbolicLinkPointsTo) {
    const TemporaryFolder folder;
    fs::create_directories(folder / "far" / "away");
    writeText(folder / "far" / "target", "old");
    fs::create_symlink("../target", folder / "far" / "away" / "link");
    fs::create_symlink(folder / "far" / "away" / "link", folder / "chain");
    writeText(folder / "chain", "new");
    EXPECT_TRUE(fs::is_symlink(folder / "chain"));
    EXPECT_TRUE(fs::is_symlink(folder / "far" / "away" / "link"));
    EXPECT_EQ(textOf(folder / "far" / "target"), "new");
    EXPECT_EQ(fs::read_symlink(folder / "chain"), folder / "far" / "away" / "link");
}

TEST(OutputFile, MakesWhatALinkPointsToInVain) {
    const TemporaryFolder folder;
    fs::create_symlink("not yet", folder / "link");
    writeText(folder / "link", "new");
    EXPECT_EQ(fs::read_symlink(folder / "link"), "not yet");
    EXPECT_EQ(textOf(folder / "not yet"), "new");
    fs::create_symlink("missing/x", folder / "nowhere");
    EXPECT_EQ(refusalOf(folder / "nowhere"), "No such file or directory");
}

TEST(OutputFile, IsNotCaughtInARingOfLinks) {
    const TemporaryFolder folder;
    fs::create_symlink("b", folder / "a");
    fs::create_symlink("a", folder / "b");
    EXPECT_EQ(refusalOf(folder / "a"), "Too many levels of symbolic links");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"a", "b"}));
}

TEST(OutputFile, KeepsTheModeOfTheFileThatItReplaces) {
    const TemporaryFolder folder;
    const mode_t before = ::umask(022);
    for (const mode_t mode : {0664U, 0600U, 0755U, 0646U}) {
        writeText(folder / "x", "old");
        ASSERT_EQ(::chmod((folder / "x").c_str(), mode), 0);
        writeText(folder / "x", "new");
        EXPECT_EQ(modeOf(folder / "x"), mode);
        EXPECT_EQ(textOf(folder / "x"), "new");
    }
    writeText(folder / "y", "new");
    EXPECT_EQ(modeOf(folder / "y"), 0644U);
    ::umask(before);
}

TEST(OutputFile, LeavesAReadOnlyFileWhoeverWrites) {
    const TemporaryFolder folder;
    writeText(folder / "x", "old");
    fs::create_symlink("x", folder / "link");
    ASSERT_EQ(::chmod((folder / "x").c_str(), 0444), 0);
    EXPECT_EQ(refusalOf(folder / "x"), "it is read-only");
    EXPECT_EQ(refusalOf(folder / "link"), "it is read-only");
    EXPECT_EQ(textOf(folder / "x"), "old");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"link", "x"}));
}

TEST(OutputFile, LeavesWhatIsNoFile) {
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "pipe").c_str(), 0600), 0);
    fs::create_symlink("pipe", folder / "link");
    fs::create_directory(folder / "folder");
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string name = (folder / "socket").string();
    ASSERT_LT(name.size(), sizeof address.sun_path);
    std::memcpy(address.sun_path, name.c_str(), name.size());
    const model::Descriptor socket(::socket(AF_UNIX, SOCK_STREAM, 0));
    ASSERT_EQ(::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address),
              0);
    for (const char *each : {"pipe", "link", "folder", "socket"}) {
        EXPECT_EQ(refusalOf(folder / each), "it is not a file") << each;
    }
    // Not by writing: the administrator could put a file in its place.
    EXPECT_THROW(model::checkOutput("/dev/null"), OutputError);
    EXPECT_TRUE(fs::is_fifo(folder / "pipe"));
    EXPECT_TRUE(fs::is_socket(folder / "socket"));
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"folder", "link", "pipe", "socket"}));
}

TEST(OutputFile, DoesNotWaitForAPipeInTheWay) {
    const TemporaryFolder folder;
    ASSERT_EQ(::mkfifo((folder / "x.attention-part").c_str(), 0600), 0);
    EXPECT_NE(refusalOf(folder / "x"), "");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"x.attention-part"}));
}

TEST(OutputFile, LeavesWhatOtherProgramsHaveNotFinished) {
    const TemporaryFolder folder;
    std::ofstream(folder / "x.part") << "theirs";
    writeText(folder / "x", "new");
    EXPECT_EQ(textOf(folder / "x.part"), "theirs");
}

TEST(OutputFile, MayHaveTheLongestName) {
    const TemporaryFolder folder;
    const std::string name(255, 'x');
    writeText(folder / name, "new");
    EXPECT_EQ(textOf(folder / name), "new");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{name}));
    EXPECT_EQ(refusalOf(folder / (name + "x")), "File name too long");
}
