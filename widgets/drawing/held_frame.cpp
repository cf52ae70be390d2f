// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/held_frame.h"

#include <QPainter>

#include "widgets/drawing/theme.h"

namespace widgets {

void drawHeldFrame(QPainter &painter, const Theme &theme, const QRectF &lines) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme.pen(theme.surface, 3));
    painter.drawRect(lines);
    painter.setPen(theme.pen(theme.emphasis, 1.5));
    painter.drawRect(lines);
}

}  // namespace widgets
