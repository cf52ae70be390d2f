// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace model {

/// Checks a serialised SentencePiece model before SentencePiece reads it: tables that it would
/// follow unchecked (the character map of a normaliser, user-defined pieces) and texts that it
/// would try by itself are refused. The tokenizers that this program trains have none of them.
/// @throws ModelFileError that begins with the name of the tensor.
void checkTokenizerFile(std::string_view serialized, std::string_view tensor);

/// Whether the pieces of a serialised SentencePiece model are letters: its type is "char".
bool hasLetterPieces(std::string_view serialized);

}  // namespace model
