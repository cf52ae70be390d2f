// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/animation_job.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "tests/support/qt_test.h"
#include "tests/widgets/figure/animations.h"

using namespace support;
using widgets::AnimationJob;

namespace {

constexpr int patience = 30000;  // milliseconds

}  // namespace

/// An animation whose frames the thread of the GUI paints.
class AnimationJobTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;

    QString path(const QString &name) const { return folder_.filePath(name); }
    QStringList names(const QString &like) const {
        return QDir(folder_.path()).entryList({like}, QDir::AllEntries | QDir::NoDotAndDotDot);
    }

  private slots:
    void framesArePaintedHereAndWrittenElsewhere() {
        AnimationJob job;
        const QSignalSpy finished(&job, &AnimationJob::finished);
        const QSignalSpy progressed(&job, &AnimationJob::progressed);
        bool here = true;
        job.start(path("a.gif"), 20, [&](int i) {
            here = here && QThread::currentThread() == thread();
            return AnimationFrame{drawing(i), 40};
        });
        QVERIFY(job.running());
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QCOMPARE(finished.at(0).at(0).toString(), QString());
        QVERIFY(!job.running());
        QVERIFY(here);
        QCOMPARE(progressed.count(), 20);
        QCOMPARE(progressed.constLast().at(0).toDouble(), 1.0);
        const ReadAnimation animation = readGif(path("a.gif"));
        QCOMPARE(animation.frames.size(), std::size_t(20));
        for (int i = 0; i < 20; ++i)
            QCOMPARE(animation.frames[std::size_t(i)], asShown(drawing(i)));
    }

    void eventsAreHandledBetweenFrames() {
        AnimationJob job;
        const QSignalSpy finished(&job, &AnimationJob::finished);
        int handled = 0;
        int before = 0;
        bool each = true;
        job.start(path("events.gif"), 5, [&](int i) {
            each = each && (i == 0 || handled > before);
            before = handled;
            QMetaObject::invokeMethod(
                this, [&] { ++handled; }, Qt::QueuedConnection);
            return AnimationFrame{drawing(i), 40};
        });
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QVERIFY(each);
    }

    void cancellingLeavesNothingAndIsNotHeardOf() {
        AnimationJob job;
        const QSignalSpy finished(&job, &AnimationJob::finished);
        int painted = 0;
        job.start(path("cancelled.webp"), 1000, [&](int i) {
            painted = i + 1;
            return AnimationFrame{drawing(i % 9), 40};
        });
        QTRY_VERIFY_WITH_TIMEOUT(painted > 5, patience);
        job.cancel();
        const int then = painted;
        QCOMPARE(names("cancelled*"), QStringList());
        QVERIFY(!job.running());
        QCoreApplication::processEvents();
        QCOMPARE(painted, then);
        QCOMPARE(finished.count(), 0);
    }

    void paintingMayCancel() {
        AnimationJob job;
        const QSignalSpy finished(&job, &AnimationJob::finished);
        job.start(path("self.gif"), 10, [&](int i) {
            if (i == 3)
                job.cancel();
            return AnimationFrame{drawing(i), 40};
        });
        QTRY_VERIFY_WITH_TIMEOUT(!job.running(), patience);
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 0);
        QCOMPARE(names("self*"), QStringList());
    }

    void whatGoesWrongIsSaidOnce_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("badFrame");
        QTest::addRow("the folder is missing") << "none/a.gif" << -1;
        QTest::addRow("a frame cannot be painted") << "bad.gif" << 2;
    }
    void whatGoesWrongIsSaidOnce() {
        QFETCH(QString, name);
        QFETCH(int, badFrame);
        AnimationJob job;
        const QSignalSpy finished(&job, &AnimationJob::finished);
        job.start(path(name), 10, [&](int i) {
            if (i == badFrame)
                throw widgets::ExportError("It cannot be painted.");
            return AnimationFrame{drawing(i), 40};
        });
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QVERIFY(!finished.at(0).at(0).toString().isEmpty());
        QVERIFY(!job.running());
        QCoreApplication::processEvents();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(names("bad*"), QStringList());
    }

    void nothingToAnimateIsSaid() {
        AnimationJob job;
        const QSignalSpy finished(&job, &AnimationJob::finished);
        job.start(path("empty.gif"), 0, [](int) { return AnimationFrame{}; });
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QCOMPARE(finished.at(0).at(0).toString(), QString("There is nothing to animate."));
    }

    void oneJobWritesOneAfterTheOther() {
        AnimationJob job;
        const QSignalSpy finished(&job, &AnimationJob::finished);
        for (const char *name : {"one.gif", "two.webp"}) {
            job.start(path(name), 2, [](int i) { return AnimationFrame{drawing(i), 40}; });
            QTRY_VERIFY_WITH_TIMEOUT(!job.running(), patience);
        }
        QCOMPARE(finished.count(), 2);
        QCOMPARE(readGif(path("one.gif")).frames.size(), std::size_t(2));
        QCOMPARE(readWebp(path("two.webp")).frames.size(), std::size_t(2));
    }
};

REGISTER_QT_TEST(AnimationJobTest)
#include "figure/animation_job_test.moc"
