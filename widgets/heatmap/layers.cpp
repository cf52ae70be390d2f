// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/layers.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/label.h"
#include "widgets/drawing/text_measure.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

constexpr double gridFrom = 12.0;         // pixels per cell: below, lines would hide the colours
constexpr double vectorOverlap = 0.6;     // viewers leave hairline seams between vector neighbours
constexpr double smallestNumber = 0.045;  // of two decimals; less says no more than a pale cell

Theme themeOf(const QWidget *widget) {
    return Theme::of(*widget);
}

/// To whole device pixels, so that cells are crisp and without seams.
QRectF snapped(const QRectF &rect, double ratio) {
    const auto snap = [ratio](double value) { return std::round(value * ratio) / ratio; };
    return {QPointF(snap(rect.left()), snap(rect.top())),
            QPointF(snap(rect.right()), snap(rect.bottom()))};
}

/// A label, lying on a tint of its hue where it is marked.
void drawTintedLabel(QCPPainter *painter, const QRectF &rect, Qt::Alignment alignment,
                     const QString &text, const QColor &color, const QColor &background) {
    if (background.isValid()) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(background);
        painter->drawRoundedRect(rect.adjusted(-3, 0, 2, 0), 3, 3);  // no further: frames
    }
    painter->setPen(color);
    drawLabel(*painter, rect, alignment | Qt::AlignVCenter, text);
}

/// What may be drawn on: all, since frames lie on the edge of the matrix, unless only a part of
/// the matrix is in view.
QRect clipOf(const HeatmapPlot *plot) {
    return plot->zoom().whole() ? plot->viewport()
                                : plot->layoutOfParts().cells.adjusted(-1, 0, 1, 2);
}

bool inView(const HeatmapPlot *plot, const QRectF &rect) {
    return rect.intersects(plot->layoutOfParts().cells);
}

}  // namespace

// The matrix

HeatmapCells::HeatmapCells(HeatmapPlot *plot)
    : QCPAbstractPlottable(plot->xAxis, plot->yAxis), plot_(plot) {
    setSelectable(QCP::stNone);
}

double HeatmapCells::selectTest(const QPointF &, bool, QVariant *) const {
    return -1;  // picking goes through HeatmapPlot::cellAt
}

QCPRange HeatmapCells::getKeyRange(bool &found, QCP::SignDomain) const {
    found = !plot_->data().empty();
    return {-0.5, static_cast<double>(plot_->data().columns.size()) - 0.5};
}

QCPRange HeatmapCells::getValueRange(bool &found, QCP::SignDomain, const QCPRange &) const {
    found = !plot_->data().empty();
    return {-0.5, static_cast<double>(plot_->data().rows.size()) - 0.5};
}

QRect HeatmapCells::clipRect() const {
    return clipOf(plot_);
}

void HeatmapCells::draw(QCPPainter *painter) {
    if (plot_->layoutOfParts().empty())
        return;
    painter->setAntialiasing(false);
    drawComputed(painter);
    drawPending(painter);
    drawGrid(painter);
    drawNumbers(painter);
}

double HeatmapCells::shown(int row, int column) const {
    const model::Matrix &weights = plot_->data().weights;
    const bool last = row + 1 == weights.rows();
    return plot_->cellValue(row, column) * (last ? plot_->marks().fading : 1.0);
}

void HeatmapCells::drawComputed(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const model::Matrix &weights = plot_->data().weights;
    const bool vector = painter->modes().testFlag(QCPPainter::pmVectorized);
    const double ratio = painter->device()->devicePixelRatioF();
    const QSizeF cell = plot_->cellRect({0, 0}).size();
    // Where several cells share a pixel, the largest weight is shown: peaks do not get lost.
    const auto binOf = [&](double side) {
        return vector ? 1 : std::max(1, static_cast<int>(std::ceil(1 / (side * ratio))));
    };
    const int acrossBin = binOf(cell.width());
    const int downBin = binOf(cell.height());
    const int rows = static_cast<int>(weights.rows());
    const int columns = static_cast<int>(weights.cols());
    for (int row = 0; row < rows; row += downBin) {
        const QRectF line = plot_->cellRect({row, 0}).united(plot_->cellRect({row, columns - 1}));
        for (int column = 0; inView(plot_, line) && column < columns; column += acrossBin) {
            const int lastRow = std::min(rows, row + downBin) - 1;
            const int lastColumn = std::min(columns, column + acrossBin) - 1;
            double value = shown(row, column);
            for (int i = row; i <= lastRow; ++i)
                for (int j = column; j <= lastColumn; ++j)
                    value = std::max(value, shown(i, j));
            QRectF rect = plot_->cellRect({row, column});
            rect = rect.united(plot_->cellRect({lastRow, lastColumn}));
            // Towards the neighbours that are drawn later.
            const double across = vector && column + 1 < columns ? vectorOverlap : 0;
            const double down = vector && row + 1 < rows ? vectorOverlap : 0;
            rect.adjust(layout.rightToLeft ? -across : 0, layout.bottomToTop ? -down : 0,
                        layout.rightToLeft ? 0 : across, layout.bottomToTop ? 0 : down);
            painter->fillRect(vector ? rect : snapped(rect, ratio), plot_->cellColor(value));
        }
    }
}

