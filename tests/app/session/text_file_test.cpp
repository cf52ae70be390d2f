// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/text_file.h"

#include <sys/stat.h>

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/qt_test.h"

using app::TextFile;
using Kind = app::TextFile::Kind;

/// Files that are dropped on the window.
class TextFileTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;

    TextFile read(const QByteArray &bytes) {
        QFile file(folder_.filePath("file"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        file.close();
        return app::readTextFile(file.fileName());
    }

  private slots:
    void textIsReadInUtf8AndUtf16() {
        const QString text = "Où est-il ?\n";
        QCOMPARE(read(text.toUtf8()).text, text);
        QCOMPARE(read("\xef\xbb\xbf" + text.toUtf8()).text, text);
        QCOMPARE(read(QByteArray("\xff\xfe") +
                      QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2))
                     .text,
                 text);
    }

    void whatIsNoSuchTextIsToldApart() {
        QVERIFY(read("O\xf9 est-il ?").kind == Kind::otherText);
        QVERIFY(read(QByteArray("PK\x03\x04\0\0", 6)).kind == Kind::binary);
        QVERIFY(read(QByteArray(2 << 20, 'a')).kind == Kind::tooLong);
        QVERIFY(read({}).kind == Kind::text);
        QVERIFY(app::readTextFile("/no/such/file").kind == Kind::unreadable);
        QVERIFY(app::readTextFile(folder_.path()).kind == Kind::unreadable);
    }

    void aPipeIsNotWaitedFor() {
        const QString pipe = folder_.filePath("pipe");
        QCOMPARE(mkfifo(pipe.toLocal8Bit().constData(), 0600), 0);
        QVERIFY(app::readTextFile(pipe).kind == Kind::unreadable);
    }
};

REGISTER_QT_TEST(TextFileTest)
#include "session/text_file_test.moc"
