// SPDX-License-Identifier: GPL-3.0-or-later
// Zooming and panning the heatmap, and what is drawn in and around cells of which size.
#include <QAction>
#include <QMouseEvent>
#include <cmath>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/widgets/heatmap/window.h"
#include "widgets/drawing/text_measure.h"

using namespace widgets;

namespace {

/// The part of a picture in a rectangle.
QImage pixels(const QImage &image, const QRectF &rect) {
    return image.copy(rect.toRect());
}

/// The plot as its marks are, which the view's own picture would set anew.
QImage drawn(HeatmapPlot &plot) {
    plot.replot(QCustomPlot::rpQueuedRefresh);
    return plot.grab().toImage();
}

/// Many words, few numbers.
std::shared_ptr<const model::Trace> wordsOf(int count) {
    model::Configuration small;
    small.embedding = small.encoder = small.decoder = small.attention = 4;
    return support::syntheticTrace(count, count, 1, small);
}

}  // namespace

class HeatmapViewZoomTest : public QObject, HeatmapWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void theWheelZoomsAroundThePointer();
    void draggingPansAndIsNoClick();
    void aDoubleClickShowsTheWholeMatrixWhereTimeStood();
    void controlZeroAndTheMenuShowTheWholeMatrix();
    void theCursorStaysInViewWhileZoomed();
    void framesLieAroundTheCellsTheyFrame_data();
    void framesLieAroundTheCellsTheyFrame();
    void aFrameShowsOnEveryColourMap_data();
    void aFrameShowsOnEveryColourMap();
    void theRowInViewKeepsItsLabel();
    void wideCellsHaveFourDecimals();

  private:
    void move(const QPoint &place) {
        QMouseEvent event(QEvent::MouseMove, place, view_->plot()->mapToGlobal(place), Qt::NoButton,
                          Qt::LeftButton, {});
        QApplication::sendEvent(view_->plot(), &event);
    }
    bool turnWheel(const QPointF &place, int notches) {
        return support::turnWheel(*view_->plot(), place, notches);
    }
};

void HeatmapViewZoomTest::theWheelZoomsAroundThePointer() {
    const QPointF place = centre(4, 5);
    const QRectF before = view_->plot()->cellRect({4, 5});
    QVERIFY(turnWheel(place, 4));
    QVERIFY(!view_->plot()->zoom().whole());
    const QRectF after = view_->plot()->cellRect({4, 5});
    QVERIFY(after.width() > before.width() * 1.5);
    QVERIFY(after.height() > before.height() * 1.5);
    QVERIFY((after.center() - place).manhattanLength() < 4);
    // Labels follow their rows and columns; those out of view have none.
    const HeatmapLayout &layout = view_->plot()->layoutOfParts();
    const TextMeasure measure = view_->plot()->labelMeasure();
    QVERIFY(after.top() <= rowLabelRect(layout, 4, measure).center().y());
    QVERIFY(after.bottom() >= rowLabelRect(layout, 4, measure).center().y());
    QVERIFY(rowLabelRect(layout, 0, measure).isNull());
    QVERIFY(layout.columnLabels[0].isEmpty());
    QVERIFY(!layout.columnLabels[5].isEmpty());
    QVERIFY(turnWheel(place, -20));
    QVERIFY(view_->plot()->zoom().whole());
}

void HeatmapViewZoomTest::draggingPansAndIsNoClick() {
    QVERIFY(turnWheel(centre(2, 3), 5));
    const Moment before = viewpoint_->moment();
    const QRectF cell = view_->plot()->cellRect({2, 3});
    const QPoint from = view_->plot()->layoutOfParts().cells.center();
    QTest::mousePress(view_->plot(), Qt::LeftButton, {}, from);
    move(from + QPoint(30, 20));
    QTest::mouseRelease(view_->plot(), Qt::LeftButton, {}, from + QPoint(30, 20));
    const QPointF way = view_->plot()->cellRect({2, 3}).center() - cell.center();
    QVERIFY2(std::abs(way.x() - 30) < 1 && std::abs(way.y() - 20) < 1,
             qPrintable(QStringLiteral("%1 %2").arg(way.x()).arg(way.y())));
    QCOMPARE(viewpoint_->moment(), before);
}

