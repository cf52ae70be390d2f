// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/cursor_keys.h"

#include <QKeyEvent>

namespace widgets {

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
    // On a French keyboard, 0 is the shifted à; the shift may be left out.
    constexpr auto allowed = Qt::KeypadModifier | Qt::ControlModifier | Qt::ShiftModifier;
    const bool zero = event.key() == Qt::Key_0 || event.key() == Qt::Key_Agrave;
    return zero && !(event.modifiers() & ~allowed);
}

}  // namespace widgets
