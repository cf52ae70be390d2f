// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/documents.h"

#include <QApplication>
#include <algorithm>
#include <utility>

#include "app/export/moment_name.h"
#include "app/settings/appearance.h"
#include "model/decoding/posterior.h"
#include "widgets/drawing/style.h"
#include "widgets/heatmap/latex.h"
#include "widgets/text/table.h"
#include "widgets/text/use_names.h"

namespace app {
namespace {

const QString csvFormat = QStringLiteral("csv");
const QString latexFormat = QStringLiteral("tex");
const QString heatmapView = QStringLiteral("heatmap");

/// Whose tr() the texts here are.
struct DocumentText {
    Q_DECLARE_TR_FUNCTIONS(app::Documents)
};

/// How many decoder steps are in view at a moment, of those whose attention is known.
int stepsAt(const widgets::Moment &moment, bool posterior) {
    const widgets::Stage needed = posterior ? widgets::Stage::word : widgets::Stage::softmax;
    return moment.reading() ? 0 : moment.index + (moment.stage >= needed ? 1 : 0);
}

}  // namespace

QStringList documentSuffixes() {
    return widgets::figureSuffixes() + QStringList{csvFormat, latexFormat};
}

Documents::Documents(DocumentRequest request) : request_(std::move(request)) {
    QApplication::setStyle(new widgets::Style);
    applyAppearance(request_.figure.dark ? Appearance::dark : Appearance::light);
}

std::vector<Document> Documents::of(const std::shared_ptr<const model::Trace> &trace) {
    viewpoint_.setTrace(trace);
    const widgets::Extent extent = viewpoint_.extent();
    if (request_.moment)
        checkMoment(*request_.moment, extent);
    viewpoint_.setMoment(request_.moment.value_or(widgets::lastMoment(extent)));
    std::vector<Document> documents;
    for (const QString &view : std::as_const(request_.views)) {
        std::optional<widgets::Figure> figure;
        for (const QString &format : std::as_const(request_.formats)) {
            if (format == csvFormat) {
                addTables(view, documents);
            } else if (format == latexFormat) {
                documents.push_back(latexOf(view));
            } else {
                if (!figure)
                    figure = figureOf(view);
                documents.push_back({view + u'.' + format,
                                     widgets::figureBytes(*figure, format, request_.figure.scale)});
            }
        }
    }
    return documents;
}

widgets::View &Documents::shown(const QString &name) {
    std::unique_ptr<widgets::View> &view = views_[name];
    if (!view) {
        const widgets::ViewKind &kind = *widgets::viewNamed(name);
        view = kind.make(&viewpoint_, name == heatmapView
                                          ? widgets::storedOptions(request_.figure.heatmap)
                                          : kind.usualOptions);
    }
    widgets::showOffScreen(*view, request_.figure.size);
    if (!view->message().isEmpty())
        throw widgets::ExportError(view->message());
    return *view;
}

widgets::Figure Documents::figureOf(const QString &view) {
    if (view == heatmapView)
        return widgets::heatmapFigure(*viewpoint_.trace(), heatmapOptions());
    const widgets::ViewKind &kind = *widgets::viewNamed(view);
    return shown(view).figure(titleOf(kind));
}

widgets::FigureOptions Documents::heatmapOptions() {
    widgets::FigureOptions options = request_.figure;
    if (options.heatmap.posterior && viewpoint_.trace()->hasAttention()) {
        if (!viewpoint_.posterior())  // once for all formats
            viewpoint_.setPosterior(std::make_shared<const model::Posterior>(
                model::posteriorAttention(*viewpoint_.trace())));
        options.posterior = viewpoint_.posterior();
    }
    options.steps = stepsAt(viewpoint_.moment(), options.heatmap.posterior);
    return options;
}

Document Documents::latexOf(const QString &view) {
    if (view != heatmapView)
        throw widgets::ExportError(DocumentText::tr("Only the heatmap can be written as LaTeX."));
    const QString text = widgets::heatmapLatex(*viewpoint_.trace(), heatmapOptions());
    return {view + u'.' + latexFormat, text.toUtf8()};
}

void Documents::addTables(const QString &view, std::vector<Document> &documents) {
    const std::vector<widgets::Table> tables = shown(view).tables();
    if (tables.empty() && request_.formats.size() > 1)
        return;  // a picture alone
    if (tables.empty())
        throw widgets::ExportError(
            DocumentText::tr("The view “%1” has no numbers of its own at this moment.")
                .arg(widgets::viewNamed(view)->title()));
    for (const widgets::Table &table : tables) {
        const QString name = tables.size() == 1 ? view : view + u'.' + table.name();
        documents.push_back({name + u'.' + csvFormat, widgets::csv(table).toUtf8()});
    }
}

QString Documents::titleOf(const widgets::ViewKind &kind) const {
    const model::Trace &trace = *viewpoint_.trace();
    return DocumentText::tr("%1: %2 → %3")
        .arg(kind.title(), widgets::sourceTitle(trace.source),
             QString::fromStdString(trace.translation));
}

}  // namespace app
