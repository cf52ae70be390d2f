// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/accessible_names.h"

#include <QAbstractButton>
#include <QApplication>
#include <QChildEvent>
#include <QEvent>
#include <QMenu>
#include <QScrollBar>
#include <QTabBar>
#include <QTextEdit>

namespace app {
namespace {

/// What a menu is called where it is opened from: by its title or, without one, by its owner.
QString nameOf(const QMenu &menu) {
    if (!menu.title().isEmpty())
        return QString(menu.title()).remove(u'&');
    for (const QWidget *owner = menu.parentWidget(); owner; owner = owner->parentWidget()) {
        const auto *button = qobject_cast<const QAbstractButton *>(owner);
        const QString name = !owner->accessibleName().isEmpty() ? owner->accessibleName()
                             : button                           ? button->text().remove(u'&')
                             : owner->isWindow()                ? owner->windowTitle()
                                                                : QString();
        if (!name.isEmpty())
            return name;
    }
    return {};
}

}  // namespace

AccessibleNames::AccessibleNames(QObject *parent) : QObject(parent) {
    QApplication::instance()->installEventFilter(this);
}

bool AccessibleNames::eventFilter(QObject *watched, QEvent *event) {
    QObject *nameless = nullptr;
    if (event->type() == QEvent::ChildPolished)
        nameless = static_cast<QChildEvent *>(event)->child();
    else if (event->type() == QEvent::Show || event->type() == QEvent::LanguageChange)
        nameless = watched;
    if (auto *widget = qobject_cast<QWidget *>(nameless))
        name(*widget);
    // Before it opens, it may still have to get its title.
    if (auto *menu = qobject_cast<QMenu *>(watched); menu && event->type() == QEvent::Show)
        menu->setAccessibleName(nameOf(*menu));
    return QObject::eventFilter(watched, event);
}

void AccessibleNames::name(QWidget &widget) {
    const QWidget *parent = widget.parentWidget();
    if (const auto *text = qobject_cast<const QTextEdit *>(parent);
        text && text->viewport() == &widget) {
        widget.setAccessibleName(text->accessibleName());
    } else if (auto *bar = qobject_cast<QScrollBar *>(&widget);
               bar && parent && parent->objectName().startsWith(QLatin1String("qt_scrollarea"))) {
        bar->setAccessibleName(bar->orientation() == Qt::Vertical ? tr("Vertical scroll bar")
                                                                  : tr("Horizontal scroll bar"));
    } else if (qobject_cast<const QTabBar *>(parent)) {
        // Qt names its buttons once, and never again.
        if (widget.objectName() == QLatin1String("ScrollLeftButton"))
            widget.setAccessibleName(QCoreApplication::translate("QTabBar", "Scroll Left"));
        else if (widget.objectName() == QLatin1String("ScrollRightButton"))
            widget.setAccessibleName(QCoreApplication::translate("QTabBar", "Scroll Right"));
    }
}

}  // namespace app
