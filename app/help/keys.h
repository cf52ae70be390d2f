// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace app {

/// One thing that can be done, by keys or with the pointer.
struct Gesture {
    QList<QKeySequence> keys;  ///< each of them does it, or its part of it
    QString pointer;           ///< how else it is done, in words: "wheel"; may be empty
    QString meaning;
};

/// What can be done in one place.
struct GestureGroup {
    QString title;
    /// Name of the object that takes the keys while it has the focus; empty: they work anywhere.
    QString view;
    QList<Gesture> gestures;
};

/// Every key and every use of the pointer that the program understands, by place. The dialog and
/// the tests read this table; README.md beside it says the same.
QList<GestureGroup> gestureGroups();

/// How it is done: "Ctrl+←, Ctrl+→, wheel".
QString howToText(const Gesture &gesture);

}  // namespace app
