// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/source.h"

#include <utility>

#include "model/configuration.h"

namespace model {

Source::Source(std::string text, std::vector<Piece> pieces)
    : text_(std::move(text)), pieces_(std::move(pieces)) {}

bool Source::isEnd(int position) const {
    return token(position) == special::end;
}

}  // namespace model
