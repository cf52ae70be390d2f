// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace widgets {

struct Figure;

/// A figure as an SVG document; empty if it cannot be painted. It is well-formed whatever its texts
/// hold (what XML has no place for is replaced), as large as the figure, and names fonts that other
/// programs know.
QByteArray svg(const Figure &figure);

}  // namespace widgets
