// SPDX-License-Identifier: GPL-3.0-or-later
// How docks come onto the stage.
#include <QCoreApplication>
#include <algorithm>
#include <utility>

#include "app/window/dock.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr int narrowestSide = 13;  // lines of text, of what is at the left
constexpr int sideShare = 30;      // percent of the width that this takes at most
constexpr int besideSide = 40;     // percent of what is left that the groups take

/// Qt names the buttons of a dock once, and never again.
void nameButtons(const Dock &dock) {
    const auto name = [&dock](const char *button, const char *text, const char *description) {
        if (auto *found = dock.findChild<QWidget *>(QLatin1String(button))) {
            found->setAccessibleName(QCoreApplication::translate("QDockWidget", text));
            found->setAccessibleDescription(
                QCoreApplication::translate("QDockWidget", description));
        }
    };
    name("qt_dockwidget_closebutton", "Close", "Closes the dock widget");
    name("qt_dockwidget_floatbutton", "Float", "Undocks and re-attaches the dock widget");
}

}  // namespace

QString dockName(const QString &view) {
    QStringList words = view.split(u'-');
    for (qsizetype i = 1; i < words.size(); ++i)
        words[i][0] = words[i][0].toUpper();
    return words.join(QString()) + QStringLiteral("Dock");
}

Dock *DockStage::makeDock(const QString &name, QWidget *panel) {
    auto *dock = new Dock(this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    widgets::inEveryLanguage(*dock, [dock] { nameButtons(*dock); });
    // What panels ask for must not make the window larger than its screen: they get along with
    // less.
    panel->setMinimumSize(4 * fontMetrics().height(), fontMetrics().height());
    return dock;
}

void DockStage::bringToFront(const QString &name) {
    for (QDockWidget *dock : std::as_const(docks_))
        if (dock->objectName() == name) {
            dock->show();
            dock->raise();
        }
}

Dock *DockStage::addSideDock(const QString &name, QWidget *panel) {
    Dock *dock = makeDock(name, panel);
    addDockWidget(Qt::LeftDockWidgetArea, dock);
    sideDocks_.append(dock);
    dock->hide();
    return dock;
}

void DockStage::showSideDock(QDockWidget *dock) {
    dock->show();
    if (dock->isFloating())
        return dock->raise();
    for (QDockWidget *other : std::as_const(sideDocks_))
        if (other != dock && isDocked(other) && dockWidgetArea(other) == dockWidgetArea(dock) &&
            !tabifiedDockWidgets(dock).contains(other))
            tabifyDockWidget(other, dock);
    dock->raise();
    const int em = fontMetrics().height();
    const int wanted = std::clamp(width() * sideShare / 100, narrowestSide * em,
                                  dock->widget()->sizeHint().width());
    QList<QDockWidget *> docks{dock};
    QList<int> widths{wanted};
    if (QDockWidget *right = uppermost()) {
        docks.append(right);
        widths.append(std::min(right->width(), (width() - wanted) * besideSide / 100));
    }
    resizeDocks(docks, widths, Qt::Horizontal);
    QMetaObject::invokeMethod(this, &DockStage::hideEmptyBars, Qt::QueuedConnection);
}

void DockStage::showBelow(QDockWidget *dock, QDockWidget *upper) {
    if (!isDocked(upper) || dock->isFloating())
        return showSideDock(dock);
    removeDockWidget(dock);  // a tab would stay one
    splitDockWidget(upper, dock, Qt::Vertical);
    dock->show();
    upper->raise();
    resizeDocks({upper, dock}, {3, 2}, Qt::Vertical);
    QMetaObject::invokeMethod(this, &DockStage::hideEmptyBars, Qt::QueuedConnection);
}

void DockStage::watch(Dock *dock) {
    docks_.append(dock);
    // What is docked or opened again is what the user wants to see, not a tab behind others.
    // Queued: only then is it one.
    const auto toFront = [dock](bool wanted) {
        if (wanted)
            dock->raise();
    };
    connect(
        dock, &QDockWidget::topLevelChanged, dock, [toFront](bool floats) { toFront(!floats); },
        Qt::QueuedConnection);
    connect(dock, &Dock::resized, this, &DockStage::noteShare);
    connect(dock->toggleViewAction(), &QAction::triggered, dock, toFront, Qt::QueuedConnection);
    // Queued: only then is there something in front of it.
    connect(
        dock, &QDockWidget::visibilityChanged, this,
        [this, dock](bool inView) {
            if (!inView)
                leave(dock);
        },
        Qt::QueuedConnection);
}

Dock *DockStage::addDock(int group, const QString &name, const QString &title, QWidget *panel) {
    Dock *dock = makeDock(name, panel);
    dock->setWindowTitle(title);
    watch(dock);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    while (groups_.size() <= group)
        groups_.append(QList<QDockWidget *>());
    groups_[group].append(dock);
    return dock;
}

Dock *DockStage::addBelow(const QString &name, const QString &title, QWidget *panel) {
    Dock *dock = makeDock(name, panel);
    dock->setWindowTitle(title);
    watch(dock);
    // The groups at the right keep their height.
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    addDockWidget(Qt::BottomDockWidgetArea, dock);
    below_.append(dock);
    return dock;
}

}  // namespace app
