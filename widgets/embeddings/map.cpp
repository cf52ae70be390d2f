// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/map.h"

#include <QEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/drawing/focus_ring.h"
#include "widgets/drawing/label_placement.h"
#include "widgets/drawing/text_measure.h"
#include "widgets/drawing/theme.h"
#include "widgets/drawing/vector_paint.h"
#include "widgets/panel/cursor_keys.h"
#include "widgets/panel/spoken.h"
#include "widgets/text/language.h"
#include "widgets/text/numbers.h"

namespace widgets {
namespace {

double squaredDistance(const QPointF &a, const QPointF &b) {
    const QPointF d = a - b;
    return QPointF::dotProduct(d, d);
}

}  // namespace

EmbeddingMap::EmbeddingMap(QWidget *parent) : PieceCanvas(parent) {
    setObjectName(QStringLiteral("embeddingsMap"));
    inEveryLanguage(*this, [this] {
        setAccessibleName(tr("Map of the embeddings"));
        describe();
    });
}

QSize EmbeddingMap::sizeHint() const {
    return {fontMetrics().height() * 22, fontMetrics().height() * 14};
}

QSize EmbeddingMap::minimumSizeHint() const {
    return {fontMetrics().height() * 8, fontMetrics().height() * 6};
}

void EmbeddingMap::setTable(std::shared_ptr<const PieceNames> names,
                            std::shared_ptr<const EmbeddingSpace> space, TableSide side) {
    if (names_ == names && space_ == space && side_ == side)
        return;
    names_ = std::move(names);
    space_ = std::move(space);
    side_ = side;
    laidOut_ = {};
    setHovered(-1);
    describe();
    update();
}

void EmbeddingMap::describe() {
    const QString text = hoverText();
    say(*this, !space_          ? tr("computing the map…")
               : text.isEmpty() ? joined({axisTitle(0), axisTitle(1)})
                                : text);
}

void EmbeddingMap::setMarks(std::vector<MapMark> marks) {
    if (marks_ == marks)
        return;
    marks_ = std::move(marks);
    update();
}

QString EmbeddingMap::axisTitle(int axis) const {
    if (!space_)
        return {};
    const double share = space_->principal.explained[static_cast<std::size_t>(axis)];
    return tr("PC %1 (%2 % of variance)").arg(QString::number(axis + 1), exactText(100 * share, 1));
}

QString EmbeddingMap::labelOf(int piece) const {
    const auto index = static_cast<std::size_t>(piece);
    return names_ && index < names_->labels.size() ? names_->labels[index] : QString();
}

QString EmbeddingMap::hoverText() const {
    if (!space_ || hovered() < 0 || hovered() >= space_->principal.coordinates.rows())
        return {};
    return labelOf(hovered()) + u' ' + coordinatesOf(hovered());
}

QString EmbeddingMap::coordinatesOf(int piece) const {
    const auto at = space_->principal.coordinates.row(piece);
    const auto number = [](float value) { return numberText(static_cast<double>(value), {}); };
    return tr("(%1, %2)").arg(number(at(0)), number(at(1)));
}

QStringList EmbeddingMap::hoverLines() const {
    const QString text = hoverText();
    const int room = width() - 2 - fontMetrics().height();
    if (text.isEmpty() || fontMetrics().horizontalAdvance(text) <= room)
        return {text};
    return {fontMetrics().elidedText(labelOf(hovered()), Qt::ElideRight, room),
            coordinatesOf(hovered())};
}

QRectF EmbeddingMap::plotRect() const {
    const double line = fontMetrics().height();
    return QRectF(rect()).adjusted(line * 1.3, line * 0.4, -line * 0.4, -line * 1.3);
}

/// Puts the whole cloud into the plot, with the same scale on both axes: distances mean the same
/// in each direction.
void EmbeddingMap::layOut() const {
    if (!space_ || (laidOut_ == size() && !points_.empty()))
        return;
    laidOut_ = size();
    cloud_ = {};
    const model::Matrix &at = space_->principal.coordinates;
    points_.assign(static_cast<std::size_t>(at.rows()), QPointF());
    if (at.rows() == 0)
        return;
    const double margin = fontMetrics().height() * 0.3;
    const QRectF plot = plotRect().adjusted(margin, margin, -margin, -margin);
    const auto low = at.colwise().minCoeff().eval();
    const auto high = at.colwise().maxCoeff().eval();
    const double wide = std::max(1e-9, static_cast<double>(high(0) - low(0)));
    const double tall = std::max(1e-9, static_cast<double>(high(1) - low(1)));
    const double scale = std::min(plot.width() / wide, plot.height() / tall);
    const double x0 = (low(0) + high(0)) / 2.0;
    const double y0 = (low(1) + high(1)) / 2.0;
    for (long i = 0; i < at.rows(); ++i)
        points_[static_cast<std::size_t>(i)] =
            plot.center() + QPointF((at(i, 0) - x0) * scale, -(at(i, 1) - y0) * scale);
}

QPointF EmbeddingMap::pointOf(int piece) const {
    layOut();
    const auto index = static_cast<std::size_t>(piece);
    return piece >= 0 && index < points_.size() ? points_[index] : QPointF();
}

double EmbeddingMap::radiusOf(const MapMark &mark) const {
    const double line = fontMetrics().height();
    return mark.kind == MapMark::neighbour ? line * 0.16 : line * 0.22;
}

std::vector<QRectF> EmbeddingMap::labelRects() const {
    std::vector<LabelWish> wishes;
    wishes.reserve(marks_.size());
    for (const MapMark &mark : marks_) {
        QFont used = font();
        used.setBold(mark.kind == MapMark::lookedUp);
        const QFontMetricsF metrics(used);
        wishes.push_back({pointOf(mark.piece),
                          radiusOf(mark),
                          {metrics.horizontalAdvance(labelOf(mark.piece)) + 2,
                           metrics.ascent() + metrics.descent() * 0.5}});
    }
    std::vector<QRectF> labels = placeLabels(wishes, plotRect());
    if (!labels.empty() && marks_.front().kind == MapMark::lookedUp && labels.front().isEmpty()) {
        labels.front() = labelInAnyCase(wishes.front());
        for (std::size_t i = 1; i < labels.size(); ++i)
            if (labels[i].intersects(labels.front()))
                labels[i] = {};
    }
    return labels;
}

/// On other dots, if it must be; moved into the plot, if it has no place beside its own.
QRectF EmbeddingMap::labelInAnyCase(const LabelWish &wish) const {
    const QRectF plot = plotRect();
    QRectF label = placeLabels({wish}, plot).front();
    if (!label.isEmpty())
        return label;
    label = QRectF(wish.dot + QPointF(wish.radius + 2, -wish.size.height() / 2), wish.size);
    label.moveLeft(std::max(plot.left(), std::min(label.left(), plot.right() - label.width())));
    label.moveTop(std::max(plot.top(), std::min(label.top(), plot.bottom() - label.height())));
    return label;
}

QColor EmbeddingMap::colorOf(const MapMark &mark, const Theme &theme) const {
    if (mark.kind == MapMark::neighbour)
        return theme.role(Role::state);
    return theme.role(side_ == TableSide::source ? Role::source : Role::target);
}

void EmbeddingMap::drawCloud(QPainter &painter, const Theme &theme) const {
    const double point = std::max(1.5, fontMetrics().height() / 10.0);
    painter.setPen(QPen(theme.pending, point));
    painter.drawPoints(points_.data(), static_cast<int>(points_.size()));
}

void EmbeddingMap::drawAxes(QPainter &painter, const Theme &theme) const {
    const QRectF plot = plotRect();
    painter.setPen(theme.pen(theme.outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(plot);
    painter.setPen(theme.mutedText);
    const double line = fontMetrics().height();
    const auto elided = [&](int axis, double room) {
        return fontMetrics().elidedText(axisTitle(axis), Qt::ElideRight, static_cast<int>(room));
    };
    painter.drawText(QRectF(plot.left(), plot.bottom(), plot.width(), line * 1.3), Qt::AlignCenter,
                     elided(0, plot.width()));
    painter.save();
    painter.translate(0, plot.bottom());
    painter.rotate(-90);
    painter.drawText(QRectF(0, 0, plot.height(), line * 1.3), Qt::AlignCenter,
                     elided(1, plot.height()));
    painter.restore();
}

void EmbeddingMap::drawMarks(QPainter &painter, const Theme &theme) const {
    const std::vector<QRectF> labels = labelRects();
    painter.setRenderHint(QPainter::Antialiasing);
    // Back to front: what matters most is drawn last.
    for (std::size_t i = marks_.size(); i-- > 0;) {
        const MapMark &mark = marks_[i];
        const double radius = radiusOf(mark);
        const bool before = mark.kind == MapMark::before;
        painter.setPen(before ? theme.pen(colorOf(mark, theme), 1.5) : theme.pen(theme.surface, 1));
        painter.setBrush(before ? theme.surface : colorOf(mark, theme));
        painter.drawEllipse(pointOf(mark.piece), radius, radius);
        if (mark.kind == MapMark::lookedUp) {
            painter.setPen(theme.pen(theme.emphasis, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(pointOf(mark.piece), radius + 2.5, radius + 2.5);
        }
    }
    for (std::size_t i = 0; i < marks_.size(); ++i) {
        if (labels[i].isEmpty())
            continue;
        QFont used = font();
        used.setBold(marks_[i].kind == MapMark::lookedUp);
        used.setStrikeOut(marks_[i].kind == MapMark::before);
        painter.setFont(used);
        QColor veil = theme.surface;
        veil.setAlphaF(0.8F);
        painter.fillRect(labels[i], veil);
        painter.setPen(colorOf(marks_[i], theme));
        painter.drawText(labels[i], Qt::AlignCenter | Qt::TextDontClip, labelOf(marks_[i].piece));
    }
    painter.setFont(font());
}

void EmbeddingMap::drawHovered(QPainter &painter, const Theme &theme) const {
    const QStringList lines = hoverLines();
    if (lines.first().isEmpty())
        return;
    const double line = fontMetrics().height();
    double width = 0;
    for (const QString &text : lines)
        width = std::max<double>(width, fontMetrics().horizontalAdvance(text));
    const QPointF at = pointOf(hovered());
    painter.setPen(theme.pen(theme.emphasis, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(at, line * 0.3, line * 0.3);
    const QRectF room = QRectF(rect()).adjusted(1, 1, -1, -1);
    const QSizeF size(width + line * 0.6, line * (0.2 + static_cast<double>(lines.size())));
    QRectF box(QPointF(at.x() + line * 0.5, at.y() - size.height() - line * 0.2), size);
    if (box.right() > room.right())
        box.moveRight(std::max(at.x() - line * 0.5, room.left() + size.width()));
    if (box.top() < room.top())
        box.moveTop(at.y() + line * 0.5);
    painter.setPen(theme.pen(theme.outline, 1));
    painter.setBrush(theme.surface);
    painter.drawRect(box);
    painter.setPen(theme.text);
    painter.drawText(box, Qt::AlignCenter, lines.join(u'\n'));
}

void EmbeddingMap::paintEvent(QPaintEvent *) {
    const Theme theme = Theme::of(*this);
    QPainter painter(this);
    painter.fillRect(rect(), theme.surface);
    if (space_) {
        drawMap(painter, theme);
    } else {
        painter.setPen(theme.mutedText);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, tr("computing the map…"));
    }
    drawFocusFrame(painter, *this);
}

void EmbeddingMap::drawMap(QPainter &painter, const Theme &theme) {
    layOut();
    // As many points as there are pieces would make a file of vectors slow: they are a picture in
    // it, which can be looked at closely.
    constexpr double closely = 4;
    const double ratio = still_ ? closely : devicePixelRatioF();
    if (still_ && !paintsVectors(painter)) {
        drawCloud(painter, theme);
        drawAxes(painter, theme);
        drawMarks(painter, theme);
        return;
    }
    if (cloud_.isNull() || cloud_.devicePixelRatio() != ratio ||
        cloudSurface_ != theme.surface.rgb()) {
        cloud_ = QPixmap(size() * ratio);
        cloud_.setDevicePixelRatio(ratio);
        cloud_.fill(theme.surface);
        cloudSurface_ = theme.surface.rgb();
        QPainter cloud(&cloud_);
        cloud.setFont(font());
        drawCloud(cloud, theme);
        if (!still_)
            drawAxes(cloud, theme);
    }
    painter.drawPixmap(0, 0, cloud_);
    if (still_)
        drawAxes(painter, theme);
    drawMarks(painter, theme);
    drawHovered(painter, theme);
}

// Pointing

int EmbeddingMap::pieceAt(const QPointF &position) const {
    layOut();
    if (!space_)
        return -1;
    const double reach = fontMetrics().height() * 0.5;
    double best = reach * reach;
    int found = -1;
    // Of what lies equally near, what stands out is meant.
    for (const MapMark &mark : marks_) {
        const double distance = squaredDistance(pointOf(mark.piece), position);
        if (distance < best) {
            best = distance;
            found = mark.piece;
        }
    }
    if (found >= 0)
        return found;
    for (std::size_t i = 0; i < points_.size(); ++i) {
        const double distance = squaredDistance(points_[i], position);
        if (distance < best) {
            best = distance;
            found = static_cast<int>(i);
        }
    }
    return found;
}

bool EmbeddingMap::event(QEvent *event) {
    if (event->type() == QEvent::FontChange)
        laidOut_ = {};
    return PieceCanvas::event(event);
}

}  // namespace widgets
