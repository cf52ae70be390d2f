// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/printing.h"

#include <qcustomplot.h>

#include <QCoreApplication>
#include <QPrintDialog>
#include <algorithm>

#include "app/message.h"
#include "widgets/drawing/text_measure.h"
#include "widgets/text/piece_label.h"

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

Printer::Printer() {
    setResolution(widgets::screenDotsPerInch());
}

QString documentName(const QString &title) {
    constexpr double most = 255;
    const widgets::TextMeasure bytes{
        [](const QString &text) { return static_cast<double>(text.toUtf8().size()); }};
    return widgets::elided(widgets::plainLabel(title), most, bytes);
}

bool choosePrinter(QWidget *parent, Printer &printer, const QString &title,
                   const QString &document) {
    printer.setDocName(documentName(document));
    QPrintDialog dialog(&printer, parent);
    dialog.setWindowTitle(title);
    dialog.setObjectName(QStringLiteral("printDialog"));
    // Which pages are wanted is then asked for the printer, which leaves out the others.
    dialog.setOption(QAbstractPrintDialog::PrintPageRange, false);
    return dialog.exec() == QDialog::Accepted;
}

bool paintOn(QPrinter &printer, const widgets::Figure &figure) {
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
    Printer printer;
    const QString title = PrintText::tr("Print figure");
    if (choosePrinter(parent, printer, title, figure.title) && !paintOn(printer, figure))
        warn(parent, title, PrintText::tr("The figure could not be printed."));
}

}  // namespace app
