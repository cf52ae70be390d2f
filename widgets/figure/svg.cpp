// SPDX-License-Identifier: GPL-3.0-or-later
// QSvgGenerator paints; what it writes is made fit for other programs here, whatever was painted.
#include "widgets/figure/svg.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <QFontInfo>
#include <QRegularExpression>
#include <QSvgGenerator>

#include "widgets/figure/file.h"

namespace widgets {
namespace {

/// Whether XML 1.0 has a place for the character at `i`: not for most control characters, for two
/// that are none, and for one half of a pair.
bool fitsXml(const QString &text, qsizetype i) {
    const QChar c = text[i];
    if (c.isHighSurrogate())
        return i + 1 < text.size() && text[i + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return i > 0 && text[i - 1].isHighSurrogate();
    const char16_t code = c.unicode();
    return code == u'\t' || code == u'\n' || code == u'\r' || (code >= 0x20 && code < 0xFFFE);
}

QString fittedToXml(QString text) {
    for (qsizetype i = 0; i < text.size(); ++i)
        if (!fitsXml(text, i))
            text[i] = QChar::ReplacementCharacter;
    return text;
}

/// A family as CSS wants it: in quotes unless it is made of plain words.
QString quoted(const QString &family) {
    static const QRegularExpression words(
        QStringLiteral("^[A-Za-z][A-Za-z0-9-]*( [A-Za-z][A-Za-z0-9-]*)*$"));
    if (words.match(family).hasMatch())
        return family;
    return u'\'' + QString(family).replace(u'\'', QLatin1String("\\'")) + u'\'';
}

/// Fonts are named, not embedded, and here by their real names: other programs do not know what
/// "Sans Serif" means here. Where one is missing, any without serifs will do. Sizes are those that
/// letters were measured in: of whole pixels. QSvgGenerator writes names as they are, whatever
/// characters they have; no text can hold the quotes around them.
QString withKnownFonts(const QString &drawing) {
    static const QRegularExpression named(
        QStringLiteral("font-family=\"([^\\n]*?)\" font-size=\"([0-9.]+)\""));
    QString result;
    qsizetype from = 0;
    for (auto found = named.globalMatch(drawing); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const QString real = QFontInfo(QFont(match.captured(1))).family();
        result += QStringView(drawing).mid(from, match.capturedStart() - from);
        result += QStringLiteral("font-family=\"%1, sans-serif\" font-size=\"%2\"")
                      .arg(quoted(real).toHtmlEscaped(),
                           QString::number(qRound(match.captured(2).toDouble())));
        from = match.capturedEnd();
    }
    return result + drawing.mid(from);
}

/// In place of what QSvgGenerator begins with: that gives the size in millimetres, which others
/// round up to another pixel, and would not escape title and description.
QString head(const Figure &figure) {
    return QStringLiteral(
               "<svg width=\"%1\" height=\"%2\" viewBox=\"0 0 %1 %2\""
               " xmlns=\"http://www.w3.org/2000/svg\""
               " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
               " version=\"1.2\" baseProfile=\"tiny\">\n<title>%3</title>\n"
               "<desc>%4</desc>\n")
        .arg(QString::number(figure.size.width()), QString::number(figure.size.height()),
             figure.title.toHtmlEscaped(), figure.description.toHtmlEscaped());
}

/// What QSvgGenerator makes of it; empty if that fails.
QByteArray generated(const Figure &figure) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(screenDotsPerInch());
    generator.setSize(figure.size);
    generator.setViewBox(QRect(QPoint(0, 0), figure.size));
    QCPPainter painter;
    if (!painter.begin(&generator))
        return {};
    painter.setMode(QCPPainter::pmVectorized);
    figure.paint(painter);
    painter.end();
    return bytes;
}

}  // namespace

QByteArray svg(const Figure &figure) {
    const QString drawing = QString::fromUtf8(generated(figure));
    const qsizetype begin = drawing.indexOf(QLatin1String("<svg"));
    const qsizetype body = drawing.indexOf(QLatin1String("<defs"), begin);
    if (begin < 0 || body < 0)
        return {};
    return fittedToXml(drawing.left(begin) + head(figure) + withKnownFonts(drawing.mid(body)))
        .toUtf8();
}

}  // namespace widgets
