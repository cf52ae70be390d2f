// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lesson/length_plot.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/lesson/quality.h"
#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/theme.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr double bestQuality = 100;
constexpr int qualityStep = 20;
constexpr int wordStep = 10;
constexpr int fewestWords = 50;  // at the right edge
constexpr double radius = 3;     // pixels, of a point

double middleOf(const MeasuredQuality &row) {
    return (row.from + row.to) / 2.0;
}

double measuredOf(const MeasuredQuality &row, LengthModel model) {
    return model == LengthModel::attention ? row.attentionChrf : row.bottleneckChrf;
}

}  // namespace

LengthPlot::LengthPlot(const LengthMeasure *measure, QWidget *parent)
    : QWidget(parent), measure_(measure) {
    setObjectName(QStringLiteral("lengthPlot"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    measureNumbers();
    widgets::giveVoice(*this);
    widgets::inEveryLanguage(*this, [this] { setAccessibleName(tr("Quality by length")); });
}

void LengthPlot::changeEvent(QEvent *event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        measureNumbers();
}

void LengthPlot::measureNumbers() {
    left_ = fontMetrics().horizontalAdvance(QStringLiteral("100")) + fontMetrics().height();
}

QSize LengthPlot::sizeHint() const {
    return {fontMetrics().height() * 28, fontMetrics().height() * 18};
}

QSize LengthPlot::minimumSizeHint() const {
    return {fontMetrics().height() * 10, fontMetrics().height() * 8};
}

QColor LengthPlot::colorOf(LengthModel model) const {
    return widgets::Theme::of(*this).role(model == LengthModel::attention ? widgets::Role::attention
                                                                          : widgets::Role::state);
}

QRectF LengthPlot::area() const {
    const int em = fontMetrics().height();
    return QRectF(rect()).adjusted(left_, em * 2.4, -em, -em * 2.4);
}

int LengthPlot::longest() const {
    const auto &sentences = measure_->sentences();
    const int most = sentences.empty() ? 0 : sentences.back().words;
    return std::max(fewestWords, (most + wordStep - 1) / wordStep * wordStep);
}

QPointF LengthPlot::at(double words, double quality) const {
    const QRectF area = this->area();
    return {area.left() + area.width() * words / longest(),
            area.bottom() - area.height() * quality / bestQuality};
}

std::optional<QPointF> LengthPlot::placeOf(const Point &point) const {
    const auto index = static_cast<std::size_t>(point.sentence);
    if (point.sentence < 0 || index >= measure_->results().size())
        return std::nullopt;
    const auto &result = measure_->results()[index];
    if (!result || !result->quality[static_cast<std::size_t>(point.model)])
        return std::nullopt;
    return at(measure_->sentences()[index].words,
              *result->quality[static_cast<std::size_t>(point.model)]);
}

void LengthPlot::refresh() {
    if (marked_ && !placeOf(*marked_))
        mark(std::nullopt);
    update();
}

std::optional<LengthPlot::Point> LengthPlot::nearest(const QPointF &place) const {
    std::optional<Point> found;
    double least = fontMetrics().height();
    for (int i = 0; i < static_cast<int>(measure_->sentences().size()); ++i)
        for (const LengthModel model : {LengthModel::attention, LengthModel::bottleneck})
            if (const auto there = placeOf({i, model})) {
                const QPointF d = *there - place;
                if (const double distance = std::hypot(d.x(), d.y()); distance < least) {
                    least = distance;
                    found = Point{i, model};
                }
            }
    return found;
}

void LengthPlot::mark(std::optional<Point> point) {
    if (std::exchange(marked_, point) == point)
        return;
    update();
    emit markedChanged();
}

void LengthPlot::mouseMoveEvent(QMouseEvent *event) {
    mark(nearest(event->position()));
}

void LengthPlot::mousePressEvent(QMouseEvent *event) {
    if (const auto point = nearest(event->position()); point && event->button() == Qt::LeftButton) {
        mark(point);
        emit picked(*point);
    }
}

void LengthPlot::leaveEvent(QEvent *) {
    if (!hasFocus())
        mark(std::nullopt);
}

bool LengthPlot::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = static_cast<const QKeyEvent &>(*event);
        const int wanted[] = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down};
        if (!key.modifiers() && std::ranges::find(wanted, key.key()) != std::end(wanted))
            event->accept();
    }
    return QWidget::event(event);
}

void LengthPlot::move(int by) {
    const auto count = static_cast<int>(measure_->sentences().size());
    Point point = marked_.value_or(Point{by > 0 ? -1 : count, LengthModel::attention});
    do
        point.sentence += by;
    while (point.sentence >= 0 && point.sentence < count && !placeOf(point));
    if (point.sentence >= 0 && point.sentence < count)
        mark(point);
}

