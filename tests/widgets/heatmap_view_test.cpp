// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap_view.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <memory>

#include "tests/support/traces.h"
#include "widgets/theme.h"
#include "widgets/viewpoint.h"

using namespace widgets;

namespace {

/// The trace with one weight changed by hand.
std::shared_ptr<const model::Trace> withWeight(const model::Trace &trace, int step, int source,
                                               float weight) {
    auto changed = std::make_shared<model::Trace>(trace);
    auto one = std::make_shared<model::StepTrace>(*trace.steps[static_cast<std::size_t>(step)]);
    one->weights(source) = weight;
    changed->steps[static_cast<std::size_t>(step)] = one;
    return changed;
}

}  // namespace

class HeatmapViewTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void hoveringACellTellsItsWeightAndMarksWordAndStep();
    void leavingForgetsWhatWasHovered();
    void clickingARowLeadsToTheEndOfItsStep();
    void clickingAColumnLabelSelectsTheWord();
    void arrowsMoveTheCursorAndEnterJumps();
    void scrubbingBackLeavesLaterRowsPending();
    void aChangedWeightShowsInItsCell();
    void selectionElsewhereIsMarkedHere();
    void mergingPiecesIsACommand();
    void emptyAndBottleneckSayWhy();
    void aNewPaletteRepaintsInItsColours();
    void theCopiedPictureIsThePlot();
    void hundredsOfWordsAreDrawn();

  private:
    /// Moves the pointer there, also if the test before left it there.
    void pointAt(const QPoint &place) {
        QTest::mouseMove(view_->plot(), QPoint(1, 1));
        QTest::mouseMove(view_->plot(), place);
    }
    QPoint centre(int row, int column) const {
        return view_->plot()->cellRect({row, column}).center().toPoint();
    }
    QColor colourAt(int row, int column, QPointF offset) {
        const QImage image = view_->picture().toImage();
        const QRectF cell = view_->plot()->cellRect({row, column});
        return image.pixelColor((cell.topLeft() + offset).toPoint());
    }
    QString caption() const {
        return view_->findChild<QLabel *>(QStringLiteral("heatmapCaption"))->text();
    }

    std::unique_ptr<Viewpoint> viewpoint_;
    std::unique_ptr<HeatmapView> view_;
    std::shared_ptr<const model::Trace> trace_;
};

void HeatmapViewTest::init() {
    QApplication::setPalette(Theme::light().palette());
    trace_ = support::syntheticTrace(6, 5, 3);
    viewpoint_ = std::make_unique<Viewpoint>();
    viewpoint_->setTrace(trace_);
    view_ = std::make_unique<HeatmapView>(viewpoint_.get());
    view_->resize(500, 360);
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
}

void HeatmapViewTest::cleanup() {
    view_.reset();
    viewpoint_.reset();
}

void HeatmapViewTest::hoveringACellTellsItsWeightAndMarksWordAndStep() {
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().step, 1);
    QCOMPARE(viewpoint_->hovered().source, 2);
    const QString weight = QString::number(trace_->steps[1]->weights(2), 'f', 4);
    const HeatmapData &data = view_->plot()->data();
    QCOMPARE(
        caption(),
        QStringLiteral("α(%1, %2) = %3").arg(data.rows[1].label, data.columns[2].label, weight));
    QCOMPARE(view_->accessibleDescription(), caption());
}

void HeatmapViewTest::leavingForgetsWhatWasHovered() {
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().step, 1);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(view_->plot(), &leave);
    QVERIFY(viewpoint_->hovered().empty());
}

void HeatmapViewTest::clickingARowLeadsToTheEndOfItsStep() {
    QTest::mouseClick(view_->plot(), Qt::LeftButton, {}, centre(2, 0));
    QCOMPARE(viewpoint_->moment(), endOfStep(2, viewpoint_->extent()));
    QCOMPARE(view_->plot()->marks().currentRow, 2);
    // The row's label does the same.
    const QRectF cell = view_->plot()->cellRect({4, 0});
    QTest::mouseClick(view_->plot(), Qt::LeftButton, {},
                      QPoint(static_cast<int>(cell.left()) - 15, centre(4, 0).y()));
    QCOMPARE(viewpoint_->moment(), endOfStep(4, viewpoint_->extent()));
}

void HeatmapViewTest::clickingAColumnLabelSelectsTheWord() {
    const HeatmapLayout &layout = view_->plot()->layoutOfParts();
    const QPoint label = columnLabelAnchor(layout, 3).toPoint();
    QTest::mouseClick(view_->plot(), Qt::LeftButton, {}, label);
    QCOMPARE(viewpoint_->selected().source, 3);
    QTest::mouseClick(view_->plot(), Qt::LeftButton, {}, label);
    QCOMPARE(viewpoint_->selected().source, -1);
}

void HeatmapViewTest::arrowsMoveTheCursorAndEnterJumps() {
    view_->clearFocus();  // the window's only view has it already
    view_->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(view_->hasFocus());
    QVERIFY(view_->plot()->marks().cursor.has_value());
    const HeatmapCell start = *view_->plot()->marks().cursor;
    QTest::keyClick(view_.get(), Qt::Key_Up);
    QTest::keyClick(view_.get(), Qt::Key_Up);
    QTest::keyClick(view_.get(), Qt::Key_Right);
    const HeatmapCell expected{start.row - 2, start.column + 1};
    QCOMPARE(*view_->plot()->marks().cursor, expected);
    QVERIFY(caption().startsWith(QStringLiteral("α(")));
    QTest::keyClick(view_.get(), Qt::Key_Return);
    QCOMPARE(viewpoint_->moment(), endOfStep(expected.row, viewpoint_->extent()));
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(view_.get(), Qt::Key_Left);
    QCOMPARE(view_->plot()->marks().cursor->column, 0);
    view_->clearFocus();
    QVERIFY(!view_->plot()->marks().cursor.has_value());
}

