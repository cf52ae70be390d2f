// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>
#include <array>

#include "app/export/moment_name.h"
#include "app/session/picture_files.h"
#include "app/session/session.h"
#include "resources/built_in_models.h"
#include "widgets/text/numbers.h"
#include "widgets/views/views.h"

namespace app {
namespace {

const QString heatmap = QStringLiteral("heatmap");
const QString png = QStringLiteral("png");
const QString standardOutput = QStringLiteral("-");
const QString quitOption = QStringLiteral("quit-after-first-paint");
const QString workerOption = QStringLiteral("batch-worker");

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
};

QList<QCommandLineOption> figureOptions() {
    return {
        {"view",
         Text::tr("With --export: the view, one of %1; by default %2, the alignment heatmap. "
                  "Several, with commas between them, are one figure of panels a, b, c.")
             .arg(viewList(), heatmap),
         Text::tr("NAMES")},
        // (--style is an option of Qt.)
        {"figure-style",
         Text::tr(
             "With --export: a style of figures that was saved under this name in the window."),
         Text::tr("NAME")},
        {"at",
         Text::tr("The moment that is shown, in place of the end: the end of a stage of a word, "
                  "such as 3.softmax, or, while reading, of a source piece, such as 2.forward. The "
                  "stages are %1.")
             .arg(stageList()),
         Text::tr("MOMENT")},
        {"size",
         Text::tr("Size of the figure in pixels of 1/96 inch, such as 800x600, which as PDF is a "
                  "page of 600 by 450 points; by default as large as its words need. Views with "
                  "more than fits become as long as that is."),
         Text::tr("WxH")},
        {"scale",
         Text::tr("Pixels that a PNG or an animation has for each pixel of its size, such as 2; "
                  "1 by default."),
         Text::tr("NUMBER")},
        {"speed", Text::tr("How fast an animation is played, such as 2; 1 by default."),
         Text::tr("NUMBER")},
        {"fps", Text::tr("Frames of an animation per second; 25 by default."), Text::tr("NUMBER")},
        {"posterior",
         Text::tr("With --export: a heatmap of the posterior attention, given the words that "
                  "came.")},
        {"dark", Text::tr("A figure, or a window, on dark ground.")},
    };
}

QList<QCommandLineOption> batchOptions() {
    return {
        {"batch",
         Text::tr("Make files of every line of a text, which holds a sentence, or the name of a "
                  "file with a picture, per line, and open no window; - is the standard input. "
                  "They go into the folder that --export "
                  "names; with -, as a tar archive to the standard output. What is there already "
                  "is not made again."),
         Text::tr("FILE")},
        {"views",
         Text::tr("With --batch: the views, with commas between them; by default %1.").arg(heatmap),
         Text::tr("NAMES")},
        {"format",
         Text::tr("With --batch: one or more of %1, with commas between them; by default svg. "
                  "With --export -: one of them.")
             .arg(formatList()),
         Text::tr("FORMATS")},
        {"jobs", Text::tr("With --batch: how many processes work side by side; 1 by default."),
         Text::tr("NUMBER")},
    };
}

/// The names of the models that are built in.
QString builtInList() {
    QStringList names;
    for (const resources::BuiltInModel &model : resources::builtInModels())
        names.append(QString::fromUtf8(model.name.data(), qsizetype(model.name.size())));
    return names.join(QStringLiteral(", "));
}

void describe(QCommandLineParser &parser) {
    parser.setApplicationDescription(
        Text::tr("Watch an attention sequence-to-sequence model translate, sum up, reply or "
                 "describe."));
    parser.addOptions({
        {{"h", "help"}, Text::tr("Show this help.")},
        {{"v", "version"}, Text::tr("Show the version.")},
        {"model",
         Text::tr("Use this model file, or the built-in model of this name: %1.")
             .arg(builtInList()),
         Text::tr("FILE")},
        {"sentence",
         Text::tr("The source to begin with, or to export: a sentence, a text, a turn or, for a "
                  "model of captions, a scene as JSON."),
         Text::tr("TEXT")},
        {"picture",
         Text::tr("In place of --sentence, for a model of captions: a file with a picture, or with "
                  "a scene as JSON."),
         Text::tr("FILE")},
        {"export",
         Text::tr("Write the figure of a view of the sentence as PNG, SVG or PDF, or its numbers "
                  "as CSV, by the file's suffix, and open no window; or as .gif or .webp its "
                  "translation, played from beginning to end. A name that ends in / is a folder of "
                  "PNG frames, - the standard output."),
         Text::tr("FILE")},
    });
    parser.addOptions(figureOptions());
    parser.addOptions(batchOptions());
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        Text::tr("A model, a session, or a text whose sentences are translated, to open in the "
                 "window."),
        QStringLiteral("[FILE]"));
    for (const QString &name : {quitOption, workerOption}) {
        QCommandLineOption hidden(name);
        hidden.setFlags(QCommandLineOption::HiddenFromHelp);
        parser.addOption(hidden);
    }
}

