// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>

// Events that QtTest has no function for.
namespace support {

/// Turns the wheel over a place of a widget, away from the user if `notches` is positive. Whether
/// the widget wanted it.
inline bool turnWheel(QWidget &widget, const QPointF &place, double notches,
                      Qt::KeyboardModifiers modifiers = {}) {
    QWheelEvent event(place, widget.mapToGlobal(place), {}, {0, static_cast<int>(120 * notches)},
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}

/// Moves the pointer, whose left button is held, to a place of the screen, wherever the widget has
/// got to by now.
inline void dragOnScreen(QWidget &widget, const QPointF &screen) {
    QMouseEvent move(QEvent::MouseMove, widget.mapFromGlobal(screen), screen, Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(&widget, &move);
}

/// Whether a widget claims a key for itself that the window may have a shortcut for.
inline bool claimsKey(QWidget &widget, int key, Qt::KeyboardModifiers modifiers = {}) {
    QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
    event.ignore();
    QCoreApplication::sendEvent(&widget, &event);
    return event.isAccepted();
}

/// Chooses an entry of an open menu with the keyboard, or opens the menu behind it. (What a click
/// without a movement of the mouse before it does differs between versions of Qt.)
inline void chooseEntry(QMenu &menu, QAction &entry) {
    menu.setActiveAction(&entry);
    QTest::keyClick(&menu, Qt::Key_Return);
}

}  // namespace support
