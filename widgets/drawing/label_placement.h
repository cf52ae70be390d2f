// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>
#include <QStringList>
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

/// Labels one after the other along an axis; there may be more than there is room for.
struct AxisLabels {
    QStringList texts;
    std::vector<double> places;  ///< the middle of each on the axis; NaN: not in view
    double extent = 0;           ///< of a label along the axis; 0: they never meet
    int stride = 1;              ///< there is room for every how many of them
    double begin = 0;            ///< no label that is moved reaches beyond these two
    double end = 0;
};

/// Nothing in it but punctuation: the label that is missed least.
bool isPunctuation(const QString &text);

/// Where on the axis labels are written; NaN: not at all. Without `kept` ones the choice is the
/// same wherever the view is: words rather than punctuation. The kept ones (indices, −1: none; at
/// most two) win over those that they would touch; two that would touch each other move apart.
std::vector<double> thinnedOut(const AxisLabels &labels, const std::vector<int> &kept);

}  // namespace widgets
