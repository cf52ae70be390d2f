// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled_view.h"

#include <QApplication>
#include <QClipboard>
#include <QHelpEvent>
#include <QImage>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QWheelEvent>
#include <cmath>

#include "tests/support/traces.h"
#include "widgets/theme.h"

using widgets::Moment;
using widgets::Selection;
using widgets::Stage;
using widgets::Strip;

namespace {

using TracePointer = std::shared_ptr<const model::Trace>;

/// A trace with one step changed.
template <class Change>
TracePointer changed(const TracePointer &trace, int step, Change change) {
    auto copy = std::make_shared<model::Trace>(*trace);
    auto &place = copy->steps[static_cast<std::size_t>(step)];
    auto numbers = std::make_shared<model::StepTrace>(*place);
    change(*numbers);
    place = numbers;
    return copy;
}

TracePointer bottleneck(int source, int target) {
    model::Configuration configuration;
    configuration.architecture = model::Architecture::bottleneck;
    return support::syntheticTrace(source, target, 3, configuration);
}

}  // namespace

class UnrolledViewTest : public QObject {
    Q_OBJECT

  private slots:
    void init();
    void cleanup();
    void withoutATranslationItSaysWhatToDo();
    void aClickOnAWordGoesToTheEndOfItsStep();
    void aClickOnADecoderStateGoesThereAndMarksTheUnit();
    void aClickOnAnOutlineGoesToWhatIsNotYetComputed();
    void aClickOnASourcePieceSelectsItAndASecondClearsIt();
    void pointingAtACellTellsItsUnitAndLeavingEndsIt();
    void pointingAtALinkMarksItsSource();
    void theToolTipHasTheExactNumber();
    void theSameMomentGivesTheSamePictureForwardsAndBackwards();
    void theSameMomentLooksTheSameInALongSentence();
    void aChangedWeightChangesThePicture();
    void theNumbersAboveTheColumnsAreTheWeights();
    void whatIsNotComputedYetIsNotShown();
    void everyStageAddsToThePicture();
    void theBottleneckShowsNoWeights();
    void theWheelZoomsAroundThePointerAndControlZeroFits();
    void draggingPansWithoutClicking();
    void theCurrentStepIsFollowed();
    void shiftAndArrowsSelectSourcePieces();
    void arrowsAndSpaceAreLeftToTheTimeline();
    void darkColoursFollowThePalette();
    void theClipboardGetsThePicture();
    void theDescriptionNamesTheHeaviestWords();
    void theLongestTranslationsAreDrawn();
    void aTranslationUnderWayHasRoomForWhatComes();

  private:
    void show(const TracePointer &trace) {
        viewpoint_->setTrace(trace);
        QCoreApplication::processEvents();
    }
    void go(const Moment &moment) {
        viewpoint_->setMoment(moment);
        QCoreApplication::processEvents();
    }
    QImage image() const { return view_->viewport()->grab().toImage(); }
    QPoint at(const QPointF &content) const { return view_->toViewport(content).toPoint(); }
    void click(const QPointF &content) {
        QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, at(content));
    }
    void wheel(const QPoint &point, int angle) {
        QWheelEvent event(point, view_->viewport()->mapToGlobal(point), {}, {0, angle},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(view_->viewport(), &event);
    }

    std::unique_ptr<widgets::Viewpoint> viewpoint_;
    std::unique_ptr<widgets::UnrolledView> view_;
};

void UnrolledViewTest::init() {
    viewpoint_ = std::make_unique<widgets::Viewpoint>();
    view_ = std::make_unique<widgets::UnrolledView>(viewpoint_.get());
    view_->resize(900, 620);
    view_->show();
    QVERIFY(QTest::qWaitForWindowExposed(view_.get()));
}

void UnrolledViewTest::cleanup() {
    view_.reset();
    viewpoint_.reset();
}

void UnrolledViewTest::withoutATranslationItSaysWhatToDo() {
    QCOMPARE(view_->accessibleName(), QStringLiteral("Unrolled view"));
    QVERIFY(view_->accessibleDescription().contains(QStringLiteral("French")));
    const QImage empty = image();
    QImage plain(empty.size(), empty.format());
    plain.fill(empty.pixel(5, 5));
    QVERIFY2(empty != plain, "the sentence is on the screen");
    QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, QPoint(450, 300));
    QVERIFY(viewpoint_->selected().empty());
}

