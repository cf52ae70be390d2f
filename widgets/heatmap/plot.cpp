// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap/plot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/text_measure.h"
#include "widgets/drawing/theme.h"
#include "widgets/heatmap/layers.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

const QString labelLayer = QStringLiteral("labels");
const QString overlayLayer = QStringLiteral("overlay");

constexpr qsizetype mostTextWidths = 20000;
constexpr int smallestText = 9;  // pixels: what can just be read
constexpr int mostSizes = 5;     // that are tried between that of the font and the smallest

/// From the largest down to the smallest readable one, which is never larger than the first.
std::vector<int> pixelSizes(int largest) {
    const int range = std::max(0, largest - smallestText);
    const int count = std::min(range + 1, mostSizes);
    std::vector<int> sizes{largest};
    for (int i = 1; i < count; ++i)
        sizes.push_back(largest - range * i / (count - 1));
    return sizes;
}

/// Numbers stand back behind words, but are no harder to read than the smallest word.
std::vector<int> numberSizes(int pixels) {
    return pixelSizes(std::max(std::min(pixels, smallestText), pixels * 17 / 20));
}

QFont sized(QFont font, int pixels) {
    if (QFontInfo(font).pixelSize() != pixels)  // else in points, as it came
        font.setPixelSize(pixels);
    return font;
}

}  // namespace

HeatmapPlot::HeatmapPlot(QWidget *parent) : QCustomPlot(parent) {
    inEveryLanguage(*this, [this] { setAccessibleName(tr("Cells of the heatmap")); });
    // Words take the place of the axes of QCustomPlot, whose labels know one colour and one angle.
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
    // Else each replot paints the whole window at once, and what changes next paints it again.
    setPlottingHint(QCP::phImmediateRefresh, false);
    addLayer(labelLayer, layer(overlayLayer), QCustomPlot::limBelow);
    // Hovering draws only these two again.
    layer(labelLayer)->setMode(QCPLayer::lmBuffered);
    layer(overlayLayer)->setMode(QCPLayer::lmBuffered);
    new HeatmapCells(this);  // the plot owns its layerables
    new HeatmapLabels(this, labelLayer);
    new HeatmapMargins(this, labelLayer);
    new HeatmapOverlay(this, overlayLayer);
    applyTheme();
}

void HeatmapPlot::setData(HeatmapData data) {
    const bool sameLabels = data.rows == data_.rows && data.columns == data_.columns;
    data_ = std::move(data);
    if (!sameLabels) {
        zoom_ = {};
        arrange(rect());
    } else if (options_.coverage) {
        arrange(rect());  // its scale has changed
    }
    replot(rpQueuedReplot);
}

