// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>

namespace widgets {

/// What a transport button does.
enum class Transport { toStart, back, play, pause, on, toEnd, loop };

/// A drawn icon in the palette's button text colour, crisp at any size and scale.
QIcon transportIcon(Transport transport, const QPalette &palette);

}  // namespace widgets
