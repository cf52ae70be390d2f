// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <vector>

#include "widgets/figure/file.h"

namespace widgets {

/// How a figure is put together of others.
struct PageLook {
    QFont font;       ///< of letters and titles
    QColor text;      ///< of letters
    QColor ground;    ///< between the figures; invalid: there is none
    int columns = 2;  ///< of figures side by side; at least 1
};

/// Several figures as one, row by row, with bold letters a, b, c in their corners; after z come aa,
/// ab. One alone has no letter.
Figure page(std::vector<Figure> figures, const PageLook &look);

/// A figure with bold lines above it: a text and its colour, each broken into as many lines as it
/// needs.
struct TitleLine {
    QString text;
    QColor color;
};
Figure titled(Figure figure, const std::vector<TitleLine> &lines, const PageLook &look);

}  // namespace widgets
