// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/embeddings/piece_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <utility>

#include "widgets/panel/list_cursor.h"
#include "widgets/panel/spoken.h"

namespace widgets {

PieceCanvas::PieceCanvas(QWidget *parent) : QWidget(parent) {
    giveVoice(*this);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

void PieceCanvas::setHovered(int piece) {
    if (std::exchange(hovered_, piece) == piece)
        return;
    describe();
    update();
}

void PieceCanvas::hover(int piece) {
    if (piece == hovered_)
        return;
    setHovered(piece);
    emit pieceHovered(piece);
}

int PieceCanvas::rowOf(int piece) const {
    for (int row = 0; row < listed(); ++row) {
        if (pieceIn(row) == piece)
            return row;
    }
    return -1;
}

void PieceCanvas::mouseMoveEvent(QMouseEvent *event) {
    hover(pieceAt(event->position()));
}

void PieceCanvas::mousePressEvent(QMouseEvent *event) {
    const int piece = event->button() == Qt::LeftButton ? pieceAt(event->position()) : -1;
    if (piece >= 0)
        emit pieceClicked(piece);
    else
        event->ignore();
}

void PieceCanvas::leaveEvent(QEvent *) {
    hover(-1);
}

void PieceCanvas::focusOutEvent(QFocusEvent *event) {
    QWidget::focusOutEvent(event);
    hover(-1);
}

bool PieceCanvas::event(QEvent *event) {
    if (event->type() == QEvent::ShortcutOverride && listed() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Home || key == Qt::Key_End)
            event->accept();
    }
    return QWidget::event(event);
}

void PieceCanvas::keyPressEvent(QKeyEvent *event) {
    const int key = event->key();
    if (const auto to = movedInList(key, rowOf(hovered_), listed()))
        hover(pieceIn(*to));
    else if (hovered_ >= 0 && (key == Qt::Key_Return || key == Qt::Key_Enter) && canClick(hovered_))
        emit pieceClicked(hovered_);
    else if (hovered_ >= 0 && key == Qt::Key_Escape)
        hover(-1);
    else
        event->ignore();
}

}  // namespace widgets
