// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/learning/plot.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/widgets/learning/run.h"
#include "widgets/learning/figure.h"

using namespace widgets;

/// The course of a run as the user looks at it and goes along it.
class LearningPlotTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<LearningPlot> plot_;
    std::unique_ptr<QSignalSpy> chosen_;

    long lastChosen() const { return chosen_->isEmpty() ? -1 : chosen_->last()[0].toLongLong(); }
    /// Chooses what the plot asks for, as the laboratory does.
    void obey() {
        connect(plot_.get(), &LearningPlot::momentChosen, plot_.get(), &LearningPlot::setMoment);
    }
    /// Where a moment is, in the middle of the curves.
    QPoint placeOf(long update) {
        const long before = plot_->moment();
        plot_->setMoment(update);
        const QPoint place(qRound(plot_->cursorPlace()), plot_->height() / 4);
        plot_->setMoment(before);
        return place;
    }
    QImage drawn() {
        plot_->replot();
        return plot_->grab().toImage();
    }

  private slots:
    void init() {
        plot_ = std::make_unique<LearningPlot>();
        plot_->resize(700, 320);
        plot_->setData(support::halfARun());
        plot_->show();
        QVERIFY(QTest::qWaitForWindowExposed(plot_.get()));
        chosen_ = std::make_unique<QSignalSpy>(plot_.get(), &LearningPlot::momentChosen);
    }
    void cleanup() {
        chosen_.reset();
        plot_.reset();
    }

    void aClickChoosesTheMomentThatIsNearest() {
        QTest::mouseClick(plot_.get(), Qt::LeftButton, {}, placeOf(100) + QPoint(5, 0));
        QCOMPARE(lastChosen(), 100);
        QTest::mouseClick(plot_.get(), Qt::LeftButton, {}, QPoint(plot_->width() - 2, 100));
        QCOMPARE(lastChosen(), 250);
    }

    void draggingScrubs() {
        obey();
        QTest::mousePress(plot_.get(), Qt::LeftButton, {}, placeOf(0));
        QTest::mouseMove(plot_.get(), placeOf(125));
        QCOMPARE(plot_->moment(), 125);
        QTest::mouseMove(plot_.get(), placeOf(50));
        QCOMPARE(plot_->moment(), 50);
        QTest::mouseRelease(plot_.get(), Qt::LeftButton, {}, placeOf(50));
        QTest::mouseMove(plot_.get(), placeOf(200));
        QCOMPARE(plot_->moment(), 50);
    }

    void aPlotThatMovesBelowThePointerStaysAtItsMoment() {
        obey();
        const QPoint from = placeOf(125);
        const QPoint screen = plot_->mapToGlobal(from);
        QTest::mousePress(plot_.get(), Qt::LeftButton, {}, from);
        QCOMPARE(plot_->moment(), 125);
        plot_->move(plot_->pos() + QPoint(placeOf(50).x() - from.x(), 30));
        support::dragOnScreen(*plot_, screen);
        QCOMPARE(plot_->moment(), 125);
        QTest::mouseRelease(plot_.get(), Qt::LeftButton);
    }

    void aClickOnAPictureChoosesItsMoment() {
        for (const StripSlot &slot : plot_->strip()) {
            if (slot.picture < 0)
                continue;
            QTest::mouseClick(plot_.get(), Qt::LeftButton, {}, slot.rect.center().toPoint());
            QCOMPARE(lastChosen(),
                     plot_->data().pictures[static_cast<std::size_t>(slot.picture)].update);
        }
        QVERIFY(chosen_->size() > 2);
    }

    void keysAndWheelGoFromMomentToMoment() {
        obey();
        plot_->setFocus();
        for (const int key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Home, Qt::Key_End})
            QVERIFY2(support::claimsKey(*plot_, key), "time has it elsewhere");
        QTest::keyClick(plot_.get(), Qt::Key_End);
        QCOMPARE(plot_->moment(), 250);
        QTest::keyClick(plot_.get(), Qt::Key_Left);
        QCOMPARE(plot_->moment(), 225);
        QTest::keyClick(plot_.get(), Qt::Key_Home);
        QCOMPARE(plot_->moment(), 0);
        QTest::keyClick(plot_.get(), Qt::Key_Right);
        QCOMPARE(plot_->moment(), 25);
        QVERIFY(support::turnWheel(*plot_, QPointF(300, 80), -1));
        QCOMPARE(plot_->moment(), 50);
        QVERIFY(support::turnWheel(*plot_, QPointF(300, 80), 1));
        QCOMPARE(plot_->moment(), 25);
    }

    void theMomentIsMarkedAndTold() {
        plot_->setMoment(0);
        const QImage before = drawn();
        plot_->setMoment(125);
        QVERIFY(drawn() != before);
        QCOMPARE(plot_->accessibleDescription(), plot_->telling(125));
        const QString told = plot_->telling(125);
        for (const char *part :
             {"5000 pairs", "0:10", "50%", "entropy", "25%", "Without attention"})
            QVERIFY2(told.contains(QLatin1String(part)), qPrintable(told));
    }

    void whatIsToComeIsEmptyAndFillsAsItIsLearned() {
        LearningData run = support::halfARun();
        const auto filled = [this] {
            int count = 0;
            for (const StripSlot &slot : plot_->strip())
                count += slot.picture >= 0 ? 1 : 0;
            return count;
        };
        const int half = filled();
        run.allPairs /= 2;
        plot_->setData(run);
        QVERIFY(filled() > half);
        QVERIFY(plot_->strip().back().picture >= 0);
    }

    void eachAxisHasItsPlaces() {
        plot_->setMoment(250);
        const QImage byPairs = drawn();
        const double place = plot_->cursorPlace();
        LearningData run = plot_->data();
        run.allSeconds = 80;
        plot_->setData(run);
        plot_->setAxis(LearningAxis::time);
        QVERIFY(drawn() != byPairs);
        QVERIFY(plot_->cursorPlace() < place);
    }

    void withoutAttentionThereIsNoStrip() {
        LearningData run = support::halfARun();
        run.curves.erase(run.curves.begin());
        run.pictures.clear();
        run.sourceLetters = 0;
        plot_->setData(run);
        QVERIFY(plot_->strip().empty());
        QVERIFY(!plot_->telling(100).contains("With attention"));
        QVERIFY(!drawn().isNull());
    }

    void anEmptyRunAsksForNothing() {
        plot_->setData({});
        QTest::mouseClick(plot_.get(), Qt::LeftButton, {}, QPoint(200, 100));
        QTest::keyClick(plot_.get(), Qt::Key_End);
        QVERIFY(chosen_->isEmpty());
        QVERIFY(!plot_->telling(0).isEmpty());
    }

    void figuresOfEveryFormatAreWrittenAndVectorsStayVectors() {
        const QTemporaryDir folder;
        const LearningFigureOptions options{
            .moment = 125, .size = {700, 320}, .font = plot_->font()};
        const Figure figure = learningFigure(support::halfARun(), "Learning", options);
        for (const char *name : {"a.png", "a.svg", "a.pdf"})
            writeFigure(figure, folder.filePath(name), 2);
        QCOMPARE(QImage(folder.filePath("a.png")).size(), QSize(1400, 640));
        QFile svg(folder.filePath("a.svg"));
        QVERIFY(svg.open(QIODevice::ReadOnly));
        const QByteArray drawing = svg.readAll();
        QVERIFY(drawing.contains("pairs learned from"));
        QVERIFY(!drawing.contains("<image"));
        QVERIFY_EXCEPTION_THROWN(learningFigure({}, "Learning", options), ExportError);
    }
};

REGISTER_QT_TEST(LearningPlotTest)
#include "learning/plot_test.moc"
