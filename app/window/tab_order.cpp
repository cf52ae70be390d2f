// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/tab_order.h"

#include <QApplication>
#include <QTabBar>
#include <algorithm>
#include <functional>
#include <iterator>

#include "widgets/drawing/focus_ring.h"

namespace app {
namespace {

QRect placeOf(const QWidget *widget) {
    return {widget->mapTo(widget->window(), QPoint()), widget->size()};
}

bool isInFront(const QDockWidget *dock) {
    // Qt keeps those that lie behind others outside of what can be seen.
    return dock->isVisible() &&
           (dock->isFloating() || dock->parentWidget()->rect().intersects(dock->geometry()));
}

bool floats(const QWidget *dock) {
    return dock->isWindow();
}

bool takesTab(const QWidget *widget) {
    return widget->isVisible() && widget->isEnabled() && !widget->focusProxy() &&
           widget->focusPolicy() & Qt::TabFocus;
}

/// Whether the tabs are those of this dock: right above, below or beside it.
bool belongTogether(const QWidget *tabs, const QWidget *dock) {
    const int near = dock->fontMetrics().height();
    return placeOf(dock).adjusted(-near, -near, near, near).intersects(placeOf(tabs));
}

}  // namespace

QList<QWidget *> docksInOrder(const QMainWindow &stage, const QList<QDockWidget *> &docks) {
    QList<QWidget *> front;
    std::copy_if(docks.begin(), docks.end(), std::back_inserter(front), [](const QWidget *dock) {
        return isInFront(static_cast<const QDockWidget *>(dock));
    });
    const auto windows = std::stable_partition(front.begin(), front.end(), std::not_fn(floats));
    std::stable_sort(front.begin(), windows, [](const QWidget *a, const QWidget *b) {
        const QPoint first = placeOf(a).topLeft();
        const QPoint second = placeOf(b).topLeft();
        return std::pair(first.y(), first.x()) < std::pair(second.y(), second.x());
    });
    QList<QTabBar *> tabs = stage.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly);
    QList<QWidget *> all;
    for (QWidget *dock : std::as_const(front)) {
        all.append(dock);
        const auto own = std::find_if(tabs.begin(), tabs.end(), [dock](const QTabBar *bar) {
            return bar->isVisible() && !floats(dock) && belongTogether(bar, dock);
        });
        if (own != tabs.end())
            all.append(tabs.takeAt(own - tabs.begin()));
    }
    return all;
}

void frameTabs(const QMainWindow &stage) {
    for (auto *bar : stage.findChildren<QTabBar *>(QString(), Qt::FindDirectChildrenOnly))
        if (!bar->findChild<widgets::FocusRing *>())
            new widgets::FocusRing(bar);
}

QList<QWidget *> tabStops(const QList<QWidget *> &parts) {
    QList<QWidget *> stops;
    for (QWidget *part : parts) {
        if (takesTab(part))
            stops.append(part);
        // The chain of Qt is a ring, within a part in the order in which the part was made.
        for (QWidget *at = part->nextInFocusChain(); at != part; at = at->nextInFocusChain())
            if (part->isAncestorOf(at) && takesTab(at))
                stops.append(at);
    }
    return stops;
}

void giveFocus(QWidget &widget, Qt::FocusReason reason) {
    if (!widget.isActiveWindow())
        widget.activateWindow();
    widget.setFocus(reason);
}

bool moveFocus(const QList<QWidget *> &stops, bool next) {
    if (stops.isEmpty())
        return false;
    const auto now = stops.indexOf(QApplication::focusWidget());
    const auto last = stops.size() - 1;
    const auto to = next ? (now < last ? now + 1 : 0) : (now > 0 ? now - 1 : last);
    giveFocus(*stops[to], next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

}  // namespace app
