// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainterPath>
#include <algorithm>
#include <cmath>
#include <vector>

#include "widgets/drawing/text_measure.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/layers.h"

// What lies around the cells: bars in the margins, frames of what is marked.
namespace widgets {

// Bars

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
    if (!layout.effects.isNull())
        drawEffects(painter);
}

namespace {

/// The frame of a full scale and, within it, what of the bars is in view.
template <class BarOf>
void drawBars(QCPPainter *painter, const HeatmapPlot *plot, const QRectF &scale, int count,
              int marked, const QColor &hue, BarOf barOf) {
    const Theme theme = Theme::of(*plot);
    painter->setPen(theme.pen(theme.outline, 1));
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

void HeatmapMargins::drawEffects(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const Theme theme = Theme::of(plot_->palette());
    const model::Matrix &effects = plot_->data().effects;
    for (int row = 0; row < effects.rows(); ++row)
        for (int kind = 0; kind < effects.cols(); ++kind) {
            const QRectF cell = plot_->effectCell(row, kind).intersected(layout.effects);
            if (cell.isEmpty())
                continue;
            painter->fillRect(cell, plot_->effectColor(row, kind));
            drawEffectBefore(painter, row, kind);
        }
    painter->setPen(theme.pen(theme.outline, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(layout.effects);
    const QStringList headings = plot_->arrangement().effectHeading;
    for (int kind = 0; kind < headings.size(); ++kind) {
        const QRectF column = plot_->effectCell(0, kind);
        if (kind > 0)
            painter->drawLine(QPointF(column.left(), layout.effects.top()),
                              QPointF(column.left(), layout.effects.bottom()));
        write(painter, plot_,
              QRectF(column.left(), layout.effects.bottom() + layout.gap, column.width(),
                     layout.lineHeight),
              Qt::AlignHCenter, {headings[kind]});
        painter->setPen(theme.pen(theme.outline, 1));
    }
}

/// In the colour of what it was, framed in what is seen on it and on the cell.
void HeatmapMargins::drawEffectBefore(QCPPainter *painter, int row, int kind) const {
    const QRectF window = plot_->effectMark(row, kind).intersected(plot_->layoutOfParts().effects);
    if (window.isEmpty())
        return;
    const Theme theme = Theme::of(*plot_);
    const QColor before = plot_->colorOf(*plot_->effectBefore(row, kind));
    painter->fillRect(window, before);
    painter->setPen(theme.pen(textOn(plot_->effectColor(row, kind)), 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(window);
}

// Frames

namespace {

constexpr double halo = 1;
constexpr double roomyCell = 14;  // pixels: from here on, a neighbour can spare two of them

/// A frame around cells, by how far it reaches out of them.
struct Frame {
    QRectF cells;
    QColor color;
    double above = 1;     ///< and below
    double beside = 1;    ///< on either side
    QPainterPath spared;  ///< what it may not cover
};

void drawRing(QCPPainter *painter, const QRectF &inner, double above, double beside,
              const QColor &color) {
    const QRectF outer = inner.adjusted(-beside, -above, beside, above);
    painter->fillRect(QRectF(outer.left(), outer.top(), outer.width(), above), color);
    painter->fillRect(QRectF(outer.left(), inner.bottom(), outer.width(), above), color);
    painter->fillRect(QRectF(outer.left(), inner.top(), beside, inner.height()), color);
    painter->fillRect(QRectF(inner.right(), inner.top(), beside, inner.height()), color);
}

void drawFrame(QCPPainter *painter, const QRect &area, const Frame &frame, double more,
               const QColor &color) {
    painter->save();
    if (!frame.spared.isEmpty()) {
        QPainterPath free;
        free.addRect(area);
        painter->setClipPath(free.subtracted(frame.spared), Qt::IntersectClip);
    }
    drawRing(painter, frame.cells, frame.above + more, frame.beside + more, color);
    painter->restore();
}

/// As the cells are drawn, to whole device pixels.
QRectF drawnRect(const HeatmapPlot *plot, const HeatmapCell &first, const HeatmapCell &last,
                 double ratio) {
    const QRectF rect = plot->cellRect(first).united(plot->cellRect(last));
    const auto snap = [ratio](double value) { return std::round(value * ratio) / ratio; };
    return {QPointF(snap(rect.left()), snap(rect.top())),
            QPointF(snap(rect.right()), snap(rect.bottom()))};
}

std::vector<Frame> framesOf(const HeatmapPlot *plot, double ratio) {
    const HeatmapLayout &layout = plot->layoutOfParts();
    const HeatmapMarks &marks = plot->marks();
    const Theme theme = Theme::of(*plot);
    const auto rowRect = [&](int row) {
        return drawnRect(plot, {row, 0}, {row, layout.columns - 1}, ratio);
    };
    QPainterPath rows;
    for (const int row : {marks.row, marks.currentRow})
        if (row >= 0)
            rows.addRect(rowRect(row));
    rows.setFillRule(Qt::WindingFill);  // both may be one
    const double thin = theme.thickness(1);
    const double thick = theme.thickness(2);
    const double wide = layout.cellHeight >= roomyCell ? thick : thin;
    // Of two small rows next to each other, neither may hide the other.
    const QPainterPath others = layout.cellHeight >= roomyCell ? QPainterPath() : rows;
    std::vector<Frame> frames;
    if (marks.column >= 0)
        frames.push_back(
            {drawnRect(plot, {0, marks.column}, {layout.rows - 1, marks.column}, ratio),
             theme.role(Role::source), thin, thin, rows});
    if (marks.row >= 0)
        frames.push_back({rowRect(marks.row), theme.role(Role::target), thin, thin, others});
    if (marks.currentRow >= 0)
        frames.push_back({rowRect(marks.currentRow), theme.emphasis, wide, thick, others});
    if (marks.cursor)
        frames.push_back({drawnRect(plot, *marks.cursor, *marks.cursor, ratio),
                          theme.role(Role::source),
                          thick,
                          thick,
                          {}});
    return frames;
}

}  // namespace

HeatmapOverlay::HeatmapOverlay(HeatmapPlot *plot, const QString &layer)
    : QCPLayerable(plot, layer), plot_(plot) {}

QRect HeatmapOverlay::clipRect() const {
    // All, unless only a part of the matrix is in view.
    const int out = static_cast<int>(Theme::of(*plot_).thickness(2) + halo);
    return plot_->zoom().whole()
               ? plot_->viewport()
               : plot_->layoutOfParts().cells.adjusted(-out, 1 - out, out, 1 + out);
}

void HeatmapOverlay::applyDefaultAntialiasingHint(QCPPainter *painter) const {
    painter->setAntialiasing(false);
}

void HeatmapOverlay::draw(QCPPainter *painter) {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    if (layout.empty())
        return;
    std::vector<Frame> frames = framesOf(plot_, painter->device()->devicePixelRatioF());
    std::erase_if(
        frames, [&](const Frame &frame) { return !frame.cells.intersects(QRectF(layout.cells)); });
    // All halos first: none interrupts a frame.
    for (const Frame &frame : frames)
        drawFrame(painter, plot_->viewport(), frame, halo, Theme::of(plot_->palette()).surface);
    for (const Frame &frame : frames)
        drawFrame(painter, plot_->viewport(), frame, 0, frame.color);
}

}  // namespace widgets
