// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the unrolled view beyond pointing: the map, the table, and what
// moves when another trace arrives.
#include <qcustomplot.h>

#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QImage>
#include <QScrollBar>
#include <QTest>
#include <QTimer>
#include <functional>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "tests/widgets/unrolled/window.h"
#include "widgets/drawing/label.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/file.h"
#include "widgets/text/numbers.h"
#include "widgets/unrolled/lookup.h"
#include "widgets/unrolled/overview.h"
#include "widgets/unrolled/paint_brush.h"
#include "widgets/unrolled/text.h"
#include "widgets/unrolled/view.h"

using widgets::Moment;
using widgets::Stage;

namespace {

/// The same trace with another piece, and so another word, at one step.
TracePointer otherWord(const TracePointer &trace, int step) {
    auto copy = std::make_shared<model::Trace>(*trace);
    model::Piece &piece = copy->target[static_cast<std::size_t>(step)];
    piece = copy->target[static_cast<std::size_t>(step == 0 ? 1 : step - 1)];
    piece.id += 1;
    return copy;
}

}  // namespace

class UnrolledDetailsTest : public QObject, protected UnrolledWindow {
    Q_OBJECT

  private:
    widgets::UnrolledOverview *overview() {
        return view_->findChild<widgets::UnrolledOverview *>();
    }
    QRect place(const QRectF &content) {
        return QRectF(view_->toViewport(content.topLeft()), content.size()).toAlignedRect();
    }

  private slots:
    void aLabelIsWrittenSmallBeforeItIsCut() {
        const QFont font(QStringLiteral("DejaVu Sans"), 20);
        const QFont small(QStringLiteral("DejaVu Sans"), 12);
        const QString text = QStringLiteral("sleeping");
        const double wide = QFontMetricsF(font).horizontalAdvance(text);
        const double narrow = QFontMetricsF(small).horizontalAdvance(text);
        QCOMPARE(widgets::fitted(text, wide, font, small).font, font);
        QCOMPARE(widgets::fitted(text, wide, font, small).text, text);
        QCOMPARE(widgets::fitted(text, wide - 1, font, small).font, small);
        QCOMPARE(widgets::fitted(text, narrow, font, small).text, text);
        QVERIFY(widgets::fitted(text, narrow - 1, font, small).text.endsWith(u'…'));
    }

    void init() {
        open();
        QVERIFY(QTest::qWaitForWindowActive(view_.get()));
    }
    void cleanup() { close(); }

