// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <set>

#include "model/file/descriptor.h"
#include "model/file/output_file.h"
#include "model/file/safetensors.h"

namespace model::safetensors {
namespace {

constexpr std::size_t alignment = 64;  ///< of the first value: a cache line
/// Far beyond any model of this kind; a longer file is not worth its memory.
constexpr off_t longestFile = off_t{1} << 32;
/// Bytes that are read at a time; more than the longest header.
constexpr std::size_t blockBytes = std::size_t{1} << 23;

[[noreturn]] void fail(const std::filesystem::path &file, const Message &problem) {
    throw ModelFileError("%1: %2.", file.string(), problem);
}

/// Runs `write` and names the file before what kept it from being written.
template <class Write>
void writing(const std::filesystem::path &file, Write &&write) {
    try {
        write();
    } catch (const OutputError &error) {
        fail(file, Message("cannot be written (%1)", error.message()));
    }
}

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

/// As many of the next bytes as there are, or as fit.
std::size_t readBlock(const Descriptor &descriptor, std::span<std::byte> block,
                      const std::filesystem::path &file) {
    std::size_t got = 0;
    while (got < block.size()) {
        const auto n = ::read(descriptor.get(), block.data() + got, block.size() - got);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            fail(file, Message("cannot be read (%1)", reasonOf(errno)));
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
        fail(file, Message("cannot be read (%1)", reasonOf(errno)));
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
    writing(file, [&] { checkOutput(file); });
}

void write(const std::filesystem::path &file, std::span<const View> tensors,
           const Metadata &metadata) {
    check(file, tensors);
    const std::string header = headerText(tensors, metadata);
    const std::uint64_t length = header.size();
    writing(file, [&] {
        OutputFile output(file);
        output.append(std::as_bytes(std::span(&length, 1)));
        output.append(std::as_bytes(std::span(header)));
        for (const View &tensor : tensors)
            output.append(tensor.bytes);
        output.keep();
    });
}

}  // namespace model::safetensors
