// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/states/geometry.h"
#include "widgets/drawing/text_measure.h"
#include "widgets/viewpoint/vectors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <tuple>

using namespace widgets;

namespace {

/// A font in which every character is 7 pixels wide.
TextMeasure measure() {
    return {[](const QString &text) { return 7.0 * static_cast<double>(text.size()); }, 16};
}

QStringList words(int count) {
    const QStringList some{"le", "chat", "extraordinairement", "noir", "dort"};
    QStringList list;
    for (int i = 0; i < count; ++i)
        list.append(some[i % some.size()]);
    return list;
}

StatesInput input(double width, double height, int source, int target, int units = 256) {
    StatesInput input;
    input.parts = {{Vector::forwardState, units, words(source)},
                   {Vector::backwardState, units, words(source)},
                   {Vector::decoderState, 2 * units, words(target)}};
    input.area = QRectF(5, 5, width, height);
    input.measure = measure();
    return input;
}

}  // namespace

TEST(UnitWindow, ZoomKeepsWhatLiesAtThePoint) {
    const UnitWindow window = UnitWindow{}.zoomed(4, 0.5, 0.01);
    EXPECT_DOUBLE_EQ(window.span, 0.25);
    EXPECT_DOUBLE_EQ(window.first, 0.375);
    const UnitWindow further = window.zoomed(2, 0.2, 0.01);
    EXPECT_DOUBLE_EQ(window.first + 0.2 * window.span, further.first + 0.2 * further.span);
}

TEST(UnitWindow, ZoomStaysWithinTheAxis) {
    EXPECT_EQ(UnitWindow{}.zoomed(0.5, 0.3, 0.01), UnitWindow{});
    const UnitWindow end{0.9, 0.1};
    const UnitWindow out = end.zoomed(0.2, 0, 0.01);
    EXPECT_DOUBLE_EQ(out.span, 0.5);
    EXPECT_DOUBLE_EQ(out.first, 0.5);
    EXPECT_DOUBLE_EQ(UnitWindow{}.zoomed(1000, 0.5, 0.02).span, 0.02);
    EXPECT_EQ(end.zoomed(0, 0.5, 0.01), end);
    EXPECT_TRUE(UnitWindow{}.whole());
    EXPECT_FALSE(end.whole());
}

TEST(UnitWindow, ScrollingEndsAtTheAxisEnds) {
    EXPECT_DOUBLE_EQ((UnitWindow{0.5, 0.2}.scrolled(-1).first), 0.3);
    EXPECT_DOUBLE_EQ((UnitWindow{0.5, 0.2}.scrolled(-9).first), 0);
    EXPECT_DOUBLE_EQ((UnitWindow{0.5, 0.2}.scrolled(9).first), 0.8);
}

TEST(UnitWindow, ShowingMovesAsLittleAsNeeded) {
    const UnitWindow window{0.5, 0.2};
    EXPECT_EQ(window.showing(0.6, 0.05), window);
    EXPECT_DOUBLE_EQ(window.showing(0.1, 0.05).first, 0.1);
    EXPECT_DOUBLE_EQ(window.showing(0.9, 0.05).first, 0.75);
}

TEST(UnitCells, ShowsAnEvenlySpacedSubset) {
    const UnitCells cells = unitCells(512, {}, 200, 2);
    EXPECT_EQ(cells.cells, 100);
    EXPECT_FALSE(cells.all());
    EXPECT_EQ(cells.row(0), 0);
    for (int cell = 1; cell < cells.cells; ++cell) {
        EXPECT_GE(cells.row(cell) - cells.row(cell - 1), 5);
        EXPECT_LE(cells.row(cell) - cells.row(cell - 1), 6);
        EXPECT_EQ(cells.cell(cells.row(cell)), cell);
    }
    EXPECT_EQ(cells.cell(1), -1);
}

TEST(UnitCells, AWindowShowsItsOwnUnits) {
    const UnitCells cells = unitCells(512, {0.5, 0.125}, 1000, 2);
    EXPECT_EQ(cells.first, 256);
    EXPECT_EQ(cells.cells, 64);
    EXPECT_EQ(cells.row(63), 319);
    EXPECT_EQ(cells.cell(255), -1);
    EXPECT_EQ(cells.cell(320), -1);
    EXPECT_EQ(cells.cell(300), 44);
}

