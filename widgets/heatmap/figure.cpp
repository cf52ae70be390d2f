// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/figure.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <memory>

#include "widgets/drawing/theme.h"
#include "widgets/figure/text.h"
#include "widgets/heatmap/plot.h"
#include "widgets/text/use_names.h"

namespace widgets {
namespace {

constexpr int widestLegend = 40;  // font sizes that a figure is made wider for
constexpr int anyNumber = 1000;   // of lines
constexpr double leastCell = 3;   // pixels: what can just be told from the next

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(widgets::HeatmapFigure)
};

/// The heatmap with its title above and its legend below, ready to be painted anywhere.
class HeatmapFigure {
  public:
    HeatmapFigure(const model::Trace &trace, const FigureOptions &options)
        : em_(options.fontPixels), texts_(options.texts), font_(figureFont(options.fontPixels)) {
        plot_.setFont(font_);
        plot_.setPalette(theme(options).palette());
        HeatmapOptions shown = options.heatmap;
        shown.effects = shown.effects && options.effects;
        plot_.setOptions(shown);
        HeatmapData data =
            heatmapData(trace, options.heatmap.words, options.steps,
                        {.posterior = options.heatmap.posterior ? options.posterior.get() : nullptr,
                         .effects = options.heatmap.effects ? options.effects.get() : nullptr,
                         .original = options.original.get(),
                         .originalEffects = options.originalEffects.get()});
        sentence_ = sourceTitle(trace.source);
        translation_ = QString::fromStdString(trace.translation).simplified();
        const QString name = QString::fromStdString(trace.model->metadata("name")).simplified();
        legend_ = options.heatmap.posterior ? Text::tr("Posterior attention, 0 to 1")
                                            : Text::tr("Attention weights, 0 to 1");
        if (!name.isEmpty())
            legend_ = Text::tr("%1 · model “%2”").arg(legend_, name);
        if (trace.ending == model::Ending::length)
            legend_ = Text::tr("%1 · stopped at the length limit").arg(legend_);
        plot_.setData(std::move(data));
        size_ = completed(options.size);
        arrange(theme(options), options.size.height() > 0 ? linesIn(size_.height()) : anyNumber);
        checkRoom();
    }

    QSize size() const { return size_; }
    QString title() const { return sentence_ + QStringLiteral(" → ") + translation_; }
    const QString &legend() const { return legend_; }

    void paint(QCPPainter &painter) {
        painter.setMode(QCPPainter::pmNoCaching);
        painter.save();
        plot_.toPainter(&painter, size_.width(), size_.height());
        painter.restore();
        source_.draw(painter);
        target_.draw(painter);
        foot_.draw(painter);
    }

  private:
    static const Theme &theme(const FigureOptions &options) {
        return options.dark ? Theme::darkTheme() : Theme::light();
    }

    /// With the sides that the words need where none are given.
    QSize completed(const QSize &given) const {
        const HeatmapData &data = plot_.data();
        const QSize cells = comfortableHeatmapSize(data.rowLabels(), data.columnLabels(),
                                                   plot_.measure(), plot_.arrangement());
        const int pads = 2 * em_;
        const int legend = std::min(static_cast<int>(std::ceil(plot_.measure().width(legend_))),
                                    widestLegend * em_);
        const int width =
            given.width() > 0
                ? given.width()
                : std::max({cells.width(), texts_ ? legend : 0, texts_ ? 22 * em_ : 0}) + pads;
        if (given.height() > 0)
            return {width, given.height()};
        if (!texts_)
            return {width, cells.height() + pads};
        // Title and legend take as many lines as they need at this width.
        const auto height = [&](const QString &text) {
            return FigureText(text, font_, {}, width - pads, anyNumber).height();
        };
        const double text = height(title()) + height(legend_);
        return {width, cells.height() + static_cast<int>(std::ceil(text)) + 7 * em_};
    }

    /// How many lines each text may have where the height is given.
    int linesIn(int height) const {
        return std::max(1, static_cast<int>(height * 0.15 / (em_ * 1.3)));
    }

    /// Title lines on top, legend at the bottom, the plot in what is left.
    void arrange(const Theme &theme, int lines) {
        const double pad = em_;
        if (!texts_) {
            plot_.resize(size_);
            plot_.arrange(QRect({}, size_).adjusted(0, em_, 0, -em_));
            return;
        }
        const double width = size_.width() - 2 * pad;
        QFont bold = font_;
        bold.setBold(true);
        source_ = FigureText(sentence_, bold, theme.role(Role::source), width, lines);
        target_ = FigureText(translation_, bold, theme.role(Role::target), width, lines);
        foot_ = FigureText(legend_, font_, theme.mutedText, width, lines);
        source_.moveTo({pad, pad * 0.8});
        target_.moveTo({pad, pad * 0.8 + source_.height()});
        foot_.moveTo({pad, size_.height() - pad * 0.8 - foot_.height()});
        const double top = pad + source_.height() + target_.height();
        plot_.resize(size_);
        plot_.arrange(QRect(0, static_cast<int>(top), size_.width(),
                            static_cast<int>(size_.height() - top - foot_.height() - pad * 0.6)));
    }

    /// @throws ExportError where the words leave no room for the cells.
    void checkRoom() const {
        const HeatmapLayout &layout = plot_.layoutOfParts();
        if (!layout.empty() && std::min(layout.cellWidth, layout.cellHeight) >= leastCell)
            return;
        const QSize enough = completed({});
        throw ExportError(
            Text::tr("In %1 × %2 pixels there is no room for this heatmap; %3 × %4 are enough.")
                .arg(size_.width())
                .arg(size_.height())
                .arg(enough.width())
                .arg(enough.height()));
    }

    int em_;      ///< pixels of the font
    bool texts_;  ///< what stands above and below
    QFont font_;
    HeatmapPlot plot_;
    QString sentence_;
    QString translation_;
    QString legend_;
    QSize size_;
    FigureText source_;
    FigureText target_;
    FigureText foot_;
};

}  // namespace

QFont figureFont(int pixels) {
    QFont font = QCoreApplication::instance() ? QGuiApplication::font() : QFont();
    // By its real name: other programs do not know what "Sans Serif" means here.
    font.setFamily(QFontInfo(font).family());
    font.setPixelSize(pixels);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

void checkHeatmap(const model::Trace &trace, const FigureOptions &options) {
    if (!trace.hasAttention())
        throw ExportError(Text::tr("There is no heatmap to export: this model has no attention."));
    if (trace.steps.empty() || trace.source.empty())
        throw ExportError(
            Text::tr("There is no heatmap to export: nothing has been translated yet."));
    if (options.heatmap.posterior && !options.posterior)
        throw ExportError(
            Text::tr("There is no heatmap to export: the posterior attention is not known yet."));
}

Figure heatmapFigure(const model::Trace &trace, const FigureOptions &options) {
    checkHeatmap(trace, options);
    const auto drawing = std::make_shared<HeatmapFigure>(trace, options);
    return {drawing->size(), drawing->title(), drawing->legend(),
            [drawing](QCPPainter &painter) { drawing->paint(painter); }};
}

FigureJob paintHeatmap(const model::Trace &trace, const QString &file,
                       const FigureOptions &options) {
    checkFigureFile(file);
    if (!options.size.isEmpty())
        checkFigureSize(options.size, options.scale, file);
    return paintFigure(heatmapFigure(trace, options), file, options.scale);
}

}  // namespace widgets
