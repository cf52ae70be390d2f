// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QShortcut>
#include <utility>

namespace widgets {

/// Calls `act` when the key of a letter is pressed while the focus is in `view`. A shortcut, since
/// only for those Qt finds the key where the keyboard has another script.
template <class Act>
void onLetter(QWidget &view, Qt::Key letter, Act act) {
    auto *shortcut = new QShortcut(QKeySequence(letter), &view);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, &view, std::move(act));
}

}  // namespace widgets
