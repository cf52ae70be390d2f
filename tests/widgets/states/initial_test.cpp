// SPDX-License-Identifier: GPL-3.0-or-later
// The initial state, the first column of what the decoder has.
#include <algorithm>

#include "tests/support/qt_test.h"
#include "tests/widgets/states/window.h"
#include "widgets/text/numbers.h"
#include "widgets/text/table.h"
#include "widgets/viewpoint/edit.h"
#include "widgets/viewpoint/unit_edit.h"

using namespace widgets;

class StatesInitialTest : public QObject, StatesWindow {
    Q_OBJECT

  private:
    static constexpr Vector decoder_ = Vector::decoderState;
    static Selection initial(int unit) { return {.strip = Vector::initialState, .unit = unit}; }
    const StatesPicture &picture() { return *canvas()->scene().layout.picture(decoder_); }
    QPoint corner(int position, int unit) {
        return canvas()->cellRect(decoder_, position, unit).topLeft() + QPoint(1, 1);
    }
    /// Shows a translation whose third unit of the initial state is held at 0.75, and gives the
    /// one that it is compared with.
    std::shared_ptr<const model::Trace> holdThird() {
        const auto plain = support::tinyTrace("Le chat dort.");
        const auto held = support::edited(
            *plain, holdUnit(*plain, {UnitPlace::Kind::initial, 0, 2}, 0.75F).interventions);
        viewpoint_->setTrace(held, false, plain);
        viewpoint_->setMoment(lastMoment(viewpoint_->extent()));
        return plain;
    }

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void itStandsBeforeTheFirstWord();
    void gatesAndCandidatesHaveNone();
    void itIsThereOnceTheSentenceIsRead();
    void aClickOnItGoesToTheEndOfReading();
    void itIsReachedWithKeys();
    void theCursorStaysAtItsStepWhereAColumnGoes();
    void whatIsPointedAtIsForgottenWhereAColumnGoes();
    void otherViewsMarkIt();
    void itsOrderIsThatOfTheMoment();
    void aPointedUnitIsToldWhereverItIsInTheOrder();
    void theTableBeginsWithIt();
    void theCourseOfAUnitBeginsWithIt();
    void itIsFramedWhereItIsHeld();
    void whatIsHeldIsFramedOnceItIsThere();
    void whatItWasBeforeIsTold();
    void itsDifferenceIsShown();
};

void StatesInitialTest::itStandsBeforeTheFirstWord() {
    QCOMPARE(picture().columns, trace_->targetLength() + 1);
    QCOMPARE(layer(decoder_).labels[0], QStringLiteral("s₀"));
    QCOMPARE(layer(decoder_).labels.size(), picture().columns);
    QCOMPARE(canvas()->scene().labelRole(decoder_, 0), Role::state);
    QCOMPARE(canvas()->scene().labelRole(decoder_, 1), Role::target);
    QVERIFY(canvas()->cellRect(decoder_, -1, 0).right() <
            canvas()->cellRect(decoder_, 0, 0).left());
    const QImage picture = image();
    for (const int unit : {0, 7, 19})
        QCOMPARE(picture.pixelColor(corner(-1, unit)),
                 Theme::light().diverging(static_cast<double>(trace_->encoder->initial(unit)),
                                          layer(decoder_).limit));
    QTest::mouseMove(canvas(), cell(decoder_, -1, 7));
    QTRY_COMPARE(viewpoint_->hovered(), initial(7));
    QVERIFY2(
        canvas()->caption().startsWith(QStringLiteral("s₀, unit 8 of 20, the initial state: ")),
        qPrintable(canvas()->caption()));
    QCOMPARE(panel_->accessibleDescription(), canvas()->caption());
}

void StatesInitialTest::gatesAndCandidatesHaveNone() {
    for (const int quantity : {1, 2, 3}) {
        choose("statesQuantity", quantity);
        QCOMPARE(picture().columns, trace_->targetLength());
        QVERIFY(canvas()->cellRect(decoder_, -1, 0).isNull());
    }
    QCOMPARE(canvas()->scene().value(2, 0, 4), trace_->step(0).cell.candidate(0, 4));
    choose("statesQuantity", 0);
    QCOMPARE(canvas()->scene().value(2, 0, 4), trace_->encoder->initial(4));
    QCOMPARE(canvas()->scene().value(2, 1, 4), trace_->step(0).cell.state(0, 4));
}

void StatesInitialTest::itIsThereOnceTheSentenceIsRead() {
    const Moment read = endOfReading(viewpoint_->extent());
    viewpoint_->setMoment({Stage::backward, read.index, 0.9});
    QVERIFY(!canvas()->scene().known(2, 0, 0));
    QVERIFY(!canvas()->scene().labelKnown(decoder_, 0));
    QCOMPARE(marks(decoder_).current, -1);
    const QImage before = image();
    viewpoint_->setMoment(read);
    QVERIFY(canvas()->scene().known(2, 0, 19));
    QVERIFY(canvas()->scene().labelKnown(decoder_, 0));
    QVERIFY(!canvas()->scene().known(2, 1, 0));
    QVERIFY(!canvas()->scene().labelKnown(decoder_, 1));
    QCOMPARE(marks(decoder_).current, 0);
    QVERIFY(image() != before);
    viewpoint_->setMoment({Stage::context, 0, 1});
    QCOMPARE(marks(decoder_).current, 1);
}

