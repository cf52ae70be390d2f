// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/styled_figure.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <memory>

#include "model/decoding/posterior.h"
#include "widgets/drawing/theme.h"
#include "widgets/figure/page.h"
#include "widgets/heatmap/figure.h"
#include "widgets/heatmap/latex.h"
#include "widgets/text/use_names.h"
#include "widgets/viewpoint/deriver.h"
#include "widgets/viewpoint/viewpoint.h"
#include "widgets/views/views.h"

namespace widgets {
namespace {

constexpr double millimetresPerInch = 25.4;
constexpr double pixelsPerInch = 96;
constexpr double pointsPerInch = 72;
const QString heatmapName = QStringLiteral("heatmap");

const Theme &themeOf(Ground ground) {
    return ground == Ground::dark ? Theme::darkTheme() : Theme::light();
}

int fontPixelsOf(const FigureStyle &style) {
    if (style.font <= 0)
        return FigureOptions().fontPixels;
    return std::max(1, static_cast<int>(std::lround(style.font / pointsPerInch * pixelsPerInch)));
}

/// The views that are made into one figure, which lives as long as it does.
class StyledViews {
  public:
    StyledViews(const Viewpoint &seen, const FigureStyle &style) : style_(style) {
        viewpoint_.showLike(seen);
    }

    /// @throws ExportError if there is nothing to show
    void check() const { static_cast<void>(traceOf()); }

    /// @throws ExportError
    Figure figureOf(const QString &name, QVariantMap options, int width, bool alone) {
        alone_ = alone;
        const ViewKind &kind = *viewNamed(name);
        options = styled(name, std::move(options));
        if (name == heatmapName)
            return heatmapFigure(traceOf(),
                                 heatmapOptions(restoredOptions<HeatmapOptions>(options), width));
        views_.push_back(kind.make(&viewpoint_, options));
        View &view = *views_.back();
        view.widget().setPalette(themeOf(style_.ground).palette());
        if (style_.font > 0)
            view.widget().setFont(figureFont(fontPixelsOf(style_)));
        showOffScreen(view, {width, 0});
        if (!view.message().isEmpty())
            throw ExportError(view.message());
        return view.figure(titleOf());
    }

    /// Of a view that shows what the others would.
    std::vector<Table> tablesOf(const QString &name, const QVariantMap &options) {
        const auto view = viewNamed(name)->make(&viewpoint_, options);
        showOffScreen(*view);
        return view->tables();
    }

    QString latexOf(const HeatmapOptions &heatmap) {
        return heatmapLatex(traceOf(),
                            heatmapOptions(heatmap, static_cast<int>(pixelsOf(style_.width))));
    }

    /// With sentence and translation above, if the style wants that.
    Figure withTitle(Figure figure) const {
        return style_.title ? titled(std::move(figure), lines(), look()) : figure;
    }

    /// What the user has chosen, but for what the style knows.
    QVariantMap styled(const QString &name, QVariantMap options) const {
        const QVariantMap style = widgets::storedOptions(style_);
        for (const QString &key :
             {QStringLiteral("words"), QStringLiteral("colors"), QStringLiteral("colorBar")})
            if (viewNamed(name)->usualOptions.contains(key))
                options[key] = style[key];
        return options;
    }

    PageLook look() const {
        const Theme &theme = themeOf(style_.ground);
        return {.font = figureFont(fontPixelsOf(style_)),
                .text = theme.text,
                .ground = style_.ground == Ground::transparent ? QColor() : theme.surface,
                .columns = static_cast<int>(style_.columns)};
    }

  private:
    const model::Trace &traceOf() const {
        if (!viewpoint_.trace())
            throw ExportError(QCoreApplication::translate(
                "widgets::HeatmapFigure",
                "There is no heatmap to export: nothing has been translated yet."));
        return *viewpoint_.trace();
    }

