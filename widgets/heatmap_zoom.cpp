// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/heatmap_zoom.h"

#include <algorithm>

namespace widgets {
namespace {

constexpr double fewestCells = 2;

AxisWindow within(double begin, double length) {
    return {std::clamp(begin, 0.0, 1 - length), length};
}

}  // namespace

AxisWindow AxisWindow::zoomed(double factor, double at, double shortest) const {
    const double longer = std::clamp(length / factor, std::min(shortest, 1.0), 1.0);
    return within(begin + at * (length - longer), longer);
}

AxisWindow AxisWindow::moved(double windows) const {
    return within(begin + windows * length, length);
}

AxisWindow AxisWindow::showing(double from, double span) const {
    return within(std::min(std::max(begin, from + span - length), from), length);
}

HeatmapZoom zoomedAround(const HeatmapZoom &zoom, double factor, const QPointF &at, int rows,
                         int columns) {
    return {zoom.columns.zoomed(factor, at.x(), fewestCells / std::max(1, columns)),
            zoom.rows.zoomed(factor, at.y(), fewestCells / std::max(1, rows))};
}

}  // namespace widgets
