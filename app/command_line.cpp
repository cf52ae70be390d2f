// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <optional>

#include "app/session/session.h"
#include "app/settings/appearance.h"
#include "model/decoding/search.h"
#include "widgets/drawing/style.h"
#include "widgets/text/numbers.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

namespace app {
namespace {

constexpr int smallest = 100;  // pixels
constexpr int largest = 20000;
constexpr double smallestScale = 0.1;
constexpr double largestScale = 20;
const QString heatmap = QStringLiteral("heatmap");
const QString quitOption = QStringLiteral("quit-after-first-paint");

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
};

QString viewList() {
    return widgets::viewNames().join(QStringLiteral(", "));
}

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
         Text::tr("Write the figure of a view of the sentence as PNG, SVG or PDF, by the file's "
                  "suffix, and open no window."),
         Text::tr("FILE")},
        {"view",
         Text::tr("With --export: the view, one of %1; by default %2, the alignment heatmap.")
             .arg(viewList(), heatmap),
         Text::tr("NAME")},
        {"size",
         Text::tr("Size of the figure in pixels of 1/96 inch, such as 800x600, which as PDF is a "
                  "page of 600 by 450 points; by default as large as its words need. Views with "
                  "more than fits become as long as that is."),
         Text::tr("WxH")},
        {"scale",
         Text::tr("Pixels that a PNG has for each pixel of its size, such as 2.5; 1 by default."),
         Text::tr("NUMBER")},
        {"posterior",
         Text::tr("With --export: a heatmap of the posterior attention, given the words that "
                  "came.")},
        {"dark", Text::tr("A figure, or a window, on dark ground.")},
    });
    parser.addPositionalArgument(
        QStringLiteral("FILE"),
        Text::tr("A model, a session, or a text whose sentences are translated, to open in the "
                 "window."),
        QStringLiteral("[FILE]"));
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
            Text::tr("--size got '%1', expected width and height from %2 to %3 pixels, such as "
                     "800x600.")
                .arg(text)
                .arg(smallest)
                .arg(largest));
    return size;
}

double parseScale(const QString &text) {
    const auto written = [](double number) {
        return widgets::numberText(number, {.trimmed = true});
    };
    const std::optional<double> scale = widgets::readNumber(text);
    if (!scale || *scale < smallestScale || *scale > largestScale)
        throw UsageError(Text::tr("--scale got '%1', expected a number from %2 to %3.")
                             .arg(text, written(smallestScale), written(largestScale)));
    return *scale;
}

QString parseView(const QString &name) {
    if (!widgets::viewNamed(name))
        throw UsageError(Text::tr("--view got '%1', expected one of %2.").arg(name, viewList()));
    return name;
}

CommandLine::Task taskOf(const QCommandLineParser &parser) {
    if (parser.isSet("help"))
        return CommandLine::Task::help;
    if (parser.isSet("version"))
        return CommandLine::Task::version;
    return parser.isSet("export") ? CommandLine::Task::exportFigure : CommandLine::Task::window;
}

bool isPng(const QString &file) {
    return widgets::figureSuffix(file) == QLatin1String("png");
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

void check(const QCommandLineParser &parser, CommandLine::Task task) {
    if (parser.isSet("model") && parser.value("model").isEmpty())
        throw UsageError(Text::tr("--model got nothing, expected FILE."));
    if (task == CommandLine::Task::exportFigure) {
        if (!parser.isSet("sentence"))
            throw UsageError(Text::tr("--export needs --sentence."));
        if (parser.isSet("scale") && !isPng(widgets::figureFile(parser.value("export"))))
            throw UsageError(Text::tr("--scale is for PNG: only a picture has pixels."));
        if (parser.isSet("posterior") && parser.isSet("view") && parser.value("view") != heatmap)
            throw UsageError(Text::tr("--posterior is for the heatmap."));
    } else if (task == CommandLine::Task::window &&
               (parser.isSet("size") || parser.isSet("scale") || parser.isSet("posterior") ||
                parser.isSet("view"))) {
        throw UsageError(Text::tr("--view, --size, --scale and --posterior are for --export."));
    }
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
    CommandLine commandLine;
    commandLine.task = taskOf(parser);
    check(parser, commandLine.task);
    commandLine.model = parser.value("model");
    commandLine.opened = openedFile(parser.positionalArguments(), commandLine.task);
    if (parser.isSet("sentence"))
        commandLine.sentence = parser.value("sentence");
    commandLine.file = widgets::figureFile(parser.value("export"));
    if (parser.isSet("view"))
        commandLine.view = parseView(parser.value("view"));
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

namespace {

/// A figure with the words on its axes, and with title and legend.
void exportHeatmap(const std::shared_ptr<const model::Trace> &trace,
                   const CommandLine &commandLine) {
    widgets::FigureOptions figure = commandLine.figure;
    if (figure.heatmap.posterior && trace->hasAttention())
        figure.posterior =
            std::make_shared<const model::Posterior>(model::posteriorAttention(*trace));
    widgets::writeHeatmap(*trace, commandLine.file, figure);
}

/// What a window would show of it at the end.
void exportView(const std::shared_ptr<const model::Trace> &trace, const CommandLine &commandLine) {
    const widgets::FigureOptions &figure = commandLine.figure;
    QApplication::setStyle(new widgets::Style);
    applyAppearance(figure.dark ? Appearance::dark : Appearance::light);
    widgets::Viewpoint viewpoint;
    const widgets::Deriver deriver(&viewpoint);
    viewpoint.setTrace(trace);
    const widgets::ViewKind &kind = *widgets::viewNamed(commandLine.view);
    const std::unique_ptr<widgets::View> view = kind.make(&viewpoint);
    widgets::showOffScreen(*view, figure.size);
    if (!view->message().isEmpty())
        throw widgets::ExportError(view->message());
    const QString title = Text::tr("%1: %2 → %3")
                              .arg(kind.title(), QString::fromStdString(trace->source.text()),
                                   QString::fromStdString(trace->translation));
    widgets::writeFigure(view->figure(title), commandLine.file, figure.scale);
}

}  // namespace

QString exportFigure(const CommandLine &commandLine) {
    widgets::checkFigureFile(commandLine.file);
    const auto model = modelReader(commandLine.model)({});
    const auto trace = model::translate(model, commandLine.sentence.value_or("").toStdString());
    if (commandLine.view == heatmap)
        exportHeatmap(trace, commandLine);
    else
        exportView(trace, commandLine);
    if (trace->ending != model::Ending::length)
        return {};
    return Text::tr(
               "The translation was stopped at its length limit, %1 pieces; the figure shows it "
               "up to there.")
        .arg(trace->targetLength());
}

}  // namespace app
