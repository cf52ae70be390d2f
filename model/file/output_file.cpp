// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <string_view>
#include <system_error>

namespace model {
namespace {

namespace fs = std::filesystem;

/// Of what is being written. A name of our own: what other programs leave unfinished is theirs.
constexpr std::string_view ending = ".attention-part";
constexpr std::size_t longestName = 255;  // bytes
constexpr int mostLinks = 40;             // that lead from one to the next, as in Linux
constexpr mode_t writeBits = 0222;
constexpr mode_t modeBits = 07777;

[[noreturn]] void failFor(int error) {
    throw OutputError("%1", reasonOf(error));
}

/// Where a path leads: the path itself, or what the symbolic link there points to, whether or not
/// anything is there.
fs::path followed(fs::path path) {
    std::error_code none;
    for (int i = 0; fs::is_symlink(fs::symlink_status(path, none)); ++i) {
        if (i == mostLinks)
            failFor(ELOOP);
        std::error_code failed;
        const fs::path target = fs::read_symlink(path, failed);
        if (failed)
            failFor(failed.value());
        path = path.parent_path() / target;  // the target alone if it is absolute
    }
    return path;
}

/// Keeps what is no file, or is not to be written, from being replaced.
void checkPlace(const fs::path &place) {
    struct stat there {};
    if (::stat(place.c_str(), &there) != 0)
        return;
    if (!S_ISREG(there.st_mode))
        throw OutputError("it is not a file");
    // The administrator may write to a read-only file, which is not what it is read-only for.
    if ((there.st_mode & writeBits) == 0)
        throw OutputError("it is read-only");
    if (::faccessat(AT_FDCWD, place.c_str(), W_OK, AT_EACCESS) != 0)
        failFor(errno);
}

/// Whether the path names the open file.
bool isSame(int descriptor, const fs::path &path) {
    struct stat open {};
    struct stat named {};
    return ::fstat(descriptor, &open) == 0 && ::stat(path.c_str(), &named) == 0 &&
           open.st_dev == named.st_dev && open.st_ino == named.st_ino;
}

}  // namespace

OutputFile::OutputFile(const fs::path &file) : place_(file) {
    // First what is there as the system sees it: not every link of /proc has a path to follow.
    checkPlace(file);
    place_ = followed(file);
    checkPlace(place_);
    part_ = place_.parent_path() /
            (place_.filename().string().substr(0, longestName - ending.size()).append(ending));
    open();
}

/// The name is always the same, so that what a killed process left is used again; the lock keeps a
/// second writer out.
void OutputFile::open() {
    do {
        // Without blocking, so as not to wait for the other end of a pipe.
        descriptor_.reset(
            ::open(part_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666));
        if (!descriptor_.valid())
            failFor(errno);
        // Not every file system has locks.
        if (::flock(descriptor_.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            throw OutputError("something else is writing it now");
        // Otherwise another writer renamed it before the lock was taken: it is no longer ours.
    } while (!isSame(descriptor_.get(), part_));
    struct stat begun {};
    if (::fstat(descriptor_.get(), &begun) != 0 || !S_ISREG(begun.st_mode))
        throw OutputError("%1 is not a file", part_.string());
    ours_ = true;
    if (::ftruncate(descriptor_.get(), 0) != 0)
        failFor(errno);
}

OutputFile::~OutputFile() {
    if (ours_)
        ::unlink(part_.c_str());
}

void OutputFile::append(std::span<const std::byte> bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_.get(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            failFor(errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
}

/// As far as the system lets it: what it does not is no reason not to write.
void OutputFile::takeMode() {
    struct stat old {};
    struct stat begun {};
    if (::stat(place_.c_str(), &old) != 0 || ::fstat(descriptor_.get(), &begun) != 0)
        return;
    if (old.st_uid != begun.st_uid || old.st_gid != begun.st_gid)
        static_cast<void>(!::fchown(descriptor_.get(), old.st_uid, old.st_gid));
    // Last: another owner takes some bits away.
    static_cast<void>(!::fchmod(descriptor_.get(), old.st_mode & modeBits));
}

void OutputFile::keep() {
    takeMode();
    if (::fsync(descriptor_.get()) != 0 || ::rename(part_.c_str(), place_.c_str()) != 0)
        failFor(errno);
    ours_ = false;
    // The name itself is on the disk only with the folder; not every file system can do that.
    const auto folder = place_.has_parent_path() ? place_.parent_path() : ".";
    const Descriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (directory.valid())
        ::fsync(directory.get());
}

}  // namespace model
