// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure/file.h"

class QPrinter;
class QWidget;

namespace app {

/// Paints a figure on the middle of the first page: in its own size, or as large as the page has
/// room for. Where it is wider than high and does not fit upright, on a page that lies. Returns
/// whether the printer took it.
bool paintOn(QPrinter &printer, const widgets::Figure &figure);

/// Asks for a printer and prints a figure. Says so where it could not be printed.
void printFigure(QWidget *parent, const widgets::Figure &figure);

}  // namespace app
