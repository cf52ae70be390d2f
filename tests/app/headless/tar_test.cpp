// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/tar.h"

#include <QTest>
#include <stdexcept>

#include "app/headless/batch.h"
#include "tests/support/qt_test.h"

/// An archive, and what processes say to each other.
class TarTest : public QObject {
    Q_OBJECT

  private slots:
    void anEntryIsWholeBlocks() {
        QCOMPARE(app::tarEntry("a", {}).size(), 512);
        QCOMPARE(app::tarEntry("a", QByteArray(512, 'x')).size(), 1024);
        QCOMPARE(app::tarEntry("a", QByteArray(513, 'x')).size(), 1536);
        QCOMPARE(app::tarEnd(), QByteArray(1024, '\0'));
    }

    void theChecksumIsThatOfTheHeader() {
        const QByteArray header = app::tarEntry("0001-heatmap.svg", "text").left(512);
        QByteArray blank = header;
        blank.replace(148, 8, QByteArray(8, ' '));
        int sum = 0;
        for (const char c : blank)
            sum += static_cast<unsigned char>(c);
        QCOMPARE(header.mid(148, 6).toInt(nullptr, 8), sum);
        QCOMPARE(header.mid(124, 11).toInt(nullptr, 8), 4);
        QCOMPARE(header.mid(257, 5), QByteArray("ustar"));
    }

    void aNameThatDoesNotFitIsRefused() {
        QVERIFY_EXCEPTION_THROWN(app::tarEntry(QString(101, 'a'), {}), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(app::tarEntry("\u2192", {}), std::invalid_argument);
        QVERIFY_EXCEPTION_THROWN(app::tarEntry("", {}), std::invalid_argument);
    }

    void anAnswerIsReadAsItWasWritten() {
        const QByteArray text = app::written(
            {.line = 12, .done = true, .text = "I\tdon't\nknow.", .files = {"a.svg", "a.csv"}});
        QVERIFY(text.endsWith('\n') && text.count('\n') == 1);
        const auto answer = app::readAnswer(text.chopped(1));
        QVERIFY(answer);
        QCOMPARE(answer->line, 12L);
        QVERIFY(answer->done);
        QCOMPARE(answer->text, QString("I don't know."));
        QCOMPARE(answer->files, (QStringList{"a.svg", "a.csv"}));
        const auto failed = app::readAnswer(
            app::written({.line = 1, .done = false, .text = "Why.", .files = {}}).chopped(1));
        QVERIFY(failed && !failed->done && failed->files.isEmpty());
        QVERIFY(!app::readAnswer("ready"));
        QVERIFY(!app::readAnswer("1\tperhaps\t\t"));
    }
};

REGISTER_GUILESS_QT_TEST(TarTest)
#include "headless/tar_test.moc"