void HeatmapCells::drawPending(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const int first = static_cast<int>(plot_->data().weights.rows());
    if (first >= layout.rows)
        return;
    const Theme theme = themeOf(plot_);
    const QRectF all =
        plot_->cellRect({first, 0}).united(plot_->cellRect({layout.rows - 1, layout.columns - 1}));
    painter->setPen(theme.pen(theme.pending, 1, Qt::DashLine));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(all);
    const double height = plot_->cellRect({first, 0}).height();
    for (int row = first + 1; height >= gridFrom && row < layout.rows; ++row) {
        const QRectF cell = plot_->cellRect({row, 0});
        const double y = std::round(layout.bottomToTop ? cell.bottom() : cell.top());
        painter->drawLine(QLineF(all.left(), y, all.right() - 1, y));
    }
}

void HeatmapCells::drawGrid(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const int rows = static_cast<int>(plot_->data().weights.rows());
    if (rows == 0)
        return;
    const QRectF cell = plot_->cellRect({0, 0});
    const QRectF all = cell.united(plot_->cellRect({rows - 1, layout.columns - 1}))
                           .intersected(QRectF(layout.cells).adjusted(-1, -1, 1, 1));
    const Theme theme = themeOf(plot_);
    painter->setPen(theme.pen(theme.outline, 1));
    painter->setBrush(Qt::NoBrush);
    if (std::min(cell.width(), cell.height()) >= gridFrom) {
        for (int column = 1; column < layout.columns; ++column) {
            const QRectF next = plot_->cellRect({0, column});
            const double x = std::round(layout.rightToLeft ? next.right() : next.left());
            painter->drawLine(QLineF(x, all.top(), x, all.bottom() - 1));
        }
        for (int row = 1; row < rows; ++row) {
            const QRectF next = plot_->cellRect({row, 0});
            const double y = std::round(layout.bottomToTop ? next.bottom() : next.top());
            painter->drawLine(QLineF(all.left(), y, all.right() - 1, y));
        }
    }
    painter->drawRect(all);
}

void HeatmapCells::drawNumbers(QCPPainter *painter) const {
    const CellNumbers numbers = plot_->numbers();
    if (numbers.decimals == 0)
        return;
    const double smallest = numbers.decimals == 2 ? smallestNumber : 0;
    const model::Matrix &weights = plot_->data().weights;
    painter->setFont(plot_->numberFont(numbers));
    const QFontMetricsF metrics(painter->font());
    const TextMeasure measure{[&](const QString &text) { return metrics.horizontalAdvance(text); },
                              metrics.height()};
    const QRectF view = plot_->layoutOfParts().cells;
    for (int row = 0; row < weights.rows(); ++row) {
        if (row + 1 == weights.rows() && plot_->marks().fading < 1)
            break;
        for (int column = 0; column < weights.cols(); ++column) {
            const double value = plot_->cellValue(row, column);
            const double size = std::abs(value);
            const QRectF rect = plot_->cellRect({row, column}).intersected(view);
            // A number that the view would cut off is none.
            if (!(size >= smallest) || rect.width() < numbers.width ||
                rect.height() < numbers.height)
                continue;
            painter->setPen(textOn(plot_->cellColor(value)));
            const QString sign = value < 0 ? QStringLiteral("−") : QString();
            drawLabel(
                *painter, rect, Qt::AlignCenter,
                sign + cellText(size, numbers, rect.width() - 4 - measure.width(sign), measure));
        }
    }
}

void HeatmapCells::drawLegendIcon(QCPPainter *painter, const QRectF &rect) const {
    painter->fillRect(rect, plot_->colorOf(1));
}

