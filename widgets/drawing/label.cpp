// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/label.h"

#include <QCache>
#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPainter>
#include <QTextLayout>

namespace widgets {
namespace {

/// About as many as all panels show at once; a text that is laid out takes some kilobytes.
constexpr int remembered = 512;

struct LabelKey {
    QFont font;
    QString text;
    int dpi = 0;  ///< of what is painted on: the size of a font in points depends on it
    bool operator==(const LabelKey &) const = default;
};
std::size_t qHash(const LabelKey &key, std::size_t seed) {
    return qHashMulti(seed, key.font, key.text, key.dpi);
}

const QTextLayout &laidOut(const QPainter &painter, const QString &text) {
    thread_local QCache<LabelKey, QTextLayout> cache(remembered);
    const LabelKey key{painter.font(), text, painter.device()->logicalDpiY()};
    if (const QTextLayout *known = cache.object(key))
        return *known;
    auto *layout = new QTextLayout(text, painter.font(), painter.device());
    layout->setCacheEnabled(true);
    layout->beginLayout();
    layout->createLine();
    layout->endLayout();
    cache.insert(key, layout);
    return *layout;
}

}  // namespace

QFont smallFont(const QFont &font) {
    QFont small = font;
    if (font.pixelSize() > 0)
        small.setPixelSize(std::max(8, qRound(font.pixelSize() * 0.86)));
    else
        small.setPointSizeF(std::max(6.0, font.pointSizeF() * 0.86));
    return small;
}

double labelWidth(const QFont &font, const QString &text) {
    thread_local QCache<LabelKey, double> cache(remembered);
    const LabelKey key{font, text};
    if (const double *known = cache.object(key))
        return *known;
    auto *width = new double(QFontMetricsF(font).horizontalAdvance(text));
    cache.insert(key, width);
    return *width;
}

QString elidedLabel(const QFont &font, const QString &text, double width) {
    return labelWidth(font, text) <= width
               ? text
               : QFontMetricsF(font).elidedText(text, Qt::ElideRight, width);
}

void drawLabel(QPainter &painter, const QRectF &rect, Qt::Alignment alignment,
               const QString &text) {
    if (text.isEmpty())
        return;
    const QTextLayout &layout = laidOut(painter, text);
    const QTextLine line = layout.lineAt(0);
    // Where drawText() has it: with line.height(), which is rounded up, or naturalTextWidth(),
    // which has room for what hangs over, it would stand elsewhere.
    const double height = line.ascent() + line.descent();
    const QSizeF free = rect.size() - QSizeF(line.horizontalAdvance(), height);
    const double x = alignment & Qt::AlignRight     ? free.width()
                     : alignment & Qt::AlignHCenter ? free.width() / 2
                                                    : 0;
    const double y = alignment & Qt::AlignBottom    ? free.height()
                     : alignment & Qt::AlignVCenter ? free.height() / 2
                                                    : 0;
    layout.draw(&painter, rect.topLeft() + QPointF(x, y));
}

FittedLabel fitted(const QString &text, double room, const QFont &font, const QFont &small) {
    if (labelWidth(font, text) <= room)
        return {text, font};
    return {elidedLabel(small, text, room), small};
}

}  // namespace widgets
