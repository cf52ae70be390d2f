// SPDX-License-Identifier: GPL-3.0-or-later
// Zooming and panning the heatmap.
#include <QAction>
#include <QMouseEvent>
#include <cmath>

#include "tests/support/events.h"
#include "tests/widgets/heatmap_window.h"

using namespace widgets;

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
    const TextMeasure measure = view_->plot()->measure();
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

QTEST_MAIN(HeatmapViewZoomTest)
#include "heatmap_view_zoom_test.moc"
