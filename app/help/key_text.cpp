// SPDX-License-Identifier: GPL-3.0-or-later
#include <QStringList>

#include "app/help/keys.h"

namespace app {
namespace {

/// As it is written on keyboards in the language of the program.
QString keyText(const QKeySequence &sequence) {
    const auto native = [&](int key) {
        return QKeySequence(QKeyCombination(sequence[0].keyboardModifiers(), Qt::Key(key)))
            .toString(QKeySequence::NativeText);
    };
    const int key = sequence[0].key();
    const std::pair<int, QChar> signs[] = {{Qt::Key_Left, u'←'},
                                           {Qt::Key_Right, u'→'},
                                           {Qt::Key_Up, u'↑'},
                                           {Qt::Key_Down, u'↓'},
                                           {Qt::Key_Minus, u'−'}};
    for (const auto &[drawn, sign] : signs)
        if (key == drawn)
            return native(Qt::Key_X).chopped(1) + sign;
    return native(key == Qt::Key_Return ? Qt::Key_Enter : key);
}

}  // namespace

QString howToText(const Gesture &gesture) {
    QStringList ways;
    for (const QKeySequence &key : gesture.keys)
        ways.append(keyText(key));
    if (!gesture.pointer.isEmpty())
        ways.append(gesture.pointer);
    return ways.join(QStringLiteral(", "));
}

}  // namespace app
