// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/player.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <cmath>
#include <set>

#include "tests/support/qt_test.h"
#include "tests/support/traces.h"

using widgets::Extent;
using widgets::Moment;
using widgets::TimelinePlayer;

/// Playing against a clock of the test's own.
class TimelinePlayerTest : public QObject {
    Q_OBJECT

  private:
    double now_ = 100;
    widgets::Viewpoint viewpoint_;
    TimelinePlayer player_{&viewpoint_, [this] { return now_; }};

    double at() const { return widgets::position(viewpoint_.moment(), viewpoint_.extent()); }
    void pass(double seconds) {
        now_ += seconds;
        player_.advance();
    }

  private slots:
    void init() {
        viewpoint_.setTrace(support::syntheticTrace(3, 4));
        player_.pause();
        player_.setSpeed(1);
        player_.setLooping(false);
        player_.setReducedMotion(false);
    }

    void timeAndPositionAreEachOthersInverse() {
        for (const Extent extent : {Extent{4, 5}, Extent{200, 3}, Extent{0, 2}, Extent{3, 0}}) {
            for (double place = 0; place <= widgets::momentCount(extent); place += 0.5)
                QVERIFY(qAbs(widgets::playedTo(widgets::playingTime(place, extent), extent) -
                             place) < 1e-9);
            QCOMPARE(widgets::playedTo(-1, extent), 0.0);
            QCOMPARE(widgets::playedTo(1e9, extent), double(widgets::momentCount(extent)));
        }
        QVERIFY(widgets::playingTime(600, Extent{200, 3}) < 7);  // reading does not take for ever
    }

    void playingFollowsTheClockAndNotTheFrames() {
        viewpoint_.setMoment(Moment{});
        player_.play();
        for (int i = 0; i < 100; ++i)
            pass(0.02);
        const double inManyFrames = at();
        viewpoint_.setMoment(Moment{});
        pass(2);
        QVERIFY(qAbs(at() - inManyFrames) < 1e-6);
        QVERIFY(inManyFrames > 0);
    }

    void speedIsAFactorOfTime() {
        viewpoint_.setMoment(Moment{});
        player_.play();
        pass(1);
        const double usual = at();
        viewpoint_.setMoment(Moment{});
        player_.setSpeed(4);
        pass(0.25);
        QVERIFY(qAbs(at() - usual) < 1e-6);
        player_.setSpeed(0.5);
        QVERIFY(qAbs(at() - usual) < 1e-6);  // changing the speed moves nothing
    }

    void stopsAtTheEnd() {
        const QSignalSpy changed(&player_, &TimelinePlayer::playingChanged);
        viewpoint_.setMoment(Moment{});
        player_.play();
        QVERIFY(player_.playing());
        pass(1000);
        QCOMPARE(viewpoint_.moment(), widgets::lastMoment(viewpoint_.extent()));
        QVERIFY(!player_.playing());
        QCOMPARE(changed.count(), 2);
    }

    void beginsAnewWhereItIsAtTheEnd() {
        QCOMPARE(viewpoint_.moment(), widgets::lastMoment(viewpoint_.extent()));
        player_.play();
        QCOMPARE(viewpoint_.moment(), Moment{});
        QVERIFY(player_.playing());
    }

    void goesOnFromWhereItIsScrubbedTo() {
        viewpoint_.setMoment(Moment{});
        player_.play();
        pass(1);
        viewpoint_.setMoment(widgets::endOfStep(1, viewpoint_.extent()));
        const double scrubbed = at();
        now_ += 0.1;
        player_.advance();
        QVERIFY(at() > scrubbed);
        QVERIFY(at() < scrubbed + 1);
    }

    void pausesWhereItIs() {
        viewpoint_.setMoment(Moment{});
        player_.play();
        pass(1);
        const double paused = at();
        player_.pause();
        pass(5);
        QCOMPARE(at(), paused);
    }

    void loopingPlaysTheStagesOfOneWordAgainAndAgain() {
        viewpoint_.setMoment(widgets::endOfStep(2, viewpoint_.extent()));
        player_.setLooping(true);
        player_.play();
        QCOMPARE(viewpoint_.moment(), (Moment{widgets::Stage::score, 2, 0}));
        std::set<widgets::Stage> seen;
        int rounds = 0;
        double before = 0;
        for (int i = 0; i < 1000; ++i) {
            pass(0.01);
            QCOMPARE(viewpoint_.step(), 2);
            seen.insert(viewpoint_.moment().stage);
            rounds += at() < before ? 1 : 0;
            before = at();
        }
        QCOMPARE(static_cast<int>(seen.size()), widgets::wordStages(viewpoint_.extent()));
        QCOMPARE(rounds, 3);  // in ten seconds, each round takes 2.8
        QVERIFY(player_.playing());
        player_.setLooping(false);
        pass(1000);
        QCOMPARE(viewpoint_.moment(), widgets::lastMoment(viewpoint_.extent()));
        QVERIFY(!player_.playing());
    }

