// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QKeyEvent;
class QPainter;

// What canvases with pixmaps and a keyboard cursor share.
namespace widgets {

/// Whether the painter writes a file of vectors, which must not be given pictures of pixels.
bool paintsVectors(const QPainter &painter);

/// Pixels by which neighbouring cells are to overlap: in files of vectors, cells that only touch
/// show hairlines between them.
double cellOverlap(const QPainter &painter);

/// Whether a key is the cursor's in a canvas of units and positions, though the window has other
/// uses for it: up and down always, the others once there is a cursor.
bool isCursorKey(const QKeyEvent &event, bool hasCursor);

/// Whether a key asks for the whole picture after zooming: 0, with or without Ctrl.
bool isWholeKey(const QKeyEvent &event);

}  // namespace widgets
