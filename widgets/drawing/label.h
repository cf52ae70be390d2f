// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QRectF>
#include <QString>

class QPainter;

// Short texts that are drawn again and again: numbers, pieces, symbols. Laying one out takes
// several times as long as drawing it, so that is done once and remembered. On the GUI thread only.
namespace widgets {

/// The font of numbers and labels beside the main one.
QFont smallFont(const QFont &font);

/// The width of a text in a font, in logical pixels: QFontMetricsF::horizontalAdvance().
double labelWidth(const QFont &font, const QString &text);

/// The text, cut at its end with "…" where it is wider than `width`.
QString elidedLabel(const QFont &font, const QString &text, double width);

/// Draws one line in the font and pen of the painter, as QPainter::drawText() does with
/// TextSingleLine and TextDontClip, to the pixel.
void drawLabel(QPainter &painter, const QRectF &rect, Qt::Alignment alignment, const QString &text);

/// A label as it is written in its box.
struct FittedLabel {
    QString text;
    QFont font;
};
/// In the small font where there is not room enough for the other; cut only where neither fits.
FittedLabel fitted(const QString &text, double room, const QFont &font, const QFont &small);

}  // namespace widgets
