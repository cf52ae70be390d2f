// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Rows that are scrolled through: pure functions, testable without a display.
namespace widgets {

/// Rows of equal height between a header and a footer, scrolled by some pixels.
struct Rows {
    int count = 0;
    double rowHeight = 0;
    double header = 0;  ///< height
    double footer = 0;  ///< height
    double height = 0;  ///< of the whole widget
    double scroll = 0;  ///< pixels that the first row is above the end of the header

    /// Height of what is seen of the rows between header and footer: where not all of them fit, of
    /// whole rows, unless there is no room for one. Never negative.
    double viewHeight() const;
    /// The largest useful scroll: 0 where all rows fit.
    double maximumScroll() const;
    double top(int row) const;
    /// The row at a height of the widget; −1 in header, footer and below the last row.
    int rowAt(double y) const;
    bool wholeRowVisible(int row) const;
    /// The nearest scroll at which the row is wholly visible.
    double scrollTo(int row) const;
    /// The nearest scroll at which rows begin where the header ends.
    double snapped(double wanted) const;
};

}  // namespace widgets
