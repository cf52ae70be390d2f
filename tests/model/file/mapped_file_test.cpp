// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/mapped_file.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <fstream>
#include <string>

#include "tests/model/file/refusal.h"
#include "tests/model/file/temporary_folder.h"

namespace {

TEST(MappedFile, ShowsTheBytesOfTheFileAtAPagesBoundary) {
    const TemporaryFolder folder;
    const std::string text(10000, 'x');
    std::ofstream(folder / "x", std::ios::binary) << text << "end";
    const auto bytes = model::mapFile(folder / "x");
    EXPECT_EQ(std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size()),
              text + "end");
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(bytes.data()) % 4096, 0U);
}

TEST(MappedFile, KeepsWhatTheFileHeldWhenItIsReplacedOrRemoved) {
    const TemporaryFolder folder;
    std::ofstream(folder / "x") << "old";
    const auto bytes = model::mapFile(folder / "x");
    std::ofstream(folder / "new") << "something else";
    std::filesystem::rename(folder / "new", folder / "x");
    std::filesystem::remove(folder / "x");
    EXPECT_EQ(std::string(reinterpret_cast<const char *>(bytes.data()), bytes.size()), "old");
}

TEST(MappedFile, OfAnEmptyFileIsEmpty) {
    const TemporaryFolder folder;
    std::ofstream(folder / "x") << "";
    EXPECT_TRUE(model::mapFile(folder / "x").empty());
}

TEST(MappedFile, RefusesWhatIsNoFileThatCanBeRead) {
    const TemporaryFolder folder;
    const std::string there = folder.path().string();
    EXPECT_EQ(messageOf([&] { model::mapFile(folder / "none"); }),
              there + "/none: cannot be read (No such file or directory).");
    EXPECT_EQ(messageOf([&] { model::mapFile(folder.path()); }),
              there + ": got a folder or a device, expected a file.");
}

}  // namespace
