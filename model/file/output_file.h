// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

#include "model/error.h"
#include "model/file/descriptor.h"

namespace model {

/// A file that cannot be written. The message is the reason alone, for the caller to put after the
/// name: "No space left on device".
class OutputError : public Error {
  public:
    using Error::Error;
};

/// A file that is written whole or not at all: beside its place (as FILE.attention-part), forced to
/// the disk, and renamed. The way in which every file of the programs is written.
///
/// A symbolic link stays, and what it points to is written. A file that is there keeps its mode
/// and, where the system lets it, its owner. What is no file, or is read-only, is not replaced.
class OutputFile {
  public:
    /// Begins. @throws OutputError; what stood there is untouched then.
    explicit OutputFile(const std::filesystem::path &file);
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;
    /// Removes what has not been kept.
    ~OutputFile();

    /// @throws OutputError
    void append(std::span<const std::byte> bytes);
    /// Gives the file its name once all of it is on the disk. @throws OutputError
    void keep();

  private:
    void open();
    /// That of what is there.
    void takeMode();

    std::filesystem::path place_;  ///< where the file will be: no link
    std::filesystem::path part_;   ///< where it is until then
    Descriptor descriptor_;
    bool ours_ = false;  ///< to be removed at the end
};

/// Checks whether a file could be written there, and changes nothing. @throws OutputError
inline void checkOutput(const std::filesystem::path &file) {
    const OutputFile begun(file);
}

}  // namespace model
