// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/paint.h"

#include <QPainter>

#include "widgets/unrolled/paint_brush.h"
#include "widgets/unrolled/text.h"

namespace widgets {

Moment unrolledBaseMoment(const Moment &moment) {
    return moment.reading() ? moment : Moment{Stage::score, moment.index, 0};
}

Moment unrolledEncoderMoment(const Moment &moment, const Extent &extent) {
    return moment.reading() ? moment : endOfReading(extent);
}

std::vector<QRectF> unrolledChanges(const UnrolledScene &scene, const Moment &before) {
    const UnrolledGeometry &g = scene.geometry;
    // The vector of the bottleneck passes the encoder states on its way.
    const bool passes = !scene.content.trace || !scene.content.trace->hasAttention();
    if (passes || before.reading() || scene.moment.reading())
        return {QRectF()};
    const auto band = [&](double top, double bottom) {
        return QRectF(scene.visible.left(), top, scene.visible.width(), bottom - top);
    };
    // What the encoder read stays; only the boxes of its pieces are marked.
    const QRectF tokens = g.row(UnrolledRow::tokens);
    return {band(g.row(UnrolledRow::words).top() - 1, g.annotation(0).top()),
            band(tokens.top() - 1, tokens.bottom() + 1)};
}

void paintUnrolledEncoder(QPainter &painter, const UnrolledScene &scene) {
    if (scene.content.trace)
        UnrolledBrush(painter, scene).encoder();
}

void paintUnrolledDecoder(QPainter &painter, const UnrolledScene &scene) {
    if (scene.content.trace)
        UnrolledBrush(painter, scene).finishedSteps();
}

void paintUnrolledStep(QPainter &painter, const UnrolledScene &scene) {
    if (!scene.content.trace)
        return;
    UnrolledBrush brush(painter, scene);
    brush.sourceMarks();
    const int step = scene.moment.step();
    if (step >= 0 && step < scene.content.extent().steps) {
        brush.comparison();
        brush.flow();
        brush.numbers();
        brush.currentStep();
    }
    brush.stepMarks();
    paintUnrolledLookup(painter, scene);
    brush.heldMarks();
    brush.unitMark(scene.selected);
    brush.unitMark(scene.hovered);
}

void paintUnrolledCaptions(QPainter &painter, const UnrolledScene &scene) {
    if (!scene.content.trace || scene.geometry.captionWidth() <= 0)
        return;
    UnrolledBrush brush(painter, scene);
    brush.captions();
    brush.legend();
}

void toUnrolledColumns(QPainter &painter, const UnrolledScene &scene) {
    const double captions = scene.geometry.captionWidth();
    painter.translate(captions - scene.visible.left(), -scene.visible.top());
    painter.setClipRect(scene.visible);
}

void paintUnrolledReading(QPainter &painter, const UnrolledScene &scene) {
    const QSizeF columns = scene.visible.size();
    painter.fillRect(
        QRectF(0, 0, scene.geometry.captionWidth() + columns.width(), columns.height()),
        scene.theme.surface);
    painter.save();
    painter.translate(0, -scene.visible.top());
    paintUnrolledCaptions(painter, scene);
    painter.restore();
    painter.save();
    toUnrolledColumns(painter, scene);
    paintUnrolledEncoder(painter, scene);
    painter.restore();
}

void paintUnrolledBase(QPainter &painter, const UnrolledScene &scene) {
    paintUnrolledReading(painter, scene);
    painter.save();
    toUnrolledColumns(painter, scene);
    paintUnrolledDecoder(painter, scene);
    painter.restore();
}

void paintUnrolled(QPainter &painter, const UnrolledScene &scene) {
    if (!scene.content.trace) {
        const QRectF whole(0, 0, scene.geometry.captionWidth() + scene.visible.width(),
                           scene.visible.height());
        painter.fillRect(whole, scene.theme.surface);
        painter.setFont(scene.font);
        painter.setPen(scene.theme.mutedText);
        painter.drawText(whole.adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                         scene.message);
        return;
    }
    paintUnrolledBase(painter, scene);
    painter.save();
    toUnrolledColumns(painter, scene);
    paintUnrolledStep(painter, scene);
    paintUnrolledArrival(painter, scene);
    painter.restore();
}

}  // namespace widgets
