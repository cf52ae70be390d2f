// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Which units of a vector are in view where there are more of them than pixels: pure functions,
// testable without a display.
namespace widgets {

/// A stretch of the axis of units, as shares of it, so that vectors of different lengths are zoomed
/// alike. Always within [0, 1].
struct UnitWindow {
    double first = 0;  ///< share of the axis before the window
    double span = 1;   ///< share of the axis within it

    bool whole() const { return span >= 1; }
    /// Zoomed in by `factor` (out below 1); what lies at `at` (0 to 1 of the window) stays where it
    /// is as far as the ends of the axis allow. The span stays in [smallest, 1].
    UnitWindow zoomed(double factor, double at, double smallest) const;
    /// Moved by `windows` of its own spans.
    UnitWindow scrolled(double windows) const;
    /// Moved as little as shows the place (0 to 1 of the axis), a stretch of `length`.
    UnitWindow showing(double place, double length) const;
    bool operator==(const UnitWindow &) const = default;
};

/// The rows of an axis of `units` rows that are drawn: `cells` of the `count` that begin with
/// `first`, evenly spaced. Rows are left out, never averaged.
struct UnitCells {
    int units = 0;
    int first = 0;
    int count = 0;
    int cells = 0;

    /// Every unit of the vector is drawn.
    bool all() const { return cells == units; }
    /// The row that a cell shows; strictly increasing.
    int row(int cell) const;
    /// The cell that shows a row, or −1 where it is outside the window or left out.
    int cell(int row) const;
    /// How many cells, from the first, show rows before `row`.
    int cellsBefore(double row) const;
    bool operator==(const UnitCells &) const = default;
};

/// As many rows of the window as fit into `length` when each is at least `minimumCell` long; at
/// least one, unless there are no units.
UnitCells unitCells(int units, const UnitWindow &window, double length, double minimumCell);

}  // namespace widgets
