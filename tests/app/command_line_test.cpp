// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QMap>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program.h"
#include "tests/support/qt_test.h"
#include "widgets/views/views.h"

using app::CommandLine;

/// The program itself, run without a display, and the reading of its arguments.
class CommandLineTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;

    static ProgramResult run(const QStringList &arguments,
                             const QMap<QString, QString> &variables = {}) {
        return runProgram(QStringLiteral(PROGRAM), arguments, {}, variables);
    }
    ProgramResult exportTo(const QString &file, const QStringList &more = {}) {
        return run(QStringList{"--sentence", "Le chat noir dort.", "--export", file} + more);
    }
    static CommandLine parse(const QStringList &arguments) {
        return app::parseCommandLine(QStringList{"attention-visualizer"} + arguments);
    }

  private slots:
    void withoutArgumentsAWindowIsWanted() {
        const CommandLine line = parse({});
        QCOMPARE(line.task, CommandLine::Task::window);
        QVERIFY(!line.sentence);
        QVERIFY(line.model.isEmpty());
        QCOMPARE(parse({"--sentence", "Oui."}).sentence.value_or(""), QString("Oui."));
    }

    void exportOptionsAreRead() {
        const CommandLine line =
            parse({"--sentence", "Oui.", "--export", "a.png", "--size", "640x480", "--scale", "2.5",
                   "--dark", "--posterior", "--model", "m.safetensors"});
        QCOMPARE(line.task, CommandLine::Task::exportFigure);
        QCOMPARE(line.file, QString("a.png"));
        QCOMPARE(line.figure.size, QSize(640, 480));
        QCOMPARE(line.figure.scale, 2.5);
        QVERIFY(line.figure.dark);
        QVERIFY(line.figure.heatmap.posterior);
        QVERIFY(!parse({"--sentence", "Oui.", "--export", "a.png"}).figure.heatmap.posterior);
        QCOMPARE(line.model, QString("m.safetensors"));
        QVERIFY(!parse({"--sentence", "Oui.", "--export", "a.png"}).figure.size.isValid());
        // Either decimal sign.
        QCOMPARE(parse({"--sentence", "Oui.", "--export", "a.png", "--scale", "2,5"}).figure.scale,
                 2.5);
    }

    void theLanguageIsThatOfTheSystemOrEnglish_data() {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("french");
        QTest::addRow("no language") << "LC_ALL"
                                     << "C.UTF-8" << false;
        QTest::addRow("French") << "LC_ALL"
                                << "fr_FR.UTF-8" << true;
        // Also where the system has no such locale, or it is none of UTF-8.
        QTest::addRow("Canada") << "LC_ALL"
                                << "fr_CA" << true;
        QTest::addRow("messages") << "LC_MESSAGES"
                                  << "fr_FR.UTF-8" << true;
        QTest::addRow("one among others") << "LANGUAGE"
                                          << "de:fr:en" << true;
        QTest::addRow("English first") << "LANGUAGE"
                                       << "de:en:fr" << false;
        QTest::addRow("another") << "LC_ALL"
                                 << "de_DE.UTF-8" << false;
    }
    void theLanguageIsThatOfTheSystemOrEnglish() {
        QFETCH(const QString, variable);
        QFETCH(const QString, value);
        QFETCH(const bool, french);
        QMap<QString, QString> variables{{"XDG_CONFIG_HOME", folder_.path()}};
        if (variable != "LC_ALL")
            variables = {
                {"XDG_CONFIG_HOME", folder_.path()}, {"LC_ALL", ""}, {"LANG", "en_US.UTF-8"}};
        variables[variable] = value;
        const ProgramResult help = run({"--help"}, variables);
        QCOMPARE(help.status, 0);
        QCOMPARE(help.output.contains("Afficher cette aide."), french);
        QCOMPARE(help.output.contains("Show this help."), !french);
        const ProgramResult wrong = run({"--colour"}, variables);
        QCOMPARE(wrong.errors.contains("n’existe pas"), french);
    }

    void figuresAreInTheLanguage() {
        const QString file = folder_.filePath("figure.svg");
        const ProgramResult result =
            run({"--sentence", "Le chat noir dort.", "--export", file, "--model", TINY_MODEL},
                {{"XDG_CONFIG_HOME", folder_.path()}, {"LC_ALL", "fr_FR.UTF-8"}});
        QCOMPARE(result.status, 0);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(written.readAll());
        QVERIFY(svg.contains("Poids d’attention, de 0 à 1"));
        QVERIFY(svg.contains(">fin<"));
    }

    void theViewIsTheHeatmapOrTheOneThatIsNamed() {
        const QStringList figure{"--sentence", "Oui.", "--export", "a.png"};
        QCOMPARE(parse(figure).view, QString("heatmap"));
        for (const QString &name : widgets::viewNames())
            QCOMPARE(parse(figure + QStringList{"--view", name}).view, name);
    }

    void aFileToOpenInTheWindowMayBeNamed() {
        QVERIFY(parse({}).opened.isEmpty());
        QCOMPARE(parse({TINY_MODEL}).opened, QString(TINY_MODEL));
        QCOMPARE(parse({"--dark", TINY_MODEL}).task, CommandLine::Task::window);
    }

    void usageErrorsAreTold_data() {
        QTest::addColumn<QStringList>("arguments");
        const QStringList figure{"--sentence", "Oui.", "--export", "a.png"};
        QTest::addRow("unknown option") << QStringList{"--colour"};
        QTest::addRow("no option") << QStringList{"Bonjour."};
        QTest::addRow("no file of no name") << QStringList{""};
        QTest::addRow("two files") << QStringList{TINY_MODEL, TINY_MODEL};
        QTest::addRow("a file for a figure") << figure + QStringList{TINY_MODEL};
        QTest::addRow("no sentence") << QStringList{"--export", "a.png"};
        QTest::addRow("no file") << QStringList{"--sentence", "Oui.", "--export"};
        QTest::addRow("no number") << figure + QStringList{"--size", "big"};
        QTest::addRow("one number") << figure + QStringList{"--size", "800"};
        QTest::addRow("negative") << figure + QStringList{"--size", "-800x600"};
        QTest::addRow("nothing") << figure + QStringList{"--size", "0x0"};
        QTest::addRow("too large") << figure + QStringList{"--size", "999999x600"};
        QTest::addRow("scale of nothing") << figure + QStringList{"--scale", "0"};
        QTest::addRow("no scale") << figure + QStringList{"--scale", "twice"};
        QTest::addRow("scale not a number") << figure + QStringList{"--scale", "nan"};
        QTest::addRow("scale of a drawing")
            << QStringList{"--sentence", "Oui.", "--export", "a.svg", "--scale", "2"};
        QTest::addRow("model of no name") << QStringList{"--model", ""};
        QTest::addRow("size of no figure") << QStringList{"--size", "800x600"};
        QTest::addRow("posterior of no figure") << QStringList{"--posterior"};
        QTest::addRow("view of no figure") << QStringList{"--view", "states"};
        QTest::addRow("no view") << figure + QStringList{"--view", "statues"};
        QTest::addRow("view without a name") << figure + QStringList{"--view", ""};
        QTest::addRow("numbers of several")
            << QStringList{"--sentence", "Oui.", "--export", "a.csv", "--view", "heatmap,states"};
        QTest::addRow("numbers of several on the standard output") << QStringList{
            "--sentence", "Oui.", "--export", "-", "--view", "heatmap,states", "--format", "csv"};
        QTest::addRow("a style and a size")
            << figure + QStringList{"--figure-style", "x", "--size", "800x600"};
        QTest::addRow("speed of a figure") << figure + QStringList{"--speed", "2"};
        QTest::addRow("frames of a figure") << figure + QStringList{"--fps", "20"};
        const QStringList played{"--sentence", "Oui.", "--export", "a.gif"};
        QTest::addRow("speed of nothing") << played + QStringList{"--speed", "0"};
        QTest::addRow("frames and a half") << played + QStringList{"--fps", "2.5"};
        QTest::addRow("posterior of another view")
            << figure + QStringList{"--view", "states", "--posterior"};
    }
    void usageErrorsAreTold() {
        QFETCH(QStringList, arguments);
        QVERIFY_EXCEPTION_THROWN(parse(arguments), app::UsageError);
    }

    void usageErrorsExitWithTwo() {
        const ProgramResult result =
            run({"--sentence", "Oui.", "--export", "a.png", "--size", "big"});
        QCOMPARE(result.status, 2);
        QCOMPARE(result.errors,
                 QString("attention-visualizer: --size got 'big', expected width and height from "
                         "100 to 20000 pixels, such as 800x600. Try attention-visualizer "
                         "--help.\n"));
        QVERIFY(result.output.isEmpty());
    }

    void whatIsQuotedStaysOnOneLine() {
        const ProgramResult result = run({"--colour\n\x1B[31m"});
        QCOMPARE(result.status, 2);
        QCOMPARE(result.errors,
                 QString("attention-visualizer: There is no option --colour??[31m. Try "
                         "attention-visualizer --help.\n"));
        const ProgramResult model = run(
            {"--sentence", "Oui.", "--export", folder_.filePath("a.png"), "--model", "/no\nwhere"});
        QCOMPARE(model.status, 1);
        QCOMPARE(model.errors.count(u'\n'), 1);
    }

    void aFullDeviceIsTold() {
        if (!QFile::exists("/dev/full"))
            QSKIP("no /dev/full");
        for (const char *option : {"--help", "--version"}) {
            QProcess process;
            process.setStandardOutputFile("/dev/full");
            process.start(QStringLiteral(PROGRAM), {option});
            QVERIFY(process.waitForFinished(100000));
            QCOMPARE(process.exitCode(), 1);
            QVERIFY(process.readAllStandardError().contains("standard output"));
        }
    }

    void helpAndVersionNeedNoDisplay() {
        const ProgramResult help = run({"--help"});
        QCOMPARE(help.status, 0);
        QVERIFY(help.output.contains("--export <FILE>"));
        for (const QString &name : widgets::viewNames())
            QVERIFY2(help.output.contains(name.toUtf8()), qPrintable(name));
        QVERIFY2(help.errors.isEmpty(), qPrintable(help.errors));
        const ProgramResult version = run({"--version"});
        QCOMPARE(version.status, 0);
        QVERIFY(version.output.startsWith("attention-visualizer "));
    }

    void aWindowWithoutADisplayIsRefused() {
        const ProgramResult result = run({});
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains("no display"), qPrintable(result.errors));
    }

    void aDisplayThatIsNotThereIsToldInASentence_data() {
        QTest::addColumn<QString>("variable");
        QTest::addColumn<QString>("value");
        QTest::addRow("X") << "DISPLAY"
                           << ":7654";
        QTest::addRow("no platform") << "QT_QPA_PLATFORM"
                                     << "nonsense";
    }
    void aDisplayThatIsNotThereIsToldInASentence() {
        QFETCH(QString, variable);
        QFETCH(QString, value);
        const ProgramResult result = run({}, {{variable, value}});
        QCOMPARE(result.status, 1);
        QCOMPARE(result.errors.count('\n'), 1);
        QVERIFY2(result.errors.startsWith("attention-visualizer: no window can be opened (") &&
                     result.errors.contains(value),
                 qPrintable(result.errors));
    }

    void aUsageErrorIsToldWithoutADisplay() {
        const ProgramResult result = run({"--size", "10"});
        QCOMPARE(result.status, 2);
        QVERIFY2(!result.errors.contains("no display"), qPrintable(result.errors));
        QVERIFY2(result.errors.contains("--size"), qPrintable(result.errors));
    }

    void exportsPngAtAnyScale() {
        const QString file = folder_.filePath("figure.png");
        const ProgramResult result = exportTo(file, {"--size", "400x300", "--scale", "2"});
        QVERIFY2(result.errors.isEmpty(), qPrintable(result.errors));
        QCOMPARE(result.status, 0);
        QCOMPARE(QImage(file).size(), QSize(800, 600));
    }

    void exportsSvgAndPdf() {
        const ProgramResult svg = exportTo(folder_.filePath("figure.svg"));
        QVERIFY2(svg.errors.isEmpty(), qPrintable(svg.errors));
        QCOMPARE(svg.status, 0);
        const QByteArray drawing = beginningOf(folder_.filePath("figure.svg"), 1000000);
        QVERIFY(drawing.contains("<svg"));
        QVERIFY(drawing.contains("chat"));
        const ProgramResult given = exportTo(folder_.filePath("given.svg"), {"--posterior"});
        QCOMPARE(given.status, 0);
        QVERIFY(
            beginningOf(folder_.filePath("given.svg"), 1000000).contains("Posterior attention"));
        QVERIFY(!drawing.contains("Posterior attention"));
        const ProgramResult pdf = exportTo(folder_.filePath("figure.pdf"), {"--dark"});
        QCOMPARE(pdf.status, 0);
        QVERIFY(beginningOf(folder_.filePath("figure.pdf"), 5).startsWith("%PDF"));
    }

    void exportsEveryView_data() {
        QTest::addColumn<QString>("name");
        for (const widgets::ViewKind &kind : widgets::views())
            QTest::addRow("%s", qPrintable(kind.name)) << kind.name;
    }
    void exportsEveryView() {
        QFETCH(const QString, name);
        const QString file = folder_.filePath(name + ".svg");
        const ProgramResult result = exportTo(file, {"--view", name});
        QVERIFY2(result.errors.isEmpty(), qPrintable(result.errors));
        QCOMPARE(result.status, 0);
        const QByteArray drawing = beginningOf(file, 10000000);
        QVERIFY(drawing.contains("<svg"));
        QVERIFY2(drawing.contains("chat"), "if nothing else, then the title says the sentence");
    }

    void aViewIsAsLargeAndAsDarkAsIsSaid() {
        const QStringList size{"--view", "timeline", "--size", "700x100"};
        const QString light = folder_.filePath("light.png");
        QCOMPARE(exportTo(light, size + QStringList{"--scale", "2"}).status, 0);
        QCOMPARE(QImage(light).size(), QSize(1400, 200));
        const QString dark = folder_.filePath("dark.png");
        QCOMPARE(exportTo(dark, size + QStringList{"--dark"}).status, 0);
        QVERIFY(QImage(dark).pixelColor(0, 0).lightness() < 100);
        QVERIFY(QImage(light).pixelColor(0, 0).lightness() > 150);
    }

    void withoutAFontThereIsNoFigure() {
        const QString fonts = folder_.filePath("fonts.conf");
        QFile file(fonts);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<fontconfig><dir>" + folder_.filePath("none").toUtf8() + "</dir><cachedir>" +
                   folder_.path().toUtf8() + "</cachedir></fontconfig>");
        file.close();
        for (const QString &view : QStringList{"heatmap", "states"}) {
            const ProgramResult result = run(
                {"--sentence", "Oui.", "--export", folder_.filePath("boxes.svg"), "--view", view},
                {{"FONTCONFIG_FILE", fonts}});
            QCOMPARE(result.status, 1);
            QVERIFY2(result.errors.contains("no font"), qPrintable(result.errors));
            QCOMPARE(result.errors.count('\n'), 1);
            QVERIFY(!QFileInfo::exists(folder_.filePath("boxes.svg")));
        }
    }

    void aTranslationThatWasStoppedIsToldAndExported() {
        for (const QString &view : QStringList{"heatmap", "unrolled"}) {
            const QString file = folder_.filePath(view + "-stopped.svg");
            const ProgramResult result = run({"--sentence", "le chat noir", "--export", file,
                                              "--view", view, "--model", TINY_MODEL});
            QCOMPARE(result.status, 0);
            QVERIFY2(result.errors.contains("length limit"), qPrintable(result.errors));
            QVERIFY(QFileInfo::exists(file));
        }
    }

    void aFileIsMeantByItsNameWithoutTheBlanksAroundIt() {
        QCOMPARE(parse({"--sentence", "Oui.", "--export", "a.png ", "--scale", "2"}).file,
                 QString("a.png"));
        QCOMPARE(parse({"--sentence", "Oui.", "--export", "~/a.svg"}).file,
                 QDir::homePath() + "/a.svg");
    }

    void theUnitOfSizesIsSaid() {
        const QString help = QString::fromUtf8(run({"--help"}).output).simplified();
        QVERIFY2(help.contains("pixels of 1/96 inch"), qPrintable(help));
    }

    void failuresExitWithOneAndASentence_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        const auto figure = [](const QString &sentence, const QString &file) {
            return QStringList{"--sentence", sentence, "--export", file};
        };
        const QString good = folder_.filePath("x.svg");
        QTest::addRow("suffix") << figure("Oui.", folder_.filePath("x.bmp")) << "bmp";
        QTest::addRow("no suffix") << figure("Oui.", folder_.filePath("x")) << "x";
        QTest::addRow("folder") << figure("Oui.", "/no/such/folder/x.svg") << "/no/such/folder";
        QTest::addRow("version") << figure("Oui.", folder_.filePath("figure v1.2")) << ".svg";
        QTest::addRow("no room") << figure("Oui.", good) + QStringList{"--size", "800x100"}
                                 << "no room";
        QTest::addRow("page") << figure("Oui.", folder_.filePath("x.pdf")) +
                                     QStringList{"--size", "19201x600"}
                              << "19200";
        QTest::addRow("nothing to show")
            << figure("Oui.", good) + QStringList{"--view", "scores", "--model", "bottleneck"}
            << "no attention";
        QTest::addRow("blank") << figure("   ", good) << "empty";
        QTest::addRow("too long") << figure(QString("chat ").repeated(3000), good) << "too long";
        QTest::addRow("no model") << figure("Oui.", good) +
                                         QStringList{"--model", "/no/such.safetensors"}
                                  << "/no/such.safetensors";
        QTest::addRow("no model but a program")
            << figure("Oui.", good) + QStringList{"--model", PROGRAM} << PROGRAM;
    }
    void failuresExitWithOneAndASentence() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        const ProgramResult result = run(arguments);
        QCOMPARE(result.status, 1);
        QVERIFY2(result.errors.contains(said), qPrintable(result.errors));
        QCOMPARE(result.errors.count('\n'), 1);
        QVERIFY(result.output.isEmpty());
        QVERIFY(!QFileInfo::exists(folder_.filePath("x.svg")));
    }
};

REGISTER_GUILESS_QT_TEST(CommandLineTest)
#include "command_line_test.moc"
