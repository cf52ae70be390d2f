// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// As much of protocol buffers as the files of SentencePiece need.
// https://protobuf.dev/programming-guides/encoding
namespace model::protobuf {

enum class Kind : std::uint64_t { variable = 0, eightBytes = 1, counted = 2, fourBytes = 5 };

/// One field of a message: a number, or bytes.
struct Field {
    std::uint64_t number = 0;
    std::uint64_t value = 0;
    std::string_view bytes;
    std::string_view whole;  ///< as it stands in the message
};

/// Reads a message field by field.
class Fields {
  public:
    explicit Fields(std::string_view bytes) : rest_(bytes) {}

    bool isAtEnd() const { return rest_.empty(); }
    /// Nothing where there is no whole field of a known kind.
    std::optional<Field> next();

  private:
    /// Seven bits per byte, the lowest first; the highest bit of the last byte is 0.
    std::optional<std::uint64_t> number();

    std::string_view rest_;
};

/// The number in single precision that four bytes of a field are.
float toFloat(std::string_view fourBytes);

/// Appends a field of counted bytes.
void append(std::uint64_t number, std::string_view bytes, std::string &message);
/// Appends a field that is a number in single precision.
void append(std::uint64_t number, float value, std::string &message);

}  // namespace model::protobuf
