// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/unit_window.h"

#include <algorithm>
#include <cmath>

#include "widgets/drawing/strip.h"

namespace widgets {

UnitWindow UnitWindow::zoomed(double factor, double at, double smallest) const {
    if (!(factor > 0))
        return *this;
    UnitWindow window;
    window.span = std::clamp(span / factor, std::min(smallest, 1.0), 1.0);
    const double anchor = first + at * span;
    window.first = std::clamp(anchor - at * window.span, 0.0, 1.0 - window.span);
    return window;
}

UnitWindow UnitWindow::scrolled(double windows) const {
    return {std::clamp(first + windows * span, 0.0, 1.0 - span), span};
}

UnitWindow UnitWindow::showing(double place, double length) const {
    if (place < first)
        return {std::max(0.0, place), span};
    if (place + length > first + span)
        return {std::clamp(place + length - span, 0.0, 1.0 - span), span};
    return *this;
}

int UnitCells::row(int cell) const {
    return first + StripUnits{count, cells}.unit(cell);
}

int UnitCells::cell(int row) const {
    return row < first ? -1 : StripUnits{count, cells}.cell(row - first);
}

int UnitCells::cellsBefore(double row) const {
    int low = 0;
    int high = cells;
    while (low < high) {
        const int middle = (low + high) / 2;
        if (this->row(middle) < row)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

UnitCells unitCells(int units, const UnitWindow &window, double length, double minimumCell) {
    if (units <= 0)
        return {};
    UnitCells result{.units = units};
    result.first = std::clamp(static_cast<int>(std::lround(window.first * units)), 0, units - 1);
    result.count =
        std::clamp(static_cast<int>(std::lround(window.span * units)), 1, units - result.first);
    result.cells = stripUnits(result.count, length, minimumCell).cells;
    return result;
}

}  // namespace widgets
