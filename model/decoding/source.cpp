// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/decoding/source.h"

#include <utility>

#include "model/configuration.h"

namespace model {

Source::Source(std::string text, std::vector<Piece> pieces)
    : text_(std::move(text)), pieces_(std::move(pieces)) {}

Source::Source(std::string text, std::vector<Piece> cells, scenes::Picture picture)
    : text_(std::move(text)),
      pieces_(std::move(cells)),
      picture_(std::make_shared<const scenes::Picture>(std::move(picture))) {}

bool Source::operator==(const Source &other) const {
    const bool samePicture =
        picture_ && other.picture_ ? *picture_ == *other.picture_ : !picture_ && !other.picture_;
    return text_ == other.text_ && pieces_ == other.pieces_ && samePicture;
}

scenes::Cell Source::cell(int position) const {
    return picture_ ? scenes::cellAt(position) : scenes::Cell{0, 0, 1};
}

bool Source::isEnd(int position) const {
    return token(position) == special::end;
}

}  // namespace model
