// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/notice.h"

#include <QAccessible>
#include <QEvent>
#include <algorithm>

namespace app {
namespace {

constexpr int longEnough = 8000;  // milliseconds, to be read

}  // namespace

Notice::Notice(QWidget *over) : QLabel(over) {
    setObjectName(QStringLiteral("notice"));
    setTextFormat(Qt::PlainText);
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setMargin(fontMetrics().height() / 3);
    hide();
    timer_.setSingleShot(true);
    timer_.setInterval(longEnough);
    connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
    over->installEventFilter(this);
}

void Notice::tell(const QString &sentence) {
    sentence_ = sentence;
    setAccessibleName(sentence);
    place();
    show();
    raise();
    timer_.start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Notice::place() {
    const QWidget *over = parentWidget();
    const int gap = fontMetrics().height() / 2;
    const int around = 2 * (margin() + frameWidth());
    const int room = over->width() - 2 * gap - around;
    setText(fontMetrics().elidedText(sentence_, Qt::ElideMiddle, room));
    resize(std::min(sizeHint().width(), over->width() - 2 * gap), sizeHint().height());
    move((over->width() - width()) / 2, over->height() - height() - gap);
}

bool Notice::eventFilter(QObject *watched, QEvent *event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QLabel::eventFilter(watched, event);
}

void Notice::mousePressEvent(QMouseEvent *) {
    hide();
}

}  // namespace app
