// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/learning/layers.h"

#include <algorithm>
#include <cmath>

#include "widgets/drawing/label.h"
#include "widgets/drawing/theme.h"
#include "widgets/drawing/vector_paint.h"
#include "widgets/learning/plot.h"

namespace widgets {

LearningStrip::LearningStrip(LearningPlot *plot, const QString &layer)
    : QCPLayerable(plot, layer), plot_(plot) {}

void LearningStrip::applyDefaultAntialiasingHint(QCPPainter *painter) const {
    painter->setAntialiasing(false);
}

void LearningStrip::draw(QCPPainter *painter) {
    const Theme theme = Theme::of(*plot_);
    const QFont small = smallFont(plot_->font());
    const int rows = stripRows(plot_->data());
    for (const StripSlot &slot : plot_->strip()) {
        const QRectF frame = slot.rect.adjusted(-1, -1, 0, 0);
        painter->setBrush(Qt::NoBrush);
        if (slot.picture < 0) {
            painter->setPen(theme.pen(theme.outline, 1, Qt::DashLine));
            painter->drawRect(frame);
            continue;
        }
        const LearningPicture &picture =
            plot_->data().pictures[static_cast<std::size_t>(slot.picture)];
        drawPicture(painter, picture, slot.rect, rows);
        painter->setPen(theme.pen(theme.outline, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(frame);
        painter->setFont(small);
        painter->setPen(theme.role(Role::target));
        const QRectF below(slot.rect.left(), slot.rect.bottom(), slot.rect.width(),
                           1.2 * plot_->fontMetrics().height());
        drawLabel(*painter, below, Qt::AlignCenter,
                  elidedLabel(small, picture.output, below.width()));
    }
}

void LearningStrip::drawPicture(QCPPainter *painter, const LearningPicture &picture,
                                const QRectF &rect, int rows) const {
    const Theme theme = Theme::of(*plot_);
    const model::Matrix &weights = picture.weights;
    const auto columns = static_cast<int>(weights.cols());
    const int shown = std::min(rows, static_cast<int>(weights.rows()));
    const double width = rect.width() / std::max(columns, 1);
    const double height = rect.height() / rows;
    const double ratio = painter->device()->devicePixelRatioF();
    const bool vectors = paintsVectors(*painter);
    const double full = fullWeight(plot_->data());
    const auto snap = [&](double value) {
        return vectors ? value : std::round(value * ratio) / ratio;
    };
    for (int row = 0; row < shown; ++row)
        for (int column = 0; column < columns; ++column) {
            const QPointF from(snap(rect.left() + column * width), snap(rect.top() + row * height));
            const QPointF to(snap(rect.left() + (column + 1) * width),
                             snap(rect.top() + (row + 1) * height));
            const double overlap = cellOverlap(*painter);
            painter->fillRect(QRectF(from, to + QPointF(overlap, overlap)).intersected(rect),
                              theme.weight(static_cast<double>(weights(row, column)) / full));
        }
}

LearningCursor::LearningCursor(LearningPlot *plot, const QString &layer)
    : QCPLayerable(plot, layer), plot_(plot) {}

void LearningCursor::applyDefaultAntialiasingHint(QCPPainter *painter) const {
    painter->setAntialiasing(true);
}

void LearningCursor::draw(QCPPainter *painter) {
    const double x = plot_->cursorPlace();
    if (x < 0)
        return;
    const Theme theme = Theme::of(*plot_);
    const QRectF curves = plot_->curves_->rect();
    painter->setPen(theme.pen(theme.emphasis, 1));
    painter->drawLine(QLineF(x, curves.top(), x, curves.bottom()));
    const double radius = 0.22 * plot_->fontMetrics().height();
    for (const LearningPlot::Line &line : plot_->lines_) {
        const auto data = line.graph->data();
        auto at = data->findBegin(plot_->data().place(plot_->moment(), plot_->axis()), false);
        if (at == data->constEnd() && data->isEmpty())
            continue;
        if (at == data->constEnd())
            --at;
        const double y = line.graph->valueAxis()->coordToPixel(at->value);
        painter->setBrush(line.attends ? plot_->colorOf(line.quantity, theme) : theme.surface);
        painter->setPen(theme.pen(plot_->colorOf(line.quantity, theme), 1.5));
        painter->drawEllipse(QPointF(line.graph->keyAxis()->coordToPixel(at->key), y), radius,
                             radius);
    }
    painter->setBrush(Qt::NoBrush);
    painter->setPen(theme.pen(theme.emphasis, 2));
    painter->setAntialiasing(false);
    for (const StripSlot &slot : plot_->strip())
        if (slot.picture >= 0 &&
            plot_->data().pictures[static_cast<std::size_t>(slot.picture)].update ==
                plot_->moment())
            painter->drawRect(slot.rect.adjusted(-2, -2, 1, 1));
}

}  // namespace widgets
