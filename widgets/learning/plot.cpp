// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/learning/plot.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/label.h"
#include "widgets/learning/layers.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

const QString stripLayer = QStringLiteral("strip");
const QString cursorLayer = QStringLiteral("cursor");

constexpr double leastNats = 0.5;  // that the axis of loss and entropy shows
constexpr double headroom = 1.04;  // above the highest value
constexpr double usualCell = 6;    // height of a row of the strip, in pixels
constexpr int mostTicks = 8;

using Labels = QMap<double, QString>;

void setTicksOf(QCPAxis *axis, const Labels &labels) {
    const QSharedPointer<QCPAxisTickerText> ticker(new QCPAxisTickerText);
    ticker->addTicks(labels);
    axis->setTicker(ticker);
}

/// Round durations, in minutes where there are several.
std::vector<double> durationTicks(double most, int count) {
    constexpr double minute = 60;
    if (most <= 2 * minute)
        return roundTicks(most, count);
    std::vector<double> ticks = roundTicks(most / minute, count);
    for (double &tick : ticks)
        tick *= minute;
    return ticks;
}

}  // namespace

LearningPlot::LearningPlot(QWidget *parent) : QCustomPlot(parent) {
    giveVoice(*this);
    setObjectName("learningPlot");
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    // Else each replot paints the whole window at once, and what changes next paints it again.
    setPlottingHint(QCP::phImmediateRefresh, false);
    build();
    applyTheme();
    inEveryLanguage(*this, [this] {
        setAccessibleName(tr("Course of the learning"));
        fillLines();
        setTicks();
        tell();
        replot(rpQueuedReplot);
    });
}

void LearningPlot::build() {
    plotLayout()->clear();
    addLayer(stripLayer, layer(QStringLiteral("main")), QCustomPlot::limAbove);
    addLayer(cursorLayer, layer(QStringLiteral("overlay")), QCustomPlot::limBelow);
    key_ = new QCPLegend;
    curves_ = new QCPAxisRect(this);
    below_ = new QCPAxisRect(this, false);
    plotLayout()->addElement(0, 0, key_);
    plotLayout()->addElement(1, 0, curves_);
    plotLayout()->addElement(2, 0, below_);
    plotLayout()->setRowStretchFactor(0, 0.001);
    plotLayout()->setRowSpacing(0);
    key_->setLayer(QStringLiteral("legend"));
    key_->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    key_->setMargins({});
    auto *margins = new QCPMarginGroup(this);
    for (QCPAxisRect *rect : {curves_, below_})
        rect->setMarginGroup(QCP::msLeft | QCP::msRight, margins);
    below_->setAutoMargins(QCP::msLeft | QCP::msRight);
    curves_->axis(QCPAxis::atRight)->setVisible(true);
    for (QCPAxis *axis : curves_->axes()) {
        axis->setLayer(QStringLiteral("axes"));
        axis->grid()->setLayer(QStringLiteral("grid"));
        axis->grid()->setVisible(axis->axisType() == QCPAxis::atLeft);
        axis->setSubTicks(false);
        axis->setTickLength(0, 3);
    }
    new LearningStrip(this, stripLayer);  // the plot owns its layerables
    new LearningCursor(this, cursorLayer);
}

QSize LearningPlot::sizeHint() const {
    return fontMetrics().height() * QSize(36, 16);
}

QSize LearningPlot::minimumSizeHint() const {
    return fontMetrics().height() * QSize(10, 6);
}

QColor LearningPlot::colorOf(Quantity quantity, const Theme &theme) const {
    return quantity == Quantity::accuracy  ? theme.role(Role::target)
           : quantity == Quantity::entropy ? theme.role(Role::attention)
                                           : theme.mutedText;
}

QString LearningPlot::nameOf(Quantity quantity) const {
    return quantity == Quantity::accuracy  ? tr("right")
           : quantity == Quantity::entropy ? tr("entropy")
                                           : tr("loss");
}

void LearningPlot::setData(LearningData data) {
    const auto kinds = [](const LearningData &of) {
        std::vector<bool> attending;
        for (const LearningCurve &curve : of.curves)
            attending.push_back(curve.attends);
        return attending;
    };
    const bool sameLines = kinds(data) == kinds(data_);
    data_ = std::move(data);
    if (!sameLines)
        addLines();
    fillLines();
    arrange();
    tell();
    replot(rpQueuedReplot);
}

void LearningPlot::addLines() {
    for (const Line &line : lines_)
        removePlottable(line.graph);
    lines_.clear();
    for (const LearningCurve &curve : data_.curves)
        for (const Quantity quantity : {Quantity::accuracy, Quantity::loss, Quantity::entropy}) {
            if (quantity == Quantity::entropy && !curve.attends)
                continue;
            QCPAxis *values =
                curves_->axis(quantity == Quantity::accuracy ? QCPAxis::atLeft : QCPAxis::atRight);
            auto *graph = new QCPGraph(curves_->axis(QCPAxis::atBottom), values);
            graph->setSelectable(QCP::stNone);
            lines_.push_back({graph, quantity, curve.attends});
        }
    applyTheme();
}