void HeatmapPlot::paintEvent(QPaintEvent *event) {
    // A window may move to a screen of another pixel ratio; QCustomPlot 2.1.0 does not see it.
    if (bufferDevicePixelRatio() != devicePixelRatioF()) {
        setBufferDevicePixelRatio(devicePixelRatioF());
        replot(rpQueuedReplot);
    }
    QCustomPlot::paintEvent(event);
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

void HeatmapPlot::setOptions(const HeatmapOptions &options) {
    if (std::exchange(options_, options) == options)
        return;
    arrange(rect());
    replot(rpQueuedReplot);
}

void HeatmapPlot::setZoom(const HeatmapZoom &zoom) {
    if (std::exchange(zoom_, zoom) == zoom)
        return;
    arrange(rect());
    replot(rpQueuedReplot);
}

QColor HeatmapPlot::colorOf(double weight) const {
    return widgets::colorOf(options_.colors, weight, Theme::of(palette()));
}

bool HeatmapPlot::showsDifference() const {
    return options_.difference && data_.original.size() > 0;
}

double HeatmapPlot::cellValue(int row, int column) const {
    const auto weight = static_cast<double>(data_.weights(row, column));
    return showsDifference() ? weight - static_cast<double>(data_.original(row, column)) : weight;
}

QColor HeatmapPlot::cellColor(double value) const {
    return showsDifference() ? Theme::of(palette()).diverging(value) : colorOf(value);
}

double HeatmapPlot::mostEntropy() const {
    return std::max(1.0, std::log2(static_cast<double>(data_.columns.size())));
}

double HeatmapPlot::mostCoverage() const {
    double most = 1;
    for (const double sum : data_.coverage)
        most = std::max(most, sum);
    return most;
}

HeatmapArrangement HeatmapPlot::arrangement() const {
    HeatmapArrangement arrangement;
    arrangement.bottomToTop = options_.targetFromBottom;
    arrangement.rightToLeft = options_.sourceFromRight;
    arrangement.rowMargin = options_.entropy;
    arrangement.columnMargin = options_.coverage;
    arrangement.colorBar = options_.colorBar;
    if (options_.entropy)
        arrangement.rowHeading = {tr("entropy"),
                                  tr("0–%1 bits").arg(numberText(mostEntropy(), {.decimals = 1}))};
    if (options_.coverage)
        arrangement.columnHeading = {tr("coverage"),
                                     tr("0–%1").arg(numberText(mostCoverage(), {.decimals = 1}))};
    arrangement.effects = options_.effects;
    if (options_.effects)
        arrangement.effectHeading = {tr("uni", "uniform attention, short"),
                                     tr("per", "permuted attention, short"),
                                     tr("one", "one-hot attention, short"),
                                     tr("top", "attention without the top word, short")};
    return arrangement;
}

TextMeasure HeatmapPlot::measureIn(const QFont &font) const {
    const QFontMetricsF metrics(font);
    const int pixels = QFontInfo(font).pixelSize();
    const auto remembered = [](auto &cache, const std::pair<QString, int> &key, auto value) {
        const auto found = cache.constFind(key);
        return found != cache.constEnd() ? *found : *cache.insert(key, value());
    };
    const auto width = [this, metrics, pixels, remembered](const QString &text) {
        return remembered(textWidths_, {text, pixels},
                          [&] { return std::ceil(metrics.horizontalAdvance(text)); });
    };
    const auto ink = [this, metrics, pixels, remembered](const QString &text) {
        return remembered(inkHeights_, {text, pixels},
                          [&] { return std::ceil(metrics.tightBoundingRect(text).height()); });
    };
    return {width, std::ceil(metrics.height()), ink};
}

TextSizes HeatmapPlot::labelSizes() const {
    // Marked words are bold: everything is laid out for that.
    QFont bold = font();
    bold.setBold(true);
    TextSizes sizes;
    for (const int pixels : pixelSizes(QFontInfo(font()).pixelSize()))
        sizes.push_back(measureIn(sized(bold, pixels)));
    return sizes;
}

TextMeasure HeatmapPlot::labelMeasure() const {
    return labelSizes()[static_cast<std::size_t>(layout_.text)];
}

QFont HeatmapPlot::labelFont(bool bold) const {
    const std::vector<int> sizes = pixelSizes(QFontInfo(font()).pixelSize());
    QFont font = sized(this->font(), sizes[static_cast<std::size_t>(layout_.text)]);
    font.setBold(bold);
    return font;
}

CellNumbers HeatmapPlot::numbers() const {
    TextSizes sizes;
    for (const int pixels : numberSizes(QFontInfo(font()).pixelSize())) {
        const QFontMetricsF metrics(sized(font(), pixels));
        sizes.push_back({[metrics](const QString &text) { return metrics.horizontalAdvance(text); },
                         metrics.tightBoundingRect(QStringLiteral("0")).height()});
    }
    const bool ones = data_.weights.size() > 0 && data_.weights.maxCoeff() >= 0.995F;
    return cellNumbers({layout_.cellWidth, layout_.cellHeight}, ones, sizes);
}

QFont HeatmapPlot::numberFont(const CellNumbers &numbers) const {
    const std::vector<int> sizes = numberSizes(QFontInfo(font()).pixelSize());
    return sized(font(), sizes[static_cast<std::size_t>(numbers.text)]);
}

void HeatmapPlot::arrange(const QRect &area) {
    if (textWidths_.size() > mostTextWidths)
        textWidths_.clear();
    if (inkHeights_.size() > mostTextWidths / 100)  // of all labels at once
        inkHeights_.clear();
    const double pad = std::round(fontMetrics().height() * 0.5);
    area_ = area.adjusted(static_cast<int>(pad), static_cast<int>(pad), -static_cast<int>(pad),
                          -static_cast<int>(pad));
    const HeatmapWords words{data_.rowLabels(), data_.columnLabels()};
    const TextSizes sizes = labelSizes();
    layout_ = zoomedLayout(layoutHeatmap(area_, words.rows, words.columns, sizes, arrangement()),
                           zoom_, area_, words, sizes);
    if (layout_.empty())
        return;
    const QRect &cells = layout_.cells;
    axisRect()->setMargins({cells.left(), cells.top(), width() - cells.left() - cells.width(),
                            height() - cells.top() - cells.height()});
    const auto range = [](const AxisWindow &window, int count) {
        return QCPRange(window.begin * count - 0.5, (window.begin + window.length) * count - 0.5);
    };
    xAxis->setRange(range(zoom_.columns, layout_.columns));
    yAxis->setRange(range(zoom_.rows, layout_.rows));
}

QRectF HeatmapPlot::cellRect(const HeatmapCell &cell) const {
    if (layout_.empty() || cell.row < 0 || cell.column < 0 || cell.row >= layout_.rows ||
        cell.column >= layout_.columns)
        return {};
    return layout_.cell(cell.row, cell.column);
}

std::optional<HeatmapCell> HeatmapPlot::cellAt(const QPointF &point) const {
    const HeatmapCell cell{layout_.rowAt(point.y()), layout_.columnAt(point.x())};
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
    return layout_.columnAt(slope > 0 ? point.x() - std::max(0.0, rise) / slope : point.x());
}

int HeatmapPlot::rowLabelAt(const QPointF &point) const {
    return layout_.empty() || point.x() >= layout_.cells.left() ? -1 : layout_.rowAt(point.y());
}

QRectF HeatmapPlot::entropyBar(int row) const {
    const QRectF &margin = layout_.rowMargin;
    if (margin.isNull() || row < 0 || row >= static_cast<int>(data_.entropy.size()))
        return {};
    const QRectF cell = layout_.cell(row, 0);
    const double part =
        std::clamp(data_.entropy[static_cast<std::size_t>(row)] / mostEntropy(), 0.0, 1.0);
    const double inset = cell.height() > 5 ? std::round(cell.height() * 0.2) : 0;
    return QRectF(margin.left(), cell.top() + inset, margin.width() * part,
                  cell.height() - 2 * inset);
}

QRectF HeatmapPlot::coverageBar(int column) const {
    const QRectF &margin = layout_.columnMargin;
    if (margin.isNull() || column < 0 || column >= static_cast<int>(data_.coverage.size()))
        return {};
    const QRectF cell = layout_.cell(0, column);
    const double height =
        margin.height() * data_.coverage[static_cast<std::size_t>(column)] / mostCoverage();
    const double inset = cell.width() > 5 ? std::round(cell.width() * 0.2) : 0;
    // It hangs from the matrix: what the colours of the column add up to.
    return QRectF(cell.left() + inset, margin.top(), cell.width() - 2 * inset, height);
}

QRectF HeatmapPlot::effectCell(int row, int effect) const {
    const QRectF &margin = layout_.effects;
    if (margin.isNull() || row < 0 || row >= layout_.rows)
        return {};
    const QRectF cell = layout_.cell(row, 0);
    const double width = margin.width() / model::otherAttentionCount;
    return QRectF(margin.left() + effect * width, cell.top(), width, cell.height());
}

bool HeatmapPlot::comparesEffects() const {
    return showsDifference() && data_.originalEffects.size() > 0;
}

double HeatmapPlot::effectValue(int row, int effect) const {
    const auto value = static_cast<double>(data_.effects(row, effect));
    return comparesEffects() ? value - static_cast<double>(data_.originalEffects(row, effect))
                             : value;
}

QColor HeatmapPlot::effectColor(int row, int effect) const {
    const double value = effectValue(row, effect);
    return comparesEffects() ? Theme::of(palette()).diverging(value) : colorOf(value);
}

std::optional<double> HeatmapPlot::effectBefore(int row, int effect) const {
    if (row < 0 || row >= data_.originalEffects.rows())
        return {};
    const auto before = static_cast<double>(data_.originalEffects(row, effect));
    const auto now = static_cast<double>(data_.effects(row, effect));
    if (!std::isfinite(before) || percentage(before) == percentage(now))
        return {};
    return before;
}

QRectF HeatmapPlot::effectMark(int row, int effect) const {
    const QRectF cell = effectCell(row, effect);
    return cell.isNull() || comparesEffects() || !effectBefore(row, effect) ? QRectF()
                                                                            : effectWindow(cell);
}

HeatmapBar HeatmapPlot::marginAt(const QPointF &point) const {
    HeatmapBar bar;
    if (layout_.effects.contains(point)) {
        bar.row = layout_.rowAt(point.y());
        const double share = (point.x() - layout_.effects.left()) / layout_.effects.width();
        bar.effect = std::min(static_cast<int>(share * model::otherAttentionCount),
                              model::otherAttentionCount - 1);
    }
    if (layout_.rowMargin.contains(point))
        bar.row = layout_.rowAt(point.y());
    if (layout_.columnMargin.contains(point))
        bar.column = layout_.columnAt(point.x());
    return bar;
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
        inkHeights_.clear();
        arrange(rect());
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        replot(rpQueuedReplot);
}

void HeatmapPlot::applyTheme() {
    setBackground(Theme::of(palette()).surface);
}

}  // namespace widgets
