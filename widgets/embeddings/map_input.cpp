// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does with the map of the embeddings.
#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>

#include "widgets/embeddings/map.h"
#include "widgets/panel/list_cursor.h"

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

void EmbeddingMap::hover(int piece) {
    if (piece == hovered_)
        return;
    setHovered(piece);
    emit pieceHovered(piece);
}

void EmbeddingMap::mouseMoveEvent(QMouseEvent *event) {
    hover(pieceAt(event->position()));
}

void EmbeddingMap::mousePressEvent(QMouseEvent *event) {
    const int piece = event->button() == Qt::LeftButton ? pieceAt(event->position()) : -1;
    if (piece >= 0)
        emit pieceClicked(piece);
    else
        event->ignore();
}

void EmbeddingMap::leaveEvent(QEvent *) {
    hover(-1);
}

void EmbeddingMap::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    hover(-1);
}

bool EmbeddingMap::event(QEvent *event) {
    if (event->type() == QEvent::FontChange)
        laidOut_ = {};
    if (event->type() == QEvent::ShortcutOverride && !marks_.empty()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Home || key == Qt::Key_End)
            event->accept();
    }
    return QWidget::event(event);
}

void EmbeddingMap::keyPressEvent(QKeyEvent *event) {
    const int count = static_cast<int>(marks_.size());
    const auto found = std::find_if(marks_.begin(), marks_.end(),
                                    [this](const MapMark &mark) { return mark.piece == hovered_; });
    const int now = found == marks_.end() ? -1 : static_cast<int>(found - marks_.begin());
    const int key = event->key();
    if (const auto to = movedInList(key, now, count))
        hover(marks_[static_cast<std::size_t>(*to)].piece);
    else if (hovered_ >= 0 && (key == Qt::Key_Return || key == Qt::Key_Enter))
        emit pieceClicked(hovered_);
    else if (hovered_ >= 0 && key == Qt::Key_Escape)
        hover(-1);
    else
        event->ignore();
}

}  // namespace widgets
