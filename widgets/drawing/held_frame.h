// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QPainter;

namespace widgets {

struct Theme;

/// Marks the cell of a unit that the user holds at a value, by a frame along these lines. It is
/// double, so that it is seen on a cell of any colour.
void drawHeldFrame(QPainter &painter, const Theme &theme, const QRectF &lines);

}  // namespace widgets