TEST(UnitCells, CellsBeforeCountsThem) {
    const UnitCells cells = unitCells(10, {}, 10, 2);  // rows 0, 2, 4, 6, 8
    EXPECT_EQ(cells.cellsBefore(0), 0);
    EXPECT_EQ(cells.cellsBefore(0.5), 1);
    EXPECT_EQ(cells.cellsBefore(2), 1);
    EXPECT_EQ(cells.cellsBefore(2.1), 2);
    EXPECT_EQ(cells.cellsBefore(10), 5);
    EXPECT_EQ(unitCells(0, {}, 10, 2).cells, 0);
    EXPECT_EQ(unitCells(3, {}, 0, 2).cells, 1);
}

TEST(StatesGeometry, PicturesStandSideBySideWhereWordsCanBeRead) {
    StatesInput given = input(1200, 500, 8, 8);
    given.parts[2].labels = QStringList(8, QStringLiteral("a"));  // needs less height for its words
    const StatesLayout layout = layoutStates(given);
    ASSERT_EQ(layout.pictures.size(), 3U);
    EXPECT_LT(layout.pictures[0].block.right(), layout.pictures[1].block.left());
    EXPECT_LT(layout.pictures[1].block.right(), layout.pictures[2].block.left());
    for (const StatesPicture &picture : layout.pictures) {
        EXPECT_EQ(picture.cells.top(), layout.pictures[0].cells.top());
        EXPECT_EQ(picture.cells.bottom(), layout.pictures[0].cells.bottom());
        EXPECT_EQ(picture.labels.size(), 8);
    }
}

TEST(StatesGeometry, ManyWordsStackThePicturesAndShareTheWordsOfTheEncoder) {
    const StatesLayout layout = layoutStates(input(700, 800, 60, 60));
    ASSERT_EQ(layout.pictures.size(), 3U);
    EXPECT_LT(layout.pictures[0].block.bottom(), layout.pictures[1].block.top());
    EXPECT_EQ(layout.pictures[0].cells.left(), layout.pictures[1].cells.left());
    EXPECT_EQ(layout.pictures[0].cells.width(), layout.pictures[1].cells.width());
    EXPECT_FALSE(layout.pictures[0].labels.isEmpty());
    EXPECT_TRUE(layout.pictures[1].labels.isEmpty());
    EXPECT_FALSE(layout.pictures[2].labels.isEmpty());
}

TEST(StatesGeometry, NothingLeavesItsBlockNorTheArea) {
    for (const auto &[width, height, length] : {std::tuple{1200, 500, 8},
                                                {700, 800, 60},
                                                {420, 200, 12},
                                                {300, 900, 3},
                                                {500, 160, 1},
                                                {2000, 1200, 61}}) {
        const StatesInput given = input(width, height, length, length + 1);
        const StatesLayout layout = layoutStates(given);
        ASSERT_FALSE(layout.empty()) << width << " " << height;
        const QRectF area = given.area.adjusted(-0.5, -0.5, 0.5, 0.5);
        for (const StatesPicture &picture : layout.pictures) {
            const QRectF block = picture.block.adjusted(-0.5, -0.5, 0.5, 0.5);
            EXPECT_TRUE(area.contains(picture.block));
            EXPECT_TRUE(block.contains(QRectF(picture.cells)));
            EXPECT_TRUE(block.contains(picture.bar));
            EXPECT_GT(picture.bar.left(), picture.cells.right());
            for (int column = 0; column < picture.labels.size(); ++column) {
                const double text = given.measure.width(picture.labels[column]);
                const QRectF shape = picture.labelShape(column, text).boundingRect();
                EXPECT_TRUE(block.contains(shape)) << column << " of " << length << " in " << width;
                EXPECT_GE(shape.top(), picture.title.bottom() - 0.5);
                EXPECT_LE(shape.bottom(), picture.cells.top() + 1);
            }
        }
        if (!layout.curve.area.isNull()) {
            EXPECT_TRUE(area.contains(layout.curve.area));
            EXPECT_GT(layout.curve.plot.height(), 10);
            EXPECT_GE(layout.curve.area.top(), layout.pictures.back().cells.bottom());
        }
        EXPECT_TRUE(area.contains(layout.caption));
    }
}

