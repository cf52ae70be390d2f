// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace model::training {

/// A 64-bit hash of data: FNV-1a (Fowler, Noll & Vo).
class Hash {
  public:
    Hash &add(std::span<const std::byte> bytes) {
        for (const std::byte byte : bytes) {
            add(byte);
        }
        return *this;
    }
    /// The text and an end mark that does not occur in UTF-8.
    Hash &add(std::string_view text) {
        add(std::as_bytes(std::span(text)));
        add(std::byte{0xFF});
        return *this;
    }
    std::uint64_t value() const { return value_; }

  private:
    void add(std::byte byte) {
        value_ = (value_ ^ static_cast<std::uint64_t>(byte)) * 0x100000001B3U;
    }

    std::uint64_t value_ = 0xCBF29CE484222325U;
};

}  // namespace model::training
