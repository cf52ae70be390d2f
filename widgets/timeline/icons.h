// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

namespace widgets {

/// What a transport button does.
enum class Transport { toStart, back, play, pause, on, toEnd, loop };

/// A drawn icon in the button text colour of the palette, crisp at any size and scale.
QIcon transportIcon(Transport transport, const QPalette &palette);

}  // namespace widgets