void LearningPlot::fillLines() {
    const bool both = data_.curves.size() > 1;
    key_->clearItems();
    double nats = leastNats;
    for (const Line &line : lines_) {
        const auto curve = std::ranges::find(data_.curves, line.attends, &LearningCurve::attends);
        QVector<double> keys;
        QVector<double> values;
        for (const LearningPoint &point : curve->points) {
            const double value = line.quantity == Quantity::accuracy  ? 100 * point.accuracy
                                 : line.quantity == Quantity::entropy ? point.entropy.value_or(0)
                                                                      : point.loss;
            keys.append(placeOf(point, axis_));
            values.append(value);
            if (line.quantity != Quantity::accuracy)
                nats = std::max(nats, value);
        }
        line.graph->setData(keys, values, true);
        const bool isTwin = both && !line.attends;
        line.graph->setName(isTwin ? tr("without attention") : nameOf(line.quantity));
        if (!isTwin || line.quantity == Quantity::accuracy)
            key_->addItem(new QCPPlottableLegendItem(key_, line.graph));
    }
    curves_->axis(QCPAxis::atLeft)->setRange(0, 100 * headroom);
    curves_->axis(QCPAxis::atRight)->setRange(0, nats * headroom);
    curves_->axis(QCPAxis::atBottom)->setRange(0, std::max(data_.length(axis_), 1e-3));
}

void LearningPlot::setTicks() {
    QCPAxis *along = curves_->axis(QCPAxis::atBottom);
    const double end = data_.length(axis_);
    const QFontMetricsF metrics(along->tickLabelFont());
    const double room = metrics.horizontalAdvance(QStringLiteral("0000000"));
    const int across = std::clamp(static_cast<int>(curves_->width() / room), 1, mostTicks);
    const bool pairs = axis_ == LearningAxis::pairs;
    Labels labels;
    for (const double tick : pairs ? roundTicks(end, across) : durationTicks(end, across))
        labels[tick] = pairs ? numberText(tick, {.decimals = 0}) : durationText(tick);
    setTicksOf(along, labels);
    const bool hasLabel = height() > 14 * fontMetrics().height();
    along->setLabel(!hasLabel ? QString() : pairs ? tr("pairs learned from") : tr("training time"));
    labels.clear();
    const bool low = curves_->height() < 5 * metrics.height();
    for (const int tick : low ? std::vector{0, 100} : std::vector{0, 50, 100})
        labels[tick] = percentage(tick / 100.0);
    QCPAxis *shares = curves_->axis(QCPAxis::atLeft);
    setTicksOf(shares, labels);
    labels.clear();
    QCPAxis *nats = curves_->axis(QCPAxis::atRight);
    for (const double tick : roundTicks(nats->range().upper, low ? 2 : 4))
        labels[tick] = numberText(tick, {.decimals = 1, .trimmed = true});
    setTicksOf(nats, labels);
    nats->setLabel(tr("nats"));
}

void LearningPlot::arrange() {
    const double line = fontMetrics().height();
    const double least = 2.5 * line;
    const double most = std::max(least, 0.36 * height());
    const double rows = stripRows(data_);
    const double pictures = std::clamp(rows * usualCell, least, most);
    const bool fits = data_.sourceLetters > 0 && height() > 10 * line;
    const int tall = fits ? static_cast<int>(pictures + 1.6 * line) : 0;
    below_->setMinimumSize(0, tall);
    below_->setMaximumSize(QWIDGETSIZE_MAX, tall);
    below_->setVisible(fits);
    constexpr int allKeys = 4;
    key_->setWrap(width() > 30 * line ? allKeys : allKeys / 2);
    key_->setMargins(
        {static_cast<int>(line), static_cast<int>(line / 3), static_cast<int>(line), 0});
    key_->setVisible(!data_.empty() && height() > 9 * line);
    updateLayout();  // how many ticks there is room for
    setTicks();
}

std::vector<StripSlot> LearningPlot::strip() const {
    const double line = fontMetrics().height();
    const QRectF room = below_->rect();
    if (!below_->visible() || room.height() < 2 * line)
        return {};
    // The axis of the curves and the strip have the same ends.
    return layoutStrip(data_, axis_, moment_,
                       {.left = room.left(),
                        .width = room.width(),
                        .top = room.top() + 0.3 * line,
                        .height = room.height() - 1.5 * line,
                        .gap = 0.5 * line,
                        .widest = 6 * line});
}

double LearningPlot::cursorPlace() const {
    if (moment_ < 0 || data_.empty())
        return -1;
    return curves_->axis(QCPAxis::atBottom)->coordToPixel(data_.place(moment_, axis_));
}

void LearningPlot::setMoment(long update) {
    if (std::exchange(moment_, update) == update)
        return;
    tell();
    replot(rpQueuedReplot);
}

void LearningPlot::setAxis(LearningAxis axis) {
    if (std::exchange(axis_, axis) == axis)
        return;
    fillLines();
    arrange();
    replot(rpQueuedReplot);
}

void LearningPlot::applyTheme() {
    const Theme theme = Theme::of(*this);
    setBackground(theme.surface);
    const QFont small = smallFont(font());
    for (QCPAxis *axis : curves_->axes()) {
        const QPen pen = theme.pen(theme.outline, 1);
        axis->setBasePen(pen);
        axis->setTickPen(pen);
        axis->setTickLabelFont(small);
        axis->setLabelFont(small);
        axis->setTickLabelColor(theme.mutedText);
        axis->setLabelColor(theme.mutedText);
        axis->setLabelPadding(2);
        axis->grid()->setPen(pen);
        axis->grid()->setZeroLinePen(pen);
    }
    key_->setBorderPen(Qt::NoPen);
    key_->setBrush(Qt::NoBrush);
    key_->setFont(small);
    key_->setTextColor(theme.text);
    key_->setIconSize(fontMetrics().height() * 3 / 2, fontMetrics().height() / 2);
    for (const Line &line : lines_) {
        const Qt::PenStyle style = line.attends ? Qt::SolidLine : Qt::DashLine;
        line.graph->setPen(theme.pen(colorOf(line.quantity, theme), 2, style, Qt::FlatCap));
    }
    fillLines();  // the legend takes fonts when it is filled
}

}  // namespace widgets
