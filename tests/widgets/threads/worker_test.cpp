// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/threads/worker.h"

#include <QTest>
#include <QThread>
#include <atomic>
#include <limits>
#include <new>
#include <stdexcept>
#include <thread>
#include <vector>

#include "model/error.h"
#include "tests/support/qt_test.h"
#include "tests/widgets/threads/hearing.h"

using namespace support;

/// What a worker does of what it is asked for, and what is heard of it.
class WorkerTest : public QObject, private Hearing {
    Q_OBJECT

  private slots:
    void init() {
        heard_.clear();
        failures_.clear();
    }

    void workIsDoneElsewhereAndItsResultComesHere() {
        Worker worker;
        Lane lane(worker, {});
        std::thread::id there;
        QThread *here = nullptr;
        lane.request([&](Task &) -> Lane::Result {
            there = std::this_thread::get_id();
            return [&] { here = QThread::currentThread(); };
        });
        QVERIFY(lane.busy());
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(here, thread());
        QVERIFY(there != std::this_thread::get_id());
    }

    void theNewestRequestReplacesTheOneThatWaitsAndStopsTheOneUnderWay() {
        Worker worker;
        Lane lane(worker, {});
        Gate gate;
        std::atomic<bool> begun = false;
        lane.request(passing(gate, 'a'), listener());
        QVERIFY(gate.waitUntilBegun());
        lane.request([&](Task &) -> Lane::Result {
            begun = true;
            return {};
        });
        lane.request(saying('c'));  // opens the gate, since it stops what waits there
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(heard_, std::string("c"));
        QVERIFY(!begun);
        QVERIFY(failures_.isEmpty());
    }

    void whatIsOnItsWayWhenANewerRequestIsMadeIsDropped() {
        Worker worker;
        Lane lane(worker, {});
        lane.request(
            [this](Task &task) -> Lane::Result {
                task.deliver([this] { heard_ += '1'; });
                throw std::runtime_error("too late");
            },
            listener());
        lane.finish();
        QVERIFY(heard_.empty());
        lane.request(saying('b'));
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(heard_, std::string("b"));
        QVERIFY(failures_.isEmpty());
    }

    void allOfAQueueAreDoneInTheirOrder() {
        Worker worker;
        Lane lane(worker, everything);
        Gate gate;
        lane.request(passing(gate, 'a'));
        QVERIFY(gate.waitUntilBegun());
        for (const char letter : {'b', 'c', 'd'})
            lane.request(saying(letter));
        gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(heard_, std::string("abcd"));
    }

    void whatIsMoreUrgentIsBegunFirst() {
        Worker worker;
        Lane less(worker, everything);
        Lane more(worker, {.keeps = Lane::Keeps::all, .urgency = 1});
        Gate gate;
        less.request(passing(gate, 'a'));
        QVERIFY(gate.waitUntilBegun());
        less.request(saying('b'));
        more.request(saying('c'));
        more.request(saying('d'));
        gate.open();  // what is under way is not stopped for it
        QTRY_VERIFY_WITH_TIMEOUT(!less.busy() && !more.busy(), patience);
        QCOMPARE(heard_, std::string("acdb"));
    }

