// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/configuration.h"
#include "model/text/tokenizer.h"

// The cells of a picture: the source positions of a model that sees one, row after row.
namespace model::scenes {

/// A square part of a picture whose width and height are 1.
struct Cell {
    double x = 0;  ///< of its upper left corner
    double y = 0;
    double size = 1;

    bool operator==(const Cell &) const = default;
};
Cell cellAt(int position);

/// A letter for the column and a number for the row: "A1" is in the upper left corner.
std::string cellName(int position);

/// The source vocabulary of a model of pictures: the names of the cells. Serialized.
std::string cellTokenizer();
/// The row of the source embedding table of a cell.
inline int cellToken(int position) {
    return special::end + 1 + position;
}
/// A picture as pieces: one for each cell.
std::vector<Piece> cellPieces();

}  // namespace model::scenes