void HeatmapViewZoomTest::aDoubleClickShowsTheWholeMatrixWhereTimeStood() {
    const Moment before = viewpoint_->moment();
    QVERIFY(turnWheel(centre(2, 3), 5));
    const QPoint place = centre(2, 3);
    QTest::mouseClick(view_->plot(), Qt::LeftButton, {}, place);
    QVERIFY(viewpoint_->moment() != before);
    QMouseEvent second(QEvent::MouseButtonDblClick, place, view_->plot()->mapToGlobal(place),
                       Qt::LeftButton, Qt::LeftButton, {});
    QApplication::sendEvent(view_->plot(), &second);
    QVERIFY(view_->plot()->zoom().whole());
    QCOMPARE(viewpoint_->moment(), before);
}

void HeatmapViewZoomTest::controlZeroAndTheMenuShowTheWholeMatrix() {
    auto *action = view_->findChild<QAction *>(QStringLiteral("heatmapWhole"));
    QVERIFY(!action->isEnabled());
    QVERIFY(turnWheel(centre(2, 3), 5));
    QTest::keyClick(view_.get(), Qt::Key_0, Qt::ControlModifier);
    QVERIFY(view_->plot()->zoom().whole());
    QTest::keyClick(view_.get(), Qt::Key_Plus);
    QVERIFY(!view_->plot()->zoom().whole());
    QVERIFY(action->isEnabled());
    action->trigger();
    QVERIFY(view_->plot()->zoom().whole());
    QVERIFY(!action->isEnabled());
}

void HeatmapViewZoomTest::theCursorStaysInViewWhileZoomed() {
    view_->clearFocus();
    view_->setFocus(Qt::TabFocusReason);
    QVERIFY(turnWheel(centre(5, 6), 5));
    const QRectF cells = view_->plot()->layoutOfParts().cells;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(view_.get(), Qt::Key_Up);
        QTest::keyClick(view_.get(), Qt::Key_Left);
        const QRectF cell = view_->plot()->cellRect(*view_->plot()->marks().cursor);
        QVERIFY(cells.adjusted(-1, -1, 1, 1).contains(cell));
    }
}

void HeatmapViewZoomTest::framesLieAroundTheCellsTheyFrame_data() {
    QTest::addColumn<int>("words");
    QTest::newRow("large cells") << 5;
    QTest::newRow("rows of few pixels") << 60;
}

void HeatmapViewZoomTest::framesLieAroundTheCellsTheyFrame() {
    QFETCH(int, words);
    viewpoint_->setTrace(wordsOf(words));
    HeatmapPlot *plot = view_->plot();
    plot->setMarks({});
    const QImage bare = drawn(*view_->plot());
    const auto rowIn = [&](const QImage &image, int row) {
        return pixels(image, plot->cellRect({row, 0}).united(plot->cellRect({row, words})));
    };
    // Side by side, as when the pointer rests on the row below the current one.
    HeatmapMarks marks;
    marks.currentRow = 2;
    marks.row = words > 10 ? 3 : 4;
    marks.column = 3;
    plot->setMarks(marks);
    const QImage framed = drawn(*view_->plot());
    QCOMPARE(rowIn(framed, marks.currentRow), rowIn(bare, marks.currentRow));
    QCOMPARE(rowIn(framed, marks.row), rowIn(bare, marks.row));
    QVERIFY(rowIn(framed, 1) != rowIn(bare, 1));
    const QRectF cell = plot->cellRect({1, 3});
    QCOMPARE(pixels(framed, cell.adjusted(0, 0, 0, -4)), pixels(bare, cell.adjusted(0, 0, 0, -4)));
}

