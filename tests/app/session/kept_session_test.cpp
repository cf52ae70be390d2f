// SPDX-License-Identifier: GPL-3.0-or-later
// What is not saved, of several programs of one user that run at once or have ended.
#include "app/session/kept_session.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"

class KeptSessionTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<QTemporaryDir> folder_;

    std::unique_ptr<app::KeptSession> program() const {
        return std::make_unique<app::KeptSession>(folder_->path());
    }
    static void write(const QString &file, const QByteArray &text) {
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(text);
    }

  private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void programsThatRunAtOnceKeepInPlacesOfTheirOwn() {
        const auto first = program();
        write(first->file(), "first");
        const auto second = program();
        QVERIFY2(second->left().isEmpty(), "what another program works on is not offered");
        QVERIFY(!second->file().isEmpty() && second->file() != first->file());
        write(second->file(), "second");
        second->clear();
        QCOMPARE(support::bytesOf(first->file()), QByteArray("first"));
    }

    void whatSeveralLeftIsOfferedToOneProgramEach() {
        QStringList files;
        {
            const auto first = program();
            write(first->file(), "first");
            const auto second = program();
            write(second->file(), "second");
            files = {first->file(), second->file()};
        }
        const auto third = program();
        const auto fourth = program();
        QStringList left{third->left(), fourth->left()};
        left.sort();
        files.sort();
        QCOMPARE(left, files);
        QVERIFY(!files.contains(third->file()) && !files.contains(fourth->file()));
        third->adopt();
        QVERIFY(third->left().isEmpty() && files.contains(third->file()));
        fourth->discard();
        QCOMPARE(support::bytesOf(third->file()).isEmpty(), false);
        QVERIFY(program()->left().isEmpty());
    }

    void whatIsLeftStaysUntilItIsReopenedOrDiscarded() {
        { write(program()->file(), "left"); }
        const QString left = program()->left();
        QCOMPARE(support::bytesOf(left), QByteArray("left"));
        const auto next = program();
        QCOMPARE(next->left(), left);
        write(next->file(), "of its own");
        QCOMPARE(support::bytesOf(left), QByteArray("left"));
    }
};

REGISTER_GUILESS_QT_TEST(KeptSessionTest)
#include "session/kept_session_test.moc"
