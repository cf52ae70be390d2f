// SPDX-License-Identifier: GPL-3.0-or-later
// The formulas of what is pointed at in an embedding table.
#include <gtest/gtest.h>

#include <cmath>

#include "tests/support/traces.h"
#include "tests/widgets/inspector/formula_parts.h"
#include "widgets/inspector/formula.h"
#include "widgets/inspector/formula_text.h"
#include "widgets/text/piece_label.h"
#include "widgets/viewpoint/embedding_tables.h"

namespace widgets {
namespace {

class EachTable : public testing::TestWithParam<TableSide> {
  protected:
    EachTable()
        : trace_(support::tinyTrace("Où dort le chat noir ?")),
          table_(embeddingTable(*trace_->model, GetParam())),
          space_(std::make_shared<const EmbeddingSpace>(
              embeddingSpace(*trace_->model, GetParam(), {}))) {
        row_.side = GetParam();
        row_.piece = 41;
        row_.lookedUp = 57;
        row_.space = space_;
    }
    std::vector<FormulaPart> parts() const { return partsOf({.row = row_}); }
    std::vector<FormulaPart> partsOf(const Selection &selection) const {
        return formulaParts(*trace_, selection, lastMoment(extentOf(*trace_)));
    }

    std::shared_ptr<const model::Trace> trace_;
    const model::WeightMatrix &table_;
    std::shared_ptr<const EmbeddingSpace> space_;
    TableRow row_;
};

TEST_P(EachTable, TheCosineFollowsFromItsTerms) {
    const auto all = parts();
    const FormulaPart *cosine = find(all, "cosine");
    ASSERT_TRUE(cosine && cosine->value);
    EXPECT_EQ(all.front().kind, "cosine");
    const model::Row x = table_.row(41);
    const model::Row y = table_.row(57);
    EXPECT_NEAR(double(*cosine->value), double(x.dot(y) / (x.norm() * y.norm())), tolerance);
    ASSERT_EQ(long(cosine->terms.size()), table_.cols());
    EXPECT_NEAR(cosine->terms[3].value, double(x(3) * y(3)), tolerance);
    EXPECT_NEAR(sumOf(*cosine), double(x.dot(y)), tolerance);
    EXPECT_NEAR(*cosine->termsSum, double(x.dot(y)), tolerance);
    EXPECT_EQ(cosine->numbers,
              QString("%1 / (%2 · %3) = %4")
                  .arg(mathNumber(*cosine->termsSum), mathNumber(double(x.norm())),
                       mathNumber(double(y.norm())), mathNumber(double(*cosine->value))));
    const auto &tokenizer = tokenizerOf(*trace_->model, GetParam());
    for (const int piece : {41, 57})
        EXPECT_TRUE(plainSymbol(cosine->symbol).contains(vocabularyLabel(tokenizer, piece)));
    EXPECT_TRUE(cosine->meaning.contains("41") && cosine->meaning.contains("57"));
}

TEST_P(EachTable, ANeighboursCosineIsShownAsItCame) {
    row_.isNeighbour = true;
    row_.cosine = 0.75F;
    const auto all = parts();
    EXPECT_EQ(*find(all, "cosine")->value, 0.75F);
    EXPECT_TRUE(find(all, "cosine")->numbers.endsWith("= 0.7500"));
}

TEST_P(EachTable, APlaceOnTheMapIsWhatItsTermsAddUpTo) {
    row_.onMap = true;
    const auto all = parts();
    EXPECT_EQ(all.front().kind, "place");
    EXPECT_EQ(all[1].kind, "cosine");
    EXPECT_TRUE(all.front().meaning.contains("41"));
    QStringList coordinates;
    for (const int axis : {0, 1}) {
        const FormulaPart *part = find(all, QString("coordinate%1").arg(axis + 1));
        ASSERT_TRUE(part && part->value);
        EXPECT_EQ(*part->value, space_->principal.coordinates(41, axis));
        ASSERT_EQ(long(part->terms.size()), table_.cols());
        EXPECT_NEAR(sumOf(*part), double(*part->value), tolerance);
        EXPECT_NEAR(*part->termsSum, double(*part->value), tolerance);
        EXPECT_EQ(part->terms[2].factors[2], double(space_->principal.mean(2)));
        coordinates.append(mathNumber(double(*part->value)));
    }
    EXPECT_EQ(all.front().numbers, QString("(%1)").arg(coordinates.join(", ")));
}

TEST_P(EachTable, TheRowItselfIsTheTables) {
    const auto all = parts();
    const FormulaPart *row = find(all, "tableRow");
    ASSERT_TRUE(row);
    EXPECT_TRUE(row->formula.endsWith("[41]")) << row->formula.toStdString();
    ASSERT_EQ(long(row->terms.size()), table_.cols());
    EXPECT_EQ(row->terms[4].value, double(table_.row(41)(4)));
    const auto unit = partsOf({.unit = 4, .row = row_});
    ASSERT_EQ(unit.size(), 1U);
    EXPECT_EQ(*unit[0].value, table_.row(41)(4));
    EXPECT_EQ(unit[0].symbol, "x[5]");
}

TEST_P(EachTable, WhatIsNotKnownYetIsLeftOut) {
    row_.space = nullptr;
    EXPECT_EQ(find(parts(), "place"), nullptr);
    EXPECT_NE(find(parts(), "cosine"), nullptr);
    row_.lookedUp = row_.piece;
    EXPECT_EQ(find(parts(), "cosine"), nullptr) << "with itself it is 1, whatever the row";
    EXPECT_EQ(parts().front().kind, "tableRow");
}

TEST_P(EachTable, RowsThatDoNotExistDoNoHarm) {
    for (const int far : {-1, 1000000}) {
        row_.lookedUp = far;
        EXPECT_EQ(find(parts(), "cosine"), nullptr);
        row_.piece = far;
        EXPECT_EQ(find(parts(), "tableRow"), nullptr);
        EXPECT_FALSE(parts().empty());
        row_.piece = 41;
        EXPECT_EQ(partsOf({.unit = 100000, .row = row_}).front().kind, "place");
    }
    auto others = std::make_shared<EmbeddingSpace>(*space_);
    others->principal.coordinates = model::Matrix::Zero(3, 2);
    row_.space = others;
    EXPECT_EQ(find(parts(), "place"), nullptr);
}

INSTANTIATE_TEST_SUITE_P(Tables, EachTable, testing::Values(TableSide::source, TableSide::target));

TEST(FormulaOfATable, AWordOfTheSentenceHasTheTracesNumbers) {
    const auto trace = support::tinyTrace("Où dort le chat noir ?");
    auto changed = std::make_shared<model::Trace>(*trace);
    auto encoder = std::make_shared<model::EncoderTrace>(*trace->encoder);
    encoder->embeddings.row(1) = -embeddingTable(*trace->model, TableSide::source).row(41);
    changed->encoder = encoder;
    TableRow row{.piece = 41, .lookedUp = trace->source.token(1)};
    const Moment end = lastMoment(extentOf(*trace));
    EXPECT_FLOAT_EQ(*formulaParts(*changed, {.row = row}, end)[0].value, -1.0F);
    // A direction that there is not.
    encoder->embeddings.row(1).setZero();
    const auto zero = formulaParts(*changed, {.row = row}, end);
    EXPECT_EQ(*zero[0].value, 0.0F);
    EXPECT_FALSE(zero[0].note.isEmpty());
    EXPECT_TRUE(zero[0].numbers.isEmpty());
}

}  // namespace
}  // namespace widgets
