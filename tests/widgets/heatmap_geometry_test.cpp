// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap_geometry.h"

#include <gtest/gtest.h>

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
                             words(GetParam().columns, GetParam().length), measure);
    }
};

TEST_P(HeatmapLayoutOf, NothingLiesOutside) {
    const HeatmapLayout layout = this->layout();
    ASSERT_FALSE(layout.empty());
    const QRectF area = QRectF(this->area()).adjusted(-0.01, -0.01, 0.01, 0.01);
    EXPECT_TRUE(area.contains(layout.cells));
    EXPECT_TRUE(area.contains(layout.bar));
    for (int j = 0; j < layout.columns; ++j)
        EXPECT_TRUE(area.contains(columnLabelShape(layout, j, measure).boundingRect())) << j;
    for (int i = 0; i < layout.rows; ++i) {
        const QRectF label = rowLabelRect(layout, i, measure);
        EXPECT_GE(label.left(), area.left()) << i;
        EXPECT_LE(label.right(), layout.cells.left()) << i;
    }
}

TEST_P(HeatmapLayoutOf, ShownLabelsDoNotTouch) {
    const HeatmapLayout layout = this->layout();
    QPolygonF before;
    for (int j = 0; j < layout.columns; ++j) {
        if (!labelShown(j, layout.columnStride, -1))
            continue;
        const QPolygonF shape = columnLabelShape(layout, j, measure);
        if (!before.isEmpty()) {
            const QRectF shared = before.intersected(shape).boundingRect();
            EXPECT_LT(shared.width() * shared.height(), 1.0) << j;
        }
        before = shape;
    }
    for (int i = 0; i + layout.rowStride < layout.rows; ++i)
        EXPECT_LE(rowLabelRect(layout, i, measure).bottom(),
                  rowLabelRect(layout, i + layout.rowStride, measure).top() + 0.01);
}

INSTANTIATE_TEST_SUITE_P(Sizes, HeatmapLayoutOf,
                         testing::Values(Case{{470, 300}, 2, 2, 4}, Case{{470, 300}, 7, 6, 6},
                                         Case{{470, 300}, 11, 10, 9}, Case{{470, 300}, 40, 43, 12},
                                         Case{{800, 600}, 200, 210, 9}, Case{{800, 600}, 3, 3, 300},
                                         Case{{260, 180}, 12, 30, 20}, Case{{1600, 300}, 5, 60, 14},
                                         Case{{800, 600}, 1044, 512, 8}));

TEST(HeatmapLayout, ShortWordsStandLevelAndLongOnesAreTurned) {
    const QRect area(0, 0, 600, 400);
    EXPECT_EQ(layoutHeatmap(area, words(5, 4), words(5, 4), measure).angle, 0);
    const double some = layoutHeatmap(area, words(10, 4), words(10, 12), measure).angle;
    const double many = layoutHeatmap(area, words(10, 4), words(30, 12), measure).angle;
    EXPECT_GT(some, 0);
    EXPECT_GT(many, some);
    EXPECT_LE(many, 90);
}

TEST(HeatmapLayout, ALongLastWordNarrowsTheCells) {
    const QRect area(0, 0, 400, 600);
    const QStringList rows = words(4, 4);
    QStringList columns = words(10, 3);
    columns.back() = QString(24, u'a');
    const HeatmapLayout layout = layoutHeatmap(area, rows, columns, measure);
    ASSERT_GT(layout.angle, 0);
    EXPECT_LE(columnLabelShape(layout, 9, measure).boundingRect().right(), 400);
    columns.back() = "a";
    EXPECT_GT(layoutHeatmap(area, rows, columns, measure).cells.width(), layout.cells.width());
}

TEST(HeatmapLayout, TooManyWordsAreThinnedOut) {
    const QRect area(0, 0, 600, 400);
    const HeatmapLayout layout = layoutHeatmap(area, words(300, 4), words(300, 4), measure);
    EXPECT_EQ(layout.angle, 90);
    EXPECT_GT(layout.columnStride, 5);
    EXPECT_GT(layout.rowStride, 5);
}

TEST(HeatmapLayout, NoWordsOrNoRoomGiveNothing) {
    EXPECT_TRUE(layoutHeatmap(QRect(0, 0, 600, 400), {}, {"a"}, measure).empty());
    EXPECT_TRUE(layoutHeatmap(QRect(0, 0, 600, 400), {"a"}, {}, measure).empty());
    EXPECT_TRUE(layoutHeatmap(QRect(0, 0, 20, 10), {"a"}, {"a"}, measure).empty());
    EXPECT_TRUE(layoutHeatmap(QRect(), {"a"}, {"a"}, measure).empty());
}

TEST(HeatmapLayout, OrdersTurnAroundWhatStandsWhere) {
    const QRect area(0, 0, 600, 400);
    HeatmapArrangement turned;
    turned.bottomToTop = turned.rightToLeft = true;
    const HeatmapLayout layout = layoutHeatmap(area, words(6, 5), words(8, 12), measure, turned);
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
    const HeatmapLayout plain = layoutHeatmap(area, words(6, 2), words(8, 5), measure);
    const HeatmapLayout layout = layoutHeatmap(area, words(6, 2), words(8, 5), measure, wanted);
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
    const HeatmapLayout whole = layoutHeatmap(area, words(25, 8), columns, measure);
    const HeatmapLayout layout = zoomedLayout(whole, GetParam(), area, columns, measure);
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
        const HeatmapLayout layout = layoutHeatmap(QRect(QPoint(), size), rows, columns, measure);
        EXPECT_EQ(layout.columnStride, 1) << count;
        EXPECT_EQ(layout.rowStride, 1) << count;
        EXPECT_EQ(layout.columnLabels, columns) << count;
        EXPECT_EQ(layout.rowLabels, rows) << count;
    }
}

}  // namespace
