// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/arrival.h"

#include <QPainter>
#include <algorithm>

#include "model/model.h"
#include "model/text/words.h"
#include "widgets/unrolled/paint.h"

namespace widgets {
namespace {

/// How many, of at most so many, are the same from the beginning on.
template <class Same>
int common(int most, Same same) {
    int count = 0;
    while (count < most && same(count))
        ++count;
    return count;
}

/// Whether they are one, or one and the same that has learned more.
bool isSameModel(const model::Model &a, const model::Model &b) {
    return &a == &b || (!a.metadata("task").empty() && a.metadata("name") == b.metadata("name") &&
                        a.configuration() == b.configuration());
}

int commonPositions(const model::Source &a, const model::Source &b) {
    return common(std::min(a.length(), b.length()),
                  [&](int i) { return a.token(i) == b.token(i) && a.label(i) == b.label(i); });
}

int commonPieces(const std::vector<model::Piece> &a, const std::vector<model::Piece> &b) {
    return common(static_cast<int>(std::min(a.size(), b.size())), [&](int i) {
        const model::Piece &x = a[static_cast<std::size_t>(i)];
        const model::Piece &y = b[static_cast<std::size_t>(i)];
        return x.id == y.id && model::displayText(x) == model::displayText(y);
    });
}

/// Fills a rectangle with a translucent colour in slices: a fill of some hundred rows Qt deals out
/// to several threads, and waiting for those takes longer than filling.
void veilOver(QPainter &painter, const QRect &rect, const QColor &color) {
    constexpr int rows = 32;  // 96 points of the screen at a scale of 3
    for (int top = rect.top(); top <= rect.bottom(); top += rows)
        painter.fillRect(rect.left(), top, rect.width(), std::min(rows, rect.bottom() + 1 - top),
                         color);
}

}  // namespace

Arrival arrivalOf(const model::Trace &before, const model::Trace &after) {
    Arrival arrival{0, 0, 0};
    if (isSameModel(*before.model, *after.model)) {
        arrival.source = commonPositions(before.source, after.source);
        arrival.step = commonPieces(before.target, after.target);
    }
    const bool something =
        arrival.source < after.sourceLength() || arrival.step < after.targetLength();
    return something ? arrival : Arrival{};
}

Arrival newAgainstBoth(const Arrival &one, const Arrival &other) {
    return {std::max(one.source, other.source), std::max(one.step, other.step),
            std::max(one.fraction, other.fraction)};
}

double arrivedAfter(double milliseconds) {
    const double t = std::clamp(milliseconds / arrivalTime, 0.0, 1.0);
    return t * (2 - t);
}

std::vector<QRectF> arrivalRects(const UnrolledScene &scene) {
    std::vector<QRectF> rects;
    if (!scene.content.trace)
        return rects;
    const Arrival &arrival = scene.arrival;
    const UnrolledGeometry &g = scene.geometry;
    const Extent extent = scene.content.extent();
    const auto add = [&](double left, double top, double bottom) {
        const double from = std::max(left, scene.visible.left());
        if (from < scene.visible.right())
            rects.emplace_back(from, top, scene.visible.right() - from, bottom - top);
    };
    const double annotations = g.annotation(0).top() - 1;
    const double labels = g.stateLabel(0).bottom();
    if (arrival.source < extent.source)
        add(g.sourceX(arrival.source) - g.sourcePitch() / 2, annotations,
            g.row(UnrolledRow::tokens).bottom() + 1);
    // The initial state is of the whole sentence.
    if (arrival.source < extent.source) {
        const QRectF state = g.initial().rect.adjusted(-2, -2, 2, 2);
        const QRectF seen = state.intersected(scene.visible);
        if (!seen.isEmpty())
            rects.push_back(seen);
    }
    if (arrival.step < extent.steps)
        add(g.stepX(arrival.step) - g.stepPitch() / 2, g.row(UnrolledRow::words).top() - 1, labels);
    // The links belong to the step in view.
    if (scene.moment.step() >= arrival.step)
        add(scene.visible.left(), labels, annotations);
    return rects;
}

void paintUnrolledArrival(QPainter &painter, const UnrolledScene &scene) {
    if (scene.arrival.fraction >= 1)
        return;
    // A veil over the new columns: what is below it stays in the caches.
    QColor veil = scene.theme.surface;
    veil.setAlphaF(static_cast<float>(1 - std::clamp(scene.arrival.fraction, 0.0, 1.0)));
    for (const QRectF &rect : arrivalRects(scene))
        veilOver(painter, rect.toAlignedRect(), veil);
}

}  // namespace widgets
