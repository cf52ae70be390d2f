// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/geometry.h"
#include "widgets/drawing/text_measure.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

namespace widgets {

void PrintTo(const HeatmapZoom &zoom, std::ostream *out) {
    *out << "columns " << zoom.columns.begin << " + " << zoom.columns.length << ", rows "
         << zoom.rows.begin << " + " << zoom.rows.length;
}

}  // namespace widgets

namespace {

using namespace widgets;

/// Every character 7 pixels wide, lines 16 high.
const TextMeasure measure{
    [](const QString &text) { return 7.0 * static_cast<double>(text.size()); }, 16};

/// Only that size.
const TextSizes sizes{measure};

/// Three sizes, down to characters 5 pixels wide in lines of 11, whose ink is 9 high.
const TextSizes shrinking{
    {[](const QString &text) { return 7.0 * static_cast<double>(text.size()); }, 16,
     [](const QString &) { return 13.0; }},
    {[](const QString &text) { return 6.0 * static_cast<double>(text.size()); }, 13,
     [](const QString &) { return 11.0; }},
    {[](const QString &text) { return 5.0 * static_cast<double>(text.size()); }, 11,
     [](const QString &) { return 9.0; }}};

const TextMeasure &measureOf(const HeatmapLayout &layout) {
    return shrinking[static_cast<std::size_t>(layout.text)];
}

QStringList words(int count, int length) {
    QStringList result;
    for (int i = 0; i < count; ++i)
        result.append(QString(1 + (i * 7) % length, u'a'));
    return result;
}

struct Case {
    QSize size;
    int rows;
    int columns;
    int length;
};

void PrintTo(const Case &c, std::ostream *out) {
    *out << c.size.width() << "x" << c.size.height() << ", " << c.rows << " rows, " << c.columns
         << " columns, words of up to " << c.length;
}

class HeatmapLayoutOf : public testing::TestWithParam<Case> {
  protected:
    QRect area() const { return {QPoint(10, 20), GetParam().size}; }
    HeatmapLayout layout() const {
        return layoutHeatmap(area(), words(GetParam().rows, GetParam().length),
                             words(GetParam().columns, GetParam().length), shrinking);
    }
};

TEST_P(HeatmapLayoutOf, NothingLiesOutside) {
    const HeatmapLayout layout = this->layout();
    ASSERT_FALSE(layout.empty());
    const QRectF area = QRectF(this->area()).adjusted(-0.01, -0.01, 0.01, 0.01);
    EXPECT_TRUE(area.contains(layout.cells));
    EXPECT_TRUE(area.contains(layout.bar));
    for (int j = 0; j < layout.columns; ++j)
        EXPECT_TRUE(area.contains(columnLabelShape(layout, j, measureOf(layout)).boundingRect()))
            << j;
    for (int i = 0; i < layout.rows; ++i) {
        const QRectF label = rowLabelRect(layout, i, measureOf(layout));
        EXPECT_GE(label.left(), area.left()) << i;
        EXPECT_LE(label.right(), layout.cells.left()) << i;
    }
}

TEST_P(HeatmapLayoutOf, ShownLabelsDoNotTouch) {
    const HeatmapLayout layout = this->layout();
    QPolygonF before;
    const std::vector<bool> written = writtenColumnLabels(layout, layout.columns / 2);
    EXPECT_TRUE(written[static_cast<std::size_t>(layout.columns / 2)]);
    for (int j = 0; j < layout.columns; ++j) {
        if (!written[static_cast<std::size_t>(j)])
            continue;
        const QPolygonF shape = columnLabelShape(layout, j, measureOf(layout));
        if (!before.isEmpty()) {
            const QRectF shared = before.intersected(shape).boundingRect();
            EXPECT_LT(shared.width() * shared.height(), 1.0) << j;
        }
        before = shape;
    }
    for (const int kept : {-1, 0, layout.rows / 2, layout.rows - 1}) {
        const int next = kept + 1 < layout.rows ? kept + 1 : 0;
        std::vector<QRectF> rects = writtenRowLabels(layout, {kept, next}, measureOf(layout));
        EXPECT_FALSE(rects[static_cast<std::size_t>(std::max(0, kept))].isNull()) << kept;
        EXPECT_FALSE(rects[static_cast<std::size_t>(next)].isNull()) << kept;
        std::erase_if(rects, [](const QRectF &rect) { return rect.isNull(); });
        std::sort(rects.begin(), rects.end(),
                  [](const QRectF &a, const QRectF &b) { return a.top() < b.top(); });
        for (std::size_t i = 1; i < rects.size(); ++i)
            EXPECT_LE(rects[i - 1].bottom(), rects[i].top() + 0.01) << kept;
        EXPECT_GE(rects.front().top(), layout.cells.top() - 2 * layout.gap) << kept;
    }
}

INSTANTIATE_TEST_SUITE_P(Sizes, HeatmapLayoutOf,
                         testing::Values(Case{{470, 300}, 2, 2, 4}, Case{{470, 300}, 7, 6, 6},
                                         Case{{470, 300}, 11, 10, 9}, Case{{470, 300}, 40, 43, 12},
                                         Case{{800, 600}, 200, 210, 9}, Case{{800, 600}, 3, 3, 300},
                                         Case{{260, 180}, 12, 30, 20}, Case{{1600, 300}, 5, 60, 14},
                                         Case{{800, 600}, 1044, 512, 8}));

TEST(HeatmapLayout, ShortWordsStandLevelAndLongOnesAreTurned) {
    const QRect area(0, 0, 600, 400);
    EXPECT_EQ(layoutHeatmap(area, words(5, 4), words(5, 4), sizes).angle, 0);
    const double some = layoutHeatmap(area, words(10, 4), words(10, 12), sizes).angle;
    const double many = layoutHeatmap(area, words(10, 4), words(30, 12), sizes).angle;
    EXPECT_GT(some, 0);
    EXPECT_GT(many, some);
    EXPECT_LE(many, 90);
}

TEST(HeatmapLayout, ALongLastWordNarrowsTheCells) {
    const QRect area(0, 0, 400, 600);
    const QStringList rows = words(4, 4);
    QStringList columns = words(10, 3);
    columns.back() = QString(24, u'a');
    const HeatmapLayout layout = layoutHeatmap(area, rows, columns, sizes);
    ASSERT_GT(layout.angle, 0);
    EXPECT_LE(columnLabelShape(layout, 9, measure).boundingRect().right(), 400);
    columns.back() = "a";
    EXPECT_GT(layoutHeatmap(area, rows, columns, sizes).cells.width(), layout.cells.width());
}

TEST(HeatmapLayout, TooManyWordsAreThinnedOut) {
    const QRect area(0, 0, 600, 400);
    const HeatmapLayout layout = layoutHeatmap(area, words(300, 4), words(300, 4), sizes);
    EXPECT_EQ(layout.angle, 90);
    EXPECT_GT(layout.columnStride, 5);
    EXPECT_GT(layout.rowStride, 5);
}

TEST(HeatmapLayout, LabelsShrinkBeforeOneIsDropped) {
    const QStringList rows = words(12, 4);
    const QStringList columns = words(12, 4);
    int before = -1;
    for (const int height : {400, 230, 200, 150}) {
        const HeatmapLayout layout =
            layoutHeatmap(QRect(0, 0, 455, height), rows, columns, shrinking);
        EXPECT_EQ(layout.rowStride, 1) << height;
        EXPECT_EQ(layout.columnStride, 1) << height;
        EXPECT_GE(layout.text, before) << height;
        before = layout.text;
    }
    EXPECT_EQ(layoutHeatmap(QRect(0, 0, 455, 400), rows, columns, shrinking).text, 0);
    EXPECT_EQ(before, 2) << "down to the smallest";
    // Without smaller sizes every second row would be nameless.
    EXPECT_GT(layoutHeatmap(QRect(0, 0, 455, 170), rows, columns, sizes).rowStride, 1);
    // Below the smallest, none is overprinted.
    const HeatmapLayout low = layoutHeatmap(QRect(0, 0, 455, 90), rows, columns, shrinking);
    EXPECT_EQ(low.text, 2);
    EXPECT_GT(low.rowStride, 1);
}

TEST(HeatmapLayout, NoWordIsCutThatASmallerSizeHasRoomFor) {
    const QRect area(0, 0, 400, 300);
    QStringList columns = words(10, 4);
    columns[3] = QString(22, u'a');
    const HeatmapLayout layout = layoutHeatmap(area, words(5, 4), columns, shrinking);
    EXPECT_GT(layout.text, 0);
    EXPECT_EQ(layout.columnLabels, columns);
    // What fits in no size is cut in the one that reads best.
    columns[3] = QString(100, u'a');
    EXPECT_EQ(layoutHeatmap(area, words(5, 4), columns, shrinking).text, 0);
}

TEST(HeatmapLayout, TwoKeptNeighboursAreBothReadable) {
    const HeatmapLayout layout =
        layoutHeatmap(QRect(0, 0, 455, 240), words(60, 4), words(8, 4), shrinking);
    ASSERT_GT(layout.rowStride, 2);
    const auto rects = writtenRowLabels(layout, {31, 30}, measureOf(layout));
    EXPECT_LE(rects[30].bottom(), rects[31].top() + 0.01);
    EXPECT_LT(std::abs(rects[30].center().y() - layout.cell(30, 0).center().y()), layout.rowPitch);
    const auto last = writtenRowLabels(layout, {58, 59}, measureOf(layout));
    EXPECT_LE(last[59].bottom(), layout.cells.top() + layout.cells.height() + layout.gap + 0.01);
}

/// "4 decimals, size 0".
std::string numbersIn(const QSizeF &cell, bool ones) {
    const CellNumbers numbers = cellNumbers(cell, ones, shrinking);
    EXPECT_LE(numbers.width, cell.width());
    EXPECT_LE(numbers.height, cell.height());
    return std::to_string(numbers.decimals) + " decimals, size " + std::to_string(numbers.text);
}

TEST(CellNumbers, FourDecimalsWhereTheyFitElseTwoElseNone) {
    // "0.0000" is 42 wide in the first size and 30 in the last.
    EXPECT_EQ(numbersIn({84, 30}, false), "4 decimals, size 0");
    EXPECT_EQ(numbersIn({83, 30}, false), "2 decimals, size 0");
    EXPECT_EQ(numbersIn({84, 17}, false), "2 decimals, size 1");
    EXPECT_EQ(numbersIn({42, 14}, false), "2 decimals, size 2");
    EXPECT_EQ(numbersIn({40, 30}, false), "2 decimals, size 0");
    EXPECT_EQ(numbersIn({22, 30}, false), "2 decimals, size 1");
    EXPECT_EQ(numbersIn({19, 30}, false), "2 decimals, size 2");
    EXPECT_EQ(numbersIn({18, 30}, false), "0 decimals, size 0");
    EXPECT_EQ(numbersIn({60, 13}, false), "0 decimals, size 0");
}

TEST(CellNumbers, AOneNeedsItsPlaceOrNoCellHasItsNumber) {
    EXPECT_EQ(numbersIn({26, 30}, false), "2 decimals, size 0");
    EXPECT_EQ(numbersIn({26, 30}, true), "2 decimals, size 2");
    EXPECT_EQ(numbersIn({20, 30}, true), "0 decimals, size 0");
}

TEST(CellNumbers, SmallWeightsHaveTwoDigitsOrSayThatTheyAreSmall) {
    const TextMeasure seven{[](const QString &text) { return 7.0 * text.size(); }, 14};
    const auto text = [&](double weight, int decimals, double room) {
        return cellText(weight, {.decimals = decimals}, room, seven).toStdString();
    };
    EXPECT_EQ(text(0.6666, 4, 80), "0.6666");
    EXPECT_EQ(text(0.00023, 4, 80), "0.00023");
    EXPECT_EQ(text(0.0000118, 4, 80), "0.000012");
    EXPECT_EQ(text(0.0000118, 4, 50), "<.0001");
    EXPECT_EQ(text(0.00023, 4, 45), "0.0002");
    EXPECT_EQ(text(0.0000118, 2, 80), ".00");
}

TEST(HeatmapLayout, NoWordsOrNoRoomGiveNothing) {
    EXPECT_TRUE(layoutHeatmap(QRect(0, 0, 600, 400), {}, {"a"}, sizes).empty());
    EXPECT_TRUE(layoutHeatmap(QRect(0, 0, 600, 400), {"a"}, {}, sizes).empty());
    EXPECT_TRUE(layoutHeatmap(QRect(0, 0, 20, 10), {"a"}, {"a"}, sizes).empty());
    EXPECT_TRUE(layoutHeatmap(QRect(), {"a"}, {"a"}, sizes).empty());
}

TEST(HeatmapLayout, OrdersTurnAroundWhatStandsWhere) {
    const QRect area(0, 0, 600, 400);
    HeatmapArrangement turned;
    turned.bottomToTop = turned.rightToLeft = true;
    const HeatmapLayout layout = layoutHeatmap(area, words(6, 5), words(8, 12), sizes, turned);
    EXPECT_GT(layout.cell(0, 0).left(), layout.cell(0, 7).left());
    EXPECT_GT(layout.cell(0, 0).top(), layout.cell(5, 0).top());
    EXPECT_DOUBLE_EQ(rowLabelRect(layout, 2, measure).center().y(), layout.cell(2, 0).center().y());
    EXPECT_DOUBLE_EQ(columnLabelAnchor(layout, 3).x(), layout.cell(0, 3).center().x());
    for (int j = 0; j < 8; ++j)
        EXPECT_TRUE(QRectF(area).contains(columnLabelShape(layout, j, measure).boundingRect()))
            << j;
}

TEST(HeatmapLayout, MarginsAndTheirHeadingsHaveTheirRoom) {
    const QRect area(0, 0, 600, 400);
    HeatmapArrangement wanted;
    wanted.rowMargin = wanted.columnMargin = true;
    wanted.rowHeading = {"entropy", "0–2.8 bits"};
    wanted.columnHeading = {"coverage", "0–1.2"};
    const HeatmapLayout plain = layoutHeatmap(area, words(6, 2), words(8, 5), sizes);
    const HeatmapLayout layout = layoutHeatmap(area, words(6, 2), words(8, 5), sizes, wanted);
    EXPECT_TRUE(plain.rowMargin.isNull());
    EXPECT_TRUE(plain.columnMargin.isNull());
    EXPECT_GE(layout.rowMargin.left(), layout.cell(0, 7).right());
    EXPECT_LE(layout.rowMargin.right(), layout.bar.left());
    EXPECT_GE(layout.rowMargin.width(), measure.width("0–2.8 bits"));
    EXPECT_LE(layout.rowMargin.bottom() + 2 * measure.height, 400);
    EXPECT_GE(layout.columnMargin.top(), layout.cell(5, 0).bottom());
    EXPECT_LE(layout.columnMargin.bottom(), 400);
    EXPECT_GE(layout.cells.left() - layout.gap, measure.width("coverage"));
}

class ZoomedLayoutOf : public testing::TestWithParam<HeatmapZoom> {};

TEST_P(ZoomedLayoutOf, LabelsStandAtTheirCellsAndInside) {
    const QRect area(0, 0, 500, 360);
    const QStringList columns = words(30, 12);
    const QStringList rows = words(25, 8);
    const HeatmapLayout whole = layoutHeatmap(area, rows, columns, sizes);
    const HeatmapLayout layout = zoomedLayout(whole, GetParam(), area, {rows, columns}, sizes);
    EXPECT_EQ(layout.cells, whole.cells);
    EXPECT_NEAR(layout.cellWidth * GetParam().columns.length, whole.cellWidth, 1e-9);
    int shown = 0;
    QPolygonF before;
    for (int j = 0; j < layout.columns; ++j) {
        if (layout.columnLabels[j].isEmpty() || !labelShown(j, layout.columnStride, -1))
            continue;
        ++shown;
        const QPolygonF shape = columnLabelShape(layout, j, measure);
        EXPECT_TRUE(QRectF(area).adjusted(-0.01, -0.01, 0.01, 0.01).contains(shape.boundingRect()))
            << j;
        const double x = columnLabelAnchor(layout, j).x();
        EXPECT_TRUE(x >= layout.cell(0, j).left() && x <= layout.cell(0, j).right()) << j;
        const QRectF shared = before.intersected(shape).boundingRect();
        EXPECT_LT(shared.width() * shared.height(), 1.0) << j;
        before = shape;
    }
    EXPECT_GT(shown, 0);
    int written = 0;
    for (int i = 0; i < layout.rows; ++i) {
        const QRectF label = rowLabelRect(layout, i, measure);
        if (label.isNull())
            continue;
        ++written;
        EXPECT_GE(label.center().y(), layout.cell(i, 0).top()) << i;
        EXPECT_LE(label.center().y(), layout.cell(i, 0).bottom()) << i;
        EXPECT_GE(label.center().y(), layout.cells.top()) << i;
    }
    EXPECT_GT(written, 0);
}

INSTANTIATE_TEST_SUITE_P(Zooms, ZoomedLayoutOf,
                         testing::Values(HeatmapZoom{{0.2, 0.5}, {0.1, 0.5}},
                                         HeatmapZoom{{0.91, 0.08}, {0.9, 0.08}},
                                         HeatmapZoom{{0, 0.07}, {0.33, 0.3}},
                                         HeatmapZoom{{0.5, 0.5}, {0, 1}}));

TEST(ZoomedLayout, LabelsGrowAgainWhereThereIsRoom) {
    const QRect area(0, 0, 455, 230);
    const HeatmapWords all{words(20, 9), words(12, 5)};
    const HeatmapLayout whole = layoutHeatmap(area, all.rows, all.columns, shrinking);
    ASSERT_EQ(whole.text, 2);
    int before = whole.text;
    for (double length = 0.95; length > 0.1; length -= 0.05) {
        for (const double begin : {0.0, (1 - length) / 2, 1 - length}) {
            const HeatmapZoom zoom{{begin, length}, {begin, length}};
            const HeatmapLayout layout = zoomedLayout(whole, zoom, area, all, shrinking);
            const TextMeasure &text = measureOf(layout);
            EXPECT_LE(layout.text, before) << "wherever one looks";
            before = layout.text;
            EXPECT_EQ(layout.cells.right(), whole.cells.right());
            EXPECT_EQ(layout.cells.bottom(), whole.cells.bottom());
            EXPECT_EQ(layout.bar.top(), layout.cells.top());
            EXPECT_NEAR(layout.cellWidth * layout.columns * length, layout.cells.width(), 1e-6);
            if (layout.text == whole.text)
                continue;
            EXPECT_EQ(layout.rowLabels, all.rows);
            EXPECT_GE(layout.cellHeight, layout.rowPitch);
            for (int i = 0; i < layout.rows; ++i) {
                const QRectF label = rowLabelRect(layout, i, text);
                EXPECT_TRUE(label.isNull() || label.left() >= area.left());
            }
            for (int j = 0; j < layout.columns; ++j) {
                const QRectF shape = columnLabelShape(layout, j, text).boundingRect();
                EXPECT_TRUE(layout.columnLabels[j].isEmpty() || shape.top() >= -0.01) << j;
            }
        }
    }
    EXPECT_EQ(before, 0);
}

TEST(ZoomedLayout, LabelsStaySmallWhereALargerOneWouldBeCut) {
    const QRect area(0, 0, 455, 230);
    HeatmapWords all{words(20, 9), words(12, 5)};
    all.rows[3] = QString(25, u'a');  // 30 % of the width hold 27 small characters, 19 large ones
    const HeatmapLayout whole = layoutHeatmap(area, all.rows, all.columns, shrinking);
    ASSERT_EQ(whole.text, 2);
    const HeatmapZoom zoom{{0.4, 0.2}, {0.4, 0.2}};
    EXPECT_EQ(zoomedLayout(whole, zoom, area, all, shrinking).text, 2);
}

TEST(Elided, KeepsWhatFitsAndNeverSplitsACharacter) {
    EXPECT_EQ(elided("chaise", 42, measure), QString("chaise"));
    EXPECT_EQ(elided("chaise", 41, measure), QString("chai…"));
    EXPECT_EQ(elided("chaise", 5, measure), QString());
    const QString faces = QString::fromUtf8("😀😀😀");  // two code units each
    EXPECT_EQ(elided(faces, 7 * 5, measure), QString::fromUtf8("😀😀…"));
    EXPECT_EQ(elided(faces, 7 * 4, measure), QString::fromUtf8("😀…"));
}

TEST(LabelShown, TheMarkedOneWinsOverItsNeighbours) {
    EXPECT_TRUE(labelShown(0, 3, -1));
    EXPECT_FALSE(labelShown(1, 3, -1));
    EXPECT_TRUE(labelShown(3, 3, -1));
    EXPECT_TRUE(labelShown(4, 3, 4));
    EXPECT_FALSE(labelShown(3, 3, 4));
    EXPECT_FALSE(labelShown(6, 3, 4));
    EXPECT_TRUE(labelShown(9, 3, 4));
}

TEST(ComfortableSize, LeavesEveryLabelItsPlace) {
    for (const int count : {1, 5, 40, 200}) {
        const QStringList rows = words(count, 9);
        const QStringList columns = words(count + 3, 11);
        const QSize size = comfortableHeatmapSize(rows, columns, measure);
        const HeatmapLayout layout = layoutHeatmap(QRect(QPoint(), size), rows, columns, sizes);
        EXPECT_EQ(layout.columnStride, 1) << count;
        EXPECT_EQ(layout.rowStride, 1) << count;
        EXPECT_EQ(layout.columnLabels, columns) << count;
        EXPECT_EQ(layout.rowLabels, rows) << count;
    }
}

}  // namespace