    void equallyUrgentRequestsAreDoneInTheirOrder() {
        Worker worker;
        Lane one(worker, everything);
        Lane two(worker, everything);
        Gate gate;
        two.request(passing(gate, 'a'));
        QVERIFY(gate.waitUntilBegun());
        two.request(saying('b'));
        one.request(saying('c'));
        two.request(saying('d'));
        gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!one.busy() && !two.busy(), patience);
        QCOMPARE(heard_, std::string("abcd"));
    }

    void interruptedWorkIsBegunAnewAfterWhatIsMoreUrgent() {
        Worker worker;
        Lane patient(worker, {.interruptible = true});
        Lane equal(worker, everything);
        Lane urgent(worker, {.urgency = 1});
        Gate gate;
        patient.request(passing(gate, 'p'), listener());
        QVERIFY(gate.waitUntilBegun());
        equal.request(saying('e'));  // waits for it
        urgent.request(saying('u'));
        QVERIFY(gate.waitUntilBegun());
        QTRY_COMPARE_WITH_TIMEOUT(heard_, std::string("u"), patience);
        QVERIFY(patient.busy());
        gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!patient.busy() && !equal.busy(), patience);
        QCOMPARE(heard_, std::string("upe"));
        QVERIFY(failures_.isEmpty());
    }

    void workIsNotInterruptedForWhatIsNotMoreUrgent() {
        Worker worker;
        Lane patient(worker, {.interruptible = true});
        Lane equal(worker, everything);
        Gate gate;
        patient.request(passing(gate, 'p'));
        QVERIFY(gate.waitUntilBegun());
        equal.request(saying('e'));
        gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!patient.busy() && !equal.busy(), patience);
        QCOMPARE(heard_, std::string("pe"));
        QVERIFY2(!gate.wasBegun(), "a second time");
    }

    void interruptedWorkThatIsNotWantedAnyMoreIsNotBegunAnew() {
        Worker worker;
        Lane patient(worker, {.interruptible = true});
        Lane urgent(worker, {.urgency = 1});
        Gate gate;
        Gate urgentGate;
        patient.request(passing(gate, 'p'));
        QVERIFY(gate.waitUntilBegun());
        urgent.request(passing(urgentGate, 'u'));
        QVERIFY(urgentGate.waitUntilBegun());
        patient.cancel();
        urgentGate.open();
        urgent.finish();
        patient.request(saying('q'));
        QTRY_VERIFY_WITH_TIMEOUT(!patient.busy(), patience);
        QCOMPARE(heard_, std::string("uq"));
        QVERIFY2(!gate.wasBegun(), "begun a second time");
    }

    void whatIsCancelledStopsAndIsNotHeardOf() {
        Worker worker;
        Lane lane(worker, everything);
        Gate gate;
        lane.request(passing(gate, 'a'), listener());
        QVERIFY(gate.waitUntilBegun());
        lane.request(saying('b'));
        lane.cancel();
        QVERIFY(!lane.busy());
        lane.request(saying('c'));
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(heard_, std::string("c"));
        QVERIFY(failures_.isEmpty());
    }

    void whatIsOnItsWayWhenItIsCancelledIsDropped() {
        Worker worker;
        Lane lane(worker, everything);
        lane.request(saying('a'));
        lane.finish();
        lane.cancel();
        lane.request(saying('b'));
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(heard_, std::string("b"));
    }

    void cancellingALaneLeavesTheOthersAlone() {
        Worker worker;
        Lane one(worker, everything);
        Lane two(worker, everything);
        Gate gate;
        one.request(passing(gate, 'a'));
        QVERIFY(gate.waitUntilBegun());
        one.request(saying('b'));
        two.request(saying('c'));
        two.cancel();
        gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!one.busy(), patience);
        QCOMPARE(heard_, std::string("ab"));
    }

    void whatFailsIsSaidInASentence() {
        Worker worker;
        Lane lane(worker, everything);
        lane.request([](Task &) -> Lane::Result { throw std::runtime_error("Où ça ?"); },
                     listener());
        lane.request([](Task &) -> Lane::Result { throw std::bad_alloc(); }, listener());
        lane.request([](Task &) -> Lane::Result { throw model::Cancelled(); }, listener());
        lane.request([](Task &) -> Lane::Result { throw std::runtime_error("Nobody listens."); });
        lane.request(saying('a'), listener());  // and it goes on
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(failures_, QStringList({QString::fromUtf8("Où ça ?"),
                                         "There is not enough memory for this."}));
        QCOMPARE(heard_, std::string("a"));
    }

    void partsComeBeforeTheResult() {
        Worker worker;
        Lane lane(worker, {});
        lane.request([this](Task &task) -> Lane::Result {
            task.deliver([this] { heard_ += '1'; });
            task.deliver([this] { heard_ += '2'; });
            return [this] { heard_ += '3'; };
        });
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(heard_, std::string("123"));
    }

    void progressAscendsToOneWithoutQueuingUp() {
        Worker worker;
        Lane lane(worker, {});
        std::vector<double> progress;
        lane.request(
            [](Task &task) -> Lane::Result {
                task.progress(0.25);
                task.progress(0.125);
                task.progress(std::numeric_limits<double>::quiet_NaN());
                return {};
            },
            {.failed = {}, .progressed = [&](double done) { progress.push_back(done); }});
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(progress, std::vector<double>{0.25});
        progress.clear();
        Gate gate;
        lane.request(
            [&](Task &task) -> Lane::Result {
                task.progress(0.5);
                gate.pass(task);
                task.progress(0.25);  // not back
                for (int i = 1; i <= 1000; ++i)
                    task.progress(0.5 + i / 1000.0);
                return {};
            },
            {.failed = {}, .progressed = [&](double done) { progress.push_back(done); }});
        QTRY_COMPARE_WITH_TIMEOUT(progress, std::vector<double>{0.5}, patience);
        gate.open();
        lane.finish();
        QTRY_VERIFY_WITH_TIMEOUT(!lane.busy(), patience);
        QCOMPARE(progress, (std::vector<double>{0.5, 1}));  // the latest of a thousand
    }

    void progressDoesNotGoBackWhereWorkIsBegunAnew() {
        Worker worker;
        Lane patient(worker, {.interruptible = true});
        Lane urgent(worker, {.urgency = 1});
        Gate gate;
        std::vector<double> progress;
        int times = 0;
        patient.request(
            [&](Task &task) -> Lane::Result {
                task.progress(++times == 1 ? 0.5 : 0.25);
                gate.pass(task);
                task.progress(0.75);
                return {};
            },
            {.failed = {}, .progressed = [&](double done) { progress.push_back(done); }});
        QTRY_COMPARE_WITH_TIMEOUT(progress, std::vector<double>{0.5}, patience);
        urgent.request(saying('u'));
        gate.open();
        QTRY_VERIFY_WITH_TIMEOUT(!patient.busy(), patience);
        QCOMPARE(times, 2);
        QCOMPARE(progress, (std::vector<double>{0.5, 0.75}));
    }
};

REGISTER_GUILESS_QT_TEST(WorkerTest)
#include "threads/worker_test.moc"
