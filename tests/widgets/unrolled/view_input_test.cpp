// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QHelpEvent>
#include <QImage>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTest>
#include <QToolTip>
#include <cmath>
#include <vector>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "tests/widgets/unrolled/window.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/unrolled/view.h"
#include "widgets/viewpoint/vectors.h"

using widgets::Moment;
using widgets::Selection;
using widgets::Vector;

/// What pointing, clicking, zooming, panning and keys do in the unrolled view.
class UnrolledViewInputTest : public QObject, private UnrolledWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void aClickOnAWordGoesToTheEndOfItsStep();
    void aClickOnADecoderStateGoesThereAndMarksTheUnit();
    void aClickOnAnOutlineGoesToWhatIsNotYetComputed();
    void aClickOnASourcePieceSelectsItAndASecondClearsIt();
    void pointingAtACellTellsItsUnitAndLeavingEndsIt();
    void pointingAtALinkMarksItsSource();
    void theToolTipHasTheExactNumber();
    void theWheelZoomsAroundThePointerAndControlZeroFits();
    void digitsThatTheKeyboardShiftsDoWithoutTheShift();
    void draggingPansWithoutClicking();
    void aViewThatMovesBelowThePointerPansNothing();
    void shiftAndArrowsSelectSourcePieces();
    void arrowsAndSpaceAreLeftToTheTimeline();

  private:
    void click(const QPointF &content) {
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, at(content));
    }
    void wheel(const QPoint &point, int notches) {
        support::turnWheel(*view_->viewport(), point, notches);
    }
};

void UnrolledViewInputTest::aClickOnAWordGoesToTheEndOfItsStep() {
    show(support::syntheticTrace(9, 9));
    click(view_->places().wordBox(3).center());
    QCOMPARE(viewpoint_->moment(), widgets::endOfStep(3, viewpoint_->extent()));
    QVERIFY2(viewpoint_->selected().empty(), "a word is a place in time, not a mark");
}