    void whatIsOnTheWayToTheContextIsNamed() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        using widgets::UnrolledText;
        widgets::UnrolledData content;
        content.trace = viewpoint_->trace();
        QCOMPARE(UnrolledText::contextLabel(content, 4, Stage::score), QString("e₅ⱼ = a(s₄, hⱼ)"));
        QCOMPARE(UnrolledText::contextLabel(content, 4, Stage::softmax),
                 QString("α₅ = softmax(e₅)"));
        QCOMPARE(UnrolledText::contextLabel(content, 4), QString("c₅ = Σ α₅ⱼ hⱼ"));
        content.trace = support::tinyTrace("Où dort le chat noir ?", "tiny_query");
        QCOMPARE(UnrolledText::contextLabel(content, 4, Stage::score),
                 QString("e₅ⱼ = a(s₄, y₄, hⱼ)"));
    }

    void aNumberThatRoundsToNothingHasNoSign() {
        QCOMPARE(widgets::signedNumber(-0.0049, 2), QString("0.00"));
        QCOMPARE(widgets::signedNumber(-0.0051, 2), QString("−0.01"));
        QCOMPARE(widgets::signedNumber(0.0051, 2), QString("+0.01"));
    }

    // --- The legend -------------------------------------------------------------------------

    /// Whether a picture that begins where the view does has the colours of the values −1, 0 and 1
    /// at both ends and in the middle of the legend's bar.
    bool hasLegend(const QImage &picture, const widgets::Theme &theme) {
        const widgets::StripPlace bar = view_->places().legendBar();
        const int last = bar.units.cells - 1;
        const auto at = [&](int cell) {
            return picture.pixelColor(bar.cell(cell).center().toPoint());
        };
        return at(0) == theme.diverging(-1) && at(last / 2) == theme.diverging(0) &&
               at(last) == theme.diverging(1);
    }

    void theLegendTellsWhatTheColoursMean() {
        viewpoint_->setTrace(support::syntheticTrace(6, 6));
        for (const auto *theme : {&widgets::Theme::light(), &widgets::Theme::darkTheme()}) {
            view_->setPalette(theme->palette());
            QVERIFY(hasLegend(image(), *theme));
        }
        widgets::UnrolledData content;
        content.decoderLimit = 0.7;
        content.encoderLimit = 1;
        content.embeddingLimit = 0.4321;
        using widgets::UnrolledText;
        QCOMPARE(UnrolledText::range(content, 0), QString("decoder ±0.7"));
        QCOMPARE(UnrolledText::range(content, 1), QString("encoder, c ±1"));
        QCOMPARE(UnrolledText::range(content, 2), QString("embeddings ±0.43"));
    }

    void theLegendIsPartOfTheFigure() {
        viewpoint_->setTrace(support::syntheticTrace(6, 6));
        const widgets::Figure figure = view_->figure("whole");
        QImage picture(figure.size, QImage::Format_RGB32);
        QCPPainter painter(&picture);
        figure.paint(painter);
        painter.end();
        QVERIFY(hasLegend(picture, widgets::Theme::light()));
    }

    void theLegendHasRoomForItsText() {
        viewpoint_->setTrace(support::syntheticTrace(6, 6));
        const QFontMetricsF small(widgets::smallFont(view_->font()));
        const widgets::UnrolledData content = widgets::unrolledData(viewpoint_->trace());
        for (int line = 0; line < widgets::unrolledLegendLines; ++line) {
            const QString text = widgets::UnrolledText::range(content, line);
            QVERIFY(small.horizontalAdvance(text) <= view_->places().legendLine(line).width());
            QVERIFY(view_->places().legend().contains(view_->places().legendLine(line)));
        }
    }

    // --- The map ----------------------------------------------------------------------------

    void theMapIsThereOnlyWhereThePictureDoesNotFit() {
        viewpoint_->setTrace(support::syntheticTrace(5, 5));
        QVERIFY(overview()->isHidden());
        viewpoint_->setTrace(support::syntheticTrace(59, 59));
        QVERIFY(overview()->isVisible());
        QVERIFY(view_->rect().contains(overview()->geometry()));
        QVERIFY(!view_->viewport()->geometry().intersects(overview()->geometry()));
        view_->fit();
        QVERIFY(overview()->isHidden());
    }

    void theMapTakesNoRowAway() {
        viewpoint_->setTrace(support::syntheticTrace(59, 59));
        const auto *vertical = view_->verticalScrollBar();
        bool without = false;
        for (int height = 620; height > 220; height -= 4) {
            view_->resize(900, height);
            QCoreApplication::processEvents();
            if (overview()->isHidden())
                without = without || vertical->maximum() == 0;
            else if (vertical->maximum() > 0)
                QVERIFY2(without, qPrintable(QString::number(height)));
        }
        QVERIFY2(without, "where every row just fits, it has the room of the map");
    }

    void draggingTheFrameOfTheMapPans() {
        viewpoint_->setTrace(support::syntheticTrace(59, 59));
        viewpoint_->setMoment(widgets::endOfStep(10, viewpoint_->extent()));
        const int before = view_->horizontalScrollBar()->value();
        const QPointF middle = view_->toContent(QRectF(view_->viewport()->rect()).center());
        const QPoint from = overview()->toMap(middle).toPoint();
        QTest::mousePress(overview(), Qt::LeftButton, {}, from);
        QCOMPARE(view_->horizontalScrollBar()->value(), before);  // taken hold of, not moved
        QTest::mouseMove(overview(), from + QPoint(20, 0));
        QTest::mouseRelease(overview(), Qt::LeftButton, {}, from + QPoint(20, 0));
        const double scale = (overview()->width() - 6) / view_->places().content().width();
        const double moved = view_->horizontalScrollBar()->value() - before;
        QVERIFY2(std::abs(moved - 20 / scale) < 2, qPrintable(QString::number(moved)));
        QTest::mouseClick(overview(), Qt::LeftButton, {}, {overview()->width() - 4, 10});
        QCOMPARE(view_->horizontalScrollBar()->value(), view_->horizontalScrollBar()->maximum());
    }

    void theMapThatMovesBelowThePointerPansNothing() {
        viewpoint_->setTrace(support::syntheticTrace(59, 59));
        viewpoint_->setMoment(widgets::endOfStep(10, viewpoint_->extent()));
        const QPointF middle = view_->toContent(QRectF(view_->viewport()->rect()).center());
        const QPoint from = overview()->toMap(middle).toPoint();
        const QPointF screen = overview()->mapToGlobal(from + QPoint(20, 0));
        QTest::mousePress(overview(), Qt::LeftButton, {}, from);
        support::dragOnScreen(*overview(), screen);
        const int panned = view_->horizontalScrollBar()->value();
        overview()->move(overview()->pos() + QPoint(15, 0));
        support::dragOnScreen(*overview(), screen);
        QCOMPARE(view_->horizontalScrollBar()->value(), panned);
        QTest::mouseRelease(overview(), Qt::LeftButton);
    }

    // --- The look-up ------------------------------------------------------------------------

    void aLookedUpRowFliesFromTheTableIntoItsPlace() {
        viewpoint_->setTrace(support::syntheticTrace(5, 5));
        const widgets::Extent extent = viewpoint_->extent();
        const QRect strip = place(view_->places().embedding(2).rect);
        QList<QImage> forwards;
        for (int i = 0; i <= 10; ++i) {
            viewpoint_->setMoment({Stage::embed, 2, i / 10.0});
            forwards.append(image());
        }
        for (int i = 3; i <= 10; ++i)
            QVERIFY2(forwards[i] != forwards[i - 1], qPrintable(QString::number(i)));
        for (int i = 10; i >= 0; --i) {
            viewpoint_->setMoment({Stage::embed, 2, i / 10.0});
            QCOMPARE(image(), forwards[i]);
        }
        QVERIFY(forwards[0].copy(strip) != forwards[10].copy(strip));
        viewpoint_->setMoment(widgets::endOfReading(extent));
        QCOMPARE(image().copy(strip), forwards[10].copy(strip));
    }

    void theFlightBeginsAtTheRowAndEndsAtTheStrip() {
        const QRectF row(10, 100, 80, 7);
        const QRectF strip(300, 400, 14, 60);
        const auto begin = widgets::flyingStrip(row, strip, 0);
        QCOMPARE(begin.center, row.center());
        QCOMPARE(begin.length, row.width());
        QCOMPARE(begin.angle, 0.0);
        const auto end = widgets::flyingStrip(row, strip, 1);
        QCOMPARE(end.center, strip.center());
        QCOMPARE(end.length, strip.height());
        QCOMPARE(end.thickness, strip.width());
        QCOMPARE(end.angle, 90.0);
    }

    // --- What moves -------------------------------------------------------------------------

    void onlyTheWordsThatAreNewFadeIn() {
        view_->setAnimated(true);
        const TracePointer first = support::syntheticTrace(9, 9);
        const TracePointer second = otherWord(first, 6);
        viewpoint_->setTrace(first);
        QVERIFY2(!view_->moving(), "at first, everything is there");
        const QImage before = image();
        viewpoint_->setTrace(second);
        QVERIFY(view_->moving());
        const QImage begun = image();
        const auto word = [&](int step) { return place(view_->places().wordBox(step)); };
        for (int step = 0; step < 6; ++step)
            QCOMPARE(begun.copy(word(step)), before.copy(word(step)));
        const QRect tokens = place(view_->places().sourceBox(9));
        QCOMPARE(begun.copy(tokens), before.copy(tokens));
        QVERIFY(begun.copy(word(6)) != before.copy(word(6)));
        QVERIFY(begun.copy(word(8)) != before.copy(word(8)));
        QTRY_VERIFY_WITH_TIMEOUT(!view_->moving(), 3000);
        view_->setAnimated(false);
        const QImage arrived = image();
        viewpoint_->setTrace(first);
        viewpoint_->setTrace(second);
        QVERIFY(!view_->moving());
        QCOMPARE(image(), arrived);
    }

    void aTranslationThatGrowsRepeatsNothing() {
        view_->setAnimated(true);
        const TracePointer whole = support::syntheticTrace(9, 9);
        viewpoint_->setTrace(whole);
        const auto begun = [&](const TracePointer &of, std::size_t steps) {
            auto trace = std::make_shared<model::Trace>(*of);
            trace->ending = model::Ending::running;
            trace->steps.resize(steps);
            trace->target.resize(steps);
            return trace;
        };
        viewpoint_->setTrace(begun(whole, 2));
        viewpoint_->setTrace(begun(whole, 5));
        QVERIFY2(!view_->moving(), "these words were there before");
        viewpoint_->setTrace(begun(otherWord(whole, 6), 8));
        QVERIFY(view_->moving());
    }

    void nothingMovesWhereNothingIsNewOrMotionIsReduced() {
        view_->setAnimated(true);
        const TracePointer first = support::syntheticTrace(9, 9);
        viewpoint_->setTrace(first);
        viewpoint_->setTrace(std::make_shared<model::Trace>(*first));
        QVERIFY(!view_->moving());
        view_->setAnimated(false);
        viewpoint_->setTrace(otherWord(first, 3));
        QVERIFY(!view_->moving());
    }
};

REGISTER_QT_TEST(UnrolledDetailsTest)
#include "unrolled/details_test.moc"
