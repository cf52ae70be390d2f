// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/overview.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/drawing/theme.h"
#include "widgets/text/language.h"

namespace widgets {
namespace {

constexpr double edge = 3;  // around the map

}  // namespace

UnrolledOverview::UnrolledOverview(QWidget *parent) : QWidget(parent) {
    setObjectName(QStringLiteral("unrolledOverview"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    inEveryLanguage(*this, [this] {
        setAccessibleName(tr("Overview"));
        setToolTip(tr("The whole picture; drag the frame to move what is in view"));
    });
    setCursor(Qt::OpenHandCursor);
    hide();
}

void UnrolledOverview::setPicture(const UnrolledGeometry &places, const QRectF &visible,
                                  const Moment &moment, const Extent &extent) {
    places_ = places;
    visible_ = visible;
    moment_ = moment;
    extent_ = extent;
    update();
}

QPointF UnrolledOverview::toMap(const QPointF &content) const {
    const QSizeF whole = places_.content();
    return {edge + content.x() / whole.width() * (width() - 2 * edge),
            edge + content.y() / whole.height() * (height() - 2 * edge)};
}

QPointF UnrolledOverview::toContent(const QPointF &map) const {
    const QSizeF whole = places_.content();
    return {(map.x() - edge) * whole.width() / std::max(width() - 2 * edge, 1.0),
            (map.y() - edge) * whole.height() / std::max(height() - 2 * edge, 1.0)};
}

QRectF UnrolledOverview::toMap(const QRectF &content) const {
    return {toMap(content.topLeft()), toMap(content.bottomRight())};
}

void UnrolledOverview::paintColumns(QPainter &painter) const {
    const Theme theme = Theme::of(*this);
    const double scale = width() / places_.content().width();
    // No more columns than the map has room for.
    const auto every = [scale](double pitch) {
        return std::max(1, static_cast<int>(std::ceil(2 / std::max(pitch * scale, 1e-6))));
    };
    const auto fill = [&](const QRectF &rect, const QColor &color) {
        const QRectF place = toMap(rect);
        painter.fillRect(QRectF(place.left(), place.top(), std::max(place.width(), 1.0),
                                std::max(place.height(), 1.0)),
                         color);
    };
    const QColor source = theme.role(Role::source);
    for (int i = 0; i < extent_.source; i += every(places_.sourcePitch())) {
        fill(places_.sourceBox(i), source);
        fill(places_.annotation(i), theme.strongFill(Role::source));
    }
    for (int i = 0; i < extent_.steps; i += every(places_.stepPitch())) {
        const bool done = progress(moment_, extent_, Stage::word, i) > 0;
        fill(places_.wordBox(i), done ? theme.role(Role::target) : theme.outline);
        fill(places_.state(i).rect, done ? theme.strongFill(Role::state) : theme.outline);
    }
    if (moment_.step() >= 0 && moment_.step() < extent_.steps)
        fill(places_.context(moment_.step()).rect, theme.role(Role::attention));
}

void UnrolledOverview::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Theme theme = Theme::of(*this);
    painter.fillRect(rect(), theme.window);
    paintColumns(painter);
    painter.setPen(theme.pen(theme.outline, 1));
    painter.drawLine(0, 0, width(), 0);
    painter.setPen(theme.pen(theme.emphasis, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(toMap(visible_).intersected(QRectF(rect()).adjusted(1, 1, -1, -1)));
}

void UnrolledOverview::mousePressEvent(QMouseEvent *event) {
    if (event->button() != Qt::LeftButton)
        return;
    const bool inside = toMap(visible_).contains(event->position());
    grip_.take(*event);
    gripped_ = inside ? event->position() - toMap(visible_.center()) : QPointF();
    setCursor(Qt::ClosedHandCursor);
    if (!inside)
        emit moved(toContent(event->position()));
}

void UnrolledOverview::mouseMoveEvent(QMouseEvent *event) {
    if (event->buttons().testFlag(Qt::LeftButton))
        emit moved(toContent(grip_.position(*event) - gripped_));
}

void UnrolledOverview::mouseReleaseEvent(QMouseEvent *) {
    setCursor(Qt::OpenHandCursor);
}

}  // namespace widgets