CommandLine::Task taskOf(const QCommandLineParser &parser) {
    if (parser.isSet("help"))
        return CommandLine::Task::help;
    if (parser.isSet("version"))
        return CommandLine::Task::version;
    if (parser.isSet("batch"))
        return parser.isSet(workerOption) ? CommandLine::Task::batchWorker
                                          : CommandLine::Task::batch;
    return parser.isSet("export") ? CommandLine::Task::exportFigure : CommandLine::Task::window;
}

/// The file to open, if one is named.
QString openedFile(const QStringList &arguments, CommandLine::Task task) {
    if (arguments.size() > (task == CommandLine::Task::window ? 1 : 0))
        throw UsageError(
            Text::tr("'%1' is one argument too many; a sentence goes after --sentence, in quotes.")
                .arg(arguments.constLast()));
    const QString file = arguments.value(0);
    if (!arguments.isEmpty() && !QFileInfo::exists(file))
        throw UsageError(
            Text::tr("There is no file '%1'; a sentence goes after --sentence, in quotes.")
                .arg(file));
    return file;
}

using Names = std::initializer_list<const char *>;

bool anySet(const QCommandLineParser &parser, Names names) {
    return std::ranges::any_of(names, [&](const char *name) { return parser.isSet(name); });
}

void checkExport(const QCommandLineParser &parser) {
    const QString file = widgets::figureFile(parser.value("export"));
    const bool animation = isAnimation(file);
    if (anySet(parser, {"views", "jobs"}))
        throw UsageError(Text::tr("--views and --jobs are for --batch."));
    if (!anySet(parser, {"sentence", "picture"}))
        throw UsageError(Text::tr("--export needs --sentence, --picture or --batch."));
    if (parser.isSet("format") && file != standardOutput)
        throw UsageError(
            Text::tr("--format is for --batch and --export -; a file has its suffix."));
    const QString format =
        file == standardOutput ? parser.value("format") : widgets::figureSuffix(file);
    if (parser.isSet("scale") && format != png && !animation)
        throw UsageError(Text::tr("--scale is for PNG and animations: only a picture has pixels."));
    if (anySet(parser, {"speed", "fps"}) && !animation)
        throw UsageError(
            Text::tr("--speed and --fps are for animations: .gif, .webp or a folder "
                     "of frames that ends in /."));
    if (parser.isSet("at") && animation)
        throw UsageError(Text::tr("--at is not for animations, which show every moment."));
    if (parser.isSet("figure-style") &&
        (animation || parser.isSet("at") || parser.isSet("size") || parser.isSet("dark")))
        throw UsageError(
            Text::tr("--figure-style has its own size and ground, and is for figures of the end."));
}

