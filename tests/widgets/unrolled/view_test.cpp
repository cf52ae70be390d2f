// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/view.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QScreen>
#include <QScrollBar>
#include <QTest>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "tests/widgets/unrolled/window.h"
#include "widgets/drawing/theme.h"
#include "widgets/viewpoint/vectors.h"

using widgets::Moment;
using widgets::Stage;

namespace {

TracePointer bottleneck(int source, int target) {
    model::Configuration configuration;
    configuration.architecture = model::Architecture::bottleneck;
    return support::syntheticTrace(source, target, 3, configuration);
}

}  // namespace

/// What the unrolled view shows.
class UnrolledViewTest : public QObject, private UnrolledWindow {
    Q_OBJECT

  private slots:
    void init() { open(); }
    void cleanup() { close(); }
    void withoutATranslationItSaysWhatToDo();
    void theSameMomentGivesTheSamePictureForwardsAndBackwards();
    void theSameMomentLooksTheSameInALongSentence();
    void whatAMomentLeavesAsItWasIsStillThere_data();
    void whatAMomentLeavesAsItWasIsStillThere();
    void aChangedWeightChangesThePicture();
    void theNumbersAboveTheColumnsAreTheWeights();
    void whatIsNotComputedYetIsNotShown();
    void everyStageAddsToThePicture();
    void theBottleneckShowsNoWeights();
    void theCurrentStepIsFollowed();
    void darkColoursFollowThePalette();
    void theClipboardGetsThePicture();
    void theDescriptionNamesTheHeaviestWords();
    void theLongestTranslationsAreDrawn();
    void aTranslationUnderWayHasRoomForWhatComes();
    void aTranslationLooksTheSameWhicheverThreadPaintedIt();
};

void UnrolledViewTest::withoutATranslationItSaysWhatToDo() {
    QCOMPARE(view_->accessibleName(), QStringLiteral("Unrolled view"));
    QVERIFY(view_->accessibleDescription().contains(QStringLiteral("Type above")));
    const QImage empty = image();
    QImage plain(empty.size(), empty.format());
    plain.fill(empty.pixel(5, 5));
    QVERIFY2(empty != plain, "the sentence is on the screen");
    QTest::mouseClick(view_->viewport(), Qt::LeftButton, {}, QPoint(450, 300));
    QVERIFY(viewpoint_->selected().empty());
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

void UnrolledViewTest::whatAMomentLeavesAsItWasIsStillThere_data() {
    QTest::addColumn<TracePointer>("trace");
    QTest::newRow("attention") << support::syntheticTrace(8, 9);
    QTest::newRow("long") << support::syntheticTrace(50, 45);
    QTest::newRow("bottleneck") << bottleneck(6, 6);
}

/// The window itself, which is painted only where the view asks for it, against a whole picture.
void UnrolledViewTest::whatAMomentLeavesAsItWasIsStillThere() {
    QFETCH(const TracePointer, trace);
    show(trace);
    const widgets::Extent extent = viewpoint_->extent();
    viewpoint_->setSelected({.source = 2, .strip = widgets::Vector::forwardState, .unit = 0});
    for (const double share : {1.0, 0.6, 0.62, 0.9, 0.3, 0.0, 0.7, 0.5, 0.55}) {
        go(widgets::momentAt(share * widgets::momentCount(extent), extent));
        const QImage whole = image();
        const QRect place(view_->viewport()->mapTo(view_.get(), QPoint()), whole.size());
        const auto onScreen = [&] {
            const QImage window = view_->screen()->grabWindow(view_->winId()).toImage();
            return window.copy(place).convertToFormat(whole.format());
        };
        QTRY_COMPARE(onScreen(), whole);
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

void UnrolledViewTest::aTranslationLooksTheSameWhicheverThreadPaintedIt() {
    show(support::syntheticTrace(6, 5));
    const QImage inAdvance = image();
    view_->resize(view_->size() - QSize(30, 20));
    QCoreApplication::processEvents();
    QVERIFY(image() != inAdvance);
    view_->resize(view_->size() + QSize(30, 20));
    QCoreApplication::processEvents();
    QCOMPARE(image(), inAdvance);
    show(nullptr);
    show(support::syntheticTrace(6, 5));
    show(support::syntheticTrace(5, 6));
    QVERIFY(image() != inAdvance);
}

REGISTER_QT_TEST(UnrolledViewTest)
#include "unrolled/view_test.moc"
