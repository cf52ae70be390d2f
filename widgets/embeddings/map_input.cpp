// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the map of the embeddings.
#include <QEvent>

#include "widgets/embeddings/map.h"

namespace widgets {
namespace {

double squaredDistance(const QPointF &a, const QPointF &b) {
    const QPointF d = a - b;
    return QPointF::dotProduct(d, d);
}

}  // namespace

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