/// Of the views that make one figure.
void checkPanels(const CommandLine &line) {
    const QStringList views = line.panels();
    if (line.figure.heatmap.posterior && !views.contains(heatmap))
        throw UsageError(Text::tr("--posterior is for the heatmap."));
    const QString format =
        line.file == standardOutput ? line.formats.value(0) : widgets::figureSuffix(line.file);
    const bool figure = widgets::figureSuffixes().contains(format);
    if ((views.size() > 1 || !line.style.isEmpty()) && (!figure || !line.moment.isEmpty()))
        throw UsageError(
            Text::tr("Several views, and a style, are for PNG, SVG and PDF, of the "
                     "end of the translation."));
}

void checkBatch(const QCommandLineParser &parser) {
    if (!parser.isSet("export"))
        throw UsageError(Text::tr("--batch needs --export with a folder, or with -."));
    if (anySet(parser, {"sentence", "picture", "view", "figure-style", "speed", "fps"}))
        throw UsageError(
            Text::tr("--sentence, --picture, --view, --figure-style, --speed and --fps are not for "
                     "--batch; it has --views."));
    if (parser.value("batch").isEmpty() || parser.value("export").isEmpty())
        throw UsageError(Text::tr("--batch and --export need the name of a file and of a folder."));
}

void check(const QCommandLineParser &parser, CommandLine::Task task) {
    if (parser.isSet("sentence") && parser.isSet("picture"))
        throw UsageError(Text::tr("--sentence and --picture exclude each other."));
    if (parser.isSet("model") && parser.value("model").isEmpty())
        throw UsageError(Text::tr("--model got nothing, expected FILE."));
    if (task == CommandLine::Task::exportFigure)
        checkExport(parser);
    if (task == CommandLine::Task::batch || task == CommandLine::Task::batchWorker)
        checkBatch(parser);
    if (task == CommandLine::Task::window &&
        anySet(parser, {"view", "figure-style", "at", "size", "scale", "posterior", "speed", "fps",
                        "views", "format", "jobs"}))
        throw UsageError(
            Text::tr("--view, --views, --figure-style, --at, --format, --jobs, --size, --scale, "
                     "--posterior, --speed and --fps are for --export."));
}

/// What only together makes sense or not.
void check(const CommandLine &line) {
    if (line.task == CommandLine::Task::exportFigure)
        checkPanels(line);
    if (line.task != CommandLine::Task::batch)
        return;
    if (line.figure.scale != 1 && !line.formats.contains(png))
        throw UsageError(Text::tr("--scale is for PNG and animations: only a picture has pixels."));
    if (line.figure.heatmap.posterior && !line.views.contains(heatmap))
        throw UsageError(Text::tr("--posterior is for the heatmap."));
}

void readFigure(const QCommandLineParser &parser, CommandLine &line) {
    line.figure.size = parser.isSet("size") ? parseSize(parser.value("size")) : QSize();
    if (parser.isSet("scale"))
        line.figure.scale = parseScale(parser.value("scale"));
    if (parser.isSet("speed"))
        line.playing.speed = parseSpeed(parser.value("speed"));
    if (parser.isSet("fps"))
        line.playing.framesPerSecond = parseFrameRate(parser.value("fps"));
    line.playing.scale = line.figure.scale;
    line.playing.size = line.figure.size;
    line.figure.dark = parser.isSet("dark");
    line.figure.heatmap.posterior = parser.isSet("posterior");
    if (parser.isSet("at")) {
        line.moment = parser.value("at");
        parseMoment(line.moment);
    }
}

/// A picture is described by a model of captions: the built-in one where none is named.
void readPicture(const QString &file, CommandLine &line) {
    line.sentence = pictureTextOf(file);
    if (!line.sentence)
        throw UsageError(
            Text::tr("--picture got '%1', which is no picture that can be read.").arg(file));
    if (!line.model.isEmpty() || !line.opened.isEmpty())
        return;
    line.model = builtInModelFor(model::Use::caption);
    if (line.model.isEmpty())
        throw UsageError(Text::tr("--picture needs --model with a model of captions."));
}

