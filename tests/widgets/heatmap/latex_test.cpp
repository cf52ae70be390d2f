// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/latex.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

#include "tests/support/traces.h"

namespace {

using widgets::FigureOptions;
using widgets::heatmapLatex;
using widgets::latexText;

std::shared_ptr<const model::Trace> someTrace() {
    return support::syntheticTrace(4, 3, 1, support::smallConfiguration());
}

TEST(HeatmapLatex, whatMeansSomethingToItIsEscaped) {
    EXPECT_EQ(latexText("a_b & 50% {x} #1 $2"), "a\\_b \\& 50\\% \\{x\\} \\#1 \\$2");
    EXPECT_EQ(latexText("~^\\"), "\\textasciitilde{}\\textasciicircum{}\\textbackslash{}");
    EXPECT_EQ(latexText("été où œuf"), QString("été où œuf"));
    EXPECT_EQ(latexText("a\nb"), "a b");
}

TEST(HeatmapLatex, hasEveryCellAndEveryWord) {
    const auto trace = someTrace();
    const QString text = heatmapLatex(*trace, FigureOptions{.heatmap = {.words = false}});
    EXPECT_TRUE(text.contains(QString("mesh/cols=%1,").arg(trace->sourceLength())));
    for (int row = 0; row < trace->targetLength(); ++row)
        for (int column = 0; column < trace->sourceLength(); ++column)
            EXPECT_TRUE(
                text.contains(QRegularExpression(QString("(^|\\s)%1 %2 \\d").arg(column).arg(row),
                                                 QRegularExpression::MultilineOption)))
                << column << " " << row;
    EXPECT_EQ(text.count('{'), text.count('}'));
    EXPECT_EQ(text.count("\\begin{"), text.count("\\end{"));
}

TEST(HeatmapLatex, rowsThatAreNotComputedHaveNoWeight) {
    const auto trace = someTrace();
    const QString text =
        heatmapLatex(*trace, FigureOptions{.heatmap = {.words = false}, .steps = 1});
    EXPECT_EQ(text.count(" nan\\\\"), (trace->targetLength() - 1) * trace->sourceLength());
}

TEST(HeatmapLatex, isAsWideAsIsSaid) {
    FigureOptions options{.size = {}, .heatmap = {.words = false}};
    EXPECT_TRUE(heatmapLatex(*someTrace(), options).contains("x=6mm,"));
    options.size = {96 * someTrace()->sourceLength(), 0};  // an inch each
    EXPECT_TRUE(heatmapLatex(*someTrace(), options).contains("x=25.4mm,"));
}

TEST(HeatmapLatex, aPosteriorThatIsNotKnownIsTold) {
    EXPECT_THROW(heatmapLatex(*someTrace(), FigureOptions{.heatmap = {.posterior = true}}),
                 widgets::ExportError);
}

}  // namespace
