// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/strip.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <vector>

#include "widgets/drawing/theme.h"
#include "widgets/drawing/vector_paint.h"

namespace widgets {

int StripUnits::unit(int cell) const {
    return static_cast<int>(static_cast<long>(cell) * units / cells);
}

int StripUnits::cell(int unit) const {
    if (unit < 0 || unit >= units || cells <= 0)
        return -1;
    const long product = static_cast<long>(unit) * cells;
    const int candidate = static_cast<int>((product + units - 1) / units);
    return candidate < cells && this->unit(candidate) == unit ? candidate : -1;
}

StripUnits stripUnits(int units, double length, double minimumCell) {
    if (units <= 0)
        return {};
    const int fitting = static_cast<int>(length / minimumCell);
    return {units, std::clamp(fitting, 1, units)};
}

QRectF StripPlace::cell(int cell) const {
    const double length = orientation == Qt::Vertical ? rect.height() : rect.width();
    const double from = length * cell / units.cells;
    const double to = length * (cell + 1) / units.cells;
    if (orientation == Qt::Vertical)
        return {rect.left(), rect.top() + from, rect.width(), to - from};
    return {rect.left() + from, rect.top(), to - from, rect.height()};
}

int StripPlace::cellAt(const QPointF &point) const {
    if (units.cells <= 0 || !rect.contains(point))
        return -1;
    const double share = orientation == Qt::Vertical ? (point.y() - rect.top()) / rect.height()
                                                     : (point.x() - rect.left()) / rect.width();
    return std::clamp(static_cast<int>(share * units.cells), 0, units.cells - 1);
}

double robustLimit(std::span<const float> values) {
    std::vector<float> magnitudes;
    magnitudes.reserve(values.size());
    for (const float value : values) {
        if (std::isfinite(value))
            magnitudes.push_back(std::abs(value));
    }
    if (magnitudes.empty())
        return 1;
    const auto nth = magnitudes.begin() + static_cast<long>((magnitudes.size() - 1) * 99 / 100);
    std::nth_element(magnitudes.begin(), nth, magnitudes.end());
    return *nth > 0 ? *nth : 1;
}

void drawStrip(QPainter &painter, const StripPlace &place, std::span<const float> values,
               double limit, const Theme &theme, double revealed) {
    const int units = std::min(place.units.units, static_cast<int>(values.size()));
    if (units <= 0)
        return;
    const double overlap = cellOverlap(painter);
    const int shown = static_cast<int>(std::ceil(place.units.cells * std::clamp(revealed, 0., 1.)));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int cell = 0; cell < shown; ++cell) {
        const int unit = place.units.unit(cell);
        if (unit >= units)
            break;
        QRectF rect = place.cell(cell);
        if (cell + 1 < shown) {
            if (place.orientation == Qt::Vertical)
                rect.setHeight(rect.height() + overlap);
            else
                rect.setWidth(rect.width() + overlap);
        }
        painter.fillRect(rect, theme.diverging(values[static_cast<std::size_t>(unit)], limit));
    }
    painter.restore();
}

}  // namespace widgets
