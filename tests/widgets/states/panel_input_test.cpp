// SPDX-License-Identifier: GPL-3.0-or-later
// The hidden states under pointer, wheel and keys, and what other views mark in them.
#include <QScrollBar>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/widgets/states/window.h"
#include "widgets/viewpoint/vectors.h"

using namespace widgets;

class StatesPanelInputTest : public QObject, StatesWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void hoveringACellTellsAndMarksIt();
    void whatAnotherViewMarksIsMarked();
    void aUnitOfTheContextIsThatOfTheEncoder();
    void clickingADecoderCellJumpsAndKeepsTheUnit();
    void clickingAnEncoderCellKeepsItAndLetsGo();
    void theWheelZoomsTheUnits();
    void arrowsMoveACursorAndEscapeClearsIt();
    void theCursorStaysWithItsUnit();
    void destroyingItWithACursorIsClean();
    void arrowsAreTheTimelinesWithoutACursor();
};

void StatesPanelInputTest::hoveringACellTellsAndMarksIt() {
    QTest::mouseMove(canvas(), cell(Vector::backwardState, 4, 3));
    const Selection expected{.source = 4, .strip = Vector::backwardState, .unit = 3};
    QTRY_COMPARE(viewpoint_->hovered(), expected);
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("←h₅, unit 4 of 12, “")));
    QVERIFY(canvas()->caption().contains(layer(Vector::backwardState).labels[4]));
    QCOMPARE(panel_->accessibleDescription(), canvas()->caption());
    QTest::mouseMove(canvas(), cell(Vector::decoderState, 2, 17));
    const Selection step{.step = 2, .strip = Vector::decoderState, .unit = 17};
    QTRY_COMPARE(viewpoint_->hovered(), step);
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("s₃, unit 18 of 20, “")));
    QTest::mouseMove(canvas(), QPoint(2, canvas()->height() - 2));
    QTRY_VERIFY(viewpoint_->hovered().empty());
}

void StatesPanelInputTest::whatAnotherViewMarksIsMarked() {
    const QImage before = image();
    viewpoint_->setHovered({.source = 3, .strip = Vector::forwardState, .unit = 5});
    QCOMPARE(marks(Vector::forwardState).column, 3);
    QCOMPARE(marks(Vector::forwardState).unit, 5);
    QCOMPARE(marks(Vector::backwardState).column, 3);
    QCOMPARE(marks(Vector::backwardState).unit, -1);
    QVERIFY(image() != before);
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("→h₄, unit 6 of 12")));
    viewpoint_->setHovered({.step = 2});
    QCOMPARE(marks(Vector::decoderState).column, 3);  // after that of the initial state
    QCOMPARE(marks(Vector::forwardState).column, -1);
    viewpoint_->setHovered({});
    QCOMPARE(image(), before);
}

void StatesPanelInputTest::aUnitOfTheContextIsThatOfTheEncoder() {
    viewpoint_->setHovered({.step = 1, .strip = Vector::context, .unit = 5});
    QCOMPARE(marks(Vector::forwardState).unit, 5);
    QCOMPARE(marks(Vector::backwardState).unit, -1);
    viewpoint_->setHovered({.step = 1, .strip = Vector::context, .unit = 14});
    QCOMPARE(marks(Vector::forwardState).unit, -1);
    QCOMPARE(marks(Vector::backwardState).unit, 2);
}

void StatesPanelInputTest::clickingADecoderCellJumpsAndKeepsTheUnit() {
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, cell(Vector::decoderState, 1, 8));
    QCOMPARE(viewpoint_->moment(), endOfStep(1, viewpoint_->extent()));
    const Selection expected{.step = 1, .strip = Vector::decoderState, .unit = 8};
    QCOMPARE(viewpoint_->selected(), expected);
    QCOMPARE(marks(Vector::decoderState).current, 2);
    const StatesPicture &picture = *canvas()->scene().layout.picture(Vector::decoderState);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, picture.labelAnchor(4).toPoint());
    QCOMPARE(viewpoint_->moment(), endOfStep(3, viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected(), expected);
}

void StatesPanelInputTest::clickingAnEncoderCellKeepsItAndLetsGo() {
    const Moment moment = viewpoint_->moment();
    const QPoint at = cell(Vector::forwardState, 2, 6);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, at);
    const Selection expected{.source = 2, .strip = Vector::forwardState, .unit = 6};
    QCOMPARE(viewpoint_->selected(), expected);
    QCOMPARE(viewpoint_->moment(), moment);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, at);
    QVERIFY(viewpoint_->selected().empty());
}

