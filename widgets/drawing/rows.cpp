// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/rows.h"

#include <algorithm>
#include <cmath>

namespace widgets {

double Rows::viewHeight() const {
    const double room = std::max(0.0, height - header - footer);
    if (room < rowHeight || count * rowHeight <= room)
        return room;
    return std::floor(room / rowHeight) * rowHeight;
}

double Rows::maximumScroll() const {
    return std::max(0.0, count * rowHeight - viewHeight());
}

double Rows::top(int row) const {
    return header + row * rowHeight - scroll;
}

int Rows::rowAt(double y) const {
    if (rowHeight <= 0 || y < header || y >= header + viewHeight())
        return -1;
    const int row = static_cast<int>(std::floor((y - header + scroll) / rowHeight));
    return row >= 0 && row < count ? row : -1;
}

bool Rows::wholeRowVisible(int row) const {
    return top(row) >= header - 0.5 && top(row) + rowHeight <= header + viewHeight() + 0.5;
}

double Rows::scrollTo(int row) const {
    const double begin = row * rowHeight;
    const double lowest = begin + rowHeight - viewHeight();
    return std::clamp(std::min(std::max(scroll, lowest), begin), 0.0, maximumScroll());
}

double Rows::snapped(double wanted) const {
    if (rowHeight <= 0)
        return 0;
    return std::clamp(std::round(wanted / rowHeight) * rowHeight, 0.0, maximumScroll());
}

}  // namespace widgets
