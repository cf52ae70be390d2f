// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/canvas.h"

#include <QKeyEvent>
#include <QPaintEngine>
#include <QPainter>

namespace widgets {

bool paintsVectors(const QPainter &painter) {
    const auto engine = painter.paintEngine()->type();
    return engine == QPaintEngine::SVG || engine == QPaintEngine::Pdf;
}

double cellOverlap(const QPainter &painter) {
    return paintsVectors(painter) ? 0.6 : 0;
}

bool isCursorKey(const QKeyEvent &event, bool hasCursor) {
    if (event.modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event.key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
            return true;
        case Qt::Key_Left:
        case Qt::Key_Right:
        case Qt::Key_Home:
        case Qt::Key_End:
            return hasCursor;
        default:
            return false;
    }
}

bool isWholeKey(const QKeyEvent &event) {
    // On a French keyboard, 0 is the shifted à; whoever means it may leave out the shift.
    constexpr auto allowed = Qt::KeypadModifier | Qt::ControlModifier | Qt::ShiftModifier;
    const bool zero = event.key() == Qt::Key_0 || event.key() == Qt::Key_Agrave;
    return zero && !(event.modifiers() & ~allowed);
}

}  // namespace widgets
