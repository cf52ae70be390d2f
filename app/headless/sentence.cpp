// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/headless/sentence.h"

#include <unistd.h>

#include <QApplication>
#include <cstdio>

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "model/decoding/search.h"
#include "widgets/drawing/style.h"
#include "widgets/drawing/theme.h"
#include "widgets/views/styled_figure.h"

namespace app {
namespace {

const QString standardOutput = QStringLiteral("-");

/// Whose tr() the texts here are.
struct SentenceText {
    Q_DECLARE_TR_FUNCTIONS(app::CommandLine)
};

/// The translation as a view plays it.
void writePlayed(const std::shared_ptr<const model::Trace> &trace, const SentenceExport &wanted) {
    const widgets::FigureOptions &figure = wanted.documents.figure;
    const widgets::Theme &theme =
        figure.dark ? widgets::Theme::darkTheme() : widgets::Theme::light();
    QApplication::setStyle(new widgets::Style);
    widgets::Viewpoint viewpoint;
    viewpoint.setTrace(trace);
    const widgets::ViewKind &kind = *widgets::viewNamed(wanted.documents.views.constFirst());
    const QVariantMap options = kind.name == QLatin1String("heatmap")
                                    ? widgets::storedOptions(figure.heatmap)
                                    : kind.usualOptions;
    widgets::PlayedView played(viewpoint, kind, options, theme.palette(), wanted.playing);
    widgets::checkAnimationSize(played.frameSize(), widgets::animationFormat(wanted.file));
    const bool terminal = ::isatty(STDERR_FILENO) != 0;
    const auto tell = [terminal](double done) {
        if (terminal)
            std::fprintf(stderr, done < 1 ? "\r%d %%" : "\r\033[K", static_cast<int>(done * 100));
    };
    widgets::writeAnimation(
        wanted.file, played.frames(), [&](int i) { return played.frame(i); }, tell);
}

/// Several views as one figure, or one in a style. @throws widgets::ExportError
QByteArray styledBytes(const std::shared_ptr<const model::Trace> &trace,
                       const SentenceExport &wanted) {
    const DocumentRequest &request = wanted.documents;
    widgets::FigureStyle style;
    if (request.figure.dark)
        style.ground = widgets::Ground::dark;
    if (request.figure.size.width() > 0)
        style.width = widgets::millimetresOf(request.figure.size.width());
    if (!wanted.style.isEmpty()) {
        const QVariantMap styles = settings::styles();
        if (!styles.contains(wanted.style))
            throw widgets::ExportError(
                SentenceText::tr("There is no style of figures with the name “%1”.")
                    .arg(wanted.style));
        style = widgets::restoredOptions<widgets::FigureStyle>(styles[wanted.style].toMap());
    }
    QApplication::setStyle(new widgets::Style);
    widgets::Viewpoint viewpoint;
    viewpoint.setTrace(trace);
    const auto optionsOf = [&](const QString &view) {
        return view == QLatin1String("heatmap") ? widgets::storedOptions(request.figure.heatmap)
                                                : QVariantMap();
    };
    const widgets::Figure figure =
        widgets::styledFigure(viewpoint, request.views, style, optionsOf);
    return widgets::figureBytes(figure, request.formats.constFirst(), request.figure.scale);
}

void check(const QString &file) {
    if (isAnimation(file))
        widgets::checkAnimationFile(file);
    else if (file != standardOutput)
        widgets::checkOutputFile(file, documentSuffixes());
}

void writeDocument(const QByteArray &bytes, const QString &file) {
    if (file != standardOutput)
        return widgets::saveFile(file, bytes);
    const auto size = std::size_t(bytes.size());
    if (std::fwrite(bytes.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
        throw widgets::ExportError(
            SentenceText::tr("The figure could not be written to the standard output."));
}

/// Several tables are one file, with an empty line between them.
QByteArray joined(const std::vector<Document> &documents) {
    QByteArray bytes;
    for (const Document &document : documents)
        bytes += (bytes.isEmpty() ? QByteArray() : QByteArray("\r\n")) + document.bytes;
    return bytes;
}

}  // namespace

bool isAnimation(const QString &file) {
    return file.endsWith(u'/') ||
           !widgets::suffixAmong(widgets::animationSuffixes(), file).isEmpty();
}

QString exportSentence(const SentenceExport &wanted) {
    check(wanted.file);
    const auto model = modelReader(wanted.model)({});
    const auto trace = model::translate(model, wanted.sentence.toStdString());
    if (isAnimation(wanted.file))
        writePlayed(trace, wanted);
    else if (wanted.documents.views.size() > 1 || !wanted.style.isEmpty())
        writeDocument(styledBytes(trace, wanted), wanted.file);
    else
        writeDocument(joined(Documents(wanted.documents).of(trace)), wanted.file);
    if (trace->ending != model::Ending::length)
        return {};
    return SentenceText::
        tr("Decoding was stopped at the length limit, %1 pieces; the figure shows it up to there.")
            .arg(trace->targetLength());
}

}  // namespace app
