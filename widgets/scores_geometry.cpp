// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/scores_geometry.h"

#include <algorithm>
#include <cmath>

namespace widgets {

double ScoresRows::viewHeight() const {
    const double room = std::max(0.0, height - header - footer);
    if (room < rowHeight || count * rowHeight <= room)
        return room;
    return std::floor(room / rowHeight) * rowHeight;
}

double ScoresRows::maximumScroll() const {
    return std::max(0.0, count * rowHeight - viewHeight());
}

double ScoresRows::top(int row) const {
    return header + row * rowHeight - scroll;
}

int ScoresRows::rowAt(double y) const {
    if (rowHeight <= 0 || y < header || y >= header + viewHeight())
        return -1;
    const int row = static_cast<int>(std::floor((y - header + scroll) / rowHeight));
    return row >= 0 && row < count ? row : -1;
}

bool ScoresRows::wholeRowVisible(int row) const {
    return top(row) >= header - 0.5 && top(row) + rowHeight <= header + viewHeight() + 0.5;
}

double ScoresRows::scrollTo(int row) const {
    const double begin = row * rowHeight;
    const double lowest = begin + rowHeight - viewHeight();
    return std::clamp(std::min(std::max(scroll, lowest), begin), 0.0, maximumScroll());
}

double ScoresRows::snapped(double wanted) const {
    if (rowHeight <= 0)
        return 0;
    return std::clamp(std::round(wanted / rowHeight) * rowHeight, 0.0, maximumScroll());
}

void ValueRange::include(double value) {
    if (!std::isfinite(value))
        return;
    low = std::min(low, value);
    high = std::max(high, value);
}

double zeroOf(const ValueRange &range, double left, double right) {
    const double width = range.high - range.low;
    return width > 0 ? left + (right - left) * (-range.low / width) : left;
}

Bar barFor(double value, const ValueRange &range, double left, double right) {
    const double zero = zeroOf(range, left, right);
    const double width = range.high - range.low;
    if (!std::isfinite(value) || width <= 0)
        return {zero, zero};
    const double end = zero + std::clamp(value, range.low, range.high) / width * (right - left);
    return {std::min(zero, end), std::max(zero, end)};
}

}  // namespace widgets
