// SPDX-License-Identifier: GPL-3.0-or-later
// How the unrolled view keeps what does not change, and paints the rest over it.
#include <QPainter>
#include <QScrollBar>

#include "widgets/focus_ring.h"
#include "widgets/theme.h"
#include "widgets/unrolled_painter.h"
#include "widgets/unrolled_view.h"

namespace widgets {

UnrolledScene UnrolledView::scene() const {
    const QRectF visible(horizontalScrollBar()->value(), verticalScrollBar()->value(),
                         viewport()->width() - places_.captionWidth(), viewport()->height());
    return {.content = content_,
            .geometry = places_,
            .theme = Theme::of(palette()),
            .font = font(),
            .moment = viewpoint_->moment(),
            .hovered = viewpoint_->hovered(),
            .selected = viewpoint_->selected(),
            .visible = visible,
            .leastWeight = leastWeight_,
            .arrival = arrival_};
}

UnrolledView::LayerKey UnrolledView::keyAt(const Moment &moment) const {
    return {.trace = content_.trace,
            .size = viewport()->size(),
            .ratio = devicePixelRatioF(),
            .dark = Theme::of(palette()).dark,
            .offset = {horizontalScrollBar()->value(), verticalScrollBar()->value()},
            .moment = moment,
            .zoom = zoom_,
            .leastWeight = leastWeight_,
            .font = font()};
}

void UnrolledView::renew(Layer &layer, const LayerKey &key) {
    layer.key = key;
    const QSize needed = key.size * key.ratio;
    const QSize there = layer.pixmap.size();
    // A larger one serves, too: fresh memory costs more than all that is painted into it.
    const bool tooSmall = there.expandedTo(needed) != there;
    const bool tooLarge =
        there.width() > 2 * needed.width() || there.height() > 2 * needed.height();
    if (tooSmall || tooLarge)
        layer.pixmap = QPixmap(tooLarge ? needed : there.expandedTo(needed));
    layer.pixmap.setDevicePixelRatio(key.ratio);
}

void UnrolledView::toColumns(QPainter &painter, const UnrolledScene &scene) const {
    painter.translate(toViewport({0, 0}));
    painter.setClipRect(scene.visible);
}

void UnrolledView::paintEncoder(QPixmap &onto, const UnrolledScene &scene) const {
    QPainter painter(&onto);
    painter.fillRect(viewport()->rect(), scene.theme.surface);
    painter.save();
    painter.translate(0, -scene.visible.top());
    paintUnrolledCaptions(painter, scene);
    painter.restore();
    toColumns(painter, scene);
    paintUnrolledEncoder(painter, scene);
}

void UnrolledView::refreshBase(const UnrolledScene &scene) const {
    const LayerKey key = keyAt(unrolledBaseMoment(scene.moment));
    if (key == baseLayer_.key)
        return;
    const LayerKey encoder = keyAt(unrolledEncoderMoment(scene.moment, content_.extent()));
    renew(baseLayer_, key);
    if (encoder != encoderOfBase_) {
        // All is new, as after each letter typed. The encoder's part is kept for itself only once
        // there is a second step over it.
        encoderOfBase_ = encoder;
        paintEncoder(baseLayer_.pixmap, scene);
        QPainter painter(&baseLayer_.pixmap);
        toColumns(painter, scene);
        paintUnrolledDecoder(painter, scene);
        return;
    }
    if (encoderLayer_.key != encoder) {
        renew(encoderLayer_, encoder);
        paintEncoder(encoderLayer_.pixmap, scene);
    }
    // The steps' columns end where the encoder's begin: below, there is nothing to replace.
    QPainter painter(&baseLayer_.pixmap);
    painter.setClipRect(
        QRectF(0, 0, viewport()->width(), toViewport({0, places_.annotation(0).top()}).y()));
    painter.drawPixmap(0, 0, encoderLayer_.pixmap);
    toColumns(painter, scene);
    paintUnrolledDecoder(painter, scene);
}

void UnrolledView::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    const UnrolledScene scene = this->scene();
    if (content_.trace) {
        refreshBase(scene);
        painter.drawPixmap(0, 0, baseLayer_.pixmap);
        painter.save();
        toColumns(painter, scene);
        paintUnrolledStep(painter, scene);
        paintUnrolledArrival(painter, scene);
        painter.restore();
    } else {
        paintUnrolled(painter, scene);
    }
    if (showsFocus(*this)) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(scene.theme.role(Role::source), 2));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

}  // namespace widgets
