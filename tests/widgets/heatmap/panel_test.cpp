// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/panel.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>
#include <cmath>
#include <memory>

#include "tests/support/qt_test.h"
#include "tests/widgets/heatmap/window.h"
#include "widgets/text/numbers.h"
#include "widgets/text/table.h"

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

/// With pieces 2 and 3 of the source one word, and 1 and 2 of the target, of whose four weights
/// only that of step 2, piece 3 is large.
std::shared_ptr<const model::Trace> withMergedWords(const model::Trace &trace) {
    auto changed = std::make_shared<model::Trace>(*withWeight(trace, 1, 2, 0.0F));
    changed = std::make_shared<model::Trace>(*withWeight(*changed, 1, 3, 0.01F));
    changed = std::make_shared<model::Trace>(*withWeight(*changed, 2, 2, 0.02F));
    changed = std::make_shared<model::Trace>(*withWeight(*changed, 2, 3, 0.78F));
    changed->source = support::withPiece(changed->source, 3, support::continueWord);
    changed->target[2].startsWord = false;
    changed->target[2].text.assign(1, 's');
    return changed;
}

}  // namespace

class HeatmapViewTest : public QObject, HeatmapWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void hoveringACellTellsItsWeightAndMarksWordAndStep();
    void aCaptionThatDoesNotFitIsCutAndInTheTooltip();
    void leavingForgetsWhatWasHovered();
    void clickingARowLeadsToTheEndOfItsStep();
    void clickingAColumnLabelSelectsTheWord();
    void arrowsMoveTheCursorAndEnterJumps();
    void scrubbingBackLeavesLaterRowsPending();
    void aChangedWeightShowsInItsCell();
    void selectionElsewhereIsMarkedHere();
    void mergingPiecesIsACommand();
    void aMergedCellSelectsItsStrongestPair();
    void theCursorSelectsTheStrongestPairToo();
    void theFirstWordsMayStandAtTheBottomAndOnTheRight();
    void aColourMapColoursCells();
    void marginsTellEntropyAndCoverage();
    void theMenuHasCopiesExportAndOptions();
    void theTableHasTheMatrixAndItsWords();
    void emptyAndBottleneckSayWhy();
    void aNewPaletteRepaintsInItsColours();
    void theCopiedPictureIsThePlot();
    void hundredsOfWordsAreDrawn();
    void ofCellsThatShareAPixelTheLargestIsSeen();
    void aLowViewLeavesItsHeightToTheCells();
};

void HeatmapViewTest::hoveringACellTellsItsWeightAndMarksWordAndStep() {
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().step, 1);
    QCOMPARE(viewpoint_->hovered().source, 2);
    const QString weight = exactText(double{trace_->steps[1]->weights(2)}, 4);
    const HeatmapData &data = view_->plot()->data();
    QCOMPARE(view_->caption(), QStringLiteral("α(“%1”, “%2”) = %3")
                                   .arg(data.rows[1].label, data.columns[2].label, weight));
    QCOMPARE(view_->accessibleDescription(),
             QStringLiteral("α of “%1” at step 2, “%2”: %3")
                 .arg(data.columns[2].label, data.rows[1].label, weight));
}

void HeatmapViewTest::aCaptionThatDoesNotFitIsCutAndInTheTooltip() {
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().step, 1);
    const QString whole = caption();
    QCOMPARE(whole, view_->caption());
    view_->resize(240, 360);
    QTRY_VERIFY(caption().endsWith(u'…'));
    QVERIFY(caption().size() > 3);
    QVERIFY(whole.startsWith(caption().chopped(1)));
    QVERIFY(view_->findChild<QLabel *>("heatmapCaption")->toolTip().contains(whole.right(6)));
    view_->resize(500, 360);
    QTRY_COMPARE(caption(), whole);
}

void HeatmapViewTest::aLowViewLeavesItsHeightToTheCells() {
    const auto *words = view_->findChild<QLabel *>("heatmapCaption");
    const auto *options = view_->findChild<QPushButton *>("heatmapOptions");
    QVERIFY(words->isVisible() && options->isVisible());
    const int line = view_->fontMetrics().height();
    view_->resize(500, 9 * line);
    QVERIFY(!words->isVisible() && !options->isVisible());
    QTRY_VERIFY(view_->plot()->height() >= view_->height() - 4);
    QTRY_VERIFY(view_->plot()->cellRect({0, 0}).height() * 6 > 4 * line);
    view_->resize(500, 15 * line);
    QVERIFY(words->isVisible() && options->isVisible());
    QTRY_VERIFY(view_->plot()->height() < view_->height() - line);
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
    split->source = support::withPiece(split->source, 2, support::continueWord);
    viewpoint_->setTrace(split);
    QCOMPARE(view_->plot()->data().columns.size(), std::size_t{6});
    QSignalSpy spy(view_.get(), &HeatmapPanel::optionsChanged);
    view_->findChild<QAction *>(QStringLiteral("heatmapWords"))->trigger();
    QCOMPARE(spy.count(), 1);
    QVERIFY(!view_->options().words);
    QCOMPARE(view_->plot()->data().columns.size(), std::size_t{7});
}

