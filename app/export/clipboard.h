// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/file.h"

namespace app {

/// Puts a figure on the clipboard: as a picture with `scale` pixels per pixel of its size, and as
/// SVG for programs that take it. @throws widgets::ExportError
void copyFigure(const widgets::Figure &figure, double scale);

}  // namespace app
