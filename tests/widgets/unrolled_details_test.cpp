// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the unrolled view beyond pointing: unfolding, thresholds, the map, the table,
// and what moves when another trace arrives.
#include <QAction>
#include <QApplication>
#include <QContextMenuEvent>
#include <QImage>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QTimer>
#include <functional>

#include "tests/support/traces.h"
#include "widgets/theme.h"
#include "widgets/unit_grid.h"
#include "widgets/unrolled_brush.h"
#include "widgets/unrolled_lookup.h"
#include "widgets/unrolled_overview.h"
#include "widgets/unrolled_view.h"

using widgets::Moment;
using widgets::Selection;
using widgets::Stage;
using widgets::Strip;

namespace {

using TracePointer = std::shared_ptr<const model::Trace>;

/// The same trace with another piece, and so another word, at one step.
TracePointer otherWord(const TracePointer &trace, int step) {
    auto copy = std::make_shared<model::Trace>(*trace);
    model::Piece &piece = copy->target[static_cast<std::size_t>(step)];
    piece = copy->target[static_cast<std::size_t>(step == 0 ? 1 : step - 1)];
    piece.id += 1;
    return copy;
}

}  // namespace

class UnrolledDetailsTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<widgets::UnrolledView> view_;

    widgets::UnitGrid *grid() { return view_->findChild<widgets::UnitGrid *>(); }
    widgets::UnrolledOverview *overview() {
        return view_->findChild<widgets::UnrolledOverview *>();
    }
    QImage image() { return view_->viewport()->grab().toImage(); }
    QPoint at(const QPointF &content) { return view_->toViewport(content).toPoint(); }
    QRect place(const QRectF &content) {
        return QRectF(view_->toViewport(content.topLeft()), content.size()).toAlignedRect();
    }
    /// Opens the context menu at a point and lets `act` use it.
    void inMenu(const QPoint &point, const std::function<void(QMenu *)> &act) {
        bool seen = false;
        QTimer::singleShot(0, view_.get(), [&] {
            auto *menu = view_->findChild<QMenu *>("unrolledMenu");
            seen = menu != nullptr;
            if (menu) {
                act(menu);
                menu->close();
            }
        });
        QContextMenuEvent event(QContextMenuEvent::Mouse, point,
                                view_->viewport()->mapToGlobal(point));
        QApplication::sendEvent(view_->viewport(), &event);
        QVERIFY(seen);
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
        viewpoint_ = std::make_unique<widgets::Viewpoint>();
        view_ = std::make_unique<widgets::UnrolledView>(viewpoint_.get());
        view_->resize(900, 620);
        view_->show();
        QVERIFY(QTest::qWaitForWindowActive(view_.get()));
    }
    void cleanup() {
        view_.reset();
        viewpoint_.reset();
    }

    // --- Unfolding --------------------------------------------------------------------------

    void aDoubleClickUnfoldsAStripAndEscapeClosesIt() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        QVERIFY(grid()->isHidden());
        const QPoint point = at(view_->places().forward(3).cell(2).center());
        QTest::mouseDClick(view_->viewport(), Qt::LeftButton, {}, point);
        QTest::mouseRelease(view_->viewport(), Qt::LeftButton, {}, point);
        QVERIFY(grid()->isVisible());
        QVERIFY(grid()->hasFocus());
        QCOMPARE(grid()->strip(), Strip::forwardState);
        QCOMPARE(grid()->index(), 3);
        QCOMPARE(grid()->units(), 256);
        QTest::keyClick(grid(), Qt::Key_Escape);
        QVERIFY(grid()->isHidden());
        QVERIFY(view_->hasFocus());
    }

    void pointingAtAUnitMarksItAndTellsItsValue() {
        auto trace = std::make_shared<model::Trace>(*support::syntheticTrace(9, 9));
        auto encoder = std::make_shared<model::EncoderTrace>(*trace->encoder);
        encoder->backward.state(4, 17) = -0.98765F;
        trace->encoder = encoder;
        viewpoint_->setTrace(trace);
        view_->unfold(Strip::backwardState, 4);
        const QImage before = grid()->grab().toImage();
        QTest::mouseMove(grid(), grid()->cell(3).center().toPoint());
        QTRY_COMPARE(viewpoint_->hovered().unit, 3);
        QTest::mouseMove(grid(), grid()->cell(17).center().toPoint());
        QTRY_COMPARE(viewpoint_->hovered(),
                     (Selection{.source = 4, .strip = Strip::backwardState, .unit = 17}));
        QVERIFY2(grid()->line().contains("−0.98765"), qPrintable(grid()->line()));
        QVERIFY(grid()->line().contains("unit 18 of 256"));
        QVERIFY(grid()->grab().toImage() != before);
        const QColor cell = grid()->grab().toImage().pixelColor(
            grid()->cell(17).topLeft().toPoint() + QPoint(4, 4));
        QCOMPARE(cell, widgets::Theme::of(view_->palette()).diverging(-0.98765));
    }

    void everyStripCanBeUnfolded() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        const std::pair<Strip, int> expected[] = {
            {Strip::embedding, 256}, {Strip::forwardState, 256}, {Strip::backwardState, 256},
            {Strip::context, 512},   {Strip::decoderState, 512}, {Strip::targetEmbedding, 256},
        };
        for (const auto &[strip, units] : expected) {
            view_->unfold(strip, 2);
            QVERIFY(grid()->isVisible());
            QCOMPARE(grid()->strip(), strip);
            QCOMPARE(grid()->units(), units);
            for (int unit = 0; unit < units; ++unit) {
                QCOMPARE(grid()->unitAt(grid()->cell(unit).center()), unit);
                QVERIFY(QRectF(grid()->rect()).contains(grid()->cell(unit)));
            }
        }
        QCOMPARE(grid()->unitAt({1, 1}), -1);
    }

    void arrowsMoveTheUnitAndEnterPicksIt() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        view_->unfold(Strip::decoderState, 2);
        QTest::keyClick(grid(), Qt::Key_Right);
        QTest::keyClick(grid(), Qt::Key_Right);
        QCOMPARE(viewpoint_->hovered().unit, 1);
        QTest::keyClick(grid(), Qt::Key_Down);
        const int below = viewpoint_->hovered().unit;
        QCOMPARE(grid()->cell(below).left(), grid()->cell(1).left());
        QVERIFY(grid()->cell(below).top() > grid()->cell(1).top());
        QTest::keyClick(grid(), Qt::Key_End);
        QCOMPARE(viewpoint_->hovered().unit, 511);
        QTest::keyClick(grid(), Qt::Key_Return);
        QCOMPARE(viewpoint_->selected(),
                 (Selection{.step = 2, .strip = Strip::decoderState, .unit = 511}));
    }

    void whatIsNotComputedYetIsNotUnfolded() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        view_->unfold(Strip::decoderState, 5);
        const QImage computed = grid()->grab().toImage();
        viewpoint_->setMoment(widgets::endOfStep(2, viewpoint_->extent()));
        QVERIFY(grid()->grab().toImage() != computed);
        QCOMPARE(grid()->line(), QString("not yet computed"));
        viewpoint_->setTrace(support::syntheticTrace(2, 2));
        QVERIFY2(grid()->isHidden(), "there is no such step any more");
    }

    void theLetterUAndTheMenuUnfold() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        viewpoint_->setSelected({.source = 6, .strip = Strip::embedding, .unit = 3});
        view_->setFocus();
        QTest::keyClick(view_.get(), Qt::Key_U);
        QCOMPARE(grid()->strip(), Strip::embedding);
        QCOMPARE(grid()->index(), 6);
        QTest::keyClick(grid(), Qt::Key_Escape);
        QStringList titles;
        inMenu(at(view_->places().wordBox(4).center()), [&](QMenu *menu) {
            for (QAction *action : menu->findChild<QMenu *>("unitsMenu")->actions())
                titles.append(action->text());
            menu->findChild<QMenu *>("unitsMenu")->actions().first()->trigger();
        });
        QCOMPARE(titles.size(), 3);
        QCOMPARE(grid()->strip(), Strip::targetEmbedding);
        QCOMPARE(grid()->index(), 4);
    }

    // --- Links ------------------------------------------------------------------------------

    void linksBelowTheThresholdDisappear() {
        viewpoint_->setTrace(support::syntheticTrace(9, 9));
        const QSignalSpy changed(view_.get(), &widgets::UnrolledView::leastWeightChanged);
        // Menus come and go with the focus and the pointer; the links are what counts.
        const auto links = [this] {
            view_->clearFocus();
            viewpoint_->setHovered({});
            // Without the captions, which tell the threshold.
            const QRectF row = view_->places().row(widgets::UnrolledRow::links);
            return image().copy(place(row));
        };
        const QImage before = links();
        QCOMPARE(view_->leastWeight(), 0.01);
        inMenu({300, 200}, [](QMenu *menu) {
            menu->findChild<QMenu *>("linksMenu")->actions().at(4)->trigger();
        });
        QCOMPARE(view_->leastWeight(), 0.2);
        QCOMPARE(changed.count(), 1);
        const QImage fewer = links();
        QVERIFY(fewer != before);
        inMenu({300, 200}, [](QMenu *menu) {
            QVERIFY(menu->findChild<QMenu *>("linksMenu")->actions().at(4)->isChecked());
            menu->findChild<QSlider *>("leastWeight")->setValue(1);
        });
        QCOMPARE(view_->leastWeight(), 0.01);
        QCOMPARE(links(), before);
        view_->setLeastWeight(7);
        QCOMPARE(view_->leastWeight(), 1.0);
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

QTEST_MAIN(UnrolledDetailsTest)
#include "unrolled_details_test.moc"
