// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/unrolled/bands.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "widgets/unrolled/geometry_parts.h"

namespace widgets {
namespace {

constexpr double narrowest = 0.6;  // of a column, in widths of a number: weights still fit
constexpr double besideBox = 4;    // what is left free beside a box in the part that bands share

/// What may not be cut about the step in view.
UnrolledBand wholeOf(const UnrolledGeometry &places, int step) {
    if (step < 0 || step >= places.input().steps)
        return {};
    const QRectF context = places.context(step).rect.united(places.contextLabel(step));
    return {context.left() - margin, context.right() + margin};
}

/// What two bands have in common: a column of the source, or the widest word if that is wider.
double sharedBy(const UnrolledGeometry &places) {
    const UnrolledInput &input = places.input();
    return std::max(input.source > 0 ? places.sourcePitch() : 0,
                    input.steps > 0 ? places.wordBox(0).width() + besideBox : 0);
}

double closestPitch(const UnrolledGeometry &places) {
    const UnrolledInput &input = places.input();
    const double source = places.sourcePitch();
    const double step = places.stepPitch();
    return input.source == 0 ? step : input.steps == 0 ? source : std::min(source, step);
}

}  // namespace

std::vector<UnrolledBand> cutIntoBands(double content, const BandRules &rules) {
    // Each goes on.
    const double widest = std::max(rules.widest, 2 * (rules.shared + rules.pitch) + 1);
    const UnrolledBand &whole = rules.whole;
    const bool fits = whole.right - whole.left + rules.shared + rules.pitch <= widest;
    const auto betweenColumns = [&](double x) {
        return rules.pitch > 0 && x > rules.first
                   ? rules.first + std::floor((x - rules.first) / rules.pitch) * rules.pitch
                   : x;
    };
    std::vector<UnrolledBand> bands;
    double left = 0;
    while (left + widest < content) {
        double right = left + widest;
        // With the next one.
        if (fits && whole.left < right && right < whole.right &&
            whole.left > left + rules.shared + rules.pitch)
            right = whole.left;
        right = betweenColumns(right);
        bands.push_back({left, right});
        left = right - rules.shared;
    }
    bands.push_back({left, content});
    return bands;
}

UnrolledBands unrolledBands(UnrolledInput input, double width, int step) {
    input.zoom = 0;
    input.wholeLabels = true;
    input.viewport.setWidth(width);
    const bool empty = input.source == 0 && input.steps == 0;
    const double captions = UnrolledGeometry(input).captionWidth();
    const double band = std::max(width - captions, 1.0);
    const double readable = narrowest * input.metrics.number;
    const auto ofColumns = [&](double columns) {
        input.viewport.setWidth(captions + columns);
        return UnrolledGeometry(input);
    };
    const auto columnsIn = [&](int count) {
        const UnrolledGeometry places = ofColumns(count * band);
        const UnrolledBand context = wholeOf(places, step);
        // Narrower by what they share and what is moved to the next one.
        return count == 1 ? band
                          : count * band - (count - 1) * 2 * sharedBy(places) -
                                (context.right - context.left);
    };
    int count = 1;
    // More bands on a page that is far too narrow would only share more.
    while (!empty && closestPitch(ofColumns(columnsIn(count))) < readable &&
           columnsIn(count + 1) > columnsIn(count))
        ++count;
    UnrolledGeometry places = ofColumns(columnsIn(count));
    std::vector<UnrolledBand> bands = cutIntoBands(
        places.content().width(), {.widest = band,
                                   .shared = sharedBy(places),
                                   .whole = wholeOf(places, step),
                                   .first = places.sourceX(0) - places.sourcePitch() / 2,
                                   .pitch = places.sourcePitch()});
    return {std::move(places), std::move(bands)};
}

}  // namespace widgets
