// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>
#include <system_error>

#include "model/file/safetensors.h"

namespace model::safetensors {
namespace {

constexpr std::size_t alignment = 64;  ///< of the first value: a cache line
/// Far beyond any model of this kind; a longer file is not worth its memory.
constexpr off_t longestFile = off_t{1} << 32;
/// Bytes that are read at a time; more than the longest header.
constexpr std::size_t blockBytes = std::size_t{1} << 23;

std::string reason(int error) {
    return std::generic_category().message(error);
}

[[noreturn]] void fail(const std::filesystem::path &file, const Message &problem) {
    throw ModelFileError("%1: %2.", file.string(), problem);
}

/// An open file that is closed in any case.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int descriptor) : descriptor_(descriptor) {}
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { reset(-1); }
    int get() const { return descriptor_; }
    bool valid() const { return descriptor_ >= 0; }
    void reset(int descriptor) {
        if (valid())
            ::close(descriptor_);
        descriptor_ = descriptor;
    }

  private:
    int descriptor_ = -1;
};

/// Whether the path names the open file.
bool isSame(int descriptor, const std::filesystem::path &path) {
    struct stat open {};
    struct stat named {};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

/// The file while it is being written, beside its final place. The name is always the same, so that
/// what a killed process left is used again; the lock keeps a second writer out.
class Temporary {
  public:
    explicit Temporary(const std::filesystem::path &file) : file_(file), path_(file) {
        path_ += ".part";
        do {
            descriptor_.reset(
                ::open(path_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
            if (!descriptor_.valid())
                fail(file_, Message("cannot be written (%1)", reason(errno)));
            if (::flock(descriptor_.get(), LOCK_EX | LOCK_NB) != 0)
                fail(file_, Message("cannot be written (something else is writing it now)"));
            // Otherwise another writer renamed it before the lock was taken: it is no longer ours.
        } while (!isSame(descriptor_.get(), path_));
        ours_ = true;
        if (::ftruncate(descriptor_.get(), 0) != 0)
            fail(file_, Message("cannot be written (%1)", reason(errno)));
    }
    Temporary(const Temporary &) = delete;
    Temporary &operator=(const Temporary &) = delete;
    ~Temporary() {
        if (ours_)
            ::unlink(path_.c_str());
    }

    void append(std::span<const std::byte> bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor_.get(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                fail(file_, Message("cannot be written (%1)", reason(errno)));
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }

    /// Gives the file its name once all of it is on the disk.
    void keep() {
        if (::fsync(descriptor_.get()) != 0 || ::rename(path_.c_str(), file_.c_str()) != 0)
            fail(file_, Message("cannot be written (%1)", reason(errno)));
        ours_ = false;
        // The name itself is on the disk only with the folder; not every file system can do that.
        const auto folder = file_.has_parent_path() ? file_.parent_path() : ".";
        const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (directory.valid())
            ::fsync(directory.get());
    }

  private:
    std::filesystem::path file_;
    std::filesystem::path path_;
    Descriptor descriptor_;
    bool ours_ = false;  ///< to be removed at the end
};

std::string headerText(std::span<const View> tensors, const Metadata &metadata) {
    nlohmann::ordered_json header = nlohmann::ordered_json::object();
    if (!metadata.empty())
        header["__metadata__"] = metadata;
    std::size_t offset = 0;
    for (const View &tensor : tensors) {
        header[tensor.name] = {{"dtype", toString(tensor.type)},
                               {"shape", tensor.shape},
                               {"data_offsets", {offset, offset + tensor.bytes.size()}}};
        offset += tensor.bytes.size();
    }
    // A text that is not UTF-8 cannot be written as JSON: it becomes U+FFFD.
    std::string text = header.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    const std::size_t misaligned = (sizeof(std::uint64_t) + text.size()) % alignment;
    text.append(misaligned == 0 ? 0 : alignment - misaligned, ' ');
    return text;
}

/// A container that could not be read back must not be written.
void check(const std::filesystem::path &file, std::span<const View> tensors) {
    std::set<std::string_view> names{"__metadata__"};
    for (const View &tensor : tensors) {
        std::size_t bytes = sizeOf(tensor.type);
        for (const std::size_t size : tensor.shape)
            bytes *= size;
        if (bytes != tensor.bytes.size())
            fail(file, Message("tensor %1: got %2 bytes to write, expected %3 for %4 %5",
                               inQuotes(tensor.name), tensor.bytes.size(), bytes,
                               toString(tensor.type), shapeText(tensor.shape)));
        if (!names.insert(tensor.name).second)
            fail(file, Message("tensor %1 is to be written twice", inQuotes(tensor.name)));
    }
}

/// Keeps a file from replacing a folder or a device.
void checkPlace(const std::filesystem::path &file) {
    std::error_code ignored;
    const auto type = std::filesystem::status(file, ignored).type();
    using enum std::filesystem::file_type;
    if (type == directory || type == block || type == character || type == fifo || type == socket)
        fail(file, Message("cannot be written (it is not a file)"));
}

/// As many of the next bytes as there are, or as fit.
std::size_t readBlock(const Descriptor &descriptor, std::span<std::byte> block,
                      const std::filesystem::path &file) {
    std::size_t got = 0;
    while (got < block.size()) {
        const auto n = ::read(descriptor.get(), block.data() + got, block.size() - got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            fail(file, Message("cannot be read (%1)", reason(errno)));
        if (n == 0)
            break;
        got += static_cast<std::size_t>(n);
    }
    return got;
}

}  // namespace

std::vector<std::byte> readFile(const std::filesystem::path &file, const std::stop_token &stop) {
    // Without blocking, so as not to wait for the other end of a pipe.
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!descriptor.valid() || ::fstat(descriptor.get(), &status) != 0)
        fail(file, Message("cannot be read (%1)", reason(errno)));
    if (S_ISDIR(status.st_mode))
        fail(file, Message("got a folder, expected a file"));
    if (!S_ISREG(status.st_mode))
        fail(file, Message("got a device or a pipe, expected a file"));
    if (status.st_size > longestFile)
        fail(file, Message("got %1 bytes, expected at most %2", status.st_size, longestFile));
    const auto size = static_cast<std::size_t>(status.st_size);
    std::vector<std::byte> bytes;
    do {
        if (stop.stop_requested())
            throw Cancelled();
        const std::size_t before = bytes.size();
        bytes.resize(std::min(size, before + blockBytes));
        const std::size_t got = readBlock(descriptor, std::span(bytes).subspan(before), file);
        const bool shorter = before + got < bytes.size();  // it has shrunk in the meantime
        bytes.resize(before + got);
        if (before == 0)
            inFile(file.string(), [&] { checkBeginning(bytes, shorter ? got : size); });
        bytes.reserve(size);
        if (shorter)
            break;  // what is missing will be noticed
    } while (bytes.size() < size);
    return bytes;
}

void checkWritable(const std::filesystem::path &file) {
    checkPlace(file);
    const Temporary temporary(file);
}

void write(const std::filesystem::path &file, std::span<const View> tensors,
           const Metadata &metadata) {
    check(file, tensors);
    checkPlace(file);
    const std::string header = headerText(tensors, metadata);
    const std::uint64_t length = header.size();
    Temporary temporary(file);
    temporary.append(std::as_bytes(std::span(&length, 1)));
    temporary.append(std::as_bytes(std::span(header)));
    for (const View &tensor : tensors)
        temporary.append(tensor.bytes);
    temporary.keep();
}

}  // namespace model::safetensors
