// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/printing.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QPrintDialog>
#include <QPrinter>
#include <algorithm>

#include "app/message.h"

namespace app {
namespace {

constexpr double pixelsPerPrintedInch = 96;

/// Whose tr() the texts here are.
struct PrintText {
    Q_DECLARE_TR_FUNCTIONS(app::Printing)
};

QSizeF roomOn(const QPrinter &printer) {
    return printer.pageRect(QPrinter::Inch).size() * pixelsPerPrintedInch;
}

double scaleOn(const QPrinter &printer, const QSizeF &size) {
    const QSizeF room = roomOn(printer);
    return std::min({1.0, room.width() / size.width(), room.height() / size.height()});
}

}  // namespace

bool paintOn(QPrinter &printer, const widgets::Figure &figure) {
    printer.setResolution(widgets::screenDotsPerInch());
    printer.setDocName(figure.title);
    const QSizeF size = figure.size;
    if (scaleOn(printer, size) < 1 && size.width() > size.height())
        printer.setPageOrientation(QPageLayout::Landscape);
    const double scale = scaleOn(printer, size);
    const QSizeF room = roomOn(printer);
    QCPPainter painter;
    if (!painter.begin(&printer))
        return false;
    const double dots = printer.resolution() / pixelsPerPrintedInch;
    painter.scale(dots, dots);
    painter.translate((room.width() - size.width() * scale) / 2,
                      (room.height() - size.height() * scale) / 2);
    painter.scale(scale, scale);
    painter.setMode(QCPPainter::pmVectorized);
    figure.paint(painter);
    return painter.end();
}

void printFigure(QWidget *parent, const widgets::Figure &figure) {
    QPrinter printer;
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(PrintText::tr("Print figure"));
    dialog.setObjectName(QStringLiteral("printDialog"));
    if (dialog.exec() == QDialog::Accepted && !paintOn(printer, figure))
        warn(parent, dialog.windowTitle(), PrintText::tr("The figure could not be printed."));
}

}  // namespace app
