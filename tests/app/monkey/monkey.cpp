// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/monkey/monkey.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QTest>
#include <QTimer>
#include <QUrl>
#include <algorithm>
#include <array>
#include <utility>

#include "tests/support/events.h"

namespace {

/// Without what would leave the window for good: a test goes on in it.
constexpr std::array keys{
    Qt::Key_Left,   Qt::Key_Right,  Qt::Key_Up,       Qt::Key_Down,  Qt::Key_Home,
    Qt::Key_End,    Qt::Key_PageUp, Qt::Key_PageDown, Qt::Key_Tab,   Qt::Key_Backtab,
    Qt::Key_Return, Qt::Key_Enter,  Qt::Key_Escape,   Qt::Key_Space, Qt::Key_Backspace,
    Qt::Key_Delete, Qt::Key_Menu,   Qt::Key_F1,       Qt::Key_F6,    Qt::Key_F10,
    Qt::Key_Plus,   Qt::Key_Minus,  Qt::Key_0,        Qt::Key_1,     Qt::Key_5,
    Qt::Key_9,      Qt::Key_A,      Qt::Key_B,        Qt::Key_C,     Qt::Key_D,
    Qt::Key_E,      Qt::Key_F,      Qt::Key_G,        Qt::Key_H,     Qt::Key_I,
    Qt::Key_L,      Qt::Key_M,      Qt::Key_N,        Qt::Key_O,     Qt::Key_P,
    Qt::Key_R,      Qt::Key_S,      Qt::Key_T,        Qt::Key_U,     Qt::Key_V,
    Qt::Key_X,      Qt::Key_Y,      Qt::Key_Z};
constexpr std::array modifiers{Qt::KeyboardModifiers(),
                               Qt::KeyboardModifiers(),
                               Qt::KeyboardModifiers(),
                               Qt::KeyboardModifiers(Qt::ControlModifier),
                               Qt::KeyboardModifiers(Qt::ShiftModifier),
                               Qt::KeyboardModifiers(Qt::AltModifier),
                               Qt::KeyboardModifiers(Qt::ControlModifier) | Qt::ShiftModifier,
                               Qt::KeyboardModifiers(Qt::ControlModifier) | Qt::AltModifier};

/// What people paste, and what nobody should.
const std::array pasted{QStringLiteral("Le chat noir dort sur la chaise."),
                        QStringLiteral("Où est-elle ?"),
                        QStringLiteral("deux lignes\nen une"),
                        QStringLiteral("   "),
                        QStringLiteral("😀👩‍💻🇫🇷"),
                        QStringLiteral("שלום и привет"),
                        QStringLiteral("\t\x01\x7f"),
                        QStringLiteral("<b>pas de HTML</b> &amp; %1 %n"),
                        QStringLiteral("mot ").repeated(90),
                        QStringLiteral("x").repeated(3000)};

constexpr int rememberedActions = 40;
/// Enough to try what is in a dialog, and no more.
constexpr int longestDialog = 25;

QWidget &focusedOr(QWidget &window) {
    QWidget *focus = QApplication::focusWidget();
    return focus ? *focus : window;
}

}  // namespace

Monkey::Monkey(QWidget *window, unsigned seed) : window_(window), random_(seed) {}

void Monkey::act(int actions, int milliseconds) {
    left_ = actions;
    milliseconds_ = milliseconds;
    clock_.start();
    waitForTurn();
    loop_.exec();
}

void Monkey::waitForTurn() {
    QTimer::singleShot(0, &loop_, [this] { takeTurn(); });
}

/// A menu or a dialog has an event loop of its own, within the action that opened it, and is acted
/// on from there. Other loops within an action are those of QtTest, which only wait.
void Monkey::takeTurn() {
    QWidget *popup = QApplication::activePopupWidget();
    QWidget *opened = popup ? popup : QApplication::activeModalWidget();
    if (depth_ > 0 && (!opened || opened == opened_)) {
        QTimer::singleShot(2, &loop_, [this] { takeTurn(); });
        return;
    }
    if (--left_ <= 0 || clock_.hasExpired(milliseconds_)) {
        tidyUp();
        loop_.quit();
        return;
    }
    waitForTurn();
    ++depth_;
    QWidget *before = std::exchange(opened_, opened);
    actOnce();
    opened_ = before;
    --depth_;
}

QString Monkey::last() const {
    return QStringList(last_.begin(), last_.end()).join(u'\n');
}

void Monkey::tidyUp() {
    while (QWidget *popup = QApplication::activePopupWidget())
        popup->close();
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *dialog = qobject_cast<QDialog *>(widget); dialog && dialog->isVisible())
            dialog->reject();
}

void Monkey::note(const QString &action, const QWidget &widget) {
    last_.push_back(
        QStringLiteral("%1 in %2 %3")
            .arg(action, QLatin1String(widget.metaObject()->className()), widget.objectName()));
    if (last_.size() > rememberedActions)
        last_.pop_front();
}