void HeatmapViewTest::aMergedCellSelectsItsStrongestPair() {
    viewpoint_->setTrace(withMergedWords(*trace_));
    QCOMPARE(view_->plot()->data().rows[1].end, 3);
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().source, 3);
    QCOMPARE(viewpoint_->hovered().step, 2);
    QCOMPARE(view_->plot()->marks().row, 1);
    QCOMPARE(view_->plot()->marks().column, 2);
    QVERIFY2(view_->caption().endsWith(QStringLiteral(", sum of 2 pieces, mean of 2 steps")),
             qPrintable(caption()));
    // A click computes the row's later piece, and with it the pair that matters.
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    pointAt(centre(1, 2));
    QTRY_COMPARE(viewpoint_->hovered().step, 1);
    QTest::mouseClick(view_->plot(), Qt::LeftButton, {}, centre(1, 2));
    QCOMPARE(viewpoint_->moment(), endOfStep(2, viewpoint_->extent()));
    QCOMPARE(viewpoint_->hovered().step, 2);
    QCOMPARE(viewpoint_->hovered().source, 3);
}

void HeatmapViewTest::theCursorSelectsTheStrongestPairToo() {
    viewpoint_->setTrace(withMergedWords(*trace_));
    view_->clearFocus();
    view_->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(view_->plot()->marks().cursor.has_value());
    QTest::keyClick(view_.get(), Qt::Key_Home);
    QTest::keyClick(view_.get(), Qt::Key_Down);
    QTest::keyClick(view_.get(), Qt::Key_Right);
    QTest::keyClick(view_.get(), Qt::Key_Right);
    QCOMPARE(*view_->plot()->marks().cursor, (HeatmapCell{1, 2}));
    QCOMPARE(viewpoint_->hovered().step, 2);
    QCOMPARE(viewpoint_->hovered().source, 3);
    // Enter computes what was pending.
    viewpoint_->setMoment(endOfReading(viewpoint_->extent()));
    QTest::keyClick(view_.get(), Qt::Key_Left);
    QTest::keyClick(view_.get(), Qt::Key_Right);
    QCOMPARE(viewpoint_->hovered().source, 2);
    QTest::keyClick(view_.get(), Qt::Key_Return);
    QCOMPARE(viewpoint_->hovered().source, 3);
}

void HeatmapViewTest::theFirstWordsMayStandAtTheBottomAndOnTheRight() {
    QVERIFY(view_->plot()->cellRect({0, 0}).top() < view_->plot()->cellRect({5, 0}).top());
    view_->findChild<QAction *>(QStringLiteral("heatmapTargetFromBottom"))->trigger();
    view_->findChild<QAction *>(QStringLiteral("heatmapSourceFromRight"))->trigger();
    const QRectF first = view_->plot()->cellRect({0, 0});
    QVERIFY(first.top() > view_->plot()->cellRect({5, 0}).top());
    QVERIFY(first.left() > view_->plot()->cellRect({0, 6}).left());
    QCOMPARE(*view_->plot()->cellAt(first.center()), (HeatmapCell{0, 0}));
    const HeatmapLayout &layout = view_->plot()->layoutOfParts();
    QCOMPARE(rowLabelRect(layout, 0, view_->plot()->labelMeasure()).center().y(),
             first.center().y());
    QCOMPARE(colourAt(0, 0, {4, 4}),
             Theme::light().weight(static_cast<double>(trace_->steps[0]->weights(0))));
    // The arrows go where they point.
    view_->clearFocus();
    view_->setFocus(Qt::TabFocusReason);
    QTest::keyClick(view_.get(), Qt::Key_Left);
    QTest::keyClick(view_.get(), Qt::Key_Down);
    QCOMPARE(*view_->plot()->marks().cursor, (HeatmapCell{4, 1}));
}

void HeatmapViewTest::aColourMapColoursCells() {
    const auto weight = static_cast<double>(trace_->steps[0]->weights(0));
    view_->findChild<QAction *>(QStringLiteral("heatmapColorsViridis"))->trigger();
    QCOMPARE(view_->options().colors, ColorMap::viridis);
    QCOMPARE(colourAt(0, 0, {4, 4}), colorOf(ColorMap::viridis, weight, Theme::light()));
    view_->findChild<QAction *>(QStringLiteral("heatmapColorsGreys"))->trigger();
    QCOMPARE(colourAt(0, 0, {4, 4}), colorOf(ColorMap::greys, weight, Theme::light()));
    QVERIFY(!view_->findChild<QAction *>(QStringLiteral("heatmapColorsViridis"))->isChecked());
}

