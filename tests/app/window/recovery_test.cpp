// SPDX-License-Identifier: GPL-3.0-or-later
// What was not saved when a program ended.
#include "app/window/recovery_bar.h"

#include <QToolButton>

#include "app/session/session_file.h"
#include "tests/app/window/session_window.h"
#include "tests/support/qt_test.h"

class RecoveryTest : public QObject, SessionWindow {
    Q_OBJECT

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-recovery-test"); }
    void init() { openWindow(); }
    void cleanup() { opened_.close(); }

    void whatWasNotSavedIsOfferedAndReopened() {
        const QString folder = opened_.path("kept");
        QDir(folder).removeRecursively();
        opened_.window()->document()->keepIn(folder);
        auto *bar = opened_.find<app::RecoveryBar>("recoveryBar");
        QVERIFY(!bar->isVisible());
        decide();
        const QByteArray before = numbers(trace());
        const QString kept = folder + "/unsaved-1.attention";
        // Until it is what there is now.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                try {
                    const auto read = app::SessionReader(kept).read(*opened_.session()->model());
                    return read.history.at == 2 && read.moment.index == 3;
                } catch (const app::SessionFileError &) {
                    return false;
                }
            }(),
            OpenedWindow::patience);
        opened_.open();  // in place of a window that is gone without being closed
        opened_.window()->document()->keepIn(folder);
        bar = opened_.find<app::RecoveryBar>("recoveryBar");
        QVERIFY(bar->isVisible());
        auto *reopen = opened_.find<QToolButton>("reopenUnsaved");
        opened_.edit()->setFocus();
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), reopen);
        QTest::keyClick(reopen, Qt::Key_Return);
        QTRY_VERIFY(!bar->isVisible());
        QVERIFY(done());
        QCOMPARE(numbers(trace()), before);
        QVERIFY2(opened_.window()->document()->file().isEmpty(), "it is not saved for that");
        QVERIFY(QFile::exists(kept));

        // Closed, it is offered again; saved and closed, nothing is left.
        QVERIFY(opened_.window()->close());
        opened_.open();
        opened_.window()->document()->keepIn(folder);
        QVERIFY(opened_.find<app::RecoveryBar>("recoveryBar")->isVisible());
        QTest::mouseClick(opened_.find<QToolButton>("reopenUnsaved"), Qt::LeftButton);
        QTRY_VERIFY(!opened_.find<app::RecoveryBar>("recoveryBar")->isVisible());
        saveByKey();
        QVERIFY(opened_.window()->close());
        QCOMPARE(QDir(folder).entryList({"*.attention"}, QDir::Files), QStringList());
    }

    void whatIsDiscardedIsGone() {
        const QString folder = opened_.path("kept");
        QDir(folder).removeRecursively();
        QVERIFY(QDir().mkpath(folder));
        app::writeSession(opened_.window()->document()->content(), folder + "/unsaved-7.attention");
        opened_.window()->document()->keepIn(folder);
        auto *bar = opened_.find<app::RecoveryBar>("recoveryBar");
        QVERIFY(bar->isVisible());
        QTest::mouseClick(opened_.find<QToolButton>("discardUnsaved"), Qt::LeftButton);
        QVERIFY(!bar->isVisible());
        QCOMPARE(QDir(folder).entryList({"*.attention"}, QDir::Files), QStringList());
    }
};

REGISTER_QT_TEST(RecoveryTest)
#include "window/recovery_test.moc"
