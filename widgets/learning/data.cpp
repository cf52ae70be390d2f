// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/learning/data.h"

#include <algorithm>
#include <cmath>

namespace widgets {

double placeOf(const LearningPoint &point, LearningAxis axis) {
    return axis == LearningAxis::pairs ? static_cast<double>(point.pairs) : point.seconds;
}

const LearningPoint *pointAt(const LearningCurve &curve, long update) {
    const auto after = std::ranges::upper_bound(curve.points, update, {}, &LearningPoint::update);
    return after == curve.points.begin() ? nullptr : &*std::prev(after);
}

double LearningData::length(LearningAxis axis) const {
    double end = axis == LearningAxis::pairs ? static_cast<double>(allPairs) : allSeconds;
    for (const LearningCurve &curve : curves)
        if (!curve.points.empty())
            end = std::max(end, placeOf(curve.points.back(), axis));
    return end;
}

double LearningData::place(long update, LearningAxis axis) const {
    const LearningPoint *point = curves.empty() ? nullptr : pointAt(curves.front(), update);
    return point ? placeOf(*point, axis) : 0;
}

long LearningData::momentNear(double place, LearningAxis axis) const {
    const auto distance = [&](long update) { return std::abs(this->place(update, axis) - place); };
    const auto nearest = std::ranges::min_element(moments, {}, distance);
    return nearest == moments.end() ? -1 : *nearest;
}

long LearningData::momentFrom(long update, int by) const {
    if (moments.empty())
        return -1;
    const auto after = std::ranges::upper_bound(moments, update);
    const auto now = std::max<std::ptrdiff_t>(after - moments.begin() - 1, 0);
    const auto last = static_cast<std::ptrdiff_t>(moments.size()) - 1;
    return moments[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(now + by, 0, last))];
}

std::vector<double> roundTicks(double most, int count) {
    if (!(most > 0) || !std::isfinite(most) || count < 1)
        return {};
    const double least = most / count;
    const double power = std::pow(10, std::floor(std::log10(least)));
    double step = power;
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        step = factor * power;
        if (step >= least * (1 - 1e-9))
            break;
    }
    std::vector<double> ticks;
    for (int i = 0; i * step <= most * (1 + 1e-9); ++i)
        ticks.push_back(i * step);
    return ticks;
}

QString durationText(double seconds) {
    const long all = std::max(0L, std::lround(seconds));
    const auto twoDigits = [](long value) {
        return QString::number(value).rightJustified(2, u'0');
    };
    constexpr long minute = 60;
    constexpr long hour = 60 * minute;
    if (all < hour)
        return QStringLiteral("%1:%2").arg(all / minute).arg(twoDigits(all % minute));
    return QStringLiteral("%1:%2:%3")
        .arg(all / hour)
        .arg(twoDigits(all % hour / minute), twoDigits(all % minute));
}

}  // namespace widgets
