// SPDX-License-Identifier: GPL-3.0-or-later
// The frame of a panel: its keys, and how it is painted.
#include <QKeyEvent>
#include <QStyleOption>
#include <QStylePainter>

#include "app/window/dock.h"
#include "widgets/drawing/theme.h"

namespace app {

bool Dock::focusNextPrevChild(bool next) {
    if (!isFloating())
        return QDockWidget::focusNextPrevChild(next);
    emit tabPressed(next);
    return true;
}

void Dock::resizeEvent(QResizeEvent *event) {
    QDockWidget::resizeEvent(event);
    emit resized();
}

void Dock::keyPressEvent(QKeyEvent *event) {
    event->ignore();
    if (isFloating())
        emit keyPressed(event);
    if (!event->isAccepted())
        QDockWidget::keyPressEvent(event);
}

void Dock::paintEvent(QPaintEvent *) {
    // As Qt does, whose own asks only once in which font it is to write the title.
    QStylePainter painter(this);
    if (isFloating()) {
        QStyleOptionFrame frame;
        frame.initFrom(this);
        painter.drawPrimitive(QStyle::PE_FrameDockWidget, frame);
    }
    QStyleOptionDockWidget title;
    initStyleOption(&title);
    painter.drawControl(QStyle::CE_DockWidgetTitle, title);
    // Where it is not the desktop that frames it.
    if (!isFloating() || !windowFlags().testFlag(Qt::FramelessWindowHint))
        return;
    // The style's own frame is as dark as a dark window behind it. This one is taken hold of.
    const auto theme = widgets::Theme::of(*this);
    painter.setPen(theme.pen(theme.handle(widgets::Theme::Handle::idle), 1));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

}  // namespace app
