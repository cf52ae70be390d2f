// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/ground.h"

#include <QRegularExpression>
#include <QString>
#include <algorithm>

namespace widgets {
namespace {

constexpr double leastShare = 0.2;  // of the drawing: what is smaller is a mark, or hides something

/// How the elements of a group are drawn, of what matters here.
struct DrawnGroup {
    bool isGround = false;  ///< filled with a colour of a ground, without an outline
    double factor = 1;      ///< of areas
};

/// As QSvgGenerator begins a group: in one line.
DrawnGroup groupOf(const QString &line, const QList<QColor> &grounds) {
    static const QRegularExpression fill(QStringLiteral("fill=\"(#[0-9a-f]{6})\""));
    static const QRegularExpression matrix(QStringLiteral("matrix\\(([-0-9.e]+),0,0,([-0-9.e]+),"));
    const QRegularExpressionMatch filled = fill.match(line);
    const QRegularExpressionMatch placed = matrix.match(line);
    DrawnGroup group;
    group.isGround = filled.hasMatch() && placed.hasMatch() &&
                     line.contains(QLatin1String("stroke=\"none\"")) &&
                     grounds.contains(QColor(filled.captured(1)));
    group.factor = placed.captured(1).toDouble() * placed.captured(2).toDouble();
    return group;
}

double areaOf(const QString &line) {
    static const QRegularExpression rect(QStringLiteral(
        "^<rect x=\"[-0-9.e]+\" y=\"[-0-9.e]+\" width=\"([0-9.e]+)\" height=\"([0-9.e]+)\"/>"));
    const QRegularExpressionMatch match = rect.match(line);
    return match.captured(1).toDouble() * match.captured(2).toDouble();
}

}  // namespace

QByteArray withoutGround(const QByteArray &svg, const QSize &size, const QList<QColor> &grounds) {
    const double least = leastShare * size.width() * size.height();
    QStringList kept;
    DrawnGroup group;
    for (const QString &line : QString::fromUtf8(svg).split(u'\n')) {
        if (line.startsWith(QLatin1String("<g ")))
            group = groupOf(line, grounds);
        if (!group.isGround || areaOf(line) * group.factor < least)
            kept.append(line);
    }
    return kept.join(u'\n').toUtf8();
}

}  // namespace widgets
