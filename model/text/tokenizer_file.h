// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace model {

/// Checks a serialised SentencePiece model before SentencePiece reads it: tables that it would
/// follow unchecked (a normaliser's map of characters, pieces that a user defined) and texts that
/// it would try by itself are refused. This program's own tokenizers have none of them.
/// @throws ModelFileError that begins with the tensor's name.
void checkTokenizerFile(std::string_view serialized, std::string_view tensor);

}  // namespace model