void StatesInitialTest::aClickOnItGoesToTheEndOfReading() {
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, cell(decoder_, -1, 5));
    QCOMPARE(viewpoint_->moment(), endOfReading(viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected(), initial(5));
    QCOMPARE(marks(decoder_).column, 0);
    QCOMPARE(marks(decoder_).unit, 5);
    viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, picture().labelAnchor(0).toPoint());
    QCOMPARE(viewpoint_->moment(), endOfReading(viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected(), initial(5));
}

void StatesInitialTest::itIsReachedWithKeys() {
    viewpoint_->setMoment(endOfStep(0, viewpoint_->extent()));
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->hasFocus());
    QCOMPARE(viewpoint_->hovered().step, 0);
    QTest::keyClick(canvas(), Qt::Key_Left);
    QCOMPARE(viewpoint_->hovered(), initial(0));
    QTest::keyClick(canvas(), Qt::Key_Down);
    QCOMPARE(viewpoint_->hovered(), initial(1));
    QVERIFY(canvas()->caption().startsWith(QStringLiteral("s₀, unit 2 of 20")));
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(viewpoint_->moment(), endOfReading(viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected(), initial(1));
    QTest::keyClick(canvas(), Qt::Key_Left);
    QCOMPARE(viewpoint_->hovered().strip, Vector::backwardState);
    QTest::keyClick(canvas(), Qt::Key_Right);
    QCOMPARE(viewpoint_->hovered().strip, Vector::initialState);
}

void StatesInitialTest::theCursorStaysAtItsStepWhereAColumnGoes() {
    viewpoint_->setMoment(endOfStep(2, viewpoint_->extent()));
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->hasFocus());
    for (const auto &[quantity, column] : {std::pair{2, 2}, std::pair{0, 3}, std::pair{3, 2}}) {
        choose("statesQuantity", quantity);
        QCOMPARE(canvas()->scene().cursor->position, column);
    }
    choose("statesQuantity", 0);
    QTest::keyClick(canvas(), Qt::Key_Home);
    choose("statesQuantity", 1);
    QCOMPARE(canvas()->scene().cursor->position, 0);
}

void StatesInitialTest::whatIsPointedAtIsForgottenWhereAColumnGoes() {
    const int last = trace_->targetLength() - 1;
    QTest::mouseMove(canvas(), cell(decoder_, last, 3));
    QTRY_COMPARE(viewpoint_->hovered().step, last);
    choose("statesQuantity", 1);
    // It is told by the mark that it left: there is no column more.
    const QString reset = u'r' + subscript(last + 1) + QStringLiteral(", unit 4 of 20");
    QVERIFY2(canvas()->caption().startsWith(reset), qPrintable(canvas()->caption()));
}

void StatesInitialTest::otherViewsMarkIt() {
    viewpoint_->setSelected({.step = 2, .strip = decoder_, .unit = 1});
    viewpoint_->setHovered(initial(6));
    QCOMPARE(marks(decoder_).column, 0);
    QCOMPARE(marks(decoder_).unit, 6);
    QCOMPARE(marks(Vector::forwardState).unit, -1);
    viewpoint_->setHovered({});
    QCOMPARE(marks(decoder_).column, 3);
    // A gate has no column for it, its unit is one of theirs nevertheless.
    viewpoint_->setSelected(initial(6));
    choose("statesQuantity", 1);
    QCOMPARE(marks(decoder_).column, -1);
    QCOMPARE(marks(decoder_).unit, 6);
}

void StatesInitialTest::itsOrderIsThatOfTheMoment() {
    choose("statesOrder", 2);
    viewpoint_->setMoment(endOfReading(viewpoint_->extent()));
    QCOMPARE(marks(decoder_).ruling, 0);
    const model::Row &state = trace_->encoder->initial;
    const std::vector<int> &order = layer(decoder_).order;
    QVERIFY(std::is_sorted(order.begin(), order.end(),
                           [&](int a, int b) { return state(a) > state(b); }));
    QVERIFY(!std::is_sorted(order.begin(), order.end()));
}

void StatesInitialTest::aPointedUnitIsToldWhereverItIsInTheOrder() {
    QTest::mouseMove(canvas(), cell(decoder_, -1, 7));
    QTRY_COMPARE(viewpoint_->hovered(), initial(7));
    const QString told = canvas()->caption();
    choose("statesOrder", 2);
    QCOMPARE(viewpoint_->hovered(), initial(7));
    QCOMPARE(canvas()->caption(), told);
}

