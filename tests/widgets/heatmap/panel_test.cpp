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
#include "widgets/figure/file.h"
#include "widgets/text/numbers.h"
#include "widgets/text/table.h"

using namespace widgets;

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
    void theTableHasTheMatrixAndItsWords();
    void emptyAndBottleneckSayWhy();
    void aNewPaletteRepaintsInItsColours();
    void theCopiedPictureIsThePlot();
    void hundredsOfWordsAreDrawn();
    void onAPageItIsNoWiderThanThat();
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

void HeatmapViewTest::onAPageItIsNoWiderThanThat() {
    viewpoint_->setTrace(support::syntheticTrace(40, 45));
    const double page = 900;
    const Figure alone = view_->figure({});
    QVERIFY(alone.size.width() > page);
    const std::vector<Figure> onPage = view_->pageFigures("on a page", page);
    QCOMPARE(onPage.size(), std::size_t{1});
    QCOMPARE(onPage[0].size.width(), int(page));
    QVERIFY(onPage[0].size.height() < alone.size.height());
    QCOMPARE(onPage[0].title, QString("on a page"));
    QCOMPARE(view_->pageFigures({}, 4000)[0].size, alone.size);
    QCOMPARE(view_->pageFigures({}, 60)[0].size, alone.size);  // no room for a heatmap
}

REGISTER_QT_TEST(HeatmapViewTest)
#include "heatmap/panel_test.moc"
