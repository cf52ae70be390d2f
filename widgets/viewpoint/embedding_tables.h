// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

#include "model/embeddings/principal_components.h"
#include "model/model.h"
#include "widgets/viewpoint/selection.h"

namespace widgets {

inline constexpr int tableSides = 2;

/// What one embedding table shows before its map is known. `keys` are what a search compares:
/// without case, accents and ligatures.
struct PieceNames {
    std::vector<QString> labels;  ///< of piece id
    std::vector<QString> keys;    ///< of piece id
    double limit = 1;             ///< of the diverging colours of the rows of the table
};

/// What is computed once for an embedding table [N, E].
struct EmbeddingSpace {
    model::Row norms;                      ///< of the rows [1, N]
    model::PrincipalComponents principal;  ///< of the rows
};

/// What the embeddings panel knows of the tables of a model so far; what is still being computed is
/// null. Keeps no model alive.
struct EmbeddingTables {
    std::weak_ptr<const model::Model> model;
    std::array<std::shared_ptr<const PieceNames>, tableSides> names;
    std::array<std::shared_ptr<const EmbeddingSpace>, tableSides> spaces;

    const PieceNames *namesOf(TableSide side) const {
        return names[static_cast<std::size_t>(side)].get();
    }
    const EmbeddingSpace *spaceOf(TableSide side) const {
        return spaces[static_cast<std::size_t>(side)].get();
    }
};

/// The table [N, E] of a side.
const model::WeightMatrix &embeddingTable(const model::Model &model, TableSide side);
const model::Tokenizer &tokenizerOf(const model::Model &model, TableSide side);

/// What a search compares: lower case, without accents, "œ" as "oe".
QString searchKey(const QString &text);
/// The pieces that a search finds: those that begin with `text`, then those that hold it, each in
/// the order of the vocabulary. Everything for an empty text.
std::vector<int> matchingPieces(const PieceNames &names, const QString &text);

/// @throws model::Cancelled
PieceNames pieceNames(const model::Model &model, TableSide side, const std::stop_token &stop);
/// @throws model::Cancelled
EmbeddingSpace embeddingSpace(const model::Model &model, TableSide side,
                              const std::stop_token &stop);

}  // namespace widgets
