// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <vector>

namespace widgets {

/// A dot that wants a label beside it.
struct LabelWish {
    QPointF dot;
    double radius = 0;  ///< of the dot
    QSizeF size;        ///< of the label
};

/// Places labels beside their dots, one after the other (what matters most comes first): to the
/// right, to the left, above, below or at a corner, wherever it lies inside `room`, on no label
/// placed before and on no other dot. A label that fits nowhere gets an empty rectangle.
std::vector<QRectF> placeLabels(const std::vector<LabelWish> &wishes, const QRectF &room);

}  // namespace widgets
