// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/dock.h"

#include <QApplication>
#include <QChildEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QProxyStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "app/window/tab_order.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr int layoutVersion = 3;
const QList<int> groupHeights{40, 37, 23};  // in proportion
const QList<int> lowestPanels{7, 9, 7};     // lines of text
constexpr int patience = 500;               // milliseconds

/// Fusion, whose selected tab is not to be told from the others where all is dark.
class TabStyle : public QProxyStyle {
  public:
    TabStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override {
        QProxyStyle::drawControl(element, option, painter, widget);
        if (element == CE_TabBarTabShape && option->state & State_Selected &&
            widgets::Theme::of(option->palette).dark)
            painter->fillRect(option->rect.adjusted(2, 2, -2, -3),
                              option->palette.color(QPalette::Mid));
    }
};

/// Whether the window manager is to decide how large a window is.
bool fillsScreen(const QWidget *window) {
    return window->windowState() & (Qt::WindowMaximized | Qt::WindowFullScreen);
}

}  // namespace

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

void Dock::paintEvent(QPaintEvent *event) {
    QDockWidget::paintEvent(event);
    // Where it is not the desktop that frames it.
    if (!isFloating() || !windowFlags().testFlag(Qt::FramelessWindowHint))
        return;
    // The style's own frame is as dark as a dark window behind it. This one is taken hold of.
    const auto &theme = widgets::Theme::of(palette());
    QPainter painter(this);
    painter.setPen(theme.handle(widgets::Theme::Handle::idle));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

DockStage::DockStage(QWidget *parent) : QMainWindow(parent, Qt::Widget) {
    setContextMenuPolicy(Qt::PreventContextMenu);
    setDockNestingEnabled(true);
    tabStyle_ = new TabStyle;
    tabStyle_->setParent(this);
}

namespace {

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

Dock *DockStage::addDock(int group, const QString &name, const QString &title, QWidget *panel) {
    auto *dock = new Dock(title, this);
    dock->setObjectName(name);
    dock->setWidget(panel);
    widgets::inEveryLanguage(*dock, [dock] { nameButtons(*dock); });
    // Panels get along with less than they ask for; else the groups need a tall screen.
    panel->setMinimumHeight(
        std::min(panel->minimumSizeHint().height(), lowestPanels[group] * fontMetrics().height()));
    addDockWidget(Qt::RightDockWidgetArea, dock);
    docks_.append(dock);
    while (groups_.size() <= group)
        groups_.append(QList<QDockWidget *>());
    groups_[group].append(dock);
    // Queued: only then is there something in front of it.
    connect(
        dock, &QDockWidget::visibilityChanged, this,
        [this, dock](bool inView) {
            if (!inView)
                leave(dock);
        },
        Qt::QueuedConnection);
    return dock;
}

QList<QDockWidget *> DockStage::front() const {
    QList<QDockWidget *> front;
    for (const auto &group : groups_)
        front.append(group.first());
    return front;
}

void DockStage::arrange() {
    for (qsizetype i = 1; i < groups_.size(); ++i)
        splitDockWidget(groups_[i - 1].first(), groups_[i].first(), Qt::Vertical);
    // Only now: a dock that is a tab cannot be split off again.
    for (const auto &group : std::as_const(groups_)) {
        for (qsizetype i = 1; i < group.size(); ++i)
            tabifyDockWidget(group[i - 1], group[i]);
        group.first()->raise();
    }
}

void DockStage::comeUpAs(const QByteArray &state) {
    arrange();
    first_ = saveState(layoutVersion);
    last_ = state;
}

void DockStage::showEvent(QShowEvent *event) {
    QMainWindow::showEvent(event);
    if (isUp_)
        return;
    // Later: a dock that floats comes to lie in front only of what is there already. And a window
    // that is to fill the screen gets that size only once it is there.
    if (fillsScreen(window()))
        QTimer::singleShot(patience, this, &DockStage::comeUp);
    else
        QMetaObject::invokeMethod(this, &DockStage::comeUp, Qt::QueuedConnection);
}

void DockStage::resizeEvent(QResizeEvent *event) {
    QMainWindow::resizeEvent(event);
    if (!isUp_ && isVisible() && fillsScreen(window()))
        QMetaObject::invokeMethod(this, &DockStage::comeUp, Qt::QueuedConnection);
}

void DockStage::comeUp() {
    if (std::exchange(isUp_, true))
        return;
    if (!place(last_))
        reset();
}

bool DockStage::place(const QByteArray &state) {
    if (!restoreState(state, layoutVersion))
        return false;
    // What Qt restores as a window it puts past the window manager, as if it were being dragged.
    for (QDockWidget *dock : std::as_const(docks_))
        if (dock->isFloating())
            dock->setFloating(true);
    return true;
}

QByteArray DockStage::state() const {
    return isUp_ ? saveState(layoutVersion) : last_;
}

void DockStage::reset() {
    const QPointer<QWidget> focused = QApplication::focusWidget();
    // As a whole: one dock after the other, they would make the window grow on the way.
    place(first_);
    resizeDocks({docks_.first()}, {width() * 36 / 100}, Qt::Horizontal);
    resizeDocks(front(), groupHeights, Qt::Vertical);
    for (QDockWidget *dock : std::as_const(docks_)) {
        if (!focused || !dock->isAncestorOf(focused))
            continue;
        focused->setFocus();
        leave(dock);
    }
}

void DockStage::leave(QDockWidget *covered) {
    if (!covered->isVisible() || !covered->isAncestorOf(covered->window()->focusWidget()) ||
        docksInOrder(*this, {covered}).contains(covered))
        return;
    const QList<QWidget *> stops = tabStops(docksInOrder(*this, tabifiedDockWidgets(covered)));
    if (!stops.isEmpty())
        stops.first()->setFocus();
}

void DockStage::childEvent(QChildEvent *event) {
    QMainWindow::childEvent(event);
    // Qt makes the bars of tabs when it needs them.
    auto *bar = event->polished() ? qobject_cast<QTabBar *>(event->child()) : nullptr;
    if (bar && bar->style() != tabStyle_)
        bar->setStyle(tabStyle_);
}

}  // namespace app
