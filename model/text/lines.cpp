// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/lines.h"

#include <array>
#include <cstdio>
#include <ios>
#include <istream>
#include <streambuf>

#include "model/text/utf8.h"

namespace model {
namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

std::string hexadecimal(char byte) {
    std::array<char, 8> text{};
    std::snprintf(text.data(), text.size(), "0x%02X", static_cast<unsigned char>(byte));
    return text.data();
}

}  // namespace

bool LineReader::read(std::string &line) {
    using Traits = std::istream::traits_type;
    std::streambuf &bytes = *input_.rdbuf();
    bool any = false;
    for (auto next = bytes.sbumpc(); next != Traits::eof(); next = bytes.sbumpc()) {
        const char byte = Traits::to_char_type(next);
        if (byte == '\n' && !any && afterReturn_) {
            afterReturn_ = false;
            continue;
        }
        any = true;
        afterReturn_ = byte == '\r';
        if (byte == '\n' || byte == '\r') {
            return true;
        }
        line += byte;
    }
    return any;
}

bool LineReader::next(std::string &line) {
    line.clear();
    bool any = false;
    try {
        any = read(line);
    } catch (const std::ios_base::failure &) {
        input_.setstate(std::ios_base::badbit);
    }
    if (!any) {
        return false;
    }
    if (++number_ == 1 && line.starts_with(byteOrderMark)) {
        line.erase(0, byteOrderMark.size());
    }
    return true;
}

std::optional<Message> notUtf8(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == '\0') {
            return Message("has a zero byte (byte %1), as UTF-16 text has, UTF-8 is expected",
                           at + 1);
        }
        const Character character = characterAt(line, at);
        if (!character.isValid) {
            return Message("is not valid UTF-8 (byte %1 is %2)", at + 1, hexadecimal(line[at]));
        }
        at = static_cast<std::size_t>(character.range.end);
    }
    return {};
}

}  // namespace model
