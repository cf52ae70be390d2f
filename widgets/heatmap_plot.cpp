// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap_plot.h"

#include <cmath>
#include <utility>

#include "widgets/heatmap_layers.h"
#include "widgets/theme.h"

namespace widgets {
namespace {

const QString labelLayer = QStringLiteral("labels");
const QString overlayLayer = QStringLiteral("overlay");

constexpr qsizetype mostTextWidths = 20000;

/// The index of the band that a fraction of the whole falls into, or −1 outside.
int bandAt(double position, double begin, double length, int count) {
    if (count <= 0 || position < begin || position >= begin + length)
        return -1;
    return std::min(count - 1, static_cast<int>((position - begin) / length * count));
}

}  // namespace

HeatmapPlot::HeatmapPlot(QWidget *parent) : QCustomPlot(parent) {
    // Words take the place of QCustomPlot's axes, whose labels know one colour and one angle.
    axisRect()->setupFullAxesBox(false);
    for (QCPAxis *axis : axisRect()->axes()) {
        axis->setVisible(false);
        axis->grid()->setVisible(false);
    }
    axisRect()->setAutoMargins(QCP::msNone);
    plotLayout()->setAutoMargins(QCP::msNone);
    plotLayout()->setMargins({});
    yAxis->setRangeReversed(true);  // the first word on top
    setNoAntialiasingOnDrag(false);
    addLayer(labelLayer, layer(overlayLayer), QCustomPlot::limBelow);
    // Hovering draws only these two again.
    layer(labelLayer)->setMode(QCPLayer::lmBuffered);
    layer(overlayLayer)->setMode(QCPLayer::lmBuffered);
    new HeatmapCells(this);  // the plot owns its layerables
    new HeatmapLabels(this, labelLayer);
    new HeatmapOverlay(this, overlayLayer);
    applyTheme();
}

void HeatmapPlot::setData(HeatmapData data) {
    const bool sameLabels = data.rows == data_.rows && data.columns == data_.columns;
    data_ = std::move(data);
    if (!sameLabels)
        arrange(rect());
    replot(rpQueuedReplot);
}

void HeatmapPlot::setMarks(const HeatmapMarks &marks) {
    const HeatmapMarks before = std::exchange(marks_, marks);
    if (before == marks)
        return;
    if (before.fading != marks.fading || !isVisible()) {
        replot(rpQueuedReplot);
        return;
    }
    layer(labelLayer)->replot();
    layer(overlayLayer)->replot();
}

TextMeasure HeatmapPlot::measure() const {
    // Marked words are bold: everything is laid out for that.
    QFont bold = font();
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const auto width = [this, metrics](const QString &text) {
        const auto found = textWidths_.constFind(text);
        if (found != textWidths_.constEnd())
            return *found;
        return *textWidths_.insert(text, std::ceil(metrics.horizontalAdvance(text)));
    };
    return {width, std::ceil(metrics.height())};
}

void HeatmapPlot::arrange(const QRect &area) {
    if (textWidths_.size() > mostTextWidths)
        textWidths_.clear();
    const double pad = std::round(fontMetrics().height() * 0.5);
    const QRect inner = area.adjusted(static_cast<int>(pad), static_cast<int>(pad),
                                      -static_cast<int>(pad), -static_cast<int>(pad));
    layout_ = layoutHeatmap(inner, data_.rowLabels(), data_.columnLabels(), measure());
    if (layout_.empty())
        return;
    const QRect &cells = layout_.cells;
    axisRect()->setMargins({cells.left(), cells.top(), width() - cells.left() - cells.width(),
                            height() - cells.top() - cells.height()});
    xAxis->setRange(-0.5, layout_.columns - 0.5);
    yAxis->setRange(-0.5, layout_.rows - 0.5);
}

QRectF HeatmapPlot::cellRect(const HeatmapCell &cell) const {
    if (layout_.empty() || cell.row < 0 || cell.column < 0 || cell.row >= layout_.rows ||
        cell.column >= layout_.columns)
        return {};
    const QRectF cells = layout_.cells;
    const double width = cells.width() / layout_.columns;
    const double height = cells.height() / layout_.rows;
    return {cells.left() + cell.column * width, cells.top() + cell.row * height, width, height};
}

std::optional<HeatmapCell> HeatmapPlot::cellAt(const QPointF &point) const {
    if (layout_.empty())
        return {};
    const QRectF cells = layout_.cells;
    const HeatmapCell cell{bandAt(point.y(), cells.top(), cells.height(), layout_.rows),
                           bandAt(point.x(), cells.left(), cells.width(), layout_.columns)};
    if (cell.row < 0 || cell.column < 0)
        return {};
    return cell;
}

int HeatmapPlot::columnLabelAt(const QPointF &point) const {
    if (layout_.empty() || point.y() >= layout_.cells.top())
        return -1;
    // A turned label lies along a slope: follow it down to the column it stands on.
    const double rise = layout_.cells.top() - layout_.gap - point.y();
    const double slope = layout_.angle > 0 ? std::tan(qDegreesToRadians(layout_.angle)) : 0;
    const double x = slope > 0 ? point.x() - std::max(0.0, rise) / slope : point.x();
    return bandAt(x, layout_.cells.left(), layout_.cells.width(), layout_.columns);
}

int HeatmapPlot::rowLabelAt(const QPointF &point) const {
    if (layout_.empty() || point.x() >= layout_.cells.left())
        return -1;
    return bandAt(point.y(), layout_.cells.top(), layout_.cells.height(), layout_.rows);
}

void HeatmapPlot::resizeEvent(QResizeEvent *event) {
    arrange(rect());
    QCustomPlot::resizeEvent(event);
}

void HeatmapPlot::changeEvent(QEvent *event) {
    QCustomPlot::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    if (event->type() == QEvent::FontChange) {
        textWidths_.clear();
        arrange(rect());
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        replot(rpQueuedReplot);
}

void HeatmapPlot::applyTheme() {
    setBackground(Theme::of(palette()).surface);
}

}  // namespace widgets
