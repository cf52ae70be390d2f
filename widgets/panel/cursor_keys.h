// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;

// Which keys canvases with a keyboard cursor share.
namespace widgets {

/// Whether a key belongs to the cursor in a canvas of units and positions, though the window has
/// other uses for it: up and down always, the others once there is a cursor.
bool isCursorKey(const QKeyEvent &event, bool hasCursor);

/// Whether a key asks for the whole picture after zooming: 0, with or without Ctrl.
bool isWholeKey(const QKeyEvent &event);

}  // namespace widgets