TEST(StatesGeometry, LabelsThatAreDrawnDoNotTouch) {
    for (const int length : {2, 8, 20, 60}) {
        const StatesInput given = input(700, 800, length, length);
        for (const StatesPicture &picture : layoutStates(given).pictures) {
            const double pi = 3.14159265358979;
            const double column = picture.cells.width() / static_cast<double>(picture.columns);
            if (picture.labels.isEmpty())
                continue;
            if (picture.angle > 0) {
                EXPECT_GE(column * picture.stride * std::sin(picture.angle * pi / 180) + 0.7,
                          16 * 0.96);
            } else {
                for (const QString &label : picture.labels)
                    EXPECT_LT(given.measure.width(label), column);
            }
        }
    }
}

TEST(StatesGeometry, CellsTileThePictureAndAreFoundAgain) {
    const StatesLayout layout = layoutStates(input(733, 517, 13, 11, 40));
    for (const StatesPicture &picture : layout.pictures) {
        QRect whole;
        for (int column = 0; column < picture.columns; ++column) {
            for (int cell = 0; cell < picture.units.cells; ++cell) {
                const QRect rect = picture.cell(column, cell);
                ASSERT_FALSE(rect.isEmpty());
                whole = whole.united(rect);
                for (const QPoint &corner : {rect.topLeft(), rect.bottomRight()}) {
                    EXPECT_EQ(picture.columnAt(corner), column);
                    EXPECT_EQ(picture.cellAt(corner), cell);
                }
            }
        }
        EXPECT_EQ(whole.left(), picture.cells.left());
        EXPECT_EQ(whole.top(), picture.cells.top());
        EXPECT_EQ(whole.bottom(), picture.cells.bottom());
        EXPECT_EQ(picture.columnAt(QPointF(picture.cells.left() - 0.4, picture.cells.top())), -1);
        EXPECT_EQ(picture.cellAt(QPointF(picture.cells.left(), picture.cells.bottom() + 1)), -1);
    }
}

TEST(StatesGeometry, AWordIsFoundAtItsLabel) {
    const StatesLayout layout = layoutStates(input(700, 800, 20, 20));
    const StatesPicture &picture = layout.pictures[0];
    ASSERT_EQ(picture.angle, 60);
    for (int column = 0; column < picture.columns; ++column) {
        const double text = measure().width(picture.labels[column]);
        EXPECT_EQ(picture.labelAt(picture.labelShape(column, text).boundingRect().center()),
                  column);
    }
    EXPECT_EQ(picture.labelAt(picture.title.center()), -1);
    EXPECT_EQ(picture.labelAt(picture.cells.center()), -1);
}

TEST(StatesGeometry, FewUnitsGetTheirNumbers) {
    const StatesLayout few = layoutStates(input(700, 500, 5, 5, 4));
    EXPECT_GT(few.pictures[0].unitWidth, 0);
    EXPECT_GE(few.pictures[0].cells.left(), few.pictures[0].block.left() + 7);
    EXPECT_EQ(layoutStates(input(700, 500, 5, 5)).pictures[0].unitWidth, 0);
    StatesInput zoomed = input(700, 500, 5, 5);
    zoomed.window = {0.5, 6.0 / 512};
    EXPECT_GT(layoutStates(zoomed).pictures[0].unitWidth, 0);
}

TEST(StatesGeometry, ACurveLeavesThePicturesReadable) {
    for (const double height : {190.0, 200.0, 230.0, 320.0, 600.0}) {
        StatesInput given = input(440, height, 9, 10);
        given.keptUnit = true;
        const StatesLayout layout = layoutStates(given);
        ASSERT_FALSE(layout.empty());
        EXPECT_FALSE(layout.curve.area.isNull()) << height;
        EXPECT_GT(layout.curve.plot.height(), 16) << height;
        for (const StatesPicture &picture : layout.pictures)
            EXPECT_GE(picture.cells.height(), 45) << height;
    }
}

