// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

#include "widgets/figure/file.h"
#include "widgets/panel/view.h"

namespace app {

/// Asks for a file and writes the figure of a view to it: PNG at twice the size on the screen, SVG
/// or PDF by the suffix. `title` names the view. `done` is called with the file once it is written;
/// if it cannot be, one sentence says why.
void exportFigure(widgets::View &view, const QString &title,
                  std::function<void(const QString &file)> done);
/// The same of any figure, whose questions belong to `parent`.
void exportFigure(QWidget &parent, const widgets::Figure &figure, const QString &title,
                  std::function<void(const QString &file)> done);

}  // namespace app
