// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "widgets/heatmap_layers.h"
#include "widgets/theme.h"

namespace widgets {

HeatmapMargins::HeatmapMargins(HeatmapPlot *plot, const QString &layer)
    : QCPLayerable(plot, layer), plot_(plot) {}

void HeatmapMargins::applyDefaultAntialiasingHint(QCPPainter *painter) const {
    painter->setAntialiasing(false);
}

void HeatmapMargins::draw(QCPPainter *painter) {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    if (layout.empty())
        return;
    painter->setFont(plot_->font());
    if (!layout.rowMargin.isNull())
        drawEntropy(painter);
    if (!layout.columnMargin.isNull())
        drawCoverage(painter);
}

namespace {

/// The frame of a full scale and, within it, what of the bars is in view.
template <class BarOf>
void drawBars(QCPPainter *painter, const HeatmapPlot *plot, const QRectF &scale, int count,
              int marked, const QColor &hue, BarOf barOf) {
    const Theme &theme = Theme::of(plot->palette());
    painter->setPen(QPen(theme.outline, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(scale);
    painter->setPen(Qt::NoPen);
    for (int i = 0; i < count; ++i) {
        const QRectF bar = barOf(i).intersected(scale);
        if (!bar.isEmpty())
            painter->fillRect(bar, i == marked ? hue : theme.mutedText);
    }
}

void write(QCPPainter *painter, const HeatmapPlot *plot, const QRectF &place, int alignment,
           const QStringList &lines) {
    painter->setPen(Theme::of(plot->palette()).mutedText);
    const TextMeasure measure = plot->measure();
    for (qsizetype i = 0; i < lines.size(); ++i)
        painter->drawText(
            QRectF(place.left(), place.top() + static_cast<double>(i) * measure.height,
                   place.width(), measure.height),
            alignment | Qt::AlignVCenter, elided(lines[i], place.width(), measure));
}

}  // namespace

void HeatmapMargins::drawEntropy(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const QRectF &scale = layout.rowMargin;
    const HeatmapMarks &marks = plot_->marks();
    drawBars(painter, plot_, scale, static_cast<int>(plot_->data().entropy.size()),
             marks.row >= 0 ? marks.row : marks.currentRow,
             Theme::of(plot_->palette()).role(Role::target),
             [this](int row) { return plot_->entropyBar(row); });
    write(painter, plot_,
          QRectF(scale.left(), scale.bottom() + layout.gap, scale.width(), 2 * layout.lineHeight),
          Qt::AlignLeft, plot_->arrangement().rowHeading);
}

void HeatmapMargins::drawCoverage(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const QRectF &scale = layout.columnMargin;
    drawBars(painter, plot_, scale, static_cast<int>(plot_->data().coverage.size()),
             plot_->marks().column, Theme::of(plot_->palette()).role(Role::source),
             [this](int column) { return plot_->coverageBar(column); });
    const double left = plot_->arrangedArea().left();
    write(painter, plot_,
          QRectF(left, scale.top(), scale.left() - layout.gap - left, 2 * layout.lineHeight),
          Qt::AlignRight, plot_->arrangement().columnHeading);
}

}  // namespace widgets
