// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScreen>
#include <QWidget>

namespace app {

/// A size for a window that leaves it within its screen, with some of the screen around it.
inline QSize withinScreen(const QWidget &window, const QSize &size) {
    return size.boundedTo(window.screen()->availableSize() * 0.92);
}

}  // namespace app
