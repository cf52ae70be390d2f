// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/text/tokenizer_file.h"

#include <cstdint>

#include "model/error.h"
#include "model/text/protocol_buffer.h"

namespace model {

using protobuf::Field;
using protobuf::Fields;

namespace {

// Field numbers of sentencepiece_model.proto.
constexpr std::uint64_t piecesField = 1;
constexpr std::uint64_t trainerField = 2;
constexpr std::uint64_t normalizerField = 3;
constexpr std::uint64_t selfTestField = 4;
constexpr std::uint64_t denormalizerField = 5;
constexpr std::uint64_t charactersMapField = 2;  ///< of a normaliser
constexpr std::uint64_t typeField = 3;           ///< of a piece
constexpr std::uint64_t userDefined = 4;         ///< a type of piece
constexpr std::uint64_t modelTypeField = 3;      ///< of a trainer
constexpr std::uint64_t charType = 4;            ///< a type of model

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

bool hasLetterPieces(std::string_view serialized) {
    /// The value of the last field of that number, or its bytes.
    const auto last = [](std::string_view bytes, std::uint64_t number) {
        Field found;
        for (Fields fields(bytes); !fields.isAtEnd();) {
            const auto field = fields.next();
            if (!field)
                break;
            found = field->number == number ? *field : found;
        }
        return found;
    };
    return last(last(serialized, trainerField).bytes, modelTypeField).value == charType;
}

}  // namespace model