    void loopingFollowsAJumpToAnotherWord() {
        viewpoint_.setMoment(Moment{});
        player_.setLooping(true);
        player_.play();
        pass(0.5);
        QCOMPARE(viewpoint_.step(), 0);  // while it reads: the first word
        viewpoint_.setMoment({widgets::Stage::context, 3, 0.5});
        pass(0.01);
        QCOMPARE(viewpoint_.moment().stage, widgets::Stage::context);
        pass(2.8);
        QCOMPARE(viewpoint_.moment().stage, widgets::Stage::context);
        QCOMPARE(viewpoint_.step(), 3);
    }

    void reducedMotionGoesFromStageToStage() {
        for (const bool loop : {false, true}) {
            player_.setReducedMotion(true);
            player_.setLooping(loop);
            viewpoint_.setMoment(loop ? Moment{widgets::Stage::score, 1, 0} : Moment{});
            const QSignalSpy moved(&viewpoint_, &widgets::Viewpoint::momentChanged);
            player_.play();
            double before = at();
            for (int i = 0; i < 250; ++i) {
                pass(0.01);
                QCOMPARE(at(), std::floor(at()));
                QVERIFY(at() <= before + 1);
                before = at();
            }
            QVERIFY(moved.count() >= 5);
            QVERIFY(moved.count() < 20);  // nothing is drawn in between
            player_.pause();
        }
    }

    void reducedMotionNeverGoesBackFromWhereItBegan() {
        player_.setReducedMotion(true);
        viewpoint_.setMoment({widgets::Stage::softmax, 1, 0.5});
        player_.play();
        pass(0.01);
        QCOMPARE(viewpoint_.moment(), (Moment{widgets::Stage::softmax, 1, 0.5}));
        pass(0.25);
        QCOMPARE(viewpoint_.moment(), (Moment{widgets::Stage::softmax, 1, 1}));
    }

    void reducedMotionLoopsOnFromWhereItBegan() {
        player_.setReducedMotion(true);
        viewpoint_.setMoment({widgets::Stage::softmax, 1, 0.5});
        player_.toggleLoop();
        pass(0.01);
        QCOMPARE(viewpoint_.moment(), (Moment{widgets::Stage::softmax, 1, 0.5}));
        pass(0.25);
        QCOMPARE(viewpoint_.moment(), (Moment{widgets::Stage::softmax, 1, 1}));
        pass(2.1);  // the rest of the round and the pause after it
        QCOMPARE(viewpoint_.moment(), (Moment{widgets::Stage::score, 1, 0}));
    }

    void reducedMotionWakesOnlyWhereAStageEnds() {
        widgets::Viewpoint viewpoint;
        viewpoint.setTrace(support::syntheticTrace(1, 1));
        viewpoint.setMoment(Moment{});
        QElapsedTimer time;
        time.start();
        int looks = 0;
        TimelinePlayer player(&viewpoint, [&] {
            ++looks;
            return static_cast<double>(time.nsecsElapsed()) * 1e-9;
        });
        player.setReducedMotion(true);
        player.setSpeed(2);
        for (const bool loop : {false, true}) {
            player.setLooping(loop);
            viewpoint.setMoment(loop ? Moment{widgets::Stage::score, 0, 0} : Moment{});
            looks = 0;
            const QSignalSpy moved(&viewpoint, &widgets::Viewpoint::momentChanged);
            player.play();
            const int stages = loop ? 6 : widgets::momentCount(viewpoint.extent());
            QTRY_COMPARE(static_cast<int>(moved.count()), stages);
            // When it begins, and at each stage where it is and how long it has to wait; a timer
            // may wake a moment early. In frames it would be 75 and 100.
            QVERIFY2(looks <= 2 + 3 * stages, qPrintable(QString::number(looks)));
            player.pause();
        }
    }

    void hasNothingToPlayWithoutATrace() {
        viewpoint_.setTrace(nullptr);
        player_.play();
        QVERIFY(!player_.playing());
        QCOMPARE(viewpoint_.moment(), Moment{});
    }

    void playsByItself() {
        widgets::Viewpoint viewpoint;
        viewpoint.setTrace(support::syntheticTrace(1, 1));
        TimelinePlayer player(&viewpoint);
        player.setSpeed(20);
        player.play();
        QTRY_VERIFY(!player.playing());
        QCOMPARE(viewpoint.moment(), widgets::lastMoment(viewpoint.extent()));
    }
};

REGISTER_GUILESS_QT_TEST(TimelinePlayerTest)
#include "timeline/player_test.moc"
