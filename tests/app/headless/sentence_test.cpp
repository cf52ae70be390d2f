// SPDX-License-Identifier: GPL-3.0-or-later
// What --export makes of a sentence beyond a figure of one view.
#include "app/headless/sentence.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

#include "app/command_line.h"
#include "tests/app/program.h"
#include "tests/support/qt_test.h"

using app::CommandLine;

class SentenceExportTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;

    static ProgramResult run(const QStringList &arguments,
                             const QMap<QString, QString> &variables = {}) {
        return runProgram(QStringLiteral(PROGRAM), arguments, {}, variables);
    }
    static ProgramResult exportTo(const QString &file, const QStringList &more) {
        return run(QStringList{"--sentence", "Le chat noir dort.", "--export", file} + more);
    }
    static CommandLine parse(const QStringList &arguments) {
        return app::parseCommandLine(QStringList{"attention-visualizer"} + arguments);
    }

  private slots:
    void severalViewsAreOneFigure() {
        QCOMPARE(
            parse({"--sentence", "Oui.", "--export", "a.svg", "--view", "heatmap,states"}).panels(),
            (QStringList{"heatmap", "states"}));
        const QString file = folder_.filePath("panels.svg");
        const ProgramResult result = exportTo(file, {"--view", "heatmap,scores", "--dark"});
        QVERIFY2(result.errors.isEmpty(), qPrintable(result.errors));
        QCOMPARE(result.status, 0);
        const QByteArray drawing = beginningOf(file, 10000000);
        QVERIFY(drawing.contains(">a</text>") && drawing.contains(">b</text>"));
    }

    void aStyleIsUsedByItsName() {
        const QString config = folder_.filePath("config");
        QDir().mkpath(config + "/attention-visualizer");
        QFile settings(config + "/attention-visualizer/attention-visualizer.conf");
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write(
            "[export]\nstyles=\"{\\\"column\\\":{\\\"width\\\":150,"
            "\\\"title\\\":false}}\"\n");
        settings.close();
        const QString file = folder_.filePath("styled.svg");
        const QStringList wanted{"--sentence", "Le chat dort.", "--export", file, "--figure-style"};
        const ProgramResult result =
            run(wanted + QStringList{"column"}, {{"XDG_CONFIG_HOME", config}});
        QVERIFY2(result.status == 0, qPrintable(result.errors));
        QVERIFY(beginningOf(file, 100000).contains("<svg width=\"566\""));
        const ProgramResult none = run(wanted + QStringList{"page"}, {{"XDG_CONFIG_HOME", config}});
        QCOMPARE(none.status, 1);
        QVERIFY2(none.errors.contains("“page”"), qPrintable(none.errors));
    }

    void aPictureIsExportedInEveryFormat() {
        const QString scene = folder_.filePath("scene.json");
        QFile file(scene);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"format":"attention scene 1","sky":"night","shapes":[
 {"form":"circle","color":"red","size":0.1,"x":0.3,"y":0.25}]})");
        file.close();
        QImage image(90, 60, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        const QString png = folder_.filePath("seen.png");
        QVERIFY(image.save(png));
        for (const QString &source : {scene, png})
            for (const char *suffix : {"svg", "png", "pdf", "csv", "gif"}) {
                const QString made = folder_.filePath(QStringLiteral("made.") + suffix);
                QFile::remove(made);
                const ProgramResult result = run({"--picture", source, "--model", TINY_CAPTION,
                                                  "--view", "picture", "--export", made});
                QVERIFY2(result.status == 0, qPrintable(result.errors));
                QVERIFY2(!beginningOf(made, 20).isEmpty(), suffix);
            }
        const QString two = folder_.filePath("two.svg");
        const ProgramResult panels = run({"--picture", scene, "--model", TINY_CAPTION, "--view",
                                          "picture,heatmap", "--export", two});
        QVERIFY2(panels.status == 0, qPrintable(panels.errors));
        const QByteArray drawing = beginningOf(two, 10000000);
        QVERIFY(drawing.contains("a picture"));
        QVERIFY2(!drawing.contains("attention scene"), "the title is no JSON");
    }

    void whatIsNoPictureIsRefused() {
        const auto refusal = [&](const QStringList &arguments) {
            const ProgramResult result = run(arguments);
            return QStringLiteral("%1 %2").arg(result.status).arg(result.errors);
        };
        const QString out = folder_.filePath("none.svg");
        QVERIFY(refusal({"--picture", "/no/such.png", "--export", out})
                    .contains("no picture that can be read"));
        QVERIFY(refusal({"--picture", "a", "--sentence", "b", "--export", out})
                    .contains("exclude each other"));
        const QString text = refusal({"--sentence", "Oui.", "--view", "picture", "--export", out});
        QVERIFY2(text.startsWith("1 ") && text.contains("reads text"), qPrintable(text));
    }

    void animationOptionsAreRead() {
        const CommandLine line = parse({"--sentence", "Oui.", "--export", "a.webp", "--scale", "2",
                                        "--speed", "0.5", "--fps", "12"});
        QCOMPARE(line.playing.speed, 0.5);
        QCOMPARE(line.playing.framesPerSecond, 12);
        QCOMPARE(line.playing.scale, 2.0);
        QCOMPARE(parse({"--sentence", "Oui.", "--export", "frames/"}).file, QString("frames/"));
    }

    void animationsAreExported() {
        const QStringList fast{"--speed", "8", "--fps", "10", "--view", "timeline"};
        const QString gif = folder_.filePath("played.gif");
        const ProgramResult result = exportTo(gif, fast);
        QVERIFY2(result.errors.isEmpty(), qPrintable(result.errors));
        QCOMPARE(result.status, 0);
        QImageReader reader(gif, "gif");
        const QImage first = reader.read();
        QImage last = first;
        int frames = 1;
        for (QImage image = reader.read(); !image.isNull(); image = reader.read(), ++frames)
            last = image;
        QVERIFY2(frames > 5, qPrintable(QString::number(frames)));
        QVERIFY(first != last);
        QCOMPARE(exportTo(folder_.filePath("frames/"), fast).status, 0);
        const QStringList pictures = QDir(folder_.filePath("frames")).entryList(QDir::Files);
        QVERIFY(pictures.size() >= frames);
        const QImage shown(folder_.filePath("frames/" + pictures.constLast()));
        QCOMPARE(shown.size(), last.size());
        int farthest = 0;  // a GIF may lack some shades of smooth letters
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                farthest = std::max(farthest, std::abs(shown.pixelColor(x, y).green() -
                                                       last.pixelColor(x, y).green()));
        QVERIFY2(farthest < 40, qPrintable(QString::number(farthest)));
        const ProgramResult again = exportTo(folder_.filePath("frames/"), fast);
        QCOMPARE(again.status, 1);
        QVERIFY2(again.errors.contains("not empty"), qPrintable(again.errors));
    }
};

REGISTER_GUILESS_QT_TEST(SentenceExportTest)
#include "headless/sentence_test.moc"