    FigureOptions heatmapOptions(const HeatmapOptions &heatmap, int width) const {
        FigureOptions options{.size = {width, 0},
                              .dark = style_.ground == Ground::dark,
                              .heatmap = heatmap,
                              .posterior = viewpoint_.posterior(),
                              .effects = viewpoint_.derived().effects,
                              .original = viewpoint_.referenceOfSource(),
                              .originalEffects = viewpoint_.derived().referenceEffects,
                              .fontPixels = fontPixelsOf(style_),
                              .texts = style_.title && alone_};
        if (heatmap.posterior && !options.posterior && traceOf().hasAttention())
            options.posterior =
                std::make_shared<const model::Posterior>(model::posteriorAttention(traceOf()));
        return options;
    }

    QString sentence() const { return sourceTitle(viewpoint_.trace()->source); }
    QString translation() const {
        return QString::fromStdString(viewpoint_.trace()->translation).simplified();
    }
    QString titleOf() const { return sentence() + QStringLiteral(" → ") + translation(); }
    std::vector<TitleLine> lines() const {
        const Theme &theme = themeOf(style_.ground);
        return {{sentence(), theme.role(Role::source)}, {translation(), theme.role(Role::target)}};
    }

    FigureStyle style_;
    bool alone_ = true;
    Viewpoint viewpoint_;
    Deriver deriver_{&viewpoint_};
    std::vector<std::unique_ptr<View>> views_;  // go first
};

/// How wide each of some figures side by side is; 0: as it needs.
int widthOfEach(const FigureStyle &style, qsizetype count) {
    if (style.width <= 0)
        return 0;
    const auto columns =
        std::clamp<int>(static_cast<int>(style.columns), 1, std::max(1, static_cast<int>(count)));
    const double gaps = (columns - 1) * std::ceil(fontPixelsOf(style) * 1.2);
    return static_cast<int>((pixelsOf(style.width) - gaps) / columns);
}

}  // namespace

double pixelsOf(double millimetres) {
    return millimetres / millimetresPerInch * pixelsPerInch;
}

double millimetresOf(double pixels) {
    return pixels / pixelsPerInch * millimetresPerInch;
}

namespace {

QVariantMap optionsFor(const QString &view,
                       const std::function<QVariantMap(const QString &view)> &optionsOf) {
    QVariantMap options = viewNamed(view)->usualOptions;
    if (optionsOf)
        options.insert(optionsOf(view));
    return options;
}

}  // namespace

std::vector<Table> viewTables(const Viewpoint &seen, const QString &view,
                              const std::function<QVariantMap(const QString &view)> &optionsOf) {
    StyledViews made(seen, {});
    return made.tablesOf(view, optionsFor(view, optionsOf));
}

QString styledLatex(const Viewpoint &seen, const FigureStyle &style,
                    const std::function<QVariantMap(const QString &view)> &optionsOf) {
    StyledViews made(seen, style);
    const QVariantMap options = made.styled(heatmapName, optionsFor(heatmapName, optionsOf));
    return made.latexOf(restoredOptions<HeatmapOptions>(options));
}

Figure styledFigure(const Viewpoint &seen, const QStringList &views, const FigureStyle &style,
                    const std::function<QVariantMap(const QString &view)> &optionsOf) {
    const auto made = std::make_shared<StyledViews>(seen, style);
    made->check();
    const bool alone = views.size() == 1;
    std::vector<Figure> figures;
    for (const QString &view : views)
        figures.push_back(made->figureOf(view, optionsFor(view, optionsOf),
                                         widthOfEach(style, views.size()), alone));
    // The heatmap has the words in its own figure.
    Figure figure = alone ? figures.front() : page(std::move(figures), made->look());
    if (!alone || views.constFirst() != heatmapName)
        figure = made->withTitle(std::move(figure));
    if (style.ground == Ground::transparent)
        figure.grounds = {Theme::light().surface, Theme::light().window};
    figure.paint = [made, paint = figure.paint](QCPPainter &painter) { paint(painter); };
    return figure;
}

}  // namespace widgets
