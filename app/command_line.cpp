// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>

#include "app/session/session.h"
#include "model/decoding/search.h"
#include "widgets/text/numbers.h"

namespace app {
namespace {

constexpr int smallest = 100;  // points
constexpr int largest = 20000;
constexpr double smallestScale = 0.1;
constexpr double largestScale = 20;
const QString quitOption = QStringLiteral("quit-after-first-paint");

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
};

void describe(QCommandLineParser &parser) {
    parser.setApplicationDescription(
        Text::tr("Watch an attention sequence-to-sequence model translate a French sentence."));
    parser.addOptions({
        {{"h", "help"}, Text::tr("Show this help.")},
        {{"v", "version"}, Text::tr("Show the version.")},
        {"model",
         Text::tr("Use this model file; or bottleneck, the built-in model without attention."),
         Text::tr("FILE")},
        {"sentence", Text::tr("The sentence to begin with, or to export."), Text::tr("TEXT")},
        {"export",
         Text::tr(
             "Write the sentence's alignment heatmap as PNG, SVG or PDF, by the file's suffix, and "
             "open no window."),
         Text::tr("FILE")},
        {"size",
         Text::tr("Size of the figure in points, such as 800x600; by default as large as its "
                  "words need."),
         Text::tr("WxH")},
        {"scale", Text::tr("Pixels a point of a PNG, such as 2.5; 1 by default."),
         Text::tr("NUMBER")},
        {"posterior",
         Text::tr("With --export: the posterior attention, given the words that came.")},
        {"dark", Text::tr("A figure, or a window, on dark ground.")},
    });
    QCommandLineOption quit(quitOption);
    quit.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOption(quit);
}

QSize parseSize(const QString &text) {
    static const QRegularExpression form(QStringLiteral("^(\\d{1,6})[x×](\\d{1,6})$"));
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool fits = std::min(size.width(), size.height()) >= smallest &&
                      std::max(size.width(), size.height()) <= largest;
    if (!match.hasMatch() || !fits)
        throw UsageError(
            Text::tr("--size got “%1”; it takes width and height from %2 to %3 points, such "
                     "as 800x600.")
                .arg(text)
                .arg(smallest)
                .arg(largest));
    return size;
}

double parseScale(const QString &text) {
    const auto written = [](double number) {
        return widgets::numberText(number, {.trimmed = true});
    };
    bool number = false;
    const double scale = text.toDouble(&number);
    if (!number || !(scale >= smallestScale && scale <= largestScale))
        throw UsageError(Text::tr("--scale got “%1”; it takes a number from %2 to %3.")
                             .arg(text, written(smallestScale), written(largestScale)));
    return scale;
}

CommandLine::Task taskOf(const QCommandLineParser &parser) {
    if (parser.isSet("help"))
        return CommandLine::Task::help;
    if (parser.isSet("version"))
        return CommandLine::Task::version;
    return parser.isSet("export") ? CommandLine::Task::exportFigure : CommandLine::Task::window;
}

bool isPng(const QString &file) {
    return file.endsWith(QLatin1String(".png"), Qt::CaseInsensitive);
}

void check(const QCommandLineParser &parser, CommandLine::Task task) {
    if (parser.isSet("model") && parser.value("model").isEmpty())
        throw UsageError(Text::tr("--model got nothing; it takes a file, or bottleneck."));
    if (!parser.positionalArguments().isEmpty())
        throw UsageError(Text::tr("“%1” is no option; a sentence goes after --sentence, in quotes.")
                             .arg(parser.positionalArguments().constFirst()));
    if (task == CommandLine::Task::exportFigure) {
        if (!parser.isSet("sentence"))
            throw UsageError(Text::tr("--export needs --sentence."));
        if (parser.isSet("scale") && !isPng(parser.value("export")))
            throw UsageError(Text::tr("--scale is for PNG: only a picture has pixels."));
    } else if (task == CommandLine::Task::window &&
               (parser.isSet("size") || parser.isSet("scale") || parser.isSet("posterior"))) {
        throw UsageError(Text::tr("--size, --scale and --posterior are for --export."));
    }
}

}  // namespace

CommandLine parseCommandLine(const QStringList &arguments) {
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        throw UsageError(parser.errorText());
    CommandLine commandLine;
    commandLine.task = taskOf(parser);
    check(parser, commandLine.task);
    commandLine.model = parser.value("model");
    if (parser.isSet("sentence"))
        commandLine.sentence = parser.value("sentence");
    commandLine.file = parser.value("export");
    commandLine.quitAfterFirstPaint = parser.isSet(quitOption);
    commandLine.figure.size = parser.isSet("size") ? parseSize(parser.value("size")) : QSize();
    if (parser.isSet("scale"))
        commandLine.figure.scale = parseScale(parser.value("scale"));
    commandLine.figure.dark = parser.isSet("dark");
    commandLine.figure.heatmap.posterior = parser.isSet("posterior");
    return commandLine;
}

QString helpText() {
    QCommandLineParser parser;
    describe(parser);
    return parser.helpText();
}

bool needsNoDisplay(const QStringList &arguments) {
    return std::any_of(arguments.begin(), arguments.end(), [](const QString &argument) {
        return argument == QLatin1String("--export") ||
               argument.startsWith(QLatin1String("--export=")) ||
               argument == QLatin1String("--help") || argument == QLatin1String("-h") ||
               argument == QLatin1String("--version") || argument == QLatin1String("-v");
    });
}

void exportFigure(const CommandLine &commandLine) {
    const auto model = modelReader(commandLine.model)({});
    const auto trace = model::translate(model, commandLine.sentence.value_or("").toStdString());
    widgets::FigureOptions figure = commandLine.figure;
    if (figure.heatmap.posterior && trace->hasAttention())
        figure.posterior =
            std::make_shared<const model::Posterior>(model::posteriorAttention(*trace));
    widgets::writeHeatmap(*trace, commandLine.file, figure);
}

}  // namespace app
