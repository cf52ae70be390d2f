// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/view.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include "tests/support/events.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/drawing/theme.h"

using widgets::Extent;
using widgets::Moment;
using widgets::Stage;
using widgets::TimelineView;

/// The timeline in a window, driven by mouse and keys.
class TimelineViewTest : public QObject {
    Q_OBJECT

  private:
    widgets::Viewpoint viewpoint_;
    std::unique_ptr<QWidget> window_;
    TimelineView *view_ = nullptr;
    QLineEdit *edit_ = nullptr;

    Extent extent() const { return viewpoint_.extent(); }
    widgets::TimelineTrack *track() { return view_->track(); }
    QPoint onTrack(double position) {
        return {qRound(track()->places().x(position)), track()->height() / 2};
    }
    QWidget *button(const char *name) { return view_->findChild<QToolButton *>(name); }

  private slots:
    void init() {
        window_ = std::make_unique<QWidget>();
        view_ = new TimelineView(&viewpoint_);
        edit_ = new QLineEdit;
        auto *column = new QVBoxLayout(window_.get());
        column->addWidget(edit_);
        column->addWidget(view_);
        window_->resize(1100, 160);
        viewpoint_.setTrace(support::syntheticTrace(7, 9));
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        track()->setFocus();
    }
    void cleanup() { window_.reset(); }

    void theBarsFollowAnotherReference() {
        const auto trace = support::syntheticTrace(7, 9);
        auto other = std::make_shared<model::Trace>(*trace);
        for (model::Choice &choice : other->choices)
            choice.candidate.logProbability -= 2;
        viewpoint_.setTrace(trace);
        viewpoint_.setMoment(widgets::endOfStep(8, extent()));
        const QRect words = track()->places().step(2).toAlignedRect();
        const auto picture = [&] { return track()->grab(words).toImage(); };
        const QImage plain = picture();
        viewpoint_.setReference(other, "other");
        const QImage compared = picture();
        QVERIFY2(compared != plain, "a bar tells that it was less probable");
        viewpoint_.setReference(std::make_shared<model::Trace>(*trace), "the same");
        QCOMPARE(picture(), plain);
        viewpoint_.setReference(nullptr, {});
    }

    void scrubbingToTheEndShowsTheLastWord() {
        viewpoint_.setMoment(Moment{});
        QTest::mousePress(track(), Qt::LeftButton, {}, onTrack(10));
        QCOMPARE(viewpoint_.moment().reading(), true);
        QTest::mouseMove(track(), onTrack(40));
        QCOMPARE(viewpoint_.step(), 3);
        QTest::mouseMove(track(), {track()->width() + 200, 5});
        QTest::mouseRelease(track(), Qt::LeftButton, {}, {track()->width() + 200, 5});
        QCOMPARE(viewpoint_.moment(), widgets::lastMoment(extent()));
        QCOMPARE(track()->caption(), QString("step 10 of 10 · word “end”"));
    }

    void theBottleneckHasNoTimeForScores() {
        model::Configuration configuration;
        configuration.architecture = model::Architecture::bottleneck;
        viewpoint_.setMoment({widgets::Stage::softmax, 2, 0.5});
        viewpoint_.setTrace(support::syntheticTrace(7, 9, 3, configuration), true);
        QCOMPARE(viewpoint_.moment(), widgets::lastMoment(extent()));  // that moment is gone
        viewpoint_.setMoment({widgets::Stage::softmax, 2, 0.5});
        QCOMPARE(viewpoint_.moment(), (Moment{widgets::Stage::context, 2, 0}));
        QCOMPARE(track()->caption(), QString("step 3 of 10 · context"));
        QCOMPARE(track()->maximum(), 3 * 8 + 3 * 10);
    }

    void aRightClickOffersWhatCanBeDone() {
        QSignalSpy exports(view_, &TimelineView::exportRequested);
        bool offered = false;
        QTimer::singleShot(0, view_, [&] {
            auto *menu = view_->findChild<QMenu *>("timelineMenu");
            QVERIFY(menu);
            offered = menu->actions().contains(view_->transportActions().first());
            menu->findChild<QAction *>("exportTimeline")->trigger();
            menu->close();
        });
        QContextMenuEvent click(QContextMenuEvent::Mouse, onTrack(10),
                                track()->mapToGlobal(onTrack(10)));
        QApplication::sendEvent(track(), &click);
        QVERIFY(offered);
        QCOMPARE(exports.size(), 1);
    }

