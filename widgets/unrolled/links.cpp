// SPDX-License-Identifier: GPL-3.0-or-later
// The curves of the unrolled view: the links of the attention and the vector of the bottleneck.
#include <algorithm>
#include <cmath>
#include <limits>

#include "widgets/unrolled/geometry.h"
#include "widgets/unrolled/geometry_parts.h"

namespace widgets {
namespace {

constexpr double hitReach = 4;  // how far beside a thin link the pointer may be

}  // namespace

QPainterPath UnrolledLink::path(double fraction) const {
    const double t = std::clamp(fraction, 0.0, 1.0);
    const auto mix = [t](const QPointF &a, const QPointF &b) { return a + (b - a) * t; };
    // De Casteljau: the first part of a cubic is a cubic.
    const QPointF a = mix(from, control1);
    const QPointF b = mix(control1, control2);
    const QPointF c = mix(control2, to);
    const QPointF ab = mix(a, b);
    const QPointF bc = mix(b, c);
    QPainterPath path(from);
    path.cubicTo(a, ab, mix(ab, bc));
    return path;
}

QPainterPath UnrolledLink::rest(double fraction) const {
    const UnrolledLink back{source, to, control2, control1, from, width};
    return back.path(1 - std::clamp(fraction, 0.0, 1.0));
}

double UnrolledLink::xAt(double y) const {
    const auto cubic = [](double a, double b, double c, double d, double t) {
        const double s = 1 - t;
        return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
    };
    if (y > from.y() || y < to.y())
        return std::numeric_limits<double>::quiet_NaN();
    double low = 0;
    double high = 1;
    for (int i = 0; i < 24; ++i) {
        const double t = (low + high) / 2;
        (cubic(from.y(), control1.y(), control2.y(), to.y(), t) > y ? low : high) = t;
    }
    return cubic(from.x(), control1.x(), control2.x(), to.x(), low);
}

double UnrolledGeometry::linkWidth() const {
    return between(source_.pitch * 0.5, 6, 2 * input_.metrics.text * std::max(input_.zoom, 1.0));
}

std::vector<UnrolledLink> UnrolledGeometry::links(std::span<const float> weights, int step) const {
    std::vector<UnrolledLink> links;
    if (step < 0 || step >= input_.steps)
        return links;
    const Span &span = rows_[static_cast<std::size_t>(UnrolledRow::links)];
    const double bend = span.height * 0.55;
    const QRectF target = context(step).rect;
    const double whole = std::min(linkWidth(), target.width());
    const int count = std::min(input_.source, static_cast<int>(weights.size()));
    links.reserve(static_cast<std::size_t>(count));
    double x = target.center().x() - whole / 2;
    for (int source = 0; source < count; ++source) {
        const double weight = weights[static_cast<std::size_t>(source)];
        const double width = std::isfinite(weight) ? whole * std::clamp(weight, 0.0, 1.0) : 0;
        const QPointF from(sourceX(source), span.top + span.height);
        const QPointF to(x + width / 2, span.top);
        links.push_back({source, from, from - QPointF(0, bend), to + QPointF(0, bend), to, width});
        x += width;
    }
    return links;
}

UnrolledLink UnrolledGeometry::thread(int source, int step) const {
    const Span &span = rows_[static_cast<std::size_t>(UnrolledRow::links)];
    const QPointF from(sourceX(source), span.top + span.height);
    const QPointF to(stepX(step), stateLabel(step).bottom());
    const QPointF bend(0, (from.y() - to.y()) * 0.55);
    return {source, from, from - bend, to + bend, to, 0};
}

std::vector<UnrolledLink> UnrolledGeometry::crossing(int step) const {
    std::vector<UnrolledLink> links;
    if (step < 0 || step >= input_.steps || input_.source == 0)
        return links;
    const Span &span = rows_[static_cast<std::size_t>(UnrolledRow::links)];
    const double bend = span.height * 0.55;
    const QRectF target = context(step).rect;
    const double width = between(linkWidth() * 0.25, 2, 6);
    const auto add = [&](int source, const QPointF &from, double shift) {
        const QPointF to(target.center().x() + shift, span.top);
        links.push_back({source, from, from - QPointF(0, bend), to + QPointF(0, bend), to, width});
    };
    const double top = span.top + span.height;
    if (input_.backward)
        add(0, {sourceX(0), annotation(0).top()}, -width / 2);
    // The forward state stands below the backward one: it passes on the right of the column.
    const int last = input_.source - 1;
    const double side = input_.backward ? besideLast() - sourceX(last) : 0;
    add(last, {sourceX(last) + side, top}, input_.backward ? width / 2 : 0);
    return links;
}

int UnrolledGeometry::linkAt(const std::vector<UnrolledLink> &links, const QPointF &point) {
    int best = -1;
    double width = -1;
    for (const UnrolledLink &link : links) {
        const double distance = std::abs(link.xAt(point.y()) - point.x());
        if (distance <= std::max(link.width / 2, hitReach) && link.width > width) {
            best = link.source;
            width = link.width;
        }
    }
    return best;
}

}  // namespace widgets