void HeatmapViewTest::marginsTellEntropyAndCoverage() {
    auto changed = std::make_shared<model::Trace>(*trace_);
    auto one = std::make_shared<model::StepTrace>(*trace_->steps[2]);
    one->weights.setZero();
    one->weights.head(4).setConstant(0.25F);
    changed->steps[2] = one;
    viewpoint_->setTrace(changed);
    QVERIFY(view_->plot()->entropyBar(2).isNull());
    view_->findChild<QAction *>(QStringLiteral("heatmapEntropy"))->trigger();
    view_->findChild<QAction *>(QStringLiteral("heatmapCoverage"))->trigger();
    const QRectF bar = view_->plot()->entropyBar(2);
    const QRectF margin = view_->plot()->layoutOfParts().rowMargin;
    QVERIFY(std::abs(bar.width() - margin.width() * 2 / std::log2(7.0)) < 0.5);
    pointAt(QPoint(static_cast<int>(margin.center().x()), centre(2, 0).y()));
    QTRY_VERIFY2(caption().endsWith(QStringLiteral("2.000 bits")), qPrintable(caption()));
    QCOMPARE(viewpoint_->hovered().step, 2);
    double sum = 0;
    for (const auto &step : changed->steps)
        sum += static_cast<double>(step->weights(1));
    const QRectF below = view_->plot()->layoutOfParts().columnMargin;
    pointAt(QPoint(centre(0, 1).x(), static_cast<int>(below.center().y())));
    QTRY_VERIFY2(caption().endsWith(u' ' + QString::number(sum, 'f', 3)), qPrintable(caption()));
    QCOMPARE(viewpoint_->hovered().source, 1);
    QVERIFY(view_->plot()->coverageBar(1).height() > 1);
    // Coverage is of what has been computed.
    viewpoint_->setMoment(endOfReading(viewpoint_->extent()));
    QCOMPARE(view_->plot()->data().coverage[1], 0.0);
}

void HeatmapViewTest::theMenuHasCopiesExportAndOptions() {
    QStringList names;
    QTimer::singleShot(0, view_.get(), [&] {
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        for (const QAction *action : menu ? menu->actions() : QList<QAction *>())
            names.append(action->objectName());
        if (menu)
            menu->close();
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {50, 50}, view_->mapToGlobal(QPoint()));
    QApplication::sendEvent(view_.get(), &event);
    for (const char *name : {"heatmapWords", "heatmapColorsGreys", "heatmapCoverage",
                             "heatmapWhole", "copyPicture", "copyNumbers", "exportPicture"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

void HeatmapViewTest::theTableHasTheMatrixAndItsWords() {
    viewpoint_->setMoment(endOfStep(1, viewpoint_->extent()));
    view_->copyTable();
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], u'\t' + view_->plot()->data().columnLabels().join(u'\t'));
    const QStringList cells = lines[2].split(u'\t');
    QCOMPARE(cells.size(), 8);
    QCOMPARE(cells[0], view_->plot()->data().rows[1].label);
    QCOMPARE(cells[3].toFloat(), trace_->steps[1]->weights(2));
}

void HeatmapViewTest::emptyAndBottleneckSayWhy() {
    QVERIFY(view_->message().isEmpty());
    viewpoint_->setTrace(support::tinyTrace("le chat", "tiny_bottleneck"));
    QVERIFY(view_->message().contains(QStringLiteral("no attention")));
    QVERIFY(!view_->plot()->isVisible());
    QVERIFY(tsv(view_->tables()).isEmpty());
    viewpoint_->setTrace(nullptr);
    QVERIFY(view_->message().startsWith(QStringLiteral("Type something above")));
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

void HeatmapViewTest::ofCellsThatShareAPixelTheLargestIsSeen() {
    constexpr int steps = 12;
    constexpr int words = 430;
    auto trace = std::make_shared<model::Trace>(*support::syntheticTrace(words, steps));
    for (int i = 0; i < steps; ++i) {
        auto step = std::make_shared<model::StepTrace>(*trace->steps[std::size_t(i)]);
        step->weights.setZero();
        step->weights[i * 37] = 1;
        trace->steps[std::size_t(i)] = step;
    }
    viewpoint_->setTrace(trace);
    const double width = view_->plot()->cellRect({0, 0}).width();
    QVERIFY2(width < 1, qPrintable(QString::number(width)));
    const QImage image = view_->picture().toImage();
    for (int i = 0; i < steps; ++i) {
        const QRectF row =
            view_->plot()->cellRect({i, 0}).united(view_->plot()->cellRect({i, words}));
        int full = 0;
        for (int x = int(row.left()); x < int(row.right()); ++x)
            full += image.pixelColor(x, int(row.center().y())) == Theme::light().weight(1) ? 1 : 0;
        QVERIFY2(full >= 1 && full <= 4, qPrintable(QStringLiteral("%1: %2").arg(i).arg(full)));
    }
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

REGISTER_QT_TEST(HeatmapViewTest)
#include "heatmap/panel_test.moc"
