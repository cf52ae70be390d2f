// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/label_placement.h"

#include <algorithm>
#include <array>

namespace widgets {
namespace {

/// The places that are tried, best first.
std::array<QRectF, 8> candidates(const LabelWish &wish) {
    const double w = wish.size.width();
    const double h = wish.size.height();
    const double gap = wish.radius + 2;
    const double near = wish.radius * 0.7 + 1;  // corners may come closer than sides
    const QPointF p = wish.dot;
    return {QRectF(p.x() + gap, p.y() - h / 2, w, h),
            QRectF(p.x() - gap - w, p.y() - h / 2, w, h),
            QRectF(p.x() - w / 2, p.y() - gap - h, w, h),
            QRectF(p.x() - w / 2, p.y() + gap, w, h),
            QRectF(p.x() + near, p.y() - near - h, w, h),
            QRectF(p.x() + near, p.y() + near, w, h),
            QRectF(p.x() - near - w, p.y() - near - h, w, h),
            QRectF(p.x() - near - w, p.y() + near, w, h)};
}

bool covers(const QRectF &label, const LabelWish &wish) {
    const double r = wish.radius;
    return label.intersects(QRectF(wish.dot.x() - r, wish.dot.y() - r, 2 * r, 2 * r));
}

}  // namespace

std::vector<QRectF> placeLabels(const std::vector<LabelWish> &wishes, const QRectF &room) {
    std::vector<QRectF> placed(wishes.size());
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        for (const QRectF &place : candidates(wishes[i])) {
            const bool free =
                room.contains(place) &&
                std::none_of(placed.begin(), placed.begin() + static_cast<long>(i),
                             [&](const QRectF &other) { return other.intersects(place); });
            bool clear = free;
            for (std::size_t k = 0; clear && k < wishes.size(); ++k)
                clear = k == i || !covers(place, wishes[k]);
            if (clear) {
                placed[i] = place;
                break;
            }
        }
    }
    return placed;
}

}  // namespace widgets
