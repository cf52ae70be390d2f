// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

// Where the rows and bars of the scores lie: pure functions, testable without a display.
namespace widgets {

/// Values that the length of a bar stands for; always holds 0.
struct ValueRange {
    double low = 0;
    double high = 0;
    void include(double value);  ///< values that are not finite are ignored
    bool operator==(const ValueRange &) const = default;
};

/// The horizontal part of a bar from zero to `value` in [left, right]. A range of no width, and a
/// value that is not finite, give an empty bar at the left edge or at zero.
struct Bar {
    double left = 0;
    double right = 0;
};
Bar barFor(double value, const ValueRange &range, double left, double right);
/// Where zero stands.
double zeroOf(const ValueRange &range, double left, double right);

}  // namespace widgets
