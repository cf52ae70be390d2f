// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <fstream>
#include <numeric>

#include "model/file/safetensors.h"
#include "tests/model/file/floats.h"
#include "tests/model/file/refusal.h"
#include "tests/model/file/temporary_folder.h"

namespace {

using namespace model::safetensors;

TEST(SafetensorsFile, IsReadAsItWasWritten) {
    const TemporaryFolder folder;
    const auto file = folder / "x.safetensors";
    const std::vector<float> numbers{1, -2.5F, 3e-30F};
    const std::string text = "tokens";
    const std::vector<View> views{floats("numbers", numbers),
                                  {"text", Type::u8, {2, 3}, std::as_bytes(std::span(text))}};
    write(file, views, {{"name", "é \"quoted\"\n"}, {"broken", "\xFF"}});
    const auto bytes = readFile(file);
    const auto contents = Contents::parse(bytes);
    EXPECT_EQ(contents.metadata(), (Metadata{{"name", "é \"quoted\"\n"}, {"broken", "\uFFFD"}}));
    ASSERT_EQ(contents.tensors().size(), 2U);
    std::vector<float> values(3);
    copyValues(*contents.find("numbers"), values);
    EXPECT_EQ(values, numbers);
    EXPECT_EQ(contents.find("text")->shape, (std::vector<std::size_t>{2, 3}));
    EXPECT_EQ(std::memcmp(contents.find("text")->bytes.data(), text.data(), 6), 0);
    // The values begin at a cache line.
    EXPECT_EQ((contents.find("numbers")->bytes.data() - bytes.data()) % 64, 0);
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"x.safetensors"}));
}

TEST(SafetensorsFile, RefusesWhatIsNoReadableFile) {
    const TemporaryFolder folder;
    const auto missing = folder / "missing";
    EXPECT_EQ(messageOf([&] { readFile(missing); }),
              missing.string() + ": cannot be read (No such file or directory).");
    EXPECT_EQ(messageOf([&] { readFile(folder.path()); }),
              folder.path().string() + ": got a folder, expected a file.");
    const auto pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(messageOf([&] { readFile(pipe); }),
              pipe.string() + ": got a device or a pipe, expected a file.");
}

TEST(SafetensorsFile, RefusesAFileBeyondAllMeasureWithoutReadingIt) {
    const TemporaryFolder folder;
    const auto file = folder / "long";
    std::ofstream(file) << "x";
    std::filesystem::resize_file(file, std::uintmax_t{1} << 40);  // takes no room on the disk
    EXPECT_EQ(messageOf([&] { readFile(file); }),
              file.string() + ": got 1099511627776 bytes, expected at most 4294967296.");
}

/// Bytes that this process has read, from wherever.
long bytesRead() {
    std::ifstream counts("/proc/self/io");
    std::string name;
    long count = -1;
    counts >> name >> count;
    return name == "rchar:" ? count : -1;
}

TEST(SafetensorsFile, ReadsNoMoreThanTheBeginningOfWhatIsNone) {
    const TemporaryFolder folder;
    const auto file = folder / "long";
    std::ofstream(file) << "GIF89a, which is no length of a header";
    std::filesystem::resize_file(file, std::uintmax_t{1} << 31);
    const long before = bytesRead();
    EXPECT_NE(messageOf([&] { readFile(file); }).find("no safetensors file"), std::string::npos);
    std::ofstream(file, std::ios::trunc);
    std::filesystem::resize_file(file, std::uintmax_t{1} << 31);  // a header of no bytes
    EXPECT_NE(messageOf([&] { readFile(file); }).find("the header"), std::string::npos);
    EXPECT_LT(bytesRead() - before, 1L << 26);
}

TEST(SafetensorsFile, IsReadInBlocks) {
    const TemporaryFolder folder;
    const auto file = folder / "x";
    std::vector<float> numbers(5'000'000);  // 20 MB
    std::iota(numbers.begin(), numbers.end(), 0.0F);
    write(file, std::vector<View>{floats("numbers", numbers)}, {});
    const auto bytes = readFile(file);
    EXPECT_EQ(bytes.size(), std::filesystem::file_size(file));
    std::vector<float> values(numbers.size());
    copyValues(Contents::parse(bytes).tensors().front(), values);
    EXPECT_EQ(values, numbers);
}

TEST(SafetensorsFile, IsReadNoFurtherOnceThatIsCancelled) {
    const TemporaryFolder folder;
    write(folder / "x", {}, {});
    std::stop_source stop;
    EXPECT_NO_THROW(readFile(folder / "x", stop.get_token()));
    stop.request_stop();
    EXPECT_THROW(readFile(folder / "x", stop.get_token()), model::Cancelled);
}

TEST(SafetensorsFile, IsNotPutInThePlaceOfADeviceOrAPipe) {
    const TemporaryFolder folder;
    const auto pipe = folder / "pipe";
    ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
    EXPECT_EQ(messageOf([&] { write(pipe, {}, {}); }),
              pipe.string() + ": cannot be written (it is not a file).");
    EXPECT_TRUE(std::filesystem::is_fifo(pipe));
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"pipe"}));
}

