// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/tokenizer_file.h"

#include <cstdint>
#include <optional>
#include <string>

#include "model/error.h"

namespace model {
namespace {

// Field numbers of sentencepiece_model.proto.
constexpr std::uint64_t piecesField = 1;
constexpr std::uint64_t normalizerField = 3;
constexpr std::uint64_t selfTestField = 4;
constexpr std::uint64_t denormalizerField = 5;
constexpr std::uint64_t charactersMapField = 2;  ///< of a normaliser
constexpr std::uint64_t typeField = 3;           ///< of a piece
constexpr std::uint64_t userDefined = 4;         ///< a type of piece

/// One field of a message: a number, or bytes.
struct Field {
    std::uint64_t number = 0;
    std::uint64_t value = 0;
    std::string_view bytes;
};

/// Reads a protocol-buffers message field by field.
/// https://protobuf.dev/programming-guides/encoding
class Fields {
  public:
    explicit Fields(std::string_view bytes) : rest_(bytes) {}

    bool isAtEnd() const { return rest_.empty(); }
    /// Nothing where there is no whole field of a known kind.
    std::optional<Field> next() {
        constexpr std::uint64_t variable = 0;
        constexpr std::uint64_t eightBytes = 1;
        constexpr std::uint64_t counted = 2;
        constexpr std::uint64_t fourBytes = 5;
        const auto key = number();
        if (!key)
            return {};
        Field field;
        field.number = *key >> 3U;
        const std::uint64_t kind = *key & 7U;
        if (kind == variable) {
            const auto value = number();
            field.value = value.value_or(0);
            return value ? std::optional(field) : std::nullopt;
        }
        const auto size = kind == counted      ? number()
                          : kind == fourBytes  ? std::optional<std::uint64_t>(4)
                          : kind == eightBytes ? std::optional<std::uint64_t>(8)
                                               : std::nullopt;
        if (!size || *size > rest_.size())
            return {};
        field.bytes = rest_.substr(0, *size);
        rest_.remove_prefix(*size);
        return field;
    }

  private:
    /// Seven bits per byte, the lowest first; the highest bit of the last byte is 0.
    std::optional<std::uint64_t> number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(rest_.front());
            rest_.remove_prefix(1);
            value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
            if ((byte & 0x80U) == 0)
                return value;
        }
        return {};
    }

    std::string_view rest_;
};

}  // namespace

void checkTokenizerFile(std::string_view serialized, std::string_view tensor) {
    const auto refuse = [&](const Message &problem) {
        throw ModelFileError("%1: got %2.", tensor, problem);
    };
    /// Calls `look` with each field.
    const auto forEach = [&](std::string_view bytes, const auto &look) {
        for (Fields fields(bytes); !fields.isAtEnd();) {
            const auto field = fields.next();
            if (!field)
                refuse(Message("%1 bytes that are not a SentencePiece model, expected one",
                               serialized.size()));
            look(*field);
        }
    };
    forEach(serialized, [&](const Field &field) {
        if (field.number == selfTestField)
            refuse(Message("a SentencePiece model with tests of itself, expected none"));
        if (field.number == normalizerField || field.number == denormalizerField)
            forEach(field.bytes, [&](const Field &part) {
                if (part.number == charactersMapField && !part.bytes.empty())
                    refuse(
                        Message("a SentencePiece model that changes characters by a table of %1 "
                                "bytes, expected one that changes none",
                                part.bytes.size()));
            });
        if (field.number == piecesField)
            forEach(field.bytes, [&](const Field &part) {
                if (part.number == typeField && part.value == userDefined)
                    refuse(
                        Message("a SentencePiece model with a user-defined piece, expected none"));
            });
    });
}

}  // namespace model