void StatesPanelInputTest::theWheelZoomsTheUnits() {
    viewpoint_->setTrace(support::syntheticTrace(6, 5));
    const StatesPicture before = *canvas()->scene().layout.picture(Vector::decoderState);
    QCOMPARE(before.units.units, 512);
    QVERIFY(!before.units.all());
    auto *bar = panel_->findChild<QScrollBar *>(QStringLiteral("statesScrollBar"));
    QVERIFY(!bar->isVisible());
    const QPointF middle = QRectF(before.cells).center();
    for (int i = 0; i < 14; ++i)
        support::turnWheel(*canvas(), middle, 1);
    const StatesPicture &after = *canvas()->scene().layout.picture(Vector::decoderState);
    QVERIFY(after.units.count < 40);
    QCOMPARE(after.units.cells, after.units.count);
    QVERIFY(after.units.first < 256 && after.units.first + after.units.count > 256);
    QVERIFY(bar->isVisible());
    bar->setValue(0);
    QCOMPARE(canvas()->scene().layout.picture(Vector::decoderState)->units.first, 0);
    QTest::keyClick(canvas(), Qt::Key_0);
    QVERIFY(canvas()->window().whole());
}

void StatesPanelInputTest::arrowsMoveACursorAndEscapeClearsIt() {
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->hasFocus());
    QTest::keyClick(canvas(), Qt::Key_Home);
    QTest::keyClick(canvas(), Qt::Key_Down);
    QTest::keyClick(canvas(), Qt::Key_Right);
    const Selection expected{.step = 0, .strip = Vector::decoderState, .unit = 1};
    QCOMPARE(viewpoint_->hovered(), expected);
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("s₁, unit 2 of 20")));
    QTest::keyClick(canvas(), Qt::Key_Home);
    QTest::keyClick(canvas(), Qt::Key_Left);
    QCOMPARE(viewpoint_->hovered().strip, Vector::backwardState);
    QCOMPARE(viewpoint_->hovered().source, 6);
    QTest::keyClick(canvas(), Qt::Key_Right);
    QTest::keyClick(canvas(), Qt::Key_Right);
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(viewpoint_->moment(), endOfStep(0, viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected().strip, Vector::decoderState);
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QVERIFY(viewpoint_->hovered().empty());
    QVERIFY(viewpoint_->selected().empty());
    QVERIFY(!canvas()->scene().cursor);
}

void StatesPanelInputTest::theCursorStaysWithItsUnit() {
    canvas()->setOrder(StatesOrder::moment);
    viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->hasFocus());
    QTest::keyClick(canvas(), Qt::Key_Home);
    QTest::keyClick(canvas(), Qt::Key_Down);
    const auto unit = [&] {
        const UnitCell &cursor = *canvas()->scene().cursor;
        return layer(cursor.strip).order[static_cast<std::size_t>(cursor.place)];
    };
    const int before = unit();
    const auto order = layer(Vector::decoderState).order;
    viewpoint_->setMoment(endOfStep(3, viewpoint_->extent()));
    QVERIFY(layer(Vector::decoderState).order != order);
    QCOMPARE(unit(), before);
    canvas()->setOrder(StatesOrder::model);
    QCOMPARE(unit(), before);
}

void StatesPanelInputTest::destroyingItWithACursorIsClean() {
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->hasFocus());
    QTest::keyClick(canvas(), Qt::Key_Down);
    QVERIFY(!viewpoint_->hovered().empty());
    panel_.reset();
    QVERIFY(viewpoint_->hovered().empty());
}

void StatesPanelInputTest::arrowsAreTheTimelinesWithoutACursor() {
    QVERIFY(!support::claimsKey(*canvas(), Qt::Key_Left));
    QVERIFY(!support::claimsKey(*canvas(), Qt::Key_Home));
    QVERIFY(!support::claimsKey(*canvas(), Qt::Key_Space));
    QTest::keyClick(canvas(), Qt::Key_Down);
    QVERIFY(support::claimsKey(*canvas(), Qt::Key_Left));
    QVERIFY(support::claimsKey(*canvas(), Qt::Key_Home));
    QVERIFY(!support::claimsKey(*canvas(), Qt::Key_Space));
}

REGISTER_QT_TEST(StatesPanelInputTest)
#include "states/panel_input_test.moc"
