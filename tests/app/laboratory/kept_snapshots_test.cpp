// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/laboratory/kept_snapshots.h"

#include <QTest>

#include "app/laboratory/learning_worker.h"
#include "tests/support/qt_test.h"

using app::KeptSnapshots;

namespace {

KeptSnapshots::SnapshotPtr snapshotAfter(long update) {
    model::training::Snapshot snapshot;
    snapshot.progress.update = update;
    return std::make_shared<const model::training::Snapshot>(std::move(snapshot));
}

}  // namespace

/// What a run remembers of itself: snapshots, and how long it took.
class KeptSnapshotsTest : public QObject {
    Q_OBJECT

  private slots:
    void theWholeRunStaysInReachWhateverItsLength() {
        KeptSnapshots kept(10);
        constexpr long shown = 75;
        for (long update = 0; update <= 2500; update += 25)
            kept.add(0, snapshotAfter(update), shown);
        const std::vector<long> moments = kept.moments();
        QCOMPARE(moments.size(), std::size_t(10));
        QCOMPARE(moments.front(), 0);
        QCOMPARE(moments.back(), 2500);
        QVERIFY2(std::ranges::count(moments, shown) == 1, "what is in view stays");
        // Evenly: nowhere is more than a third of the run missing.
        for (std::size_t i = 1; i < moments.size(); ++i)
            QVERIFY(moments[i] - moments[i - 1] <= 2500 / 3);
    }

    void aModelThatHasNoneOfThatMomentIsAsItWasBefore() {
        KeptSnapshots kept;
        kept.add(0, snapshotAfter(0), 0);
        kept.add(1, snapshotAfter(0), 0);
        kept.add(0, snapshotAfter(25), 0);
        QCOMPARE(kept.at(0, 25)->progress.update, 25);
        QCOMPARE(kept.at(1, 25)->progress.update, 0);
        QCOMPARE(kept.at(0, 24)->progress.update, 0);
        QVERIFY(!kept.at(2, 25));
        QCOMPARE(kept.modelsOf(0).size(), std::size_t(2));
        QCOMPARE(kept.modelsOf(1).size(), std::size_t(1));
    }

    void theClockOfARunKnowsNeitherRestNorSleep() {
        using namespace std::chrono;
        steady_clock::time_point now;
        app::RunClock clock([&] { return now; });
        clock.go();
        now += seconds(3);
        QCOMPARE(clock.seconds(), 3.0);
        now += hours(1);  // paused
        clock.go();
        now += seconds(2);
        QCOMPARE(clock.seconds(), 5.0);
        now += hours(8);  // the lid was closed
        QCOMPARE(clock.seconds(), 5.0 + duration<double>(app::RunClock::longestLap).count());
        now -= hours(1);
        const double before = clock.seconds();
        now += seconds(1);
        QCOMPARE(clock.seconds(), before + 1);
    }
};

REGISTER_GUILESS_QT_TEST(KeptSnapshotsTest)
#include "laboratory/kept_snapshots_test.moc"
