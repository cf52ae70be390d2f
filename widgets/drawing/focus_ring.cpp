// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/focus_ring.h"

#include <QEvent>
#include <QPainter>

#include "widgets/drawing/theme.h"

namespace widgets {

namespace {

int hidden = 0;  // FocusHidden that live

void drawFrame(QPainter &painter, const QWidget &widget) {
    painter.setRenderHint(QPainter::Antialiasing, false);
    const Theme theme = Theme::of(widget);
    painter.setPen(theme.pen(theme.role(Role::source), 2));
    painter.setBrush(Qt::NoBrush);
    const auto inset = static_cast<int>(theme.thickness(2) / 2);
    painter.drawRect(widget.rect().adjusted(inset, inset, -inset, -inset));
}

}  // namespace

FocusHidden::FocusHidden() {
    ++hidden;
}

FocusHidden::~FocusHidden() {
    --hidden;
}

bool showsFocus(const QWidget &widget) {
    return hidden == 0 && widget.hasFocus();
}

void drawFocusFrame(QPainter &painter, const QWidget &widget) {
    if (showsFocus(widget))
        drawFrame(painter, widget);
}

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
    if (hidden > 0)
        return;
    QPainter painter(this);
    drawFrame(painter, *this);
}

}  // namespace widgets
