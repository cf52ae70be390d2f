// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/batch.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/app/program.h"
#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"

/// Many sentences, of which files are made without a window: the program itself, run as a user
/// would.
class BatchTest : public QObject {
    Q_OBJECT

  private:
    using Result = ProgramResult;

    std::unique_ptr<QTemporaryDir> folder_;

    QString path(const QString &name) const { return folder_->filePath(name); }

    QString write(const QString &name, const QByteArray &text) const {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path(name);
    }
    QByteArray read(const QString &name) const { return support::bytesOf(path(name)); }
    QStringList made() const {
        return QDir(path("out")).entryList(QDir::Files | QDir::NoDotAndDotDot, QDir::Name);
    }

    static Result run(const QStringList &arguments, const QByteArray &input = {}) {
        return runProgram(QStringLiteral(PROGRAM), arguments, input);
    }
    Result batch(const QString &input, const QStringList &more = {}) const {
        return run(QStringList{"--batch", input, "--export", path("out")} + more);
    }

  private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void picturesAreLinesOfABatchToo() {
        QImage image(64, 64, QImage::Format_RGB32);
        image.fill(Qt::blue);
        QVERIFY(image.save(path("seen.png")));
        const QString text =
            write("text", path("seen.png").toUtf8() +
                              "\n{\"format\":\"attention scene 1\",\"sky\":\"day\","
                              "\"shapes\":[]}\n" +
                              path("none.png").toUtf8() + "\n");
        const Result result = batch(
            text, {"--model", TINY_CAPTION, "--views", "picture,heatmap", "--format", "svg,csv"});
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("line 3: The line names no picture that can be read."),
                 qPrintable(result.errors));
        QVERIFY2(made().contains("0001-picture.svg") && made().contains("0002-picture.csv") &&
                     made().contains("0002-heatmap.svg"),
                 qPrintable(made().join(' ')));
    }

    void everyLineBecomesItsFiles() {
        const QString text = write("text", "Bonjour.\n\nMerci.\r\n");
        const Result result = batch(text, {"--jobs", "2"});
        QVERIFY2(result.status == 0, qPrintable(result.errors));
        QCOMPARE(made(), (QStringList{"0001-heatmap.svg", "0003-heatmap.svg", "index.tsv"}));
        QVERIFY(read("out/0001-heatmap.svg").contains("Bonjour"));
        QVERIFY(read("out/0003-heatmap.svg").contains("Merci"));
        QVERIFY2(result.errors.endsWith("Lines: 2 done, 0 there already, 0 failed.\n"),
                 qPrintable(result.errors));
        QVERIFY(result.output.isEmpty());
    }

    void viewsFormatsAndTheMomentAreChosen() {
        const QString text = write("text", "Le chat noir dort.\n");
        const Result result = batch(text, {"--views", "heatmap,states,unrolled", "--at",
                                           "3.softmax", "--format", "svg,csv"});
        QVERIFY2(result.status == 0, qPrintable(result.errors));
        QCOMPARE(made(), (QStringList{"0001-3.softmax-heatmap.csv", "0001-3.softmax-heatmap.svg",
                                      "0001-3.softmax-states.decoder_state.csv",
                                      "0001-3.softmax-states.encoder_backward_state.csv",
                                      "0001-3.softmax-states.encoder_forward_state.csv",
                                      "0001-3.softmax-states.svg", "0001-3.softmax-unrolled.svg",
                                      "index.tsv"}));
        // Without what comes later.
        QVERIFY(read("out/0001-3.softmax-heatmap.csv").count("\r\n") <= 4);
        QVERIFY(read("out/0001-3.softmax-heatmap.csv").startsWith(",Le,chat,noir,dort"));
    }

    void aBadLineIsToldAndTheOthersAreDone() {
        const QString text = write(
            "text", "Bonjour.\nmal \xFF vu\n" + QByteArray("chat ").repeated(3000) + "\nMerci.\n");
        const Result result = batch(text);
        QCOMPARE(result.status, 1);
        QCOMPARE(made(), (QStringList{"0001-heatmap.svg", "0004-heatmap.svg", "index.tsv"}));
        QVERIFY2(result.errors.contains("attention-visualizer: line 2: ") &&
                     result.errors.contains("UTF-8"),
                 qPrintable(result.errors));
        QVERIFY2(result.errors.contains("attention-visualizer: line 3: ") &&
                     result.errors.contains("too long"),
                 qPrintable(result.errors));
        QVERIFY(result.errors.endsWith("Lines: 2 done, 0 there already, 2 failed.\n"));
    }

    void aMomentThatALineHasNotIsTold() {
        const QString text = write("text", "Oui.\nLe chat noir dort dans le jardin.\n");
        const Result result = batch(text, {"--at", "6.word"});
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("line 1: There is no step 6: the last is "),
                 qPrintable(result.errors));
        QCOMPARE(made(), (QStringList{"0002-6.word-heatmap.svg", "index.tsv"}));
    }

    void whatIsThereAndWholeIsNotDoneAgain() {
        const QString text = write("text", "Bonjour.\nMerci.\nOui.\n");
        QCOMPARE(batch(text).status, 0);
        QVERIFY(QFile::remove(path("out/0002-heatmap.svg")));
        QVERIFY(QFile::resize(path("out/0003-heatmap.svg"), 0));
        write("out/0001-heatmap.svg", "kept");
        const Result again = batch(text);
        QCOMPARE(again.status, 0);
        QVERIFY2(again.errors.endsWith("Lines: 2 done, 1 there already, 0 failed.\n"),
                 qPrintable(again.errors));
        QCOMPARE(read("out/0001-heatmap.svg"), QByteArray("kept"));
        QVERIFY(read("out/0002-heatmap.svg").contains("Merci"));
        QVERIFY(read("out/0003-heatmap.svg").contains("Oui"));
    }

    void anotherSentenceOrOtherOptionsAreDoneAnew() {
        QCOMPARE(batch(write("text", "Bonjour.\nMerci.\n")).status, 0);
        const Result other = batch(write("text", "Bonjour.\nOui.\n"));
        QVERIFY2(other.errors.contains("1 done, 1 there already"), qPrintable(other.errors));
        QVERIFY(read("out/0002-heatmap.svg").contains("Oui"));
        const Result dark = batch(path("text"), {"--dark"});
        QVERIFY2(dark.errors.contains("2 done, 0 there already"), qPrintable(dark.errors));
    }

    void aRunThatWasKilledIsGoneOnWith() {
        QCOMPARE(batch(write("text", "Bonjour.\nMerci.\n")).status, 0);
        QByteArray index = read("out/index.tsv");
        index.chop(4);  // in the middle of a line
        write("out/index.tsv", index);
        const Result again = batch(path("text"));
        QVERIFY2(again.errors.contains("1 done, 1 there already"), qPrintable(again.errors));
        QCOMPARE(read("out/index.tsv").count('\n'), 3);
    }

    void theIndexSaysWhatThereIs() {
        QCOMPARE(batch(write("text", "Merci.\n"), {"--format", "svg,csv"}).status, 0);
        const QList<QByteArray> lines = read("out/index.tsv").split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].startsWith("# "));
        const QList<QByteArray> cells = lines[1].split('\t');
        QCOMPARE(cells.size(), 4);
        QCOMPARE(cells[0], QByteArray("1"));
        QCOMPARE(cells[1], QByteArray("Merci."));
        QVERIFY(!cells[2].isEmpty());
        QCOMPARE(cells[3], QByteArray("0001-heatmap.svg 0001-heatmap.csv"));
    }

    void theStandardStreamsAreMeantByADash() {
        const Result result = run({"--batch", "-", "--export", "-", "--format", "csv"},
                                  "\xEF\xBB\xBF"
                                  "Bonjour.\nMerci.");
        QVERIFY2(result.status == 0, qPrintable(result.errors));
        QProcess tar;
        tar.start("tar", {"-xvf", "-", "-C", folder_->path()});
        tar.write(result.output);
        tar.closeWriteChannel();
        QVERIFY(tar.waitForFinished());
        QCOMPARE(tar.exitCode(), 0);
        QCOMPARE(tar.readAllStandardError(), QByteArray());
        QVERIFY(read("0001-heatmap.csv").startsWith(",Bonjour"));
        QVERIFY(read("0002-heatmap.csv").startsWith(",Merci"));
    }

    void oneFigureGoesToTheStandardOutput() {
        const Result svg = run({"--sentence", "Merci.", "--export", "-"});
        QCOMPARE(svg.status, 0);
        QVERIFY(svg.output.startsWith("<?xml") && svg.output.contains("Merci"));
        const Result csv = run({"--sentence", "Merci.", "--export", "-", "--format", "csv"});
        QVERIFY(csv.output.startsWith(",Merci"));
    }

    void nothingIsMadeWhereNothingCanBeDone() {
        const QString text = write("text", "Oui.\n");
        QCOMPARE(batch(path("none")).status, 1);
        QVERIFY(batch(path("none")).errors.contains("cannot be read"));
        const Result model = batch(text, {"--model", "/no/such.safetensors", "--jobs", "2"});
        QCOMPARE(model.status, 1);
        QCOMPARE(model.errors.count("/no/such.safetensors"), 1);
        write("file", "x");
        const Result place = run({"--batch", text, "--export", path("file")});
        QCOMPARE(place.status, 1);
        QVERIFY2(place.errors.contains("cannot be written"), qPrintable(place.errors));
    }

    void usageIsTold_data() {
        QTest::addColumn<QStringList>("arguments");
        const QStringList good{"--batch", "x", "--export", "y"};
        QTest::addRow("no folder") << QStringList{"--batch", "x"};
        QTest::addRow("a view") << good + QStringList{"--views", "heatmap,statues"};
        QTest::addRow("a format") << good + QStringList{"--format", "svg,bmp"};
        QTest::addRow("a moment") << good + QStringList{"--at", "0.softmax"};
        QTest::addRow("a stage") << good + QStringList{"--at", "3.softmix"};
        QTest::addRow("no jobs") << good + QStringList{"--jobs", "0"};
        QTest::addRow("a sentence") << good + QStringList{"--sentence", "Oui."};
        QTest::addRow("a scale of drawings") << good + QStringList{"--scale", "2"};
        QTest::addRow("jobs of one")
            << QStringList{"--sentence", "Oui.", "--export", "a.svg", "--jobs", "2"};
        QTest::addRow("two formats at once")
            << QStringList{"--sentence", "Oui.", "--export", "-", "--format", "svg,csv"};
    }
    void usageIsTold() {
        QFETCH(QStringList, arguments);
        const Result result = run(arguments);
        QCOMPARE(result.status, 2);
        QCOMPARE(result.errors.count('\n'), 1);
    }
};

REGISTER_GUILESS_QT_TEST(BatchTest)
#include "headless/batch_test.moc"