void Monkey::actOnce() {
    if (leavePopup() || leaveDialog())
        return;
    QWidget *modal = QApplication::activeModalWidget();
    inDialog_ = modal ? inDialog_ + 1 : 0;
    if (!modal && !window_->isVisible())
        window_->show();
    static constexpr std::array<Action, 16> actions{
        &Monkey::key,         &Monkey::key,   &Monkey::key,   &Monkey::key,
        &Monkey::text,        &Monkey::click, &Monkey::click, &Monkey::click,
        &Monkey::click,       &Monkey::drag,  &Monkey::drag,  &Monkey::wheel,
        &Monkey::contextMenu, &Monkey::paste, &Monkey::drop,  &Monkey::doubleClick};
    QWidget &where = modal ? *modal : *window_;
    if (!modal && below(40) == 0)
        resize(where);
    else
        (this->*oneOf(actions))(where);
}

/// Whether a menu was open: chooses in it, or goes.
bool Monkey::leavePopup() {
    QWidget *popup = QApplication::activePopupWidget();
    if (!popup)
        return false;
    note(QStringLiteral("popup"), *popup);
    auto *menu = qobject_cast<QMenu *>(popup);
    const QList<QAction *> entries = menu ? menu->actions() : QList<QAction *>();
    if (entries.isEmpty() || below(3) == 0) {
        popup->close();
        return true;
    }
    QAction *entry = entries[below(static_cast<int>(entries.size()))];
    // Quitting ends what this tries.
    if (entry->menuRole() == QAction::QuitRole || entry->objectName() == QLatin1String("quit") ||
        !entry->isEnabled() || entry->isSeparator()) {
        popup->close();
        return true;
    }
    note(QStringLiteral("chooses ") + entry->text(), *popup);
    support::chooseEntry(*menu, *entry);
    return true;
}

/// Files outside the test are not to be written: a dialog that asks for one is left at once.
bool Monkey::leaveDialog() {
    auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    if (!dialog || (inDialog_ < longestDialog && !qobject_cast<QFileDialog *>(dialog)))
        return false;
    note(QStringLiteral("leaves"), *dialog);
    inDialog_ = 0;
    dialog->reject();
    return true;
}

QPoint Monkey::placeIn(const QWidget &widget) {
    return {below(std::max(1, widget.width())), below(std::max(1, widget.height()))};
}

QWidget &Monkey::somewhere(QWidget &window) {
    QWidget *child = window.childAt(placeIn(window));
    return child ? *child : window;
}

void Monkey::key(QWidget &window) {
    QWidget &widget = focusedOr(window);
    const Qt::Key key = oneOf(keys);
    const Qt::KeyboardModifiers with = oneOf(modifiers);
    note(QKeySequence(with | key).toString(), widget);
    QTest::keyClick(&widget, key, with);
}

void Monkey::text(QWidget &window) {
    QWidget &widget = focusedOr(window);
    note(QStringLiteral("types"), widget);
    QTest::keyClicks(&widget, QStringLiteral("le pain. ").mid(below(8), 3));
}

void Monkey::click(QWidget &window) {
    QWidget &widget = somewhere(window);
    note(QStringLiteral("clicks"), widget);
    QTest::mouseClick(&widget, Qt::LeftButton, oneOf(modifiers), placeIn(widget));
}

void Monkey::doubleClick(QWidget &window) {
    QWidget &widget = somewhere(window);
    note(QStringLiteral("clicks twice"), widget);
    QTest::mouseDClick(&widget, Qt::LeftButton, {}, placeIn(widget));
}

void Monkey::contextMenu(QWidget &window) {
    QWidget &widget = somewhere(window);
    note(QStringLiteral("asks for a menu"), widget);
    const QPoint place = placeIn(widget);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, widget.mapToGlobal(place));
    QApplication::sendEvent(&widget, &event);
}

void Monkey::drag(QWidget &window) {
    QPointer<QWidget> widget = &somewhere(window);
    note(QStringLiteral("drags"), *widget);
    QTest::mousePress(widget, Qt::LeftButton, oneOf(modifiers), placeIn(*widget));
    for (int i = below(6); i >= 0 && widget; --i) {
        const QPoint to = placeIn(*widget) * (1 + below(2)) - QPoint(below(30), below(30));
        QMouseEvent move(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(widget, &move);
    }
    if (widget)
        QTest::mouseRelease(widget, Qt::LeftButton, {}, placeIn(*widget));
}

void Monkey::wheel(QWidget &window) {
    QWidget &widget = somewhere(window);
    note(QStringLiteral("turns the wheel"), widget);
    support::turnWheel(widget, placeIn(widget), below(7) - 3, oneOf(modifiers));
}

void Monkey::paste(QWidget &window) {
    QWidget &widget = focusedOr(window);
    note(QStringLiteral("pastes"), widget);
    QApplication::clipboard()->setText(oneOf(pasted));
    QTest::keyClick(&widget, Qt::Key_V, Qt::ControlModifier);
}

void Monkey::drop(QWidget &window) {
    QWidget &widget = somewhere(window);
    note(QStringLiteral("drops"), widget);
    QMimeData data;
    if (!files_.isEmpty() && below(2) == 0)
        data.setUrls({QUrl::fromLocalFile(files_[below(static_cast<int>(files_.size()))])});
    else
        data.setText(oneOf(pasted));
    const QPoint place = placeIn(widget);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent event(place, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&widget, &event);
}

void Monkey::resize(QWidget &window) {
    const QSize size(640 + below(1400), 400 + below(900));
    note(QStringLiteral("sizes %1 × %2").arg(size.width()).arg(size.height()), window);
    window.resize(size);
}
