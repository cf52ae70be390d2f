// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "model/error.h"

namespace model {

/// Reads a text line by line. LF, CR LF or CR alone ends a line; a byte order mark at the very
/// beginning is left out. A line is there as soon as its end has been read, so that whoever types
/// or pipes one line is answered before the next.
class LineReader {
  public:
    explicit LineReader(std::istream &input) : input_(input) {}

    /// Reads the next line, without its end; false where there is none. Where the reading itself
    /// fails, the stream is bad() afterwards.
    bool next(std::string &line);
    /// Of the line that was read last, from 1.
    long number() const { return number_; }

  private:
    bool read(std::string &line);

    std::istream &input_;
    long number_ = 0;
    bool afterReturn_ = false;  ///< the last line ended with CR: an LF belongs to it
};

/// What keeps a line from being text in UTF-8, as a predicate ("is not valid UTF-8 …"), or nothing.
/// Zero bytes do, too: UTF-16 is full of them.
std::optional<Message> notUtf8(std::string_view line);

}  // namespace model