    void aReleaseThatADialogGotLetsGoOfThePlayhead() {
        QTest::mousePress(track(), Qt::LeftButton, {}, onTrack(10));
        QTest::mouseMove(track(), onTrack(40));
        const Moment there = viewpoint_.moment();
        QMouseEvent move(QEvent::MouseMove, onTrack(20), track()->mapToGlobal(onTrack(20)),
                         Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(track(), &move);
        QCOMPARE(viewpoint_.moment(), there);
        QTest::mouseRelease(track(), Qt::LeftButton, {}, onTrack(20));
        QCOMPARE(viewpoint_.moment(), there);
    }

    void aTrackThatMovesBelowThePointerKeepsTheMoment() {
        QTest::mousePress(track(), Qt::LeftButton, {}, onTrack(10));
        const QPointF screen = track()->mapToGlobal(onTrack(40));
        support::dragOnScreen(*track(), screen);
        const Moment there = viewpoint_.moment();
        QCOMPARE(viewpoint_.step(), 3);
        track()->move(track()->pos() + QPoint(60, 20));
        support::dragOnScreen(*track(), screen);
        QCOMPARE(viewpoint_.moment(), there);
        QTest::mouseRelease(track(), Qt::LeftButton);
    }

    void whatIsHeldFollowsATranslationThatGrows() {
        QTest::mousePress(track(), Qt::LeftButton, {}, onTrack(10));
        viewpoint_.setTrace(support::syntheticTrace(2, 2));
        QTest::mouseMove(track(), {track()->width() + 200, 5});
        QCOMPARE(viewpoint_.moment(), widgets::lastMoment(extent()));
        QCOMPARE(track()->places().stepAt(track()->width() - 20), 2);
        QTest::mouseRelease(track(), Qt::LeftButton, {}, {track()->width() + 200, 5});
    }

    void scrubbingBackToTheBeginningUndoesEverything() {
        QTest::mousePress(track(), Qt::LeftButton, {}, onTrack(60));
        QTest::mouseMove(track(), onTrack(20));
        QTest::mouseMove(track(), {-50, 5});
        QCOMPARE(viewpoint_.moment(), Moment{});
        QTest::mouseRelease(track(), Qt::LeftButton, {}, {-50, 5});
        QCOMPARE(track()->caption(), QString("reading · embedding 1 of 8"));
    }

    void clickingLeadsToTheEndOfTheStage() {
        QTest::mouseClick(track(), Qt::LeftButton, {},
                          track()->places().stage(4, Stage::softmax).center().toPoint());
        QCOMPARE(viewpoint_.moment(), (Moment{Stage::softmax, 4, 1.0}));
        QCOMPARE(track()->caption(), QString("step 5 of 10 · softmax"));
    }

    void spacePlaysAndPauses() {
        viewpoint_.setMoment(Moment{});
        QTest::keyClick(track(), Qt::Key_Space);
        QVERIFY(view_->player()->playing());
        QTRY_VERIFY(widgets::position(viewpoint_.moment(), extent()) > 0.1);
        QTest::keyClick(track(), Qt::Key_Space);
        QVERIFY(!view_->player()->playing());
    }

    void arrowsGoByStagesAndWithControlByWords() {
        viewpoint_.setMoment(widgets::endOfStep(2, extent()));
        QTest::keyClick(track(), Qt::Key_Right);
        QCOMPARE(viewpoint_.moment(), (Moment{Stage::score, 3, 1.0}));
        QTest::keyClick(track(), Qt::Key_Left);
        QTest::keyClick(track(), Qt::Key_Left);
        QCOMPARE(viewpoint_.moment(), (Moment{Stage::state, 2, 1.0}));
        QTest::keyClick(track(), Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(track(), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(viewpoint_.moment(), widgets::endOfStep(3, extent()));
        QTest::keyClick(track(), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(viewpoint_.moment(), widgets::endOfStep(2, extent()));
    }

    void theBoxesOfManyWordsShowWordsWorthReading() {
        QVERIFY2(track()->spreadWords().empty(), "few words have room in their own boxes");
        viewpoint_.setTrace(support::syntheticTrace(60, 90));
        for (const Moment &moment :
             {Moment{}, widgets::endOfStep(40, extent()), widgets::lastMoment(extent())}) {
            viewpoint_.setMoment(moment);
            const auto words = track()->spreadWords();
            QVERIFY2(words.size() >= 4, qPrintable(QString::number(words.size())));
            for (const auto &[text, rect] : words) {
                QVERIFY2(text.size() >= 3, qPrintable(text));
                QVERIFY(track()->rect().contains(rect.toAlignedRect()));
            }
        }
        viewpoint_.setTrace(support::syntheticTrace(7, 9));
        QVERIFY(track()->spreadWords().empty());
    }

    void aBoxIsEmptyOnlyWhereWordsAreSpread() {
        auto trace = std::make_shared<model::Trace>(*support::syntheticTrace(7, 9));
        trace->translation.clear();
        for (std::size_t i = 0; i < trace->target.size() - 1; ++i) {
            const std::string word = i % 3 == 0 ? "where" : "I";
            trace->target[i].text = "\u2581" + word;
            trace->translation += (i == 0 ? "" : " ") + word;
        }
        viewpoint_.setTrace(trace);
        for (int width = 1100; width > 420; width -= 8) {
            window_->resize(width, 160);
            QCoreApplication::processEvents();
            const double box = track()->places().step(0).width() - 3;
            QFont narrow = track()->font();
            narrow.setPixelSize(QFontInfo(narrow).pixelSize() * 4 / 5);
            const bool fits = QFontMetricsF(narrow).horizontalAdvance("where") <= box;
            QVERIFY2(fits || !track()->spreadWords().empty(), qPrintable(QString::number(width)));
        }
    }

    void homeAndEndGoToTheEnds() {
        QTest::keyClick(track(), Qt::Key_Home);
        QCOMPARE(viewpoint_.moment(), Moment{});
        QTest::keyClick(track(), Qt::Key_End);
        QCOMPARE(viewpoint_.moment(), widgets::lastMoment(extent()));
    }

    void keysThatATextFieldWantsStayWithIt() {
        edit_->setFocus();
        edit_->setText("ab");
        QTest::keyClick(edit_, Qt::Key_Space);
        QCOMPARE(edit_->text(), QString("ab "));
        QVERIFY(!view_->player()->playing());
    }

    void buttonsDoWhatTheySay() {
        QTest::mouseClick(button("toStartButton"), Qt::LeftButton);
        QCOMPARE(viewpoint_.moment(), Moment{});
        QTest::mouseClick(button("stageOnButton"), Qt::LeftButton);
        QCOMPARE(viewpoint_.moment(), (Moment{Stage::embed, 0, 1.0}));
        QTest::mouseClick(button("stageBackButton"), Qt::LeftButton);
        QCOMPARE(viewpoint_.moment(), Moment{});
        QTest::mouseClick(button("toEndButton"), Qt::LeftButton);
        QCOMPARE(viewpoint_.moment(), widgets::lastMoment(extent()));
        QCOMPARE(button("playButton")->accessibleName(), QString("Play"));
        QTest::mouseClick(button("playButton"), Qt::LeftButton);
        QVERIFY(view_->player()->playing());
        QVERIFY(static_cast<QToolButton *>(button("playButton"))->isChecked());
    }

    void takingHoldOfThePlayheadPauses() {
        viewpoint_.setMoment(Moment{});
        view_->player()->play();
        QTest::mouseClick(track(), Qt::LeftButton, {}, onTrack(30));
        QVERIFY(!view_->player()->playing());
    }

    void theSpeedCanBeChosen() {
        auto *speed = view_->findChild<QComboBox *>("speed");
        QCOMPARE(view_->player()->speed(), 1.0);
        speed->setCurrentIndex(speed->count() - 1);
        QCOMPARE(view_->player()->speed(), 4.0);
        speed->setCurrentIndex(0);
        QCOMPARE(view_->player()->speed(), 0.25);
    }

    void theSpeedCanBeChosenByKeys() {
        QTest::keyClick(track(), Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(view_->player()->speed(), 2.0);
        for (int i = 0; i < 9; ++i)
            QTest::keyClick(track(), Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(view_->player()->speed(), 0.25);
        QCOMPARE(view_->findChild<QComboBox *>("speed")->currentIndex(), 0);
    }

    void theLetterLLoopsTheWordInViewAndStops() {
        viewpoint_.setMoment({Stage::context, 4, 0.5});
        QTest::keyClick(track(), Qt::Key_L);
        QVERIFY(view_->player()->playing());
        QVERIFY(view_->player()->looping());
        QVERIFY(static_cast<QToolButton *>(button("loopButton"))->isChecked());
        QTest::keyClick(track(), Qt::Key_L);
        QVERIFY(!view_->player()->playing());
        QVERIFY(!view_->player()->looping());
        // After a click on another word, which pauses, it is that one's turn.
        QTest::keyClick(track(), Qt::Key_L);
        QTest::mouseClick(track(), Qt::LeftButton, {},
                          onTrack(24 + 2 * widgets::wordStages(extent())));
        QVERIFY(!view_->player()->playing());
        const int other = viewpoint_.step();
        QTest::keyClick(track(), Qt::Key_L);
        QVERIFY(view_->player()->playing());
        QVERIFY(view_->player()->looping());
        QCOMPARE(viewpoint_.step(), other);
        view_->player()->setLooping(false);
        QVERIFY(!static_cast<QToolButton *>(button("loopButton"))->isChecked());
        view_->player()->pause();
        edit_->setFocus();
        edit_->clear();
        QTest::keyClick(edit_, Qt::Key_L);
        QCOMPARE(edit_->text(), QString("l"));
        QVERIFY(!view_->player()->looping());
    }

    void aHundredWordsStayUsable() {
        viewpoint_.setTrace(support::syntheticTrace(60, 100));
        viewpoint_.setMoment(widgets::endOfStep(50, extent()));
        const QRectF current = track()->places().step(50);
        QVERIFY(current.width() > track()->fontMetrics().height() * 4);
        for (int step = 0; step <= 100; ++step)
            QVERIFY(track()->places().step(step).width() > 2);
        QVERIFY(track()->places().step(100).right() <= track()->width());
        QTest::mouseClick(track(), Qt::LeftButton, {},
                          track()->places().step(80).center().toPoint());
        QCOMPARE(viewpoint_.step(), 80);
    }

    void pointingAtAWordMarksItsStep() {
        QTest::mouseMove(track(), track()->places().step(6).center().toPoint());
        QCOMPARE(viewpoint_.markedStep(), 6);
        QTest::mouseMove(view_, {2, 2});
        QTRY_COMPARE(viewpoint_.markedStep(), -1);
    }

    void theTrackShowsWhatHasBeenComputed() {
        viewpoint_.setMoment(Moment{});
        const QImage before = track()->grab().toImage();
        viewpoint_.setMoment(widgets::endOfStep(4, extent()));
        const QImage then = track()->grab().toImage();
        QVERIFY(before != then);
        viewpoint_.setMoment(widgets::lastMoment(extent()));
        viewpoint_.setMoment(widgets::endOfStep(4, extent()));
        QCOMPARE(track()->grab().toImage(), then);  // the same moment, the same picture
    }

    void thePlayheadLeavesOutWhatIsWritten() {
        int broken = 0;
        for (Moment moment{}; moment != widgets::lastMoment(extent());
             moment = widgets::nextStage(moment, extent())) {
            viewpoint_.setMoment(moment);
            const QList<QLineF> lines = track()->playhead();
            QCOMPARE(lines.first().x1(), track()->places().x(widgets::position(moment, extent())));
            for (const QLineF &line : lines) {
                QVERIFY(line.y1() < line.y2());
                QVERIFY(!track()->writtenRect().intersects(
                    QRectF(line.x1() - 1, line.y1(), 2, line.dy())));
            }
            broken += lines.size() == 2 ? 1 : 0;
        }
        QVERIFY2(broken > 10, "it never stood behind a word");
        QVERIFY2(broken < widgets::momentCount(extent()) - 10, "nor anywhere else");
        // Nothing is drawn in the emphasis' colour but the line, and the gap is as wide as it is.
        viewpoint_.setMoment({Stage::softmax, 3, 1});
        const QList<QLineF> lines = track()->playhead();
        QCOMPARE(lines.size(), 2);
        const QImage image = track()->grab().toImage();
        const QColor emphasis = widgets::Theme::of(track()->palette()).emphasis;
        const auto at = [&](double y) {
            return image.pixelColor(qRound(lines[0].x1()), qRound(y));
        };
        QCOMPARE(at(lines[0].y2() - 2), emphasis);
        QCOMPARE(at(lines[1].y1() + 2), emphasis);
        for (double y = lines[0].y2() + 1; y < lines[1].y1() - 1; ++y)
            QVERIFY(at(y) != emphasis);
    }

    void theValueCountsStagesForScreenReaders() {
        QCOMPARE(track()->maximum(), widgets::momentCount(extent()));
        QCOMPARE(track()->value(), track()->maximum());
        track()->setValue(24 + 5);
        QCOMPARE(viewpoint_.moment(), widgets::endOfStep(0, extent()));
        QCOMPARE(track()->accessibleName(), QString("Timeline"));
    }

    void withoutATranslationThereIsNothingToDo() {
        viewpoint_.setTrace(nullptr);
        QVERIFY(!track()->isEnabled());
        QVERIFY(!button("playButton")->isEnabled());
        QTest::keyClick(window_.get(), Qt::Key_Space);
        QVERIFY(!view_->player()->playing());
        QVERIFY(!track()->grab().isNull());
    }
};

REGISTER_QT_TEST(TimelineViewTest)
#include "timeline/view_test.moc"
