// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dock.h"

#include <QKeyEvent>

namespace app {

bool Dock::focusNextPrevChild(bool next) {
    if (!isFloating())
        return QDockWidget::focusNextPrevChild(next);
    emit tabPressed(next);
    return true;
}

void Dock::keyPressEvent(QKeyEvent *event) {
    event->ignore();
    if (isFloating())
        emit keyPressed(event);
    if (!event->isAccepted())
        QDockWidget::keyPressEvent(event);
}

}  // namespace app
