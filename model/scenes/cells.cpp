// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scenes/cells.h"

namespace model::scenes {

Cell cellAt(int position) {
    constexpr double side = 1.0 / picture::grid;
    return {position % picture::grid * side, position / picture::grid * side, side};
}

std::string cellName(int position) {
    const auto column = static_cast<char>('A' + position % picture::grid);
    return column + std::to_string(position / picture::grid + 1);
}

std::string cellTokenizer() {
    std::vector<std::string> names;
    for (int position = 0; position < picture::positions; ++position) {
        names.push_back(cellName(position));
    }
    return wordTokenizer(names);
}

std::vector<Piece> cellPieces() {
    std::vector<Piece> pieces;
    for (int position = 0; position < picture::positions; ++position) {
        Piece piece;
        piece.id = cellToken(position);
        piece.text = std::string(spaceMark) + cellName(position);
        piece.startsWord = true;
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

}  // namespace model::scenes