void HeatmapViewTest::scrubbingBackLeavesLaterRowsPending() {
    QCOMPARE(view_->plot()->data().weights.rows(), 6);
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    QCOMPARE(view_->plot()->data().weights.rows(), 2);
    viewpoint_->setMoment({Stage::score, 2, 0.5});
    QCOMPARE(view_->plot()->data().weights.rows(), 2);
    viewpoint_->setMoment({Stage::softmax, 2, 0.5});
    QCOMPARE(view_->plot()->data().weights.rows(), 3);
    QCOMPARE(view_->plot()->marks().fading, 0.5);
    viewpoint_->setMoment({Stage::forward, 2, 0.5});
    QCOMPARE(view_->plot()->data().weights.rows(), 0);
    QCOMPARE(view_->plot()->data().rows.size(), std::size_t{6});
}

void HeatmapViewTest::aChangedWeightShowsInItsCell() {
    viewpoint_->setTrace(withWeight(*trace_, 1, 4, 0.0F));
    const QColor empty = colourAt(1, 4, {4, 4});
    viewpoint_->setTrace(withWeight(*trace_, 1, 4, 0.8125F));
    const QColor full = colourAt(1, 4, {4, 4});
    QCOMPARE(empty, Theme::light().weight(0));
    QCOMPARE(full, Theme::light().weight(0.8125));
    pointAt(centre(1, 4));
    QTRY_VERIFY(caption().endsWith(QStringLiteral("= 0.8125")));
}

void HeatmapViewTest::selectionElsewhereIsMarkedHere() {
    viewpoint_->setSelected({.source = 5});
    QCOMPARE(view_->plot()->marks().column, 5);
    viewpoint_->setHovered({.source = 1, .step = 3});
    QCOMPARE(view_->plot()->marks().column, 1);
    QCOMPARE(view_->plot()->marks().row, 3);
    viewpoint_->setHovered({});
    QCOMPARE(view_->plot()->marks().column, 5);
    QCOMPARE(view_->plot()->marks().row, -1);
}

void HeatmapViewTest::mergingPiecesIsACommand() {
    auto split = std::make_shared<model::Trace>(*trace_);
    split->source[2].startsWord = false;
    split->source[2].text.assign(1, 's');
    viewpoint_->setTrace(split);
    QCOMPARE(view_->plot()->data().columns.size(), std::size_t{6});
    QSignalSpy spy(view_.get(), &HeatmapView::wordsChanged);
    view_->findChild<QAction *>(QStringLiteral("heatmapWords"))->trigger();
    QCOMPARE(spy.count(), 1);
    QVERIFY(!view_->words());
    QCOMPARE(view_->plot()->data().columns.size(), std::size_t{7});
}

void HeatmapViewTest::emptyAndBottleneckSayWhy() {
    auto *message = view_->findChild<QLabel *>(QStringLiteral("heatmapMessage"));
    QVERIFY(!message->isVisible());
    viewpoint_->setTrace(support::tinyTrace("le chat", "tiny_bottleneck"));
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(QStringLiteral("no attention")));
    QVERIFY(!view_->plot()->isVisible());
    viewpoint_->setTrace(nullptr);
    QVERIFY(message->text().startsWith(QStringLiteral("Type a sentence")));
    viewpoint_->setTrace(trace_);
    QVERIFY(view_->plot()->isVisible());
}

void HeatmapViewTest::aNewPaletteRepaintsInItsColours() {
    QApplication::setPalette(Theme::darkTheme().palette());
    QTRY_COMPARE(view_->picture().toImage().pixelColor(1, 1), Theme::darkTheme().surface);
}

void HeatmapViewTest::theCopiedPictureIsThePlot() {
    view_->copyPicture();
    const QImage copied = QApplication::clipboard()->image();
    QCOMPARE(copied.size(), view_->plot()->size());
    const QRectF cell = view_->plot()->cellRect({0, 0});
    QCOMPARE(copied.pixelColor((cell.topLeft() + QPointF(4, 4)).toPoint()),
             Theme::light().weight(static_cast<double>(trace_->steps[0]->weights(0))));
}

void HeatmapViewTest::hundredsOfWordsAreDrawn() {
    model::Configuration small;
    small.embedding = small.encoder = small.decoder = small.attention = 4;
    viewpoint_->setTrace(support::syntheticTrace(400, 800, 1, small));
    QVERIFY(view_->plot()->cellRect({0, 0}).height() < 1);
    const QImage image = view_->picture().toImage();
    QCOMPARE(image.size(), view_->plot()->size());
    const QPoint place = centre(400, 200);
    pointAt(place);
    QTRY_COMPARE(viewpoint_->hovered().source, view_->plot()->cellAt(place)->column);
    QVERIFY(std::abs(viewpoint_->hovered().source - 200) <= 1);
}

QTEST_MAIN(HeatmapViewTest)
#include "heatmap_view_test.moc"
