// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPrinter>
#include <QString>

#include "widgets/figure/file.h"

class QWidget;

namespace app {

/// A printer on which views are lines and letters: QWidget::render() would give any other a picture
/// of pixels, as few as the screen has.
class Printer : public QPrinter {
  public:
    Printer();
    int devType() const override { return QPaintDevice::devType(); }
};

/// What a print is called in the list of prints: one line, of no more than the 255 bytes that CUPS
/// takes (RFC 8011, section 5.1.3); it calls what has a longer name "Untitled".
QString documentName(const QString &title);

/// Asks for a printer in a dialog of this title; returns whether there is to be a print, which will
/// be called like the document.
bool choosePrinter(QWidget *parent, Printer &printer, const QString &title,
                   const QString &document);

/// Paints a figure on the middle of the first page: in its own size, or as large as the page has
/// room for. Where it is wider than high and does not fit upright, on a page that lies. Returns
/// whether the printer took it.
bool paintOn(QPrinter &printer, const widgets::Figure &figure);

/// Asks for a printer and prints a figure. Says so where it could not be printed.
void printFigure(QWidget *parent, const widgets::Figure &figure);

}  // namespace app
