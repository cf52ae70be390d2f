// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/numbers.h"

#include <cmath>

namespace widgets {

QString weightText(double weight, int decimals) {
    if (!std::isfinite(weight))
        return QStringLiteral("–");
    const QString text = QString::number(weight, 'f', decimals);
    // Where there is hardly room, the zero says nothing.
    return decimals == 2 && text.startsWith(QLatin1String("0.")) ? text.mid(1) : text;
}

QString shortWeight(double weight) {
    if (!std::isfinite(weight))
        return QStringLiteral("–");
    const QString text = QString::number(weight, 'f', 2);
    if (text.startsWith(QLatin1String("0.")))
        return text.mid(1);
    return QString::number(weight, 'f', 1);
}

QString plainWeight(double weight) {
    return weight < 0.005 ? QStringLiteral("0") : QString::number(weight, 'f', 2);
}

QString signedNumber(double value, int decimals) {
    QString digits = QString::number(std::abs(value), 'f', decimals);
    if (digits.toDouble() == 0)
        return digits;  // nothing is left that could have a sign
    return (std::signbit(value) ? QStringLiteral("−") : QStringLiteral("+")) + digits;
}

QString subscript(int number) {
    QString text = QString::number(number);
    for (QChar &c : text) {
        if (c.isDigit())
            c = QChar(0x2080 + c.digitValue());
    }
    return text;
}

QString shareText(double share) {
    return share > 0 && share < 0.0005 ? QStringLiteral("<.001") : QString::number(share, 'f', 3);
}

QString percentage(double probability) {
    const double percent = probability * 100;
    if (!std::isfinite(percent))
        return QStringLiteral("–");
    if (percent == 0)
        return QStringLiteral("0%");
    constexpr double least = 0.0001;
    if (percent < least)
        return QStringLiteral("<0.0001%");
    if (percent < 0.1)  // its first digit that says something
        return QString::number(percent, 'f', static_cast<int>(std::ceil(-std::log10(percent)))) +
               u'%';
    return QString::number(percent, 'f', percent < 9.95 ? 1 : 0) + u'%';
}

}  // namespace widgets
