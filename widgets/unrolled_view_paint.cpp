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

bool UnrolledView::refresh(Layer &layer, const LayerKey &key) const {
    if (key == layer.key)
        return false;
    layer.key = key;
    if (layer.pixmap.size() != key.size * key.ratio)
        layer.pixmap = QPixmap(key.size * key.ratio);
    layer.pixmap.setDevicePixelRatio(key.ratio);
    return true;
}

const QPixmap &UnrolledView::base() const {
    const UnrolledScene scene = this->scene();
    const auto toColumns = [&](QPainter &painter) {
        painter.translate(toViewport({0, 0}));
        painter.setClipRect(scene.visible);
    };
    if (refresh(encoderLayer_, keyAt(unrolledEncoderMoment(scene.moment, content_.extent())))) {
        QPainter painter(&encoderLayer_.pixmap);
        painter.fillRect(viewport()->rect(), scene.theme.surface);
        painter.save();
        painter.translate(0, -scene.visible.top());
        paintUnrolledCaptions(painter, scene);
        painter.restore();
        toColumns(painter);
        paintUnrolledEncoder(painter, scene);
        baseLayer_.key = {};
    }
    // The steps' columns end where the encoder's begin: below, there is nothing to replace.
    const bool whole = baseLayer_.key == LayerKey{};
    if (refresh(baseLayer_, keyAt(unrolledBaseMoment(scene.moment)))) {
        QPainter painter(&baseLayer_.pixmap);
        if (!whole) {
            const QRectF decoder(0, 0, viewport()->width(),
                                 toViewport({0, places_.annotation(0).top()}).y());
            painter.setClipRect(decoder);
        }
        painter.drawPixmap(0, 0, encoderLayer_.pixmap);
        toColumns(painter);
        paintUnrolledDecoder(painter, scene);
    }
    return baseLayer_.pixmap;
}

void UnrolledView::paintEvent(QPaintEvent *) {
    QPainter painter(viewport());
    const UnrolledScene scene = this->scene();
    if (content_.trace) {
        painter.drawPixmap(0, 0, base());
        painter.save();
        painter.translate(toViewport({0, 0}));
        painter.setClipRect(scene.visible);
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
