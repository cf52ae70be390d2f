// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/threads/mailbox.h"

#include <QTest>
#include <QThread>
#include <memory>
#include <thread>
#include <vector>

#include "tests/support/qt_test.h"

class MailboxTest : public QObject {
    Q_OBJECT

  private slots:
    void lettersOfOtherThreadsAreReadHereInTheirOrder() {
        widgets::Mailbox mailbox;
        std::vector<int> read;
        std::vector<QThread *> readers;
        {
            const std::jthread writer([&] {
                for (int i = 0; i < 100; ++i)
                    mailbox.post([&read, &readers, i] {
                        read.push_back(i);
                        readers.push_back(QThread::currentThread());
                    });
            });
        }
        QVERIFY(read.empty());
        QTRY_COMPARE(int(read.size()), 100);
        for (int i = 0; i < 100; ++i) {
            QCOMPARE(read[static_cast<std::size_t>(i)], i);
            QCOMPARE(readers[static_cast<std::size_t>(i)], thread());
        }
    }

    void aLetterMayPostAnother() {
        widgets::Mailbox mailbox;
        int read = 0;
        mailbox.post([&] {
            ++read;
            mailbox.post([&read] { ++read; });
        });
        QTRY_COMPARE(read, 2);
    }

    void whatNobodyReadsIsThrownAway() {
        const auto inside = std::make_shared<int>(1);
        {
            widgets::Mailbox mailbox;
            mailbox.post([inside] { qFatal("read after all"); });
            QCOMPARE(inside.use_count(), 2L);
        }
        QCOMPARE(inside.use_count(), 1L);
        QCoreApplication::processEvents();
    }
};

REGISTER_QT_TEST(MailboxTest)
#include "threads/mailbox_test.moc"