void LengthPlot::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return move(-1);
        case Qt::Key_Right:
            return move(1);
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (marked_)
                mark(Point{marked_->sentence, marked_->model == LengthModel::attention
                                                  ? LengthModel::bottleneck
                                                  : LengthModel::attention});
            return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (marked_)
                emit picked(*marked_);
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

void LengthPlot::paintAxes(QPainter &painter) const {
    const widgets::Theme theme = widgets::Theme::of(*this);
    const QRectF area = this->area();
    const int em = fontMetrics().height();
    for (int quality = 0; quality <= bestQuality; quality += qualityStep) {
        const QPointF left = at(0, quality);
        painter.setPen(theme.pen(theme.outline, 1));
        painter.drawLine(left, at(longest(), quality));
        painter.setPen(theme.mutedText);
        painter.drawText(QRectF(0, left.y() - em, left.x() - em * 0.3, 2 * em),
                         Qt::AlignRight | Qt::AlignVCenter, QString::number(quality));
    }
    painter.setPen(theme.mutedText);
    for (int words = 0; words <= longest(); words += wordStep)
        painter.drawText(QRectF(at(words, 0).x() - 2 * em, area.bottom(), 4 * em, 1.2 * em),
                         Qt::AlignCenter, QString::number(words));
    painter.drawText(QRectF(area.left(), area.bottom() + em * 1.1, area.width(), 1.2 * em),
                     Qt::AlignCenter, tr("words of the sentence"));
}

void LengthPlot::paintCurves(QPainter &painter, LengthModel model,
                             const std::vector<LengthMean> &means) const {
    const widgets::Theme theme = widgets::Theme::of(*this);
    QPolygonF measured;
    for (const MeasuredQuality &row : measuredQuality())
        measured.append(at(middleOf(row), measuredOf(row, model)));
    painter.setPen(theme.pen(colorOf(model), 1.5, Qt::DashLine));
    painter.drawPolyline(measured);
    QPolygonF here;
    for (const LengthMean &mean : means)
        here.append(at(mean.words, mean.quality[static_cast<std::size_t>(model)]));
    painter.setPen(theme.pen(colorOf(model), 2));
    painter.drawPolyline(here);
}

void LengthPlot::paintPoints(QPainter &painter, LengthModel model) const {
    const widgets::Theme theme = widgets::Theme::of(*this);
    QColor pale = colorOf(model);
    pale.setAlphaF(0.6F);
    const double size = theme.thickness(radius);
    for (int i = 0; i < static_cast<int>(measure_->sentences().size()); ++i) {
        const Point point{i, model};
        const auto place = placeOf(point);
        if (!place)
            continue;
        const bool isMarked = marked_ == point;
        painter.setPen(isMarked ? theme.pen(theme.emphasis, 2) : QPen(Qt::NoPen));
        painter.setBrush(isMarked ? colorOf(model) : pale);
        // Told apart by their shapes, too.
        const QRectF box(place->x() - size, place->y() - size, 2 * size, 2 * size);
        if (model == LengthModel::attention)
            painter.drawEllipse(box);
        else
            painter.drawRect(box);
    }
    painter.setBrush(Qt::NoBrush);
}

void LengthPlot::paintLegend(QPainter &painter) const {
    const widgets::Theme theme = widgets::Theme::of(*this);
    const int em = fontMetrics().height();
    double x = area().left();
    const auto entry = [&](const QColor &color, const QString &text) {
        painter.setPen(color);
        const QRectF room(x, em * 0.2, width() - x, em * 1.1);
        painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
        x += fontMetrics().horizontalAdvance(text) + em;
    };
    entry(colorOf(LengthModel::attention), tr("● attention"));
    entry(colorOf(LengthModel::bottleneck), tr("■ bottleneck"));
    painter.setPen(theme.mutedText);
    const QString text = tr("chrF2 (dashed: model card)");
    painter.drawText(
        QRectF(area().left(), em * 1.2, area().width(), em * 1.1), Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(area().width())));
}

void LengthPlot::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), widgets::Theme::of(*this).surface);
    paintAxes(painter);
    const auto means = meansByLength(measure_->sentences(), measure_->results());
    for (const LengthModel model : {LengthModel::bottleneck, LengthModel::attention}) {
        paintPoints(painter, model);
        paintCurves(painter, model, means);
    }
    paintLegend(painter);
    widgets::drawFocusFrame(painter, *this);
}

}  // namespace app
