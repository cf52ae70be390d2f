// SPDX-License-Identifier: GPL-3.0-or-later
// Units held at a value in the window, by pointer and keys.
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QScrollBar>
#include <algorithm>

#include "app/session/edits.h"
#include "tests/app/session/edited_window.h"
#include "tests/support/qt_test.h"
#include "widgets/context/canvas.h"
#include "widgets/panel/hold_prompt.h"
#include "widgets/panel/number_box.h"
#include "widgets/states/canvas.h"
#include "widgets/text/numbers.h"
#include "widgets/unrolled/unit_grid.h"
#include "widgets/unrolled/view.h"

class UnitsByHandTest : public QObject, EditedWindow {
    Q_OBJECT

  private:
    static constexpr int step_ = 3;

    widgets::StatesCanvas *states() { return opened_.find<widgets::StatesCanvas>("statesCanvas"); }
    widgets::HoldPrompt *prompt() {
        return qobject_cast<widgets::HoldPrompt *>(QApplication::activePopupWidget());
    }
    widgets::UnrolledView *unrolled() {
        return opened_.find<widgets::UnrolledView>("unrolledView");
    }
    widgets::UnitGrid *grid() { return unrolled()->findChild<widgets::UnitGrid *>(); }
    /// A unit of the state of the step that is drawn.
    int drawnUnit() {
        for (int unit = 0; unit < trace().encoder->initial.size(); ++unit)
            if (!states()->cellRect(widgets::Vector::decoderState, step_, unit).isNull())
                return unit;
        return -1;
    }
    void drag(QWidget *canvas, const QPoint &from, int up) {
        // On the screen: the canvas moves when a line comes up above it.
        const QPoint screen = canvas->mapToGlobal(from);
        QTest::mousePress(canvas, Qt::LeftButton, {}, from);
        for (int i = 1; i <= 5; ++i) {
            const QPoint at = screen - QPoint(0, up * i / 5);
            QMouseEvent move(QEvent::MouseMove, canvas->mapFromGlobal(at), at, Qt::NoButton,
                             Qt::LeftButton, {});
            QApplication::sendEvent(canvas, &move);
        }
    }