TEST(SafetensorsFile, RefusesAFileWithoutPermission) {
    const TemporaryFolder folder;
    const auto file = folder / "closed";
    std::ofstream(file) << "x";
    ASSERT_EQ(::chmod(file.c_str(), 0), 0);
    if (::access(file.c_str(), R_OK) == 0)
        GTEST_SKIP() << "the administrator may read everything";
    EXPECT_EQ(messageOf([&] { readFile(file); }),
              file.string() + ": cannot be read (Permission denied).");
}

TEST(SafetensorsFile, RefusesToWriteWhereItCannot) {
    const TemporaryFolder folder;
    const auto nowhere = folder / "missing" / "x";
    EXPECT_EQ(messageOf([&] { write(nowhere, {}, {}); }),
              nowhere.string() + ": cannot be written (No such file or directory).");
    std::filesystem::create_directory(folder / "folder");
    EXPECT_EQ(messageOf([&] { write(folder / "folder", {}, {}); }),
              (folder / "folder").string() + ": cannot be written (it is not a file).");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"folder"}));
    EXPECT_EQ(messageOf([&] { checkWritable(nowhere); }),
              nowhere.string() + ": cannot be written (No such file or directory).");
    EXPECT_EQ(messageOf([&] { checkWritable(folder / "folder"); }),
              (folder / "folder").string() + ": cannot be written (it is not a file).");
}

TEST(SafetensorsFile, TriesWhetherItCouldWriteWithoutATrace) {
    const TemporaryFolder folder;
    checkWritable(folder / "new");
    EXPECT_TRUE(folder.names().empty());
    write(folder / "old", {}, {});
    const auto before = readFile(folder / "old");
    checkWritable(folder / "old");
    EXPECT_EQ(readFile(folder / "old"), before);
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"old"}));
}

TEST(SafetensorsFile, RefusesToWriteWhatCouldNotBeRead) {
    const TemporaryFolder folder;
    const auto file = folder / "x";
    const std::vector<float> numbers{1, 2};
    View wrong = floats("w", numbers);
    wrong.shape = {3};
    EXPECT_EQ(messageOf([&] { write(file, std::span(&wrong, 1), {}); }),
              file.string() + ": tensor \"w\": got 8 bytes to write, expected 12 for F32 [3].");
    const std::vector<View> twice(2, floats("w", numbers));
    EXPECT_EQ(messageOf([&] { write(file, twice, {}); }),
              file.string() + ": tensor \"w\" is to be written twice.");
    EXPECT_TRUE(folder.names().empty());
}

TEST(SafetensorsFile, LeavesTheOldFileWhenTheDiskIsFull) {
    const TemporaryFolder folder;
    const auto file = folder / "x";
    const std::vector<float> numbers(10000, 1.0F);
    const View small = floats("old", std::span(numbers).first(1));
    write(file, std::span(&small, 1), {});
    // A limit on the size of files fails as a full disk does.
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &old), 0);
    const rlimit tight{4096, old.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    const View large = floats("new", numbers);
    const std::string message = messageOf([&] { write(file, std::span(&large, 1), {}); });
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &old), 0);
    std::signal(SIGXFSZ, before);
    EXPECT_EQ(message, file.string() + ": cannot be written (File too large).");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"x"}));
    const auto bytes = readFile(file);
    EXPECT_NE(Contents::parse(bytes).find("old"), nullptr);
}

TEST(SafetensorsFile, ReplacesWhatAKilledWriterLeft) {
    const TemporaryFolder folder;
    std::ofstream(folder / "x.attention-part") << std::string(5000, 'x');
    const std::vector<float> numbers{1};
    const View view = floats("w", numbers);
    write(folder / "x", std::span(&view, 1), {});
    const auto bytes = readFile(folder / "x");
    EXPECT_NE(Contents::parse(bytes).find("w"), nullptr);
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"x"}));
}

TEST(SafetensorsFile, HasOneWriterAtATime) {
    const TemporaryFolder folder;
    const auto file = folder / "x";
    const int other = ::open((folder / "x.attention-part").c_str(), O_WRONLY | O_CREAT, 0600);
    ASSERT_EQ(::flock(other, LOCK_EX), 0);
    EXPECT_EQ(messageOf([&] { write(file, {}, {}); }),
              file.string() + ": cannot be written (something else is writing it now).");
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"x.attention-part"}));
    ::close(other);
    write(file, {}, {});
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"x"}));
}

TEST(SafetensorsFile, NamesTheFileBeforeTheProblem) {
    EXPECT_EQ(messageOf([] { inFile("x.safetensors", [] { return Contents::parse({}); }); }),
              "x.safetensors: got 0 bytes, expected a safetensors file of at least 8.");
    EXPECT_EQ(inFile("x", [] { return 3; }), 3);
}

}  // namespace
