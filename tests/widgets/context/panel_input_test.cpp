// SPDX-License-Identifier: GPL-3.0-or-later
#include <QScrollBar>
#include <QTest>
#include <algorithm>
#include <cmath>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/widgets/context/window.h"
#include "widgets/viewpoint/vectors.h"

using namespace widgets;

/// Pointing, clicking, scrolling and the keyboard in the context's panel.
class ContextPanelInputTest : public QObject, private ContextWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void hoveringACellTellsAndMarksIt();
    void aSmallNumberKeepsItsDigits();
    void clickingKeepsAndLetsGo();
    void whatAnotherViewMarksIsMarked();
    void manyWordsScroll();
    void aNewStepsMostAttendedWordComesIntoView();
    void theWheelZoomsTheUnitsWithControl();
    void arrowsMoveACursorAndEscapeClearsIt();
    void destroyingItWithACursorIsClean();
};

void ContextPanelInputTest::hoveringACellTellsAndMarksIt() {
    QTest::mouseMove(canvas(), cell(3, 8));
    const Selection expected{.source = 3, .step = 2, .strip = Vector::context, .unit = 8};
    QTRY_COMPARE(viewpoint_->hovered(), expected);
    const QString product = QString::number(std::abs(term(3, 8)), 'f', 5);
    const QString whole = QString::number(std::abs(step().context(8)), 'f', 5);
    const QString word = scene().data.rows[3].word;
    QVERIFY2(canvas()->caption().startsWith(QStringLiteral("“%1”, unit 9 of 24: α h = ").arg(word)),
             qPrintable(canvas()->caption()));
    QVERIFY(canvas()->caption().contains(product));
    QVERIFY(canvas()->caption().endsWith(whole));
    QCOMPARE(panel_->accessibleDescription(), canvas()->caption());
    QTest::mouseMove(canvas(), QPoint(4, cell(5, 0).y()));
    const Selection row{.source = 5, .step = 2};
    QTRY_COMPARE(viewpoint_->hovered(), row);
    QVERIFY(canvas()->caption().contains(QStringLiteral("‖c − h‖ = ")));
}

void ContextPanelInputTest::aSmallNumberKeepsItsDigits() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto one = std::make_shared<model::StepTrace>(step());
    one->context(5) = -0.000001F;
    changed->steps[2] = one;
    viewpoint_->setTrace(changed, true);
    QTest::mouseMove(canvas(), cell(scene().sumRow(), 5));
    QTRY_VERIFY2(canvas()->caption().endsWith(QStringLiteral("c = −0.00000100")),
                 qPrintable(canvas()->caption()));
}

void ContextPanelInputTest::clickingKeepsAndLetsGo() {
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, cell(3, 8));
    const Selection expected{.source = 3, .step = 2, .strip = Vector::context, .unit = 8};
    QCOMPARE(viewpoint_->selected(), expected);
    QTest::mouseClick(canvas(), Qt::LeftButton, {}, cell(3, 8));
    QVERIFY(viewpoint_->selected().empty());
}

void ContextPanelInputTest::whatAnotherViewMarksIsMarked() {
    const QImage before = image();
    viewpoint_->setHovered({.source = 4, .strip = Vector::backwardState, .unit = 2});
    QCOMPARE(scene().marked, 4);
    QCOMPARE(scene().unit, 14);
    QVERIFY(image() != before);
    viewpoint_->setHovered({.source = 1, .strip = Vector::forwardState, .unit = 2});
    QCOMPARE(scene().unit, 2);
    viewpoint_->setHovered({});
    QCOMPARE(scene().unit, -1);
    QCOMPARE(image(), before);
}