void UnrolledViewTest::aClickOnAWordGoesToTheEndOfItsStep() {
    show(support::syntheticTrace(9, 9));
    click(view_->places().wordBox(3).center());
    QCOMPARE(viewpoint_->moment(), widgets::endOfStep(3, viewpoint_->extent()));
    QVERIFY2(viewpoint_->selected().empty(), "a word is a place in time, not a mark");
}

void UnrolledViewTest::aClickOnADecoderStateGoesThereAndMarksTheUnit() {
    show(support::syntheticTrace(9, 9));
    const widgets::StripPlace state = view_->places().state(2);
    click(state.cell(4).center());
    QCOMPARE(viewpoint_->moment(), widgets::endOfStep(2, viewpoint_->extent()));
    QCOMPARE(viewpoint_->selected(),
             (Selection{.step = 2, .strip = Strip::decoderState, .unit = state.units.unit(4)}));
}

void UnrolledViewTest::aClickOnAnOutlineGoesToWhatIsNotYetComputed() {
    show(support::syntheticTrace(9, 9));
    go(widgets::endOfReading(viewpoint_->extent()));
    click(view_->places().wordBox(8).center());
    QCOMPARE(viewpoint_->moment(), widgets::endOfStep(8, viewpoint_->extent()));
}

void UnrolledViewTest::aClickOnASourcePieceSelectsItAndASecondClearsIt() {
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

void UnrolledViewTest::pointingAtACellTellsItsUnitAndLeavingEndsIt() {
    show(support::syntheticTrace(9, 9));
    const widgets::StripPlace place = view_->places().backward(5);
    const QImage before = image();
    QTest::mouseMove(view_->viewport(), at(place.cell(3).center()));
    QTRY_COMPARE(
        viewpoint_->hovered(),
        (Selection{.source = 5, .strip = Strip::backwardState, .unit = place.units.unit(3)}));
    const QRect around(at(place.cell(3).topLeft()) - QPoint(3, 3), QSize(12, 12));
    QVERIFY2(image().copy(around) != before.copy(around), "the cell itself is marked");
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(view_->viewport(), &leave);
    QVERIFY(viewpoint_->hovered().empty());
    QCOMPARE(image(), before);
}

void UnrolledViewTest::pointingAtALinkMarksItsSource() {
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

void UnrolledViewTest::theToolTipHasTheExactNumber() {
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

void UnrolledViewTest::theSameMomentGivesTheSamePictureForwardsAndBackwards() {
    show(support::syntheticTrace(5, 4));
    const widgets::Extent extent = viewpoint_->extent();
    const int count = widgets::momentCount(extent);
    std::vector<QImage> forwards;
    for (double p = 0; p <= count; p += 0.75) {
        go(widgets::momentAt(p, extent));
        forwards.push_back(image());
    }
    for (std::size_t i = forwards.size(); i-- > 0;) {
        go(widgets::momentAt(0.75 * static_cast<double>(i), extent));
        QVERIFY2(image() == forwards[i], qPrintable(QString::number(0.75 * double(i))));
    }
}

void UnrolledViewTest::theSameMomentLooksTheSameInALongSentence() {
    show(support::syntheticTrace(59, 64));
    QVERIFY(view_->horizontalScrollBar()->maximum() > 0);
    const widgets::Extent extent = viewpoint_->extent();
    std::vector<QImage> forwards;
    for (int step = 0; step < extent.steps; step += 9) {
        go({Stage::softmax, step, 1});
        forwards.push_back(image());
        QVERIFY(step == 0 || forwards.back() != forwards[forwards.size() - 2]);
    }
    for (std::size_t i = forwards.size(); i-- > 0;) {
        go({Stage::softmax, 9 * static_cast<int>(i), 1});
        QCOMPARE(image(), forwards[i]);
    }
}

void UnrolledViewTest::aChangedWeightChangesThePicture() {
    const TracePointer trace = support::syntheticTrace(9, 9);
    show(trace);
    go(widgets::endOfStep(4, viewpoint_->extent()));
    const QImage before = image();
    const Moment moment = viewpoint_->moment();
    viewpoint_->setTrace(
        changed(trace, 4, [](auto &step) { std::swap(step.weights[0], step.weights[4]); }), true);
    QCOMPARE(viewpoint_->moment(), moment);
    QVERIFY(image() != before);
    viewpoint_->setTrace(trace, true);
    QCOMPARE(image(), before);
}

void UnrolledViewTest::theNumbersAboveTheColumnsAreTheWeights() {
    // The heaviest stays the heaviest, so that only the numbers can tell the two apart.
    const auto weighted = [](float first, float second) {
        return changed(support::syntheticTrace(9, 9), 4, [=](auto &step) {
            step.weights.setZero();
            step.weights[5] = 0.6F;
            step.weights[0] = first;
            step.weights[1] = second;
        });
    };
    show(weighted(0.3F, 0.1F));
    go({Stage::softmax, 4, 1});
    const auto row = [this](int source) {
        const QRectF place = view_->places().number(source);
        return image().copy(QRect(at(place.topLeft()), place.size().toSize()));
    };
    const QImage first = row(0);
    const QImage second = row(1);
    QVERIFY(first != second);
    viewpoint_->setTrace(weighted(0.1F, 0.3F), true);
    QVERIFY(row(0) != first);
    QVERIFY(row(1) != second);
}

void UnrolledViewTest::whatIsNotComputedYetIsNotShown() {
    const TracePointer trace = support::syntheticTrace(9, 9);
    const TracePointer other = changed(trace, 5, [](auto &step) {
        step.weights.reverseInPlace();
        step.context *= -1;
        step.cell.state *= -1;
    });
    show(trace);
    go({Stage::score, 5, 1});
    const QImage before = image();
    go({Stage::state, 5, 1});
    const QImage after = image();
    viewpoint_->setTrace(other, true);
    QVERIFY2(image() != after, "the change is one that can be seen");
    go({Stage::score, 5, 1});
    QCOMPARE(image(), before);
}

void UnrolledViewTest::everyStageAddsToThePicture() {
    show(support::syntheticTrace(6, 6));
    QImage previous;
    const int count = widgets::momentCount(viewpoint_->extent());
    for (int i = 0; i <= count; ++i) {
        go(widgets::momentAt(i, viewpoint_->extent()));
        const QImage now = image();
        QVERIFY2(now != previous, qPrintable(QString::number(i)));
        previous = now;
    }
}

void UnrolledViewTest::theBottleneckShowsNoWeights() {
    show(bottleneck(9, 9));
    go({Stage::score, 4, 0.5});
    const QImage before = image();
    go({Stage::softmax, 4, 1});
    QCOMPARE(image(), before);
    go({Stage::context, 4, 1});
    for (const auto &link : view_->places().crossing(4)) {
        const QPoint half = at(link.path(0.5).currentPosition());
        QCOMPARE(image().pixelColor(half),
                 widgets::Theme::of(view_->palette()).role(widgets::Role::source));
    }
    QVERIFY(view_->accessibleDescription().contains(QStringLiteral("same vector")));
}

void UnrolledViewTest::theWheelZoomsAroundThePointerAndControlZeroFits() {
    show(support::syntheticTrace(59, 59));
    const double readable = view_->zoom();
    const QPoint point = at({view_->horizontalScrollBar()->value() + 300.0, 200});
    const QPointF before = view_->toContent(point);
    const double share = before.x() / view_->places().content().width();
    wheel(point, 240);
    QVERIFY(view_->zoom() > readable);
    QVERIFY(std::abs(view_->toContent(point).x() / view_->places().content().width() - share) <
            0.002);
    view_->setFocus();
    QTest::keyClick(view_.get(), Qt::Key_0, Qt::ControlModifier);
    QTRY_COMPARE(view_->horizontalScrollBar()->maximum(), 0);
    QVERIFY(view_->zoom() < 1);
    const double least = view_->zoom();
    wheel(point, -1200);
    QCOMPARE(view_->zoom(), least);
    wheel(point, 12000);
    QVERIFY(view_->zoom() <= 8);
}

void UnrolledViewTest::draggingPansWithoutClicking() {
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

void UnrolledViewTest::theCurrentStepIsFollowed() {
    const TracePointer trace = support::syntheticTrace(59, 70);
    show(trace);
    const QRectF columns(view_->places().captionWidth(), 0,
                         view_->viewport()->width() - view_->places().captionWidth(),
                         view_->viewport()->height());
    for (int step = 0; step < trace->targetLength(); ++step) {
        go(widgets::endOfStep(step, viewpoint_->extent()));
        QVERIFY2(columns.contains(view_->toViewport(view_->places().wordBox(step).center())),
                 qPrintable(QString::number(step)));
        Eigen::Index most = 0;
        trace->steps[static_cast<std::size_t>(step)]->weights.maxCoeff(&most);
        const auto source = view_->places().sourceBox(static_cast<int>(most)).center();
        QVERIFY2(columns.contains(view_->toViewport(source)), qPrintable(QString::number(step)));
    }
}

void UnrolledViewTest::shiftAndArrowsSelectSourcePieces() {
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

void UnrolledViewTest::arrowsAndSpaceAreLeftToTheTimeline() {
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

void UnrolledViewTest::darkColoursFollowThePalette() {
    view_->setPalette(widgets::Theme::light().palette());
    show(support::syntheticTrace(9, 9));
    QCOMPARE(image().pixelColor(300, 5), widgets::Theme::light().surface);
    view_->setPalette(widgets::Theme::darkTheme().palette());
    QCOMPARE(image().pixelColor(300, 5), widgets::Theme::darkTheme().surface);
}

void UnrolledViewTest::theClipboardGetsThePicture() {
    show(support::syntheticTrace(9, 9));
    view_->clearFocus();
    QApplication::clipboard()->clear();
    view_->copyPicture();
    QCOMPARE(QApplication::clipboard()->image().convertToFormat(QImage::Format_RGB32),
             image().convertToFormat(QImage::Format_RGB32));
}

void UnrolledViewTest::theDescriptionNamesTheHeaviestWords() {
    auto trace = changed(support::syntheticTrace(9, 9), 4, [](auto &step) {
        step.weights.setZero();
        step.weights[3] = 0.75F;
        step.weights[9] = 0.25F;
    });
    show(trace);
    go(widgets::endOfStep(4, viewpoint_->extent()));
    const QString text = view_->accessibleDescription();
    QVERIFY2(text.contains(QStringLiteral("Step 5 of 10")), qPrintable(text));
    const qsizetype first = text.indexOf(QStringLiteral("75 %"));
    const qsizetype second = text.indexOf(QStringLiteral("25 %"));
    QVERIFY2(first > 0 && second > first, qPrintable(text));
}

void UnrolledViewTest::theLongestTranslationsAreDrawn() {
    show(support::syntheticTrace(511, 1043));
    for (const bool fitted : {false, true}) {
        if (fitted)
            view_->fit();
        for (const int step : {0, 500, 1043}) {
            go(widgets::endOfStep(step, viewpoint_->extent()));
            QVERIFY(!image().isNull());
            const QPointF word = view_->toViewport(view_->places().wordBox(step).center());
            QVERIFY(view_->viewport()->rect().contains(word.toPoint()));
        }
    }
    for (const QSize size : {QSize(1, 1), QSize(40, 700), QSize(700, 40), QSize(900, 620)}) {
        view_->resize(size);
        QVERIFY(!view_->grab().isNull());
    }
}

void UnrolledViewTest::aTranslationUnderWayHasRoomForWhatComes() {
    auto trace = std::make_shared<model::Trace>(*support::syntheticTrace(9, 9));
    trace->ending = model::Ending::running;
    trace->steps.resize(3);
    trace->target.resize(3);
    show(trace);
    const double third = view_->places().stepX(2);
    QCOMPARE(view_->places().input().steps, 10);
    show(support::syntheticTrace(9, 9));
    QCOMPARE(view_->places().stepX(2), third);
}

QTEST_MAIN(UnrolledViewTest)
#include "unrolled_view_test.moc"
