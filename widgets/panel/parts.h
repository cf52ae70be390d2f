// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace widgets {

/// For the destructor of what hears of its own parts: from then on it hears nothing of them.
/// QWidget destroys the parts first, and they lose the focus, point at nothing and go out of view
/// on the way, when what heard of that is no more than a QWidget.
inline void hearNothingOfParts(QObject &whole) {
    for (QObject *part : whole.findChildren<QObject *>())
        part->disconnect(&whole);
}

}  // namespace widgets
