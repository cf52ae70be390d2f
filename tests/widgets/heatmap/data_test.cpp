// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/data.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTranslator>
#include <cmath>
#include <cstring>
#include <limits>

#include "tests/support/traces.h"
#include "widgets/text/numbers.h"

namespace {

using widgets::heatmapData;

/// A sentence of four pieces in three words, translated into three pieces in two words.
model::Trace trace() {
    model::Trace trace;
    trace.model = support::tinyModel();
    trace.source = {"chats noirs",
                    {{300, "▁chat", {0, 4}, true, false},
                     {301, "s", {4, 5}, false, false},
                     {302, "▁noirs", {6, 11}, true, false},
                     {model::special::end, "</s>", {11, 11}, true, false}}};
    trace.translation = "black";
    trace.target = {{310, "▁bla", {0, 3}, true, false},
                    {311, "ck", {3, 5}, false, false},
                    {model::special::end, "</s>", {5, 5}, true, false}};
    for (const auto &weights :
         {std::array{0.1F, 0.2F, 0.3F, 0.4F}, std::array{0.5F, 0.1F, 0.4F, 0.0F},
          std::array{0.0F, 0.0F, 0.25F, 0.75F}}) {
        model::StepTrace step;
        step.weights = Eigen::Map<const model::Row>(weights.data(), 4);
        trace.steps.push_back(std::make_shared<const model::StepTrace>(std::move(step)));
    }
    return trace;
}

/// A language that calls the end of a sentence "fin".
class French : public QTranslator {
  public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override {
        return std::strcmp(text, "end") == 0 ? QStringLiteral("fin") : QString();
    }
};

TEST(HeatmapData, TheTableHasTheNumbersAndNothingTranslated) {
    int count = 1;
    char name[] = "heatmap_data_test";
    char *arguments[] = {name, nullptr};
    const QCoreApplication application(count, arguments);
    French french;
    ASSERT_TRUE(QCoreApplication::installTranslator(&french));
    const model::Trace numbers = trace();
    const auto data = heatmapData(numbers, true, 2);
    EXPECT_EQ(data.columnLabels().last(), QString("fin"));
    const widgets::Table table = heatmapTable(numbers, data);
    QCoreApplication::removeTranslator(&french);
    EXPECT_EQ(table.name(), QString("attention"));
    EXPECT_EQ(table.shape(), (widgets::TableShape{1, 4}));
    EXPECT_EQ(table.columns()[0].cells,
              decltype(table.columns()[0].cells)(widgets::TextCells{QString("black")}));
    EXPECT_EQ(table.columns()[2].heading, QString("noirs"));
    EXPECT_EQ(std::get<widgets::FloatCells>(table.columns()[2].cells)[0], data.weights(0, 1));
    EXPECT_EQ(table.columns()[3].heading, QString("end"));
    const auto whole = heatmapTable(numbers, heatmapData(numbers, true));
    EXPECT_EQ(std::get<widgets::TextCells>(whole.columns()[0].cells).back(), QString("end"));
    EXPECT_TRUE(widgets::heatmapTable(numbers, {}).empty());
}

TEST(HeatmapData, PiecesAreTheTracesOwnNumbers) {
    const auto data = heatmapData(trace(), false);
    EXPECT_EQ(data.columnLabels(), QStringList({"chat", "s", "noirs", "end"}));
    EXPECT_EQ(data.rowLabels(), QStringList({"bla", "ck", "end"}));
    EXPECT_EQ(data.weights, model::alignment(trace()));
}

TEST(HeatmapData, WordsSumOverSourcePiecesAndAverageOverTargetPieces) {
    const auto data = heatmapData(trace(), true);
    EXPECT_EQ(data.columnLabels(), QStringList({"chats", "noirs", "end"}));
    EXPECT_EQ(data.rowLabels(), QStringList({"black", "end"}));
    ASSERT_EQ(data.weights.rows(), 2);
    ASSERT_EQ(data.weights.cols(), 3);
    EXPECT_FLOAT_EQ(data.weights(0, 0), 0.45F);  // ((0.1 + 0.2) + (0.5 + 0.1)) / 2
    EXPECT_FLOAT_EQ(data.weights(0, 1), 0.35F);
    EXPECT_FLOAT_EQ(data.weights(1, 2), 0.75F);
}

TEST(HeatmapData, OnlyComputedStepsHaveWeights) {
    const auto data = heatmapData(trace(), false, 1);
    EXPECT_EQ(data.rows.size(), 3U);
    EXPECT_EQ(data.weights.rows(), 1);
    EXPECT_EQ(heatmapData(trace(), false, 0).weights.rows(), 0);
    EXPECT_EQ(heatmapData(trace(), false, 99).weights.rows(), 3);
}

TEST(HeatmapData, AWordUnderWayAveragesItsComputedPieces) {
    const auto data = heatmapData(trace(), true, 1);
    ASSERT_EQ(data.weights.rows(), 1);
    EXPECT_FLOAT_EQ(data.weights(0, 0), 0.3F);
}

TEST(HeatmapData, ThePosteriorStandsInTheWeightsPlace) {
    model::Posterior posterior;
    posterior.weights = model::Matrix::Zero(3, 4);
    posterior.weights(0, 1) = 1;
    posterior.weights(1, 0) = 0.5F;
    posterior.weights(1, 2) = 0.5F;
    posterior.weights(2, 3) = 1;
    const auto data = heatmapData(trace(), true, 2, {.posterior = &posterior});
    ASSERT_EQ(data.weights.rows(), 1);
    EXPECT_FLOAT_EQ(data.weights(0, 0), 0.75F);
    EXPECT_FLOAT_EQ(data.weights(0, 1), 0.25F);
    EXPECT_EQ(data.prior, heatmapData(trace(), true, 2).weights);
    // The margins are those of what is shown.
    EXPECT_NEAR(data.entropy[0], 0.75 * std::log2(4 / 3.0) + 0.25 * 2, 1e-6);
    EXPECT_NEAR(data.coverage[0], 1.5, 1e-6);
    EXPECT_EQ(heatmapData(trace(), true, 2).prior.size(), 0);
}

TEST(HeatmapData, PiecesFindTheirRowAndColumn) {
    const auto data = heatmapData(trace(), true);
    EXPECT_EQ(data.columnOf(0), 0);
    EXPECT_EQ(data.columnOf(1), 0);
    EXPECT_EQ(data.columnOf(3), 2);
    EXPECT_EQ(data.columnOf(4), -1);
    EXPECT_EQ(data.columnOf(-1), -1);
    EXPECT_EQ(data.rowOf(1), 0);
    EXPECT_EQ(data.rowOf(2), 1);
}

TEST(HeatmapData, ABottleneckHasNone) {
    const auto bottleneck = support::tinyTrace("le chat", "tiny_bottleneck");
    EXPECT_TRUE(heatmapData(*bottleneck, true).empty());
}

TEST(HeatmapData, LabelsAreOneShortLine) {
    auto odd = trace();
    odd.source =
        support::withPiece(odd.source, 0, [](model::Piece &piece) { piece.text = "▁a\nb\tc\x01"; });
    odd.source = support::withPiece(
        odd.source, 2, [](model::Piece &piece) { piece.text = "▁" + std::string(5000, 'x'); });
    const auto data = heatmapData(odd, false);
    EXPECT_EQ(data.columns[0].label, QString("a b c"));
    EXPECT_LE(data.columns[2].label.size(), 201);
}

TEST(HeatmapData, TheStrongestPairOfACellIsTheOneThatMattersMost) {
    const auto data = heatmapData(trace(), true);
    const auto after = [](int steps) {
        return model::Matrix(model::alignment(trace()).topRows(steps));
    };
    using widgets::PiecePair;
    EXPECT_EQ(strongestPair(after(3), data.rows[0], data.columns[0]), (PiecePair{1, 0}));
    EXPECT_EQ(strongestPair(after(1), data.rows[0], data.columns[0]), (PiecePair{0, 1}));
    EXPECT_EQ(strongestPair(after(3), data.rows[1], data.columns[0]), (PiecePair{2, 0}));
    // Not yet computed.
    EXPECT_EQ(strongestPair(after(0), data.rows[0], data.columns[0]), (PiecePair{0, 0}));
    EXPECT_EQ(strongestPair(after(2), data.rows[1], data.columns[2]), (PiecePair{2, 3}));
}

TEST(HeatmapData, CellsHaveTheSameNumberOfDecimals) {
    EXPECT_EQ(widgets::weightText(0.544, 2), QString(".54"));
    EXPECT_EQ(widgets::weightText(0.996, 2), QString("1.00"));
    EXPECT_EQ(widgets::weightText(0.00851, 4), QString("0.0085"));
    EXPECT_EQ(widgets::weightText(0, 4), QString("0.0000"));
    EXPECT_EQ(widgets::weightText(1, 4), QString("1.0000"));
    EXPECT_EQ(widgets::weightText(std::numeric_limits<double>::quiet_NaN(), 4), QString("–"));
}

TEST(HeatmapData, WeightsInTwoDigits) {
    EXPECT_EQ(widgets::shortWeight(0.544), QString(".54"));
    EXPECT_EQ(widgets::shortWeight(0), QString(".00"));
    EXPECT_EQ(widgets::shortWeight(0.996), QString("1.0"));
    EXPECT_EQ(widgets::shortWeight(1), QString("1.0"));
    EXPECT_EQ(widgets::shortWeight(std::numeric_limits<double>::quiet_NaN()), QString("–"));
}

}  // namespace