void UnrolledViewInputTest::aClickOnADecoderStateGoesThereAndMarksTheUnit() {
    show(support::syntheticTrace(9, 9));
    const widgets::StripPlace state = view_->places().state(2);
    click(state.cell(4).center());
    QCOMPARE(viewpoint_->moment(), widgets::endOfStep(2, viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected(),
             (Selection{.step = 2, .strip = Vector::decoderState, .unit = state.units.unit(4)}));
}

void UnrolledViewInputTest::aClickOnAnOutlineGoesToWhatIsNotYetComputed() {
    show(support::syntheticTrace(9, 9));
    go(widgets::endOfReading(viewpoint_->extent()));
    click(view_->places().wordBox(8).center());
    QCOMPARE(viewpoint_->moment(), widgets::endOfStep(8, viewpoint_->extent()));
}

void UnrolledViewInputTest::aClickOnASourcePieceSelectsItAndASecondClearsIt() {
    show(support::syntheticTrace(9, 9));
    const Moment before = viewpoint_->moment();
    const QImage unmarked = image();
    click(view_->places().sourceBox(4).center());
    QCOMPARE(viewpoint_->selected(), (Selection{.source = 4}));
    QVERIFY(image() != unmarked);
    click(view_->places().sourceBox(4).center());
    QVERIFY(viewpoint_->selected().empty());
    QCOMPARE(viewpoint_->moment(), before);
}

void UnrolledViewInputTest::pointingAtACellTellsItsUnitAndLeavingEndsIt() {
    show(support::syntheticTrace(9, 9));
    const widgets::StripPlace place = view_->places().backward(5);
    const QImage before = image();
    QTest::mouseMove(view_->viewport(), at(place.cell(3).center()));
    QTRY_COMPARE(
        viewpoint_->hovered(),
        (Selection{.source = 5, .strip = Vector::backwardState, .unit = place.units.unit(3)}));
    const QRect around(at(place.cell(3).topLeft()) - QPoint(3, 3), QSize(12, 12));
    QVERIFY2(image().copy(around) != before.copy(around), "the cell itself is marked");
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(view_->viewport(), &leave);
    QVERIFY(viewpoint_->hovered().empty());
    QCOMPARE(image(), before);
}

void UnrolledViewInputTest::pointingAtALinkMarksItsSource() {
    const TracePointer trace = changed(support::syntheticTrace(9, 9), 6, [](auto &step) {
        step.weights.setZero();
        step.weights[2] = 1;
    });
    show(trace);
    go(widgets::endOfStep(6, viewpoint_->extent()));
    std::vector<float> weights(10, 0.0F);
    weights[2] = 1;
    const auto link = view_->places().links(weights, 6)[2];
    QTest::mouseMove(view_->viewport(), at(link.path(0.4).currentPosition()));
    QTRY_COMPARE(viewpoint_->hovered(), (Selection{.source = 2, .step = 6}));
}

void UnrolledViewInputTest::theToolTipHasTheExactNumber() {
    show(changed(support::syntheticTrace(9, 9), 6, [](auto &step) {
        step.weights[1] = 0.12345F;
        step.cell.state(0, 0) = -0.98765F;
    }));
    go(widgets::endOfStep(6, viewpoint_->extent()));
    const auto tip = [&](const QPointF &content) {
        const QPoint point = at(content);
        QHelpEvent event(QEvent::ToolTip, point, view_->viewport()->mapToGlobal(point));
        QApplication::sendEvent(view_->viewport(), &event);
        return QToolTip::text();
    };
    QVERIFY(tip(view_->places().number(1).center()).contains(QStringLiteral("0.12345")));
    const QString unit = tip(view_->places().state(6).cell(0).center());
    QVERIFY2(unit.contains(QStringLiteral("−0.98765")), qPrintable(unit));
    QVERIFY2(unit.contains(QStringLiteral("unit 1 of 512")), qPrintable(unit));
    QVERIFY(tip(view_->places().state(8).cell(0).center())
                .contains(QStringLiteral("not yet computed")));
}

void UnrolledViewInputTest::theWheelZoomsAroundThePointerAndControlZeroFits() {
    show(support::syntheticTrace(59, 59));
    const double readable = view_->zoom();
    const QPoint point = at({view_->horizontalScrollBar()->value() + 300.0, 200});
    const QPointF before = view_->toContent(point);
    const double share = before.x() / view_->places().content().width();
    wheel(point, 2);
    QVERIFY(view_->zoom() > readable);
    QVERIFY(std::abs(view_->toContent(point).x() / view_->places().content().width() - share) <
            0.002);
    view_->setFocus();
    QTest::keyClick(view_.get(), Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(view_->horizontalScrollBar()->maximum(), 0);
    QVERIFY(view_->zoom() < 1);
    const double least = view_->zoom();
    wheel(point, -10);
    QCOMPARE(view_->zoom(), least);
    wheel(point, 100);
    QVERIFY(view_->zoom() <= 8);
}

/// On a French keyboard 0 is the shifted à, and 1 the shifted &.
void UnrolledViewInputTest::digitsThatTheKeyboardShiftsDoWithoutTheShift() {
    show(support::syntheticTrace(59, 59));
    const double readable = view_->zoom();
    view_->setFocus();
    QTest::keyClick(view_.get(), Qt::Key_Agrave, Qt::ControlModifier);
    QTRY_VERIFY(view_->zoom() < readable);
    QTest::keyClick(view_.get(), Qt::Key_Ampersand, Qt::ControlModifier);
    QTRY_COMPARE(view_->zoom(), readable);

    const auto whole = [](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        return widgets::isWholeKey({QEvent::KeyPress, key, modifiers});
    };
    for (const Qt::Key key : {Qt::Key_0, Qt::Key_Agrave}) {
        QVERIFY(whole(key, {}));
        QVERIFY(whole(key, Qt::ShiftModifier));
        QVERIFY(whole(key, Qt::ControlModifier | Qt::ShiftModifier));
        QVERIFY(whole(key, Qt::KeypadModifier));
        QVERIFY(!whole(key, Qt::AltModifier));
    }
    QVERIFY(!whole(Qt::Key_1, {}));
}

void UnrolledViewInputTest::draggingPansWithoutClicking() {
    show(support::syntheticTrace(59, 59));
    go(widgets::endOfStep(30, viewpoint_->extent()));
    const Moment moment = viewpoint_->moment();
    const int before = view_->horizontalScrollBar()->value();
    const QPoint from = at(view_->places().wordBox(31).center());
    QTest::mousePress(view_->viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(view_->viewport(), from + QPoint(40, 0));
    QTest::mouseMove(view_->viewport(), from + QPoint(130, 0));
    QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, from + QPoint(130, 0));
    QCOMPARE(view_->horizontalScrollBar()->value(), before - 130);
    QCOMPARE(viewpoint_->moment(), moment);
    view_->clearFocus();
    QCOMPARE(image(), view_->picture().toImage().convertToFormat(image().format()));
    QVERIFY(viewpoint_->selected().empty());
}

void UnrolledViewInputTest::aViewThatMovesBelowThePointerPansNothing() {
    show(support::syntheticTrace(59, 59));
    go(widgets::endOfStep(30, viewpoint_->extent()));
    QWidget *viewport = view_->viewport();
    const QPoint from = at(view_->places().wordBox(31).center());
    const QPointF screen = viewport->mapToGlobal(from + QPoint(130, 0));
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    support::dragOnScreen(*viewport, screen);
    const int panned = view_->horizontalScrollBar()->value();
    viewport->move(viewport->pos() + QPoint(25, 0));
    support::dragOnScreen(*viewport, screen);
    QCOMPARE(view_->horizontalScrollBar()->value(), panned);
    QTest::mouseRelease(viewport, Qt::LeftButton);
}

void UnrolledViewInputTest::shiftAndArrowsSelectSourcePieces() {
    show(support::syntheticTrace(3, 3));
    view_->setFocus();
    QTest::keyClick(view_.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(viewpoint_->selected().source, 0);
    QTest::keyClick(view_.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(viewpoint_->selected().source, 1);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(view_.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(viewpoint_->selected().source, 3);
    QTest::keyClick(view_.get(), Qt::Key_Escape);
    QVERIFY(viewpoint_->selected().empty());
    QTest::keyClick(view_.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(viewpoint_->selected().source, 3);
}

void UnrolledViewInputTest::arrowsAndSpaceAreLeftToTheTimeline() {
    show(support::syntheticTrace(59, 59));
    go(widgets::endOfStep(30, viewpoint_->extent()));
    const int before = view_->horizontalScrollBar()->value();
    for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Space, Qt::Key_Home}) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
        QApplication::sendEvent(view_.get(), &event);
        QVERIFY(!event.isAccepted());
    }
    QCOMPARE(view_->horizontalScrollBar()->value(), before);
}

REGISTER_QT_TEST(UnrolledViewInputTest)
#include "unrolled/view_input_test.moc"
