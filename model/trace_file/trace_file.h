// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "model/decoding/trace.h"
#include "model/error.h"

namespace model {

/// A file of a trace that cannot be written.
class TraceFileError : public Error {
  public:
    using Error::Error;
};

/// The kinds of files that hold every number of a translation, by their suffixes: "json", "npz",
/// "safetensors". The page of this room describes them.
std::span<const std::string_view> traceSuffixes();
/// The suffix of a file in small letters, without its point, if it is one of these; else "".
std::string_view traceSuffix(const std::filesystem::path &file);

/// Checks whether writeTrace() could write there, and changes nothing. @throws TraceFileError
void checkTraceFile(const std::filesystem::path &file);

/// Writes a translation with every number of it, whole or not at all; the suffix says how.
/// @throws TraceFileError that names the file, for another suffix and where it cannot be written.
void writeTrace(const Trace &trace, const std::filesystem::path &file);

}  // namespace model