    QPoint cellOf(const widgets::StripPlace &strip) {
        const int middle = strip.units.cells / 2;
        return unrolled()->toViewport(strip.cell(middle).center()).toPoint();
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-units-test"); }
    void init() { openTranslationAt(step_); }
    void cleanup() { close(); }

    void draggingACellHoldsItsUnitAndIsOneStepToUndo() {
        show("statesDock");
        const int unit = drawnUnit();
        QVERIFY(unit >= 0);
        const float before = trace().step(step_).cell.state(unit);
        const int up = before > 0 ? -50 : 50;
        const QRect cell = states()->cellRect(widgets::Vector::decoderState, step_, unit);
        drag(states(), cell.center(), up);
        QTest::mouseRelease(states(), Qt::LeftButton);
        QTRY_VERIFY(edited() && std::abs(trace().step(step_).cell.state(unit) -
                                         (before + 0.01F * static_cast<float>(up))) < 1e-5F);
        QVERIFY(opened_.viewpoint()->step() == step_);
        undo();
        QVERIFY(opened_.session()->interventions().empty());
        QCOMPARE(trace().step(step_).cell.state(unit), before);
        QVERIFY(!opened_.find<QAction>("undoWhatIf")->isEnabled());
    }

    void theInitialStateIsHeldByDraggingItsCell() {
        unrolled()->unfold(widgets::Vector::initialState, -1);
        constexpr int unit = 7;
        const float before = trace().encoder->initial(unit);
        const int up = before > 0 ? -50 : 50;
        drag(grid(), grid()->cell(unit).center().toPoint(), up);
        QTest::mouseRelease(grid(), Qt::LeftButton);
        QTRY_VERIFY(edited() && std::abs(trace().encoder->initial(unit) -
                                         (before + 0.01F * static_cast<float>(up))) < 1e-5F);
        QCOMPARE(trace().interventions.initial.size(), std::size_t{1});
        QVERIFY(grid()->isVisible());
        QVERIFY2(grid()->line().contains("held by hand"), qPrintable(grid()->line()));
        undo();
        QVERIFY(opened_.session()->interventions().empty());
        QCOMPARE(trace().encoder->initial(unit), before);
    }

    void theInitialStateIsHeldByDraggingItInTheHiddenStates() {
        show("statesDock");
        int unit = 0;
        while (states()->cellRect(widgets::Vector::decoderState, -1, unit).isNull())
            ++unit;
        const float before = trace().encoder->initial(unit);
        const int up = before > 0 ? -50 : 50;
        drag(states(), states()->cellRect(widgets::Vector::decoderState, -1, unit).center(), up);
        QTest::mouseRelease(states(), Qt::LeftButton);
        QTRY_VERIFY(edited() && std::abs(trace().encoder->initial(unit) -
                                         (before + 0.01F * static_cast<float>(up))) < 1e-5F);
        QCOMPARE(trace().interventions.initial.size(), std::size_t{1});
        QCOMPARE(opened_.viewpoint()->moment(),
                 widgets::endOfReading(opened_.viewpoint()->extent()));
        undo();
        QCOMPARE(trace().encoder->initial(unit), before);
    }

    void cellsOfTheStripsInThePictureAreDragged_data() {
        using Kind = widgets::UnitPlace::Kind;
        QTest::addColumn<Kind>("kind");
        QTest::newRow("initial state") << Kind::initial;
        QTest::newRow("state") << Kind::state;
        QTest::newRow("context") << Kind::context;
        QTest::newRow("annotation") << Kind::annotation;
    }
    void cellsOfTheStripsInThePictureAreDragged() {
        using Kind = widgets::UnitPlace::Kind;
        QFETCH(const Kind, kind);
        opened_.window()->resize(1600, 1000);
        QTRY_COMPARE(unrolled()->horizontalScrollBar()->maximum(), 0);
        const widgets::UnrolledGeometry &places = unrolled()->places();
        const widgets::StripPlace strip = kind == Kind::initial   ? places.initial()
                                          : kind == Kind::state   ? places.state(step_)
                                          : kind == Kind::context ? places.context(step_)
                                                                  : places.backward(1);
        const std::shared_ptr<const model::Trace> plain = opened_.viewpoint()->trace();
        drag(unrolled()->viewport(), cellOf(strip), 30);
        QTest::mouseRelease(unrolled()->viewport(), Qt::LeftButton);
        QTRY_VERIFY(edited());
        const auto held = widgets::heldUnits(trace());
        QCOMPARE(held.size(), std::size_t{1});
        QVERIFY(held[0].kind == kind);
        const float expected = std::min(widgets::valueOf(*plain, held[0]) + 0.3F, 1.0F);
        QVERIFY(std::abs(widgets::valueOf(trace(), held[0]) - expected) < 1e-5F);
        QCOMPARE(opened_.viewpoint()->step(), step_);
        undo();
        QVERIFY(opened_.session()->interventions().empty());
    }

    /// What is held is told in a line above the views, which gives way to it.
    void aCellThatMovesAwayBelowThePointerKeepsItsValue() {
        opened_.window()->resize(1600, 1000);
        QTRY_COMPARE(unrolled()->horizontalScrollBar()->maximum(), 0);
        QWidget *viewport = unrolled()->viewport();
        const QPoint from = cellOf(unrolled()->places().state(step_));
        const QPoint screen = viewport->mapToGlobal(from) - QPoint(0, 30);
        drag(viewport, from, 30);
        QTRY_VERIFY(edited());
        QVERIFY(viewport->mapToGlobal(from) - QPoint(0, 30) != screen);
        const model::Interventions held = opened_.session()->interventions();
        QMouseEvent move(QEvent::MouseMove, viewport->mapFromGlobal(screen), screen, Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(viewport, &move);
        QTest::mouseRelease(viewport, Qt::LeftButton);
        QVERIFY(opened_.session()->interventions() == held);
    }

    void escapePutsACellOfThePictureBack() {
        const QPoint from = cellOf(unrolled()->places().state(step_));
        drag(unrolled()->viewport(), from, 40);
        QTRY_VERIFY(edited());
        QTest::keyClick(unrolled(), Qt::Key_Escape);
        QTRY_VERIFY(opened_.session()->interventions().empty() && done());
        QTest::mouseRelease(unrolled()->viewport(), Qt::LeftButton, {}, from);
        QCOMPARE(opened_.viewpoint()->step(), step_);
    }

    void sidewaysACellOfThePictureMovesThePicture() {
        QWidget *viewport = unrolled()->viewport();
        unrolled()->setZoom(2, viewport->rect().center());
        const QPoint from = cellOf(unrolled()->places().state(step_));
        const QPointF before = unrolled()->toContent({0, 0});
        QTest::mousePress(viewport, Qt::LeftButton, {}, from);
        for (const QPoint &by : {QPoint(30, 5), QPoint(30, 60)}) {
            const QPointF at = from + by;
            QMouseEvent move(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton,
                             Qt::LeftButton, {});
            QApplication::sendEvent(viewport, &move);
        }
        QTest::mouseRelease(viewport, Qt::LeftButton);
        QVERIFY(opened_.session()->interventions().empty());
        QVERIFY(unrolled()->toContent({0, 0}) != before);
    }

    void whatIsNotYetComputedIsNotDragged() {
        opened_.viewpoint()->setMoment(
            widgets::beginningOfStep(step_, opened_.viewpoint()->extent()));
        unrolled()->fit();
        drag(unrolled()->viewport(), cellOf(unrolled()->places().state(step_)), 40);
        QTest::mouseRelease(unrolled()->viewport(), Qt::LeftButton);
        QVERIFY(opened_.session()->interventions().empty());
    }

    void theInitialStateIsHeldWithKeysAlone() {
        opened_.viewpoint()->setMoment(widgets::beginningOfStep(0, opened_.viewpoint()->extent()));
        opened_.viewpoint()->setSelected({});
        unrolled()->setFocus(Qt::TabFocusReason);
        const auto reached = [this] {
            return opened_.viewpoint()->selected().strip == widgets::Vector::initialState;
        };
        for (int i = 0; i < 8 && !reached(); ++i)
            QTest::keyClick(unrolled(), Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(reached());
        QTest::keyClick(unrolled(), Qt::Key_U);
        QVERIFY(grid()->isVisible());
        QTest::keyClick(grid(), Qt::Key_Right);
        QTest::keyClick(grid(), Qt::Key_H);
        QVERIFY(prompt());
        QCOMPARE(prompt()->words()->count(), trace().targetLength() + 1);
        prompt()->value()->selectAll();
        QTest::keyClicks(prompt()->value(), "0.5");
        QTest::keyClick(prompt()->value(), Qt::Key_Return);
        QTRY_VERIFY(edited());
        QCOMPARE(trace().interventions.initial, (model::HeldUnits{{0, 0.5F}}));
        QCOMPARE(trace().encoder->initial(0), 0.5F);
    }

    void anEncoderStateIsHeldWhereItsUnitsAreUnfolded() {
        unrolled()->unfold(widgets::Vector::backwardState, 1);
        drag(grid(), grid()->cell(3).center().toPoint(), 40);
        QTRY_VERIFY(edited());
        const auto held = trace().interventions.annotations.at(1);
        QCOMPARE(held.size(), std::size_t{1});
        QVERIFY(grid()->line().contains(
            widgets::exactText(held.begin()->second, 5, widgets::NumberSign::always)));
        QTest::keyClick(grid(), Qt::Key_Escape);
        QTRY_VERIFY(opened_.session()->interventions().empty() && done());
        QVERIFY(grid()->isVisible());
        QTest::mouseRelease(grid(), Qt::LeftButton);
    }

    void escapePutsADraggedCellBack() {
        show("statesDock");
        const QRect cell = states()->cellRect(widgets::Vector::forwardState, 1, 0);
        QVERIFY(!cell.isNull());
        drag(states(), cell.center(), 60);
        QTRY_VERIFY(!opened_.session()->interventions().annotations.empty());
        QTest::keyClick(states(), Qt::Key_Escape);
        QTRY_VERIFY(opened_.session()->interventions().empty() && done());
        QTest::mouseRelease(states(), Qt::LeftButton);
    }

    void aMereClickHoldsNothing() {
        show("statesDock");
        const QRect cell = states()->cellRect(widgets::Vector::forwardState, 1, 0);
        QTest::mouseClick(states(), Qt::LeftButton, {}, cell.center());
        QVERIFY(opened_.session()->interventions().empty());
    }

    void aValueIsTypedWithKeysAloneAndFollowedAtOnce() {
        show("contextDock");
        auto *context = opened_.find<widgets::ContextCanvas>("contextCanvas");
        context->setFocus(Qt::TabFocusReason);
        opened_.viewpoint()->setSelected({});
        for (int i = 0; i < trace().sourceLength(); ++i)
            QTest::keyClick(context, Qt::Key_Down);  // to the sum
        QTest::keyClick(context, Qt::Key_H);
        QVERIFY(prompt());
        prompt()->value()->selectAll();
        QTest::keyClicks(prompt()->value(), "0.5");
        QTRY_VERIFY(edited());
        QVERIFY(prompt());
        QTest::keyClick(prompt()->value(), Qt::Key_Return);
        QVERIFY(!prompt());
        QTRY_VERIFY(done());
        const auto &held = trace().interventions.steps.at(step_).context;
        QCOMPARE(held.size(), std::size_t{1});
        QCOMPARE(trace().step(step_).context(held.begin()->first), 0.5F);
        undo();
        QVERIFY(opened_.session()->interventions().empty());
    }

    void escapeTakesTypedValuesBack() {
        opened_.viewpoint()->setSelected(
            {.step = step_, .strip = widgets::Vector::decoderState, .unit = 7});
        QVERIFY(widgets::askForMarkedValue(*opened_.window(), *opened_.viewpoint()));
        prompt()->value()->selectAll();
        QTest::keyClicks(prompt()->value(), "1");
        QTRY_VERIFY(edited());
        QTest::keyClick(prompt()->value(), Qt::Key_Escape);
        QTRY_VERIFY(!prompt() && opened_.session()->interventions().empty() && done());
    }

    void aUnitIsHeldAsInAnotherWordOfAnotherSentence() {
        opened_.viewpoint()->setSelected(
            {.source = 2, .strip = widgets::Vector::forwardState, .unit = 7});
        QVERIFY(widgets::askForMarkedValue(*opened_.window(), *opened_.viewpoint()));
        QComboBox *words = prompt()->words();
        QCOMPARE(words->count(), trace().sourceLength());
        const float first = trace().encoder->annotations(0, 7);
        words->setFocus();
        QTest::keyClick(words, Qt::Key_Home);
        QTest::keyClick(words, Qt::Key_Down);
        QTest::keyClick(words, Qt::Key_Up);
        QTRY_VERIFY(edited() && std::abs(trace().encoder->annotations(2, 7) - first) < 1e-4F);
        prompt()->sentence()->setFocus();
        prompt()->sentence()->selectAll();
        QTest::keyClicks(prompt()->sentence(), "Un chat dort.");
        QTest::keyClick(prompt()->sentence(), Qt::Key_Return);
        QTRY_VERIFY(words->count() < trace().sourceLength());
        QVERIFY(words->itemText(0).contains("Un"));
        QTest::keyClick(prompt()->sentence(), Qt::Key_Escape);
        QTRY_VERIFY(done());
    }
};

REGISTER_QT_TEST(UnitsByHandTest)
#include "session/units_by_hand_test.moc"
