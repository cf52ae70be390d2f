// SPDX-License-Identifier: GPL-3.0-or-later
// Attention changed by hand in the window, by pointer and keys.
#include <QAction>
#include <QDockWidget>
#include <QPushButton>
#include <numeric>

#include "app/session/edits.h"
#include "tests/app/session/edited_window.h"
#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "widgets/heatmap/panel.h"
#include "widgets/scores/panel.h"

class AttentionByHandTest : public QObject, EditedWindow {
    Q_OBJECT

  private:
    static constexpr int step_ = 6;

    widgets::ScoresPanel *scores() { return opened_.find<widgets::ScoresPanel>("scoresView"); }
    widgets::HeatmapPanel *heatmap() { return opened_.find<widgets::HeatmapPanel>("heatmapView"); }
    QPoint cell(int row, int column) {
        return heatmap()->plot()->cellRect({row, column}).center().toPoint();
    }
    /// Drags the bar of a row by a part of the whole length, in small moves.
    void drag(int row, double part, bool release = true) {
        auto *bars = scores()->softmax();
        const QPointF from = bars->barRect(row).center() + QPointF(20, 0);
        const double length = bars->width() / 2.0;
        QTest::mousePress(bars, Qt::LeftButton, {}, from.toPoint());
        for (int i = 1; i <= 10; ++i) {
            const QPointF at = from + QPointF(part * length * i / 10, 0);
            support::dragOnScreen(*bars, bars->mapToGlobal(at));
        }
        if (release)
            QTest::mouseRelease(bars, Qt::LeftButton, {},
                                (from + QPointF(part * length, 0)).toPoint());
    }
    bool sumsToOne(int step) {
        const model::Row &weights = trace().step(step).weights;
        return std::abs(weights.sum() - 1) < 1e-5F && weights.minCoeff() > 0;
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-by-hand-test"); }
    void init() { openTranslationAt(step_); }
    void cleanup() { close(); }

    void aDraggedBarTakesAttentionFromTheOthers() {
        show("scoresDock");
        const model::Row before = trace().step(step_).weights;
        drag(0, 0.5);
        QTRY_VERIFY(edited());
        const model::Row after = trace().step(step_).weights;
        QVERIFY(after(0) > before(0) + 0.2F);
        QVERIFY(sumsToOne(step_));
        QVERIFY2(
            std::abs(after(2) / after(1) - before(2) / before(1)) < 1e-2F * before(2) / before(1),
            "the others keep their ratios");
        QCOMPARE(scores()->softmax()->content().title, QString("αᵢⱼ set by hand"));
        QVERIFY(opened_.viewpoint()->moment() ==
                widgets::endOfStep(step_, opened_.viewpoint()->extent()));
    }

    void theBarFollowsThePointerAtOnceAndADragIsOneStepToUndo() {
        show("scoresDock");
        const model::Row before = trace().step(step_).weights;
        drag(0, 0.6, false);
        QVERIFY(scores()->softmax()->content().values[0] > before(0) + 0.2F);
        QTRY_VERIFY(trace().step(step_).weights(0) > before(0) + 0.2F);
        QTest::mouseRelease(scores()->softmax(), Qt::LeftButton);
        QTRY_VERIFY(done());
        undo();
        QVERIFY(opened_.session()->interventions().empty());
        QCOMPARE(trace().step(step_).weights, before);
        QVERIFY(!opened_.find<QAction>("undoWhatIf")->isEnabled());
    }

    void escapePutsADraggedBarBack() {
        show("scoresDock");
        drag(0, 0.6, false);
        QTRY_VERIFY(!opened_.session()->interventions().empty());
        QTest::keyClick(scores(), Qt::Key_Escape);
        QTRY_VERIFY(opened_.session()->interventions().empty() && done());
        QTest::mouseRelease(scores()->softmax(), Qt::LeftButton);
        QVERIFY(!opened_.find<QAction>("undoWhatIf")->isEnabled());
    }

    void keysChangeTheMarkedWordAndPressesAreOneStepToUndo() {
        show("scoresDock");
        scores()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(scores(), Qt::Key_Down);
        const float before = trace().step(step_).weights(0);
        for (int i = 0; i < 4; ++i)
            QTest::keyClick(scores(), Qt::Key_Plus);
        QTRY_VERIFY(done() && std::abs(trace().step(step_).weights(0) - before - 0.2F) < 1e-4F);
        QTest::keyClick(scores(), Qt::Key_Minus);
        QTRY_VERIFY(done() && std::abs(trace().step(step_).weights(0) - before - 0.15F) < 1e-4F);
        undo();
        QCOMPARE(trace().step(step_).weights(0), before);
    }

    void aBarThatMovesAwayBelowThePointerKeepsItsLength() {
        show("scoresDock");
        drag(0, 0.5);
        QTRY_VERIFY(edited());
        const float share = trace().step(step_).weights(0);
        undo();
        auto *bars = scores()->softmax();
        const QPointF from = bars->barRect(0).center() + QPointF(20, 0);
        const QPointF screen = bars->mapToGlobal(from + QPointF(bars->width() / 4.0, 0));
        drag(0, 0.5, false);
        QTRY_VERIFY(edited());
        bars->move(bars->pos() + QPoint(30, 10));
        support::dragOnScreen(*bars, screen);
        QTest::mouseRelease(bars, Qt::LeftButton);
        QTRY_VERIFY2(done() && std::abs(trace().step(step_).weights(0) - share) < 1e-5F,
                     qPrintable(QString("%1 %2").arg(trace().step(step_).weights(0)).arg(share)));
    }

    /// What is decided is told in lines above the views, which give way to them; and other words
    /// may have other widths.
    void paintingGoesOnWhereThePointerIsWhenThePictureMoves() {
        opened_.window()->resize(1300, 800);
        heatmap()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(heatmap(), Qt::Key_P);
        auto *plot = heatmap()->plot();
        const QPointF first = plot->mapToGlobal(cell(0, 0));
        const QPointF third = plot->mapToGlobal(cell(0, 2));
        const int top = plot->mapToGlobal(QPoint(0, 0)).y();
        const auto shares = [this] {
            const auto &weights = opened_.session()->interventions().steps.at(0).attention;
            return std::get<model::pin::Weights>(*weights).values;
        };
        QTest::mousePress(plot, Qt::LeftButton, {}, cell(0, 0));
        QTRY_VERIFY(edited());
        QTRY_VERIFY(plot->mapToGlobal(QPoint(0, 0)).y() > top);
        const model::Row painted = shares();
        support::dragOnScreen(*plot, first);
        QTRY_VERIFY(done());
        QCOMPARE(shares(), painted);
        support::dragOnScreen(*plot, third);
        QTRY_VERIFY(done() && shares() != painted);
        QVERIFY2(shares()(2) > painted(2) + 0.1F, "the cell that was there when it began");
        const model::Row both = shares();
        opened_.window()->resize(1000, 700);
        QCoreApplication::processEvents();
        QVERIFY(plot->mapToGlobal(cell(0, 2)) != third.toPoint());
        support::dragOnScreen(*plot, third);
        QTRY_VERIFY(done());
        QCOMPARE(shares(), both);
        QTest::mouseRelease(plot, Qt::LeftButton);
        QTRY_VERIFY(done());
    }

    void paintingAlongARowGivesAttention() {
        const model::Row before = trace().step(step_).weights;
        heatmap()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(heatmap(), Qt::Key_P);
        QVERIFY(opened_.find<QPushButton>("heatmapPaintButton")->isChecked());
        const int row = heatmap()->plot()->data().rowOf(step_);
        auto *plot = heatmap()->plot();
        QTest::mousePress(plot, Qt::LeftButton, {}, cell(row, 0));
        QMouseEvent move(QEvent::MouseMove, cell(row, 1), plot->mapToGlobal(cell(row, 1)),
                         Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(plot, &move);
        QTest::mouseRelease(plot, Qt::LeftButton, {}, cell(row, 1));
        QTRY_VERIFY(edited());
        QVERIFY(trace().step(step_).weights(0) > before(0) + 0.1F);
        QVERIFY(trace().step(step_).weights(1) > before(1) + 0.1F);
        QVERIFY(sumsToOne(step_));
        undo();
        QCOMPARE(trace().step(step_).weights, before);
    }

    void clicksAreWhatTheyWereWithoutPainting() {
        auto *plot = heatmap()->plot();
        QTest::mouseClick(plot, Qt::LeftButton, {}, cell(2, 1));
        QVERIFY(opened_.session()->interventions().empty());
        QVERIFY(opened_.viewpoint()->step() != step_);
        heatmap()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(heatmap(), Qt::Key_P);
        QTest::keyClick(heatmap(), Qt::Key_Escape);
        QVERIFY(!opened_.find<QPushButton>("heatmapPaintButton")->isChecked());
        QTest::mouseClick(plot, Qt::LeftButton, {}, cell(1, 1));
        QVERIFY(opened_.session()->interventions().empty());
    }

    void keysPaintAtTheCursor() {
        heatmap()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(heatmap(), Qt::Key_P);
        const widgets::HeatmapZoom zoom = heatmap()->plot()->zoom();
        QTest::keyClick(heatmap(), Qt::Key_Left);
        const float before = trace().step(step_).weights.maxCoeff();
        QTest::keyClick(heatmap(), Qt::Key_Plus);
        QTRY_VERIFY(edited());
        QVERIFY(trace().step(step_).weights.maxCoeff() != before);
        QVERIFY(heatmap()->plot()->zoom() == zoom);
    }
};

REGISTER_QT_TEST(AttentionByHandTest)
#include "session/attention_by_hand_test.moc"
