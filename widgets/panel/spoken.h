// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QString>

class QWidget;

// Painted widgets are mute to a screen reader. These give them a voice: what stands at the cursor,
// or under the pointer, as text.
namespace widgets {

/// Makes the accessible value of the widget what say() told last. To be called by the constructor,
/// before it sets a name: each such event asks for the interface of the widget, which is kept.
/// Sliders keep their number, too.
void giveVoice(QWidget &widget, QAccessible::Role role = QAccessible::Chart);

/// What the widget says from now on; screen readers are told if it is something new. It is the
/// accessible description as well: Qt 6.4 hands screen readers on Linux no other text that changes.
void say(QWidget &widget, const QString &text);

}  // namespace widgets
