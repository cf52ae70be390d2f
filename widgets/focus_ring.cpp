// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/focus_ring.h"

#include <QEvent>
#include <QPainter>

#include "widgets/theme.h"

namespace widgets {

FocusRing::FocusRing(QWidget *view) : QWidget(view) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
    view->installEventFilter(this);
}

bool FocusRing::eventFilter(QObject *watched, QEvent *event) {
    const auto *view = static_cast<QWidget *>(watched);
    switch (event->type()) {
        case QEvent::FocusIn:
        case QEvent::FocusOut:
            setVisible(event->type() == QEvent::FocusIn);
            [[fallthrough]];
        case QEvent::Resize:
            setGeometry(view->rect());
            raise();
            break;
        default:
            break;
    }
    return false;
}

void FocusRing::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    painter.setPen(QPen(Theme::of(palette()).role(Role::source), 2));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

}  // namespace widgets
