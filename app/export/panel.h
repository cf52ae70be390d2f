// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "widgets/panel/view.h"

namespace app {

/// Asks for a file and writes the figure of a view to it: PNG at twice the size on the screen, SVG
/// or PDF by the suffix. `title` names the view. If it cannot be written, one sentence says why.
void exportFigure(widgets::View &view, const QString &title);

}  // namespace app