void StatesInitialTest::theTableBeginsWithIt() {
    const Table table = panel_->tables().back();
    QCOMPARE(table.name(), QStringLiteral("decoder_state"));
    const QStringList lines = tsv(panel_->tables()).split(QStringLiteral("\n\n"))[2].split(u'\n');
    QCOMPARE(lines[0].split(u'\t')[1], QStringLiteral("s₀"));
    QCOMPARE(lines[9].split(u'\t')[1].toFloat(), trace_->encoder->initial(8));
    choose("statesQuantity", 1);
    QVERIFY(!tsv(panel_->tables()).contains(QStringLiteral("s₀")));
}

void StatesInitialTest::theCourseOfAUnitBeginsWithIt() {
    const auto course = statesCourse(*trace_, decoder_, StatesQuantity::state, 6);
    QCOMPARE(course.size(), static_cast<std::size_t>(trace_->targetLength() + 1));
    QCOMPARE(course[0], trace_->encoder->initial(6));
    QCOMPARE(course[1], trace_->step(0).cell.state(0, 6));
    viewpoint_->setSelected({.step = 1, .strip = decoder_, .unit = 6});
    const StatesCurve &curve = canvas()->scene().layout.curve;
    QTest::mouseMove(canvas(),
                     QPointF(curve.x(0, picture().columns), curve.plot.center().y()).toPoint());
    QTRY_COMPARE(viewpoint_->hovered(), initial(6));
}

void StatesInitialTest::itIsFramedWhereItIsHeld() {
    // Its units have room to be framed.
    choose("statesLayers", 3);
    const auto isFramed = [this](int position) {
        const QRect place = canvas()->cellRect(decoder_, position, 4);
        const QImage picture = image();
        int dark = 0;
        for (int x = place.left() - 3; x < place.left(); ++x)
            dark += picture.pixelColor(x, place.center().y()) == Theme::light().emphasis ? 1 : 0;
        return dark > 0;
    };
    QVERIFY(!isFramed(-1));
    auto held = std::make_shared<model::Trace>(*trace_);
    held->interventions.initial[4] = trace_->encoder->initial(4);
    viewpoint_->setTrace(held, true);
    QVERIFY(isFramed(-1));
    QVERIFY(!isFramed(1));
    choose("statesLayers", 1);
    const QImage encoder = image();
    viewpoint_->setTrace(trace_, true);
    QCOMPARE(image(), encoder);
}

/// A unit is held at the value that it has: only its frame is new.
void StatesInitialTest::whatIsHeldIsFramedOnceItIsThere() {
    choose("statesLayers", 0);
    const int half = static_cast<int>(trace_->encoder->forward().state.cols());
    const widgets::Extent extent = viewpoint_->extent();
    const auto differsAt = [&](const std::shared_ptr<const model::Trace> &held,
                               const Moment &moment) {
        viewpoint_->setTrace(trace_, true);
        viewpoint_->setMoment(moment);
        const QImage plain = image();
        viewpoint_->setTrace(held, true);
        return image() != plain;
    };
    const auto holding = [&](auto change) {
        auto held = std::make_shared<model::Trace>(*trace_);
        change(held->interventions);
        return held;
    };
    const auto initial = holding([](auto &all) { all.initial[4] = 0; });
    QVERIFY(!differsAt(initial, {Stage::backward, extent.source - 1, 0.5}));
    QVERIFY(differsAt(initial, endOfReading(extent)));
    const auto state = holding([](auto &all) { all.steps[2].state[4] = 0; });
    QVERIFY(!differsAt(state, beginningOfStep(2, extent)));
    QVERIFY2(!differsAt(state, {Stage::state, 2, 0.1}), "its unit is not yet reached");
    QVERIFY(differsAt(state, {Stage::state, 2, 1}));
    const auto forward = holding([](auto &all) { all.annotations[1][4] = 0; });
    QVERIFY(!differsAt(forward, {Stage::forward, 0, 1}));
    QVERIFY(differsAt(forward, {Stage::forward, 1, 1}));
    const auto backward = holding([&](auto &all) { all.annotations[1][half + 4] = 0; });
    QVERIFY(!differsAt(backward, {Stage::backward, extent.source - 3, 1}));
    QVERIFY(differsAt(backward, {Stage::backward, extent.source - 2, 1}));
}

void StatesInitialTest::whatItWasBeforeIsTold() {
    const auto plain = holdThird();
    viewpoint_->setHovered({});
    viewpoint_->setSelected(initial(2));
    const QString before =
        statesExactNumber(StatesQuantity::state, static_cast<double>(plain->encoder->initial(2)));
    QVERIFY2(canvas()->caption().contains(QStringLiteral("+0.75000 (") + before),
             qPrintable(canvas()->caption()));
}

void StatesInitialTest::itsDifferenceIsShown() {
    const auto plain = holdThird();
    viewpoint_->setDifference(true);
    QCOMPARE(canvas()->scene().value(2, 0, 2), 0.75F - plain->encoder->initial(2));
    QCOMPARE(canvas()->scene().value(2, 0, 3), 0.0F);
}

REGISTER_QT_TEST(StatesInitialTest)
#include "states/initial_test.moc"