void readBatch(const QCommandLineParser &parser, CommandLine &line) {
    line.input = parser.value("batch");
    if (parser.isSet("views"))
        line.views = parseViews(QStringLiteral("views"), parser.value("views"));
    if (parser.isSet("jobs"))
        line.jobs = parseJobs(parser.value("jobs"));
    line.formats = parser.isSet("format") ? parseFormats(parser.value("format"))
                                          : QStringList{QStringLiteral("svg")};
    if (line.task == CommandLine::Task::exportFigure && line.formats.size() > 1)
        throw UsageError(Text::tr("--export - has one format."));
}

}  // namespace

CommandLine parseCommandLine(const QStringList &arguments) {
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        throw UsageError(parser.unknownOptionNames().isEmpty()
                             ? parser.errorText()
                             : Text::tr("There is no option --%1.")
                                   .arg(parser.unknownOptionNames().constFirst()));
    CommandLine line;
    line.task = taskOf(parser);
    check(parser, line.task);
    line.model = parser.value("model");
    line.opened = openedFile(parser.positionalArguments(), line.task);
    if (parser.isSet("sentence"))
        line.sentence = parser.value("sentence");
    if (parser.isSet("picture"))
        readPicture(parser.value("picture"), line);
    line.file = widgets::figureFile(parser.value("export"));
    if (parser.isSet("view"))
        line.view = parseViews(QStringLiteral("view"), parser.value("view")).join(u',');
    line.style = parser.value("figure-style");
    line.quitAfterFirstPaint = parser.isSet(quitOption);
    readFigure(parser, line);
    readBatch(parser, line);
    check(line);
    return line;
}

SentenceExport CommandLine::sentenceExport() const {
    DocumentRequest documents{
        .views = panels(), .formats = formats, .moment = {}, .figure = figure};
    if (file != standardOutput)
        documents.formats = {widgets::suffixAmong(documentSuffixes(), file)};
    if (!moment.isEmpty())
        documents.moment = momentNamed(moment);
    return {.sentence = sentence.value_or(QString()),
            .model = model,
            .file = file,
            .documents = documents,
            .playing = playing,
            .style = style};
}

BatchOptions CommandLine::batch() const {
    BatchOptions options{
        .input = input,
        .output = file,
        .model = model,
        .jobs = jobs,
        .moment = moment,
        .documents = {.views = views, .formats = formats, .moment = {}, .figure = figure},
        .workerArguments = {}};
    QStringList &arguments = options.workerArguments;
    arguments = {"--batch",
                 "-",
                 QStringLiteral("--") + workerOption,
                 "--views",
                 views.join(u','),
                 "--format",
                 formats.join(u',')};
    const auto add = [&](bool wanted, const QStringList &more) {
        if (wanted)
            arguments += more;
    };
    add(!model.isEmpty(), {"--model", model});
    add(!moment.isEmpty(), {"--at", moment});
    add(!figure.size.isEmpty(),
        {"--size", QStringLiteral("%1x%2").arg(figure.size.width()).arg(figure.size.height())});
    add(figure.scale != 1, {"--scale", QString::number(figure.scale)});
    add(figure.heatmap.posterior, {"--posterior"});
    add(figure.dark, {"--dark"});
    if (!moment.isEmpty())
        options.documents.moment = momentNamed(moment);
    return options;
}

QString helpText() {
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

bool needsNoDisplay(const QStringList &arguments) {
    constexpr std::array options{"--export", "--batch", "--help", "-h", "--version", "-v"};
    return std::ranges::any_of(arguments, [&](const QString &argument) {
        return std::ranges::any_of(options, [&](const char *option) {
            return argument.section(u'=', 0, 0) == QLatin1String(option);
        });
    });
}

}  // namespace app
