// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/protocol_buffer.h"

#include <bit>

namespace model::protobuf {

namespace {

void appendNumber(std::uint64_t value, std::string &message) {
    for (; value > 0x7FU; value >>= 7U) {
        message += static_cast<char>((value & 0x7FU) | 0x80U);
    }
    message += static_cast<char>(value);
}

void appendKey(std::uint64_t number, Kind kind, std::string &message) {
    appendNumber((number << 3U) | static_cast<std::uint64_t>(kind), message);
}

}  // namespace

std::optional<Field> Fields::next() {
    const std::string_view begin = rest_;
    const auto key = number();
    if (!key) {
        return {};
    }
    Field field;
    field.number = *key >> 3U;
    const auto kind = static_cast<Kind>(*key & 7U);
    if (kind == Kind::variable) {
        const auto value = number();
        field.value = value.value_or(0);
        field.whole = begin.substr(0, begin.size() - rest_.size());
        return value ? std::optional(field) : std::nullopt;
    }
    const auto size = kind == Kind::counted      ? number()
                      : kind == Kind::fourBytes  ? std::optional<std::uint64_t>(4)
                      : kind == Kind::eightBytes ? std::optional<std::uint64_t>(8)
                                                 : std::nullopt;
    if (!size || *size > rest_.size()) {
        return {};
    }
    field.bytes = rest_.substr(0, *size);
    rest_.remove_prefix(*size);
    field.whole = begin.substr(0, begin.size() - rest_.size());
    return field;
}

std::optional<std::uint64_t> Fields::number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
        if ((byte & 0x80U) == 0) {
            return value;
        }
    }
    return {};
}

float toFloat(std::string_view fourBytes) {
    std::uint32_t bits = 0;
    for (unsigned i = 0; i < 4 && i < fourBytes.size(); ++i) {
        bits |= static_cast<std::uint32_t>(static_cast<unsigned char>(fourBytes[i])) << (8 * i);
    }
    return std::bit_cast<float>(bits);
}

void append(std::uint64_t number, std::string_view bytes, std::string &message) {
    appendKey(number, Kind::counted, message);
    appendNumber(bytes.size(), message);
    message += bytes;
}

void append(std::uint64_t number, float value, std::string &message) {
    appendKey(number, Kind::fourBytes, message);
    const auto bits = std::bit_cast<std::uint32_t>(value);
    for (unsigned shift = 0; shift < 32; shift += 8) {
        message += static_cast<char>((bits >> shift) & 0xFFU);
    }
}

}  // namespace model::protobuf