void ContextPanelInputTest::manyWordsScroll() {
    viewpoint_->setTrace(support::syntheticTrace(40, 10));
    auto *bar = panel_->findChild<QScrollBar *>(QStringLiteral("contextScrollBar"));
    QVERIFY(bar->isVisible());
    QVERIFY(bar->maximum() > 300);
    const QImage before = image();
    bar->setValue(bar->maximum());
    QVERIFY(image() != before);
    QVERIFY(scene().layout.rows.wholeRowVisible(40));
    QVERIFY(!scene().layout.rows.wholeRowVisible(0));
    viewpoint_->setHovered({.source = 2});
    QVERIFY(scene().layout.rows.wholeRowVisible(2));
    QCOMPARE(bar->value(), static_cast<int>(std::lround(scene().layout.rows.scroll)));
}

void ContextPanelInputTest::aNewStepsMostAttendedWordComesIntoView() {
    trace_ = support::syntheticTrace(40, 40, 3, support::smallConfiguration());
    viewpoint_->setTrace(trace_);
    const auto strongest = [this](int step) {
        const model::Row &weights = trace_->steps[static_cast<std::size_t>(step)]->weights;
        return static_cast<int>(std::max_element(weights.begin(), weights.end()) - weights.begin());
    };
    const auto inView = [this](int row) { return scene().layout.rows.wholeRowVisible(row); };
    int hidden = 0;
    for (int step = 0; step < trace_->targetLength(); ++step) {
        hidden += inView(strongest(step)) ? 0 : 1;
        viewpoint_->setMoment(endOfStep(step, viewpoint_->extent()));
        QVERIFY(inView(strongest(step)));
    }
    QVERIFY(hidden > 0);

    // What is marked stays in view instead.
    viewpoint_->setSelected({.source = 0});
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    viewpoint_->setMoment(endOfStep(39, viewpoint_->extent()));
    QVERIFY(inView(0));
}

void ContextPanelInputTest::theWheelZoomsTheUnitsWithControl() {
    viewpoint_->setTrace(support::syntheticTrace(40, 10));
    QVERIFY(!scene().layout.units.all());
    const auto wheel = [&](Qt::KeyboardModifiers modifiers) {
        support::turnWheel(*canvas(), QRectF(canvas()->rect()).center(), 1, modifiers);
    };
    wheel(Qt::NoModifier);
    QVERIFY(canvas()->window().whole());
    for (int i = 0; i < 10; ++i)
        wheel(Qt::ControlModifier);
    QVERIFY(scene().layout.units.count < 100);
    QCOMPARE(scene().layout.units.cells, scene().layout.units.count);
    QTest::keyClick(canvas(), Qt::Key_0);
    QVERIFY(canvas()->window().whole());
}

void ContextPanelInputTest::arrowsMoveACursorAndEscapeClearsIt() {
    QVERIFY(!support::claimsKey(*canvas(), Qt::Key_Left));
    QTest::keyClick(canvas(), Qt::Key_Down);
    QVERIFY(support::claimsKey(*canvas(), Qt::Key_Left));
    QTest::keyClick(canvas(), Qt::Key_Down);
    QTest::keyClick(canvas(), Qt::Key_Right);
    const Selection expected{.source = 1, .step = 2, .strip = Vector::context, .unit = 1};
    QCOMPARE(viewpoint_->hovered(), expected);
    QTest::keyClick(canvas(), Qt::Key_End);
    QCOMPARE(viewpoint_->hovered().unit, 23);
    QTest::keyClick(canvas(), Qt::Key_Return);
    QCOMPARE(viewpoint_->selected().unit, 23);
    QTest::keyClick(canvas(), Qt::Key_Escape);
    QVERIFY(viewpoint_->hovered().empty());
    QVERIFY(viewpoint_->selected().empty());
}

void ContextPanelInputTest::destroyingItWithACursorIsClean() {
    canvas()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(canvas()->hasFocus());
    QTest::keyClick(canvas(), Qt::Key_Down);
    QVERIFY(!viewpoint_->hovered().empty());
    panel_.reset();
    QVERIFY(viewpoint_->hovered().empty());
}

REGISTER_QT_TEST(ContextPanelInputTest)
#include "context/panel_input_test.moc"
