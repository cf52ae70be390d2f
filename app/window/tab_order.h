// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>
#include <QList>
#include <QMainWindow>
#include <QWidget>

namespace app {

/// The docks in front and their tabs, from top to bottom as they lie in the window now, and then
/// those that are windows of their own; those that are closed or behind another are left out.
QList<QWidget *> docksInOrder(const QMainWindow &stage, const QList<QDockWidget *> &docks);

/// Lets the tabs of docks show a frame while they have the focus.
void frameTabs(const QMainWindow &stage);

/// Where the Tab key stops in these parts of a window, part by part.
QList<QWidget *> tabStops(const QList<QWidget *> &parts);

/// Gives the focus to a widget, and to its window, which a floating dock may have been in front of.
void giveFocus(QWidget &widget, Qt::FocusReason reason);

/// Gives the focus to the stop after the one that has it (before it: `next` false), from the last
/// one to the first. False: there is none.
bool moveFocus(const QList<QWidget *> &stops, bool next);

}  // namespace app
