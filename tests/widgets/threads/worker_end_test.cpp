// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <thread>

#include "tests/support/qt_test.h"
#include "tests/widgets/threads/hearing.h"
#include "widgets/threads/worker.h"

using namespace support;

/// The end of lanes and workers, at any time.
class WorkerEndTest : public QObject, private Hearing {
    Q_OBJECT

  private slots:
    void init() {
        heard_.clear();
        failures_.clear();
    }

    void nothingIsHeardOfALaneThatIsGone() {
        Worker worker;
        auto lane = std::make_unique<Lane>(worker, everything);
        Gate gate;
        lane->request(saying('a'));
        lane->finish();
        lane->request(passing(gate, 'b'), listener());
        QVERIFY(gate.waitUntilBegun());
        lane->request(saying('c'));
        lane.reset();  // stops what is under way, and waits for it
        Lane other(worker, {});
        other.request(saying('d'));
        QTRY_VERIFY_WITH_TIMEOUT(!other.busy(), patience);
        QCOMPARE(heard_, std::string("d"));
        QVERIFY(failures_.isEmpty());
    }

    void aLaneThatEndsWaitsForWhatIsUnderWay() {
        Worker worker;
        auto lane = std::make_unique<Lane>(worker, Lane::Rules{});
        std::promise<void> begun;
        std::promise<void> goOn;
        std::atomic<bool> ended = false;
        lane->request([&](Task &) -> Lane::Result {
            begun.set_value();
            goOn.get_future().wait();  // whether it is asked to stop or not
            ended = true;
            return {};
        });
        begun.get_future().wait();
        std::atomic<bool> ending = false;
        const std::jthread later([&] {
            ending.wait(false);
            goOn.set_value();
        });
        ending = true;
        ending.notify_one();
        lane.reset();
        QVERIFY(ended);
    }

    void aResultMayDestroyItsLane() {
        Worker worker;
        auto lane = std::make_unique<Lane>(worker, everything);
        bool destroyed = false;
        lane->request([&](Task &) -> Lane::Result {
            return [&] {
                lane.reset();
                destroyed = true;
            };
        });
        lane->request(saying('b'));
        QTRY_VERIFY_WITH_TIMEOUT(destroyed, patience);
        QCoreApplication::processEvents();
        QCOMPARE(heard_, std::string());
    }

    void whatMustNotBeLostCanBeFinished() {
        Worker worker;
        int written = 0;
        {
            Lane lane(worker, everything);
            for (int i = 0; i < 20; ++i)
                lane.request([&](Task &) -> Lane::Result {
                    ++written;
                    return {};
                });
            lane.finish();
        }
        QCOMPARE(written, 20);
    }

    void theWorkerEndsInTheMiddleOfWorkAndItsLanesAreQuiet() {
        std::optional<Worker> worker(std::in_place);
        Lane lane(*worker, everything);
        Lane patient(*worker, {.urgency = -1, .interruptible = true});
        Gate gate;
        patient.request(saying('p'));
        lane.request(passing(gate, 'a'));
        QVERIFY(gate.waitUntilBegun());
        lane.request(saying('b'));
        worker.reset();
        lane.cancel();
        lane.request(saying('c'));
        QVERIFY(!lane.busy());
        lane.finish();
        QCoreApplication::processEvents();
        QVERIFY2(heard_.find_first_not_of('p') == std::string::npos, heard_.c_str());
    }

    void whatWorkHoldsIsLetGoWithIt() {
        Worker worker;
        Lane lane(worker, everything);
        const auto held = std::make_shared<int>(1);
        lane.request([held](Task &) -> Lane::Result { return {}; });
        lane.finish();
        QCOMPARE(held.use_count(), 1L);
    }
};

REGISTER_GUILESS_QT_TEST(WorkerEndTest)
#include "threads/worker_end_test.moc"
