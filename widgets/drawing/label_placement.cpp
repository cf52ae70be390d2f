// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/label_placement.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

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

/// One in `stride` of them: words first, then punctuation where that leaves room.
std::vector<bool> oneInStride(const QStringList &texts, int stride) {
    const auto count = static_cast<int>(texts.size());
    std::vector<bool> chosen(texts.size(), stride <= 1);
    for (const bool words : {true, false}) {
        for (int i = 0; stride > 1 && i < count; ++i) {
            if (isPunctuation(texts[i]) == words)
                continue;
            const auto from = chosen.begin() + std::max(0, i - stride + 1);
            const auto to = chosen.begin() + std::min(count, i + stride);
            if (std::find(from, to, true) == to)
                chosen[static_cast<std::size_t>(i)] = true;
        }
    }
    return chosen;
}

/// Moves two labels that would touch apart, each as far as the other.
void moveApart(double &a, double &b, const AxisLabels &labels) {
    double &low = a < b ? a : b;
    double &high = a < b ? b : a;
    const double half = (labels.extent - (high - low)) / 2;
    if (half <= 0)
        return;
    low -= half;
    high += half;
    const double margin = labels.extent / 2;
    const double inside =
        std::max(0.0, labels.begin + margin - low) - std::max(0.0, high - (labels.end - margin));
    low += inside;
    high += inside;
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

bool isPunctuation(const QString &text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isPunct(); });
}

std::vector<double> thinnedOut(const AxisLabels &labels, const std::vector<int> &kept) {
    constexpr double none = std::numeric_limits<double>::quiet_NaN();
    const std::vector<bool> chosen = oneInStride(labels.texts, labels.stride);
    std::vector<double> places = labels.places;
    std::vector<std::size_t> certain;
    for (const int index : kept) {
        const auto at = static_cast<std::size_t>(index);
        if (index >= 0 && at < places.size() && !std::isnan(places[at]) &&
            std::find(certain.begin(), certain.end(), at) == certain.end())
            certain.push_back(at);
    }
    if (certain.size() == 2)
        moveApart(places[certain[0]], places[certain[1]], labels);
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (std::find(certain.begin(), certain.end(), i) != certain.end())
            continue;
        const bool touched = std::any_of(certain.begin(), certain.end(), [&](std::size_t k) {
            return std::abs(places[i] - places[k]) < labels.extent - 1e-6;
        });
        if (!chosen[i] || touched)
            places[i] = none;
    }
    return places;
}

}  // namespace widgets