// The words and the colour bar

HeatmapLabels::HeatmapLabels(HeatmapPlot *plot, const QString &layer)
    : QCPLayerable(plot, layer), plot_(plot) {}

void HeatmapLabels::applyDefaultAntialiasingHint(QCPPainter *painter) const {
    painter->setAntialiasing(true);
}

void HeatmapLabels::draw(QCPPainter *painter) {
    if (plot_->layoutOfParts().empty())
        return;
    drawRowLabels(painter);
    drawColumnLabels(painter);
    painter->setFont(plot_->font());
    drawBar(painter);
}

void HeatmapLabels::drawRowLabels(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const HeatmapMarks &marks = plot_->marks();
    const Theme theme = themeOf(plot_);
    const QFont plain = plot_->labelFont(false);
    const QFont bold = plot_->labelFont(true);
    const std::vector<QRectF> places =
        writtenRowLabels(layout, {marks.row, marks.currentRow}, plot_->labelMeasure());
    for (int row = 0; row < layout.rows; ++row) {
        const QRectF &place = places[static_cast<std::size_t>(row)];
        if (place.isNull())
            continue;
        const bool pending = row >= plot_->data().weights.rows();
        painter->setFont(row == marks.row || row == marks.currentRow ? bold : plain);
        drawTintedLabel(painter, place, Qt::AlignRight, layout.rowLabels[row],
                        pending ? theme.pending : theme.role(Role::target),
                        row == marks.row ? theme.fill(Role::target) : QColor());
    }
}

void HeatmapLabels::drawColumnLabels(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    const HeatmapMarks &marks = plot_->marks();
    const Theme theme = themeOf(plot_);
    const TextMeasure measure = plot_->labelMeasure();
    const QFont plain = plot_->labelFont(false);
    const QFont bold = plot_->labelFont(true);
    const std::vector<bool> written = writtenColumnLabels(layout, marks.column);
    for (int column = 0; column < layout.columns; ++column) {
        if (!written[static_cast<std::size_t>(column)])
            continue;
        const bool marked = column == marks.column;
        const double width = measure.width(layout.columnLabels[column]);
        const double left = layout.angle > 0 ? 0 : -width / 2;
        painter->save();
        painter->translate(columnLabelAnchor(layout, column));
        painter->rotate(-layout.angle);
        painter->setFont(marked ? bold : plain);
        drawTintedLabel(painter, QRectF(left, -layout.labelHeight / 2, width, layout.labelHeight),
                        layout.angle > 0 ? Qt::AlignLeft : Qt::AlignHCenter,
                        layout.columnLabels[column], theme.role(Role::source),
                        marked ? theme.fill(Role::source) : QColor());
        painter->restore();
    }
}

void HeatmapLabels::drawBar(QCPPainter *painter) const {
    const HeatmapLayout &layout = plot_->layoutOfParts();
    if (layout.bar.isEmpty())
        return;
    const Theme theme = themeOf(plot_);
    painter->setAntialiasing(false);
    QLinearGradient gradient(layout.bar.bottomLeft(), layout.bar.topLeft());
    constexpr int stops = 10;
    const bool difference = plot_->showsDifference();
    for (int i = 0; i <= stops; ++i)
        gradient.setColorAt(i / double{stops}, difference
                                                   ? theme.diverging(2 * i / double{stops} - 1)
                                                   : plot_->colorOf(i / double{stops}));
    painter->setPen(theme.pen(theme.outline, 1));
    painter->setBrush(gradient);
    painter->drawRect(layout.bar);
    painter->setPen(theme.mutedText);
    const double line = layout.lineHeight;
    const double left = layout.bar.right() + layout.gap;
    const bool half = layout.bar.height() > 4 * line;
    const bool ends = layout.bar.height() > 2 * line;
    const auto write = [&](double y, const QString &text) {
        painter->drawText(QRectF(left, y, line * 3, line),
                          Qt::AlignLeft | Qt::AlignVCenter | Qt::TextDontClip, text);
    };
    write(layout.bar.top() - (ends ? line * 0.15 : line * 0.5), QStringLiteral("1"));
    if (half)
        write(layout.bar.center().y() - line / 2,
              difference ? QStringLiteral("0") : numberText(0.5, {.decimals = 1}));
    if (ends)
        write(layout.bar.bottom() - line * 0.85,
              difference ? QStringLiteral("−1") : QStringLiteral("0"));
}

}  // namespace widgets
