// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

// Which part of the heatmap is in view: pure functions, testable without a display.
namespace widgets {

/// A stretch of an axis in shares of it; always within [0, 1].
struct AxisWindow {
    double begin = 0;
    double length = 1;
    bool whole() const { return length >= 1; }
    /// `factor` times as large (smaller below 1); what lies at the share `at` of the window stays
    /// there as far as the ends of the axis allow. Never shorter than `shortest`.
    AxisWindow zoomed(double factor, double at, double shortest) const;
    /// Moved by a share of its own length.
    AxisWindow moved(double windows) const;
    /// Moved as little as shows all of [begin, begin + length].
    AxisWindow showing(double begin, double length) const;
    bool operator==(const AxisWindow &) const = default;
};

struct HeatmapZoom {
    AxisWindow columns;  ///< left to right
    AxisWindow rows;     ///< top to bottom
    bool whole() const { return columns.whole() && rows.whole(); }
    bool operator==(const HeatmapZoom &) const = default;
};

/// A window of a matrix zoomed by `factor` around a point of it (shares of the window). At least
/// two cells stay in view on each axis.
HeatmapZoom zoomedAround(const HeatmapZoom &zoom, double factor, const QPointF &at, int rows,
                         int columns);

}  // namespace widgets