void HeatmapViewZoomTest::aFrameShowsOnEveryColourMap_data() {
    QTest::addColumn<ColorMap>("colors");
    QTest::addColumn<bool>("dark");
    for (const bool dark : {false, true}) {
        QTest::addRow("attention %d", dark) << ColorMap::attention << dark;
        QTest::addRow("viridis %d", dark) << ColorMap::viridis << dark;
        QTest::addRow("greys %d", dark) << ColorMap::greys << dark;
    }
}

void HeatmapViewZoomTest::aFrameShowsOnEveryColourMap() {
    QFETCH(ColorMap, colors);
    QFETCH(bool, dark);
    QApplication::setPalette((dark ? Theme::darkTheme() : Theme::light()).palette());
    QTRY_COMPARE(Theme::of(view_->plot()->palette()).dark, dark);
    HeatmapOptions options;
    options.colors = colors;
    view_->setOptions(options);
    HeatmapMarks marks;
    for (const bool hovered : {false, true}) {
        marks.currentRow = hovered ? -1 : 3;
        marks.row = hovered ? 3 : -1;
        view_->plot()->setMarks(marks);
        const QImage image = drawn(*view_->plot());
        const QRectF cell = view_->plot()->cellRect({3, 1});
        // Up from the cell's edge: whatever the colours below and above are, one line stands out.
        double most = 0;
        for (int out = 1; out <= 3; ++out) {
            const QColor line = image.pixelColor(cell.center().toPoint().x(),
                                                 static_cast<int>(std::round(cell.top())) - out);
            most = std::max(most, contrast(line, view_->plot()->colorOf(0.02)));
        }
        QVERIFY2(most > 3, qPrintable(QString::number(most)));
    }
}

void HeatmapViewZoomTest::theRowInViewKeepsItsLabel() {
    viewpoint_->setTrace(wordsOf(60));
    const HeatmapLayout &layout = view_->plot()->layoutOfParts();
    QVERIFY(layout.rowStride > 1);
    QVERIFY(QFontInfo(view_->plot()->labelFont(false)).pixelSize() == 9);
    const auto labelAt = [&](int row) {
        const QRectF cell = view_->plot()->cellRect({row, 0});
        const QRectF place(0, cell.center().y() - 3, cell.left() - 4, 6);
        return pixels(view_->picture().toImage(), place);
    };
    viewpoint_->setMoment(endOfStep(layout.rowStride * 2, viewpoint_->extent()));
    for (const int row : {layout.rowStride * 4 + 1, layout.rowStride * 6 + 1}) {
        const QImage without = labelAt(row);
        viewpoint_->setMoment(endOfStep(row, viewpoint_->extent()));
        QVERIFY(labelAt(row) != without);
        // It stays when another is pointed at.
        const QImage with = labelAt(row);
        viewpoint_->setHovered({.step = layout.rowStride * 2});
        QCOMPARE(labelAt(row), with);
        viewpoint_->setHovered({});
    }
}

void HeatmapViewZoomTest::wideCellsHaveFourDecimals() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto one = std::make_shared<model::StepTrace>(*trace_->steps[1]);
    one->weights(4) = 0.0085F;
    changed->steps[1] = one;
    viewpoint_->setTrace(changed);
    view_->resize(300, 360);
    QTRY_COMPARE(view_->plot()->numbers().decimals, 2);
    // Less than a digit's worth is not written in two decimals.
    const auto ink = [&] {
        const QRectF cell = view_->plot()->cellRect({1, 4}).adjusted(4, 4, -4, -4);
        const QImage image = pixels(view_->picture().toImage(), cell);
        const QColor ground = view_->plot()->colorOf(0.0085F);
        int other = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                other += image.pixelColor(x, y) != ground ? 1 : 0;
        return other;
    };
    QCOMPARE(ink(), 0);
    view_->resize(700, 360);
    QTRY_COMPARE(view_->plot()->numbers().decimals, 4);
    QVERIFY(ink() > 20);
}

REGISTER_QT_TEST(HeatmapViewZoomTest)
#include "heatmap/panel_zoom_test.moc"
