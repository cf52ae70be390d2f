// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/printable.h"

#include <utf8proc.h>

namespace model {
namespace {

/// The marks by which a text says in which direction it goes on.
bool turnsDirection(utf8proc_int32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool isPrintable(utf8proc_int32_t c) {
    switch (utf8proc_category(c)) {
        case UTF8PROC_CATEGORY_CC:
        case UTF8PROC_CATEGORY_ZL:
        case UTF8PROC_CATEGORY_ZP:
            return false;
        default:
            return !turnsDirection(c);
    }
}

/// Whether a byte goes on with a character of UTF-8.
bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        utf8proc_int32_t character = 0;
        const auto length =
            utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t *>(text.data()),
                             static_cast<utf8proc_ssize_t>(text.size()), &character);
        const std::size_t used = length > 0 ? static_cast<std::size_t>(length) : 1;
        if (length <= 0) {
            result += "\uFFFD";
        } else if (isPrintable(character)) {
            result += text.substr(0, used);
        } else {
            result += '?';
        }
        text.remove_prefix(used);
    }
    return result;
}

std::string printable(std::string_view text, std::size_t longest) {
    if (text.size() <= longest) {
        return printable(text);
    }
    // Most of the beginning, and the end, where a path has its file.
    std::size_t head = longest / 3 * 2;
    std::size_t tail = text.size() - longest / 3;
    while (head > 0 && continues(text[head])) {
        --head;
    }
    while (tail < text.size() && continues(text[tail])) {
        ++tail;
    }
    return printable(text.substr(0, head)) + "…" + printable(text.substr(tail));
}

}  // namespace model
