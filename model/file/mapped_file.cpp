// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <cerrno>

#include "model/error.h"
#include "model/file/descriptor.h"

namespace model {
namespace {

[[noreturn]] void refuseToMap(const std::filesystem::path &file, const Message &problem) {
    throw ModelFileError("%1: %2.", file.string(), problem);
}

}  // namespace

std::span<const std::byte> mapFile(const std::filesystem::path &file) {
    // Without blocking, so as not to wait for the other end of a pipe.
    const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!descriptor.valid() || ::fstat(descriptor.get(), &status) != 0)
        refuseToMap(file, Message("cannot be read (%1)", reasonOf(errno)));
    if (!S_ISREG(status.st_mode))
        refuseToMap(file, Message("got a folder or a device, expected a file"));
    const auto size = static_cast<std::size_t>(status.st_size);
    if (size == 0)
        return {};  // which cannot be mapped
    void *bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.get(), 0);
    if (bytes == MAP_FAILED)
        refuseToMap(file, Message("cannot be read (%1)", reasonOf(errno)));
    return {static_cast<const std::byte *>(bytes), size};
}

}  // namespace model
