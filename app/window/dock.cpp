// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/dock.h"

#include <QApplication>
#include <QChildEvent>
#include <QLayout>
#include <QPointer>
#include <QProxyStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

#include "app/window/tab_order.h"
#include "widgets/drawing/theme.h"
#include "widgets/text/language.h"

namespace app {
namespace {

constexpr int layoutVersion = 4;
/// The heights of one group, of two, of three, in proportion.
const QList<QList<int>> groupHeights{{1}, {64, 36}, {40, 37, 23}};
/// The same of three that just have room: the heatmap has a label for every row first.
const QList<int> lowGroupHeights{50, 32, 18};
constexpr int lowWindow = 56;       // lines of text
constexpr int aboveAndBelow = 12;   // lines of text that header and timeline take
constexpr int usefulGroup = 14;     // lines of text: less is a strip that says little
constexpr int narrowestDocks = 18;  // lines of text
constexpr double roundedBy = 1.5;   // pixels, with the width of the docks
constexpr int patience = 500;       // milliseconds

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

DockStage::DockStage(QWidget *parent) : QMainWindow(parent, Qt::Widget) {
    setContextMenuPolicy(Qt::PreventContextMenu);
    widgets::inEveryLanguage(*this, [this] { setAccessibleName(tr("Views")); });
    setDockNestingEnabled(true);
    // Qt tells by the place of a dock whether it is in view, and would be wrong while it moves.
    setAnimated(false);
    tabStyle_ = new TabStyle;
    tabStyle_->setParent(this);
}

DockStage::Groups DockStage::merged(int count) const {
    const qsizetype separate = groups_.size() - count + 1;
    Groups merged(1);
    for (const auto &group : groups_.mid(0, separate))
        merged.first() += group;
    return merged + groups_.mid(separate);
}

int DockStage::fitting() const {
    // By the height of the window: a second line of the translation must not move panels.
    const int lines = window()->height() / fontMetrics().height() - aboveAndBelow;
    return std::clamp(lines / usefulGroup, 1, static_cast<int>(groups_.size()));
}

int DockStage::arranged() const {
    const auto isTogether = [this](QList<QDockWidget *> group) {
        group.removeIf(std::not_fn(isDocked));
        if (group.isEmpty())
            return true;
        QList<QDockWidget *> tabs = tabifiedDockWidgets(group.first());
        tabs.removeIf(std::not_fn(isDocked));
        return dockWidgetArea(group.first()) == Qt::RightDockWidgetArea &&
               tabs.size() + 1 == group.size() &&
               std::all_of(group.begin() + 1, group.end(),
                           [&](QDockWidget *dock) { return tabs.contains(dock); });
    };
    for (int count = static_cast<int>(groups_.size()); count > 0; --count) {
        const Groups groups = merged(count);
        if (std::all_of(groups.begin(), groups.end(), isTogether))
            return count;
    }
    return 0;
}

void DockStage::arrange(int count) {
    for (auto group : merged(count)) {
        group.removeIf([](const QDockWidget *dock) { return dock->isFloating(); });
        for (qsizetype i = 0; i < group.size(); ++i) {
            // A dock that is a tab cannot be split off, but be added anew.
            if (i == 0)
                addDockWidget(Qt::RightDockWidgetArea, group[0]);
            else
                tabifyDockWidget(group[i - 1], group[i]);
        }
        if (!group.isEmpty())
            group.first()->raise();
    }
}

void DockStage::rearrange(int count) {
    const QPointer<QWidget> focused = QApplication::focusWidget();
    const QList<QWidget *> seen = docksInOrder(*this, docks_);
    // Not what they have now, which may still be that of another size of the window.
    const int shared = static_cast<int>(std::lround(share_ * width()));
    const int docks = share_ > 0 || seen.isEmpty() ? shared : seen.first()->width();
    arrange(count);
    // What was in view stays so where it can; the uppermost comes last and lies in front.
    for (auto each = seen.rbegin(); each != seen.rend(); ++each)
        if (auto *dock = qobject_cast<QDockWidget *>(*each); dock && !dock->isFloating())
            dock->raise();
    for (QDockWidget *dock : std::as_const(docks_))
        if (focused && dock->isAncestorOf(focused)) {
            dock->raise();
            focused->setFocus();
        }
    divide(count, docks);
}

void DockStage::divide(int count, int docksWidth) {
    QList<QDockWidget *> uppermost;  // one of each group that is in view
    QList<int> heights;
    const Groups groups = merged(count);
    const bool low =
        count == lowGroupHeights.size() && window()->height() < lowWindow * fontMetrics().height();
    const QList<int> &shares = low ? lowGroupHeights : groupHeights[count - 1];
    for (int i = 0; i < count; ++i) {
        const auto open = std::find_if(groups[i].begin(), groups[i].end(), isDocked);
        if (open == groups[i].end())
            continue;
        uppermost.append(*open);
        heights.append(shares[i]);
    }
    if (uppermost.isEmpty())
        return;
    layout()->activate();  // what is not yet laid out cannot be divided
    resizeDocks({uppermost.first()}, {docksWidth}, Qt::Horizontal);
    resizeDocks(uppermost, heights, Qt::Vertical);
    // Already now: the window may get another size before the docks have got theirs. (The widths on
    // the way here have been noted, too.)
    sharedOf_ = width();
    share_ = static_cast<double>(docksWidth) / width();
    QMetaObject::invokeMethod(this, &DockStage::hideEmptyBars, Qt::QueuedConnection);
}

/// Qt may leave a bar in view whose tabs have all gone to another.
void DockStage::hideEmptyBars() {
    for (auto *bar : findChildren<QTabBar *>(Qt::FindDirectChildrenOnly))
        if (bar->count() == 0)
            bar->hide();
}

QDockWidget *DockStage::uppermost() const {
    for (QWidget *each : docksInOrder(*this, docks_))
        if (auto *dock = qobject_cast<QDockWidget *>(each);
            dock && isDocked(dock) && dockWidgetArea(dock) == Qt::RightDockWidgetArea)
            return dock;
    return nullptr;
}

void DockStage::noteShare() {
    if (!isUp_ || width() != sharedOf_)
        return;  // the window has got another size, which keepShare() is still to follow
    const QDockWidget *dock = uppermost();
    if (dock && std::abs(dock->width() - share_ * width()) > roundedBy)
        share_ = static_cast<double>(dock->width()) / width();
}

/// Qt gives all that a window grows by to what is in its middle.
void DockStage::keepShare() {
    QDockWidget *dock = uppermost();
    if (!dock || std::exchange(sharedOf_, width()) == width() || share_ == 0)
        return;
    resizeDocks({dock}, {static_cast<int>(std::lround(share_ * width()))}, Qt::Horizontal);
}

void DockStage::followSize() {
    if (!isUp_)
        return;
    keepShare();
    const int now = fitting();
    if (std::exchange(fitted_, now) == now)
        return;
    if (const int shown = arranged(); shown != 0 && shown != now)
        rearrange(now);
}

void DockStage::comeUpAs(const QByteArray &state) {
    arrange(static_cast<int>(groups_.size()));
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
    // Later: docks do not change their places while they are being laid out.
    QMetaObject::invokeMethod(this, &DockStage::followSize, Qt::QueuedConnection);
    if (!isUp_ && isVisible() && fillsScreen(window()))
        QMetaObject::invokeMethod(this, &DockStage::comeUp, Qt::QueuedConnection);
}

void DockStage::comeUp() {
    if (std::exchange(isUp_, true))
        return;
    fitted_ = fitting();
    sharedOf_ = width();
    if (!place(last_))
        reset();
    else if (arranged() > fitted_)
        rearrange(fitted_);
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

void DockStage::takeState(const QByteArray &state) {
    if (state.isEmpty())
        return;
    if (!isUp_) {
        last_ = state;
        return;
    }
    const QPointer<QWidget> focused = QApplication::focusWidget();
    if (!place(state))
        return;
    fitted_ = fitting();
    if (arranged() > fitted_)
        rearrange(fitted_);
    for (QDockWidget *dock : std::as_const(docks_))
        if (focused && dock->isAncestorOf(focused))
            leave(dock);
    QMetaObject::invokeMethod(this, &DockStage::hideEmptyBars, Qt::QueuedConnection);
}

QByteArray DockStage::state() const {
    return isUp_ ? saveState(layoutVersion) : last_;
}

void DockStage::reset() {
    const QPointer<QWidget> focused = QApplication::focusWidget();
    QList<QDockWidget *> open = below_;  // since then
    open.removeIf([](const QDockWidget *dock) { return dock->isHidden(); });
    // As a whole: one dock after the other, they would make the window grow on the way.
    place(first_);
    for (QDockWidget *dock : std::as_const(open)) {
        dock->setFloating(false);
        addDockWidget(Qt::BottomDockWidgetArea, dock);
        dock->show();
    }
    fitted_ = fitting();
    if (fitted_ != groups_.size())
        arrange(fitted_);
    // A third of the width, but as much as a panel needs where that leaves half of it.
    const int wide = std::min(narrowestDocks * fontMetrics().height(), width() / 2);
    divide(fitted_, std::max(width() * 36 / 100, wide));
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
    if (!bar || bar->style() == tabStyle_)
        return;
    bar->setStyle(tabStyle_);
    bar->setElideMode(Qt::ElideNone);  // of seven in a narrow column, a letter would be left each
}

}  // namespace app