TEST(StatesGeometry, AFigureKeepsNoPlaceForACurveThatIsNotThere) {
    StatesInput given = input(700, 500, 5, 5);
    EXPECT_FALSE(layoutStates(given).curve.area.isNull());
    given.curveHint = false;
    EXPECT_TRUE(layoutStates(given).curve.area.isNull());
}

TEST(StatesGeometry, WithoutACaptionThePicturesReachDown) {
    StatesInput given = input(700, 500, 5, 5);
    given.curveHint = false;
    const int before = layoutStates(given).pictures[0].cells.bottom();
    EXPECT_LE(before, given.area.bottom() - 20);
    given.captioned = false;
    EXPECT_GE(layoutStates(given).pictures[0].cells.bottom(), given.area.bottom() - 6);
}

TEST(StatesGeometry, APictureAloneHasTheWholeWidth) {
    StatesInput given = input(1200, 500, 5, 5);
    given.parts.resize(1);
    const StatesPicture alone = layoutStates(given).pictures[0];
    EXPECT_GT(alone.cells.width(), 1100);
}

TEST(StatesGeometry, ColourBarsLeaveTheRoomToThePictures) {
    for (const double width : {240.0, 300.0, 440.0, 900.0}) {
        for (const StatesPicture &picture : layoutStates(input(width, 230, 6, 6)).pictures) {
            EXPECT_GE(picture.cells.width(), 0.6 * picture.block.width()) << width;
            EXPECT_EQ(picture.barNumbers, width > 500) << width;
        }
    }
}

TEST(StatesGeometry, AnAreaTooSmallGivesNothing) {
    EXPECT_TRUE(layoutStates(input(10, 10, 5, 5)).empty());
    EXPECT_TRUE(layoutStates(input(60, 300, 60, 60)).empty());
    StatesInput nothing = input(700, 500, 5, 5);
    nothing.parts.clear();
    EXPECT_TRUE(layoutStates(nothing).empty());
}

TEST(StatesGeometry, HundredsOfWordsShareThePixelsThereAre) {
    const StatesLayout layout = layoutStates(input(520, 230, 400, 10));
    ASSERT_FALSE(layout.empty());
    for (const StatesPicture &picture : layout.pictures) {
        int last = -1;
        for (int column = 0; column < picture.columns; ++column) {
            const QRect place = picture.column(column);
            EXPECT_GE(place.width(), 1);
            EXPECT_TRUE(picture.cells.contains(place));
            EXPECT_GE(place.left(), last);
            last = place.left();
            const int pointed = picture.columnAt(place.center());
            EXPECT_EQ(picture.column(pointed).left(), place.left());
        }
    }
    EXPECT_TRUE(layoutStates(input(120, 230, 400, 10)).empty());
}

TEST(StatesGeometry, TheCurvesAxesAreExact) {
    const StatesCurve curve = layoutStates(input(700, 500, 5, 5)).curve;
    ASSERT_FALSE(curve.area.isNull());
    EXPECT_DOUBLE_EQ(curve.y(-1, -1, 1), curve.plot.bottom());
    EXPECT_DOUBLE_EQ(curve.y(1, -1, 1), curve.plot.top());
    EXPECT_DOUBLE_EQ(curve.y(0, -1, 1), curve.plot.center().y());
    EXPECT_DOUBLE_EQ(curve.y(9, -1, 1), curve.plot.top());
    EXPECT_DOUBLE_EQ(curve.y(0, 1, 1), curve.plot.bottom());
    for (int column = 0; column < 5; ++column)
        EXPECT_EQ(curve.columnAt({curve.x(column, 5), curve.plot.center().y()}, 5), column);
    EXPECT_EQ(curve.columnAt({curve.plot.left() - 3, curve.plot.center().y()}, 5), -1);
    EXPECT_EQ(curve.columnAt(curve.plot.center(), 0), -1);
}
