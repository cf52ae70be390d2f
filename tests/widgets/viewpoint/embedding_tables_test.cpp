// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/viewpoint/embedding_tables.h"

#include <gtest/gtest.h>

#include "model/error.h"
#include "tests/support/traces.h"

namespace widgets {
namespace {

PieceNames namesOf(const std::vector<QString> &labels) {
    PieceNames names;
    names.labels = labels;
    for (const QString &label : labels)
        names.keys.push_back(searchKey(label));
    return names;
}

TEST(SearchKey, IgnoresCaseAccentsAndLigatures) {
    EXPECT_EQ(searchKey("École"), "ecole");
    EXPECT_EQ(searchKey("ÇA"), "ca");
    EXPECT_EQ(searchKey("Œuvre"), "oeuvre");
    EXPECT_EQ(searchKey("·eau"), "eau");
}

TEST(MatchingPieces, WhatBeginsWithItComesFirst) {
    const PieceNames names = namesOf({"achat", "chat", "Château", "noir", "·châ"});
    EXPECT_EQ(matchingPieces(names, "CHA"), (std::vector<int>{1, 2, 4, 0}));
    EXPECT_EQ(matchingPieces(names, " château "), (std::vector<int>{2}));
    EXPECT_EQ(matchingPieces(names, ""), (std::vector<int>{0, 1, 2, 3, 4}));
    EXPECT_TRUE(matchingPieces(names, "xyz").empty());
}

TEST(PieceNames, NameEveryPieceOfBothVocabularies) {
    const auto model = support::tinyModel();
    for (const TableSide side : {TableSide::source, TableSide::target}) {
        const PieceNames names = pieceNames(*model, side, {});
        ASSERT_EQ(int(names.labels.size()), tokenizerOf(*model, side).size());
        ASSERT_EQ(names.keys.size(), names.labels.size());
        EXPECT_EQ(names.labels[model::special::begin], "begin");
        for (const QString &label : names.labels)
            EXPECT_FALSE(label.isEmpty());
        EXPECT_GT(names.limit, 0);
    }
    EXPECT_EQ(embeddingTable(*model, TableSide::target).rows(), model->target().size());
}

TEST(EmbeddingSpace, HasANormAndAPlaceForEachRow) {
    const auto model = support::tinyModel();
    const EmbeddingSpace space = embeddingSpace(*model, TableSide::source, {});
    const auto &table = embeddingTable(*model, TableSide::source);
    ASSERT_EQ(space.norms.size(), table.rows());
    EXPECT_NEAR(space.norms(7), table.row(7).norm(), 1e-5);
    EXPECT_EQ(space.principal.coordinates.rows(), table.rows());
    EXPECT_GE(space.principal.explained[0], space.principal.explained[1]);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(embeddingSpace(*model, TableSide::source, stop.get_token()), model::Cancelled);
    EXPECT_THROW(pieceNames(*model, TableSide::source, stop.get_token()), model::Cancelled);
}

}  // namespace
}  // namespace widgets
