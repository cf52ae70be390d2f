// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "widgets/embeddings/panel.h"
#include "widgets/text/piece_label.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/viewpoint.h"

// The numbers that are taken away.
namespace widgets {

Table EmbeddingsPanel::neighboursTable() const {
    const model::Tokenizer &vocabulary = tokenizerOf(*model_, side_);
    const auto &at = tables_->spaceOf(side_)->principal.coordinates;
    TextCells pieces;
    WholeCells rows;
    FloatCells cosines;
    FloatCells coordinates[2];
    for (const model::Neighbour &neighbour : neighbours_) {
        pieces.push_back(vocabularyName(vocabulary, neighbour.row));
        rows.emplace_back(neighbour.row);
        cosines.emplace_back(neighbour.cosine);
        for (int axis : {0, 1})
            coordinates[axis].emplace_back(at(neighbour.row, axis));
    }
    Table table(QStringLiteral("neighbours"));
    table.add(QStringLiteral("piece"), std::move(pieces));
    table.add(QStringLiteral("row"), std::move(rows));
    table.add(QStringLiteral("cosine"), std::move(cosines));
    table.add(QStringLiteral("PC 1"), std::move(coordinates[0]));
    table.add(QStringLiteral("PC 2"), std::move(coordinates[1]));
    table.add(QStringLiteral("looked up"),
              TextCells(neighbours_.size(), vocabularyName(vocabulary, row_.piece)));
    return table;
}

/// The row that is looked up, unit by unit.
Table EmbeddingsPanel::valuesTable() const {
    const model::Row values = valuesOf(row_);
    WholeCells units;
    for (int unit = 0; unit < values.size(); ++unit)
        units.emplace_back(unit + 1);
    Table table(QStringLiteral("embedding"));
    table.add(QStringLiteral("unit"), std::move(units));
    table.add(QStringLiteral("value"), FloatCells(values.begin(), values.end()));
    return table;
}

std::vector<Table> EmbeddingsPanel::tables() const {
    if (!viewpoint()->trace() || !model_ || neighbours_.empty())
        return {};
    return {neighboursTable(), valuesTable()};
}

}  // namespace widgets
