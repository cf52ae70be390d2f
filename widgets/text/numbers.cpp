// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/numbers.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "model/numerics/digits.h"

namespace widgets {
namespace {

constexpr QChar minusSign = u'−';
constexpr int mostDecimals = 8;  // with more, a power of ten reads better

/// The digits of a number without a sign, with the window's decimal sign.
QString localized(QString digits) {
    return digits.replace(u'.', decimalSign());
}

bool isNothing(const QString &digits) {
    return std::none_of(digits.begin(), digits.end(),
                        [](QChar c) { return c >= u'1' && c <= u'9'; });
}

QString trimmedZeros(QString digits) {
    if (!digits.contains(u'.'))
        return digits;
    while (digits.endsWith(u'0'))
        digits.chop(1);
    if (digits.endsWith(u'.'))
        digits.chop(1);
    return digits;
}

/// Whether the language writes ".5", where there is hardly room.
bool dropsLeadingZero() {
    return !QCoreApplication::translate("widgets::Numbers", ".5",
                                        "a number below 1 where there is hardly room: with a zero "
                                        "in front where the language always writes one")
                .startsWith(u'0');
}

/// How many decimals show so many digits of a number that is not 0.
int decimalsFor(double magnitude, int significant) {
    return significant - 1 - static_cast<int>(std::floor(std::log10(magnitude)));
}

/// Factor and exponent as programs write them.
std::pair<QString, int> powerParts(double value, int decimals) {
    const QString text = QString::number(value, 'e', decimals);
    const qsizetype e = text.indexOf(u'e');
    return {text.left(e), text.mid(e + 1).toInt()};
}

/// Without a sign, with a point.
QString plainDigits(double magnitude, const NumberStyle &style) {
    int decimals = style.decimals;
    if (style.significant > 0 && magnitude > 0)
        decimals = std::max(decimals, decimalsFor(magnitude, style.significant));
    if (decimals > std::max(mostDecimals, style.decimals)) {
        const auto [factor, exponent] = powerParts(magnitude, style.significant - 1);
        return factor + QStringLiteral("·10") + superscript(exponent);
    }
    QString digits = QString::number(magnitude, 'f', decimals);
    if (style.trimmed)
        digits = trimmedZeros(digits);
    // Where there is hardly room, the zero says nothing.
    if (!style.leadingZero && digits.startsWith(QLatin1String("0.")) && dropsLeadingZero())
        digits.remove(0, 1);
    return digits;
}

}  // namespace

QChar decimalSign() {
    const QString sign = QCoreApplication::translate("widgets::Numbers", ".", "the decimal sign");
    return sign.isEmpty() ? u'.' : sign.front();
}

QString numberText(double value, const NumberStyle &style) {
    if (std::isnan(value))
        return QStringLiteral("–");
    const QString digits =
        std::isinf(value) ? QStringLiteral("∞") : plainDigits(std::abs(value), style);
    const bool unsignedText =
        (!std::signbit(value) && style.sign == NumberSign::negative) ||
        (!std::isinf(value) && isNothing(digits));  // nothing is left that could have a sign
    const QString text = localized(digits);
    if (unsignedText)
        return text;
    return (std::signbit(value) ? minusSign : QChar(u'+')) + text;
}

QString exactText(double value, int decimals, NumberSign sign) {
    return numberText(value, {.decimals = decimals, .significant = 2, .sign = sign});
}

QString shortestText(float value) {
    if (!std::isfinite(value))
        return numberText(static_cast<double>(value), {});
    return localized(QString::fromStdString(model::shortestDigits(value))).replace(u'-', minusSign);
}

PowerOfTen powerOfTen(double value, int decimals) {
    const auto [factor, exponent] = powerParts(value, decimals);
    return {localized(factor).replace(u'-', minusSign),
            QString::number(exponent).replace(u'-', minusSign)};
}

std::optional<double> readNumber(const QString &text) {
    QString plain = text.trimmed();
    plain.replace(u',', u'.').replace(minusSign, u'-');
    bool known = false;
    const double value = plain.toDouble(&known);
    return known && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString weightText(double weight, int decimals) {
    return numberText(weight, {.decimals = decimals, .leadingZero = decimals != 2});
}

QString shortWeight(double weight) {
    const QString text = numberText(weight, {.decimals = 2, .leadingZero = false});
    return text.startsWith(decimalSign()) ? text : numberText(weight, {.decimals = 1});
}

QString plainWeight(double weight) {
    return weight < 0.005 ? QStringLiteral("0") : numberText(weight, {.decimals = 2});
}

QString signedNumber(double value, int decimals) {
    return numberText(value, {.decimals = decimals, .sign = NumberSign::always});
}

QString subscript(int number) {
    QString text = QString::number(number);
    for (QChar &c : text) {
        if (c.isDigit())
            c = QChar(0x2080 + c.digitValue());
    }
    return text;
}

QString superscript(int number) {
    static constexpr std::array<char16_t, 10> digits{u'⁰', u'¹', u'²', u'³', u'⁴',
                                                     u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    QString text = QString::number(number);
    for (QChar &c : text)
        c = c.isDigit() ? QChar(digits[static_cast<std::size_t>(c.digitValue())]) : QChar(u'⁻');
    return text;
}

QString shareText(double share) {
    constexpr int decimals = 3;
    if (share > 0 && share < 0.0005)
        return u'<' + numberText(0.001, {.decimals = decimals, .leadingZero = false});
    return numberText(share, {.decimals = decimals});
}

QString percentage(double probability) {
    const double percent = probability * 100;
    if (!std::isfinite(percent))
        return QStringLiteral("–");
    const auto written = [](const QString &number) {
        return QCoreApplication::translate("widgets::Numbers", "%1%").arg(number);
    };
    constexpr double least = 0.0001;
    if (percent == 0)
        return written(QStringLiteral("0"));
    if (percent < least)
        return written(u'<' + numberText(least, {.decimals = 4}));
    if (percent < 0.1)  // its first digit that says something
        return written(
            numberText(percent, {.decimals = static_cast<int>(std::ceil(-std::log10(percent)))}));
    return written(numberText(percent, {.decimals = percent < 9.95 ? 1 : 0}));
}

QString limitText(double limit) {
    return numberText(limit, {.decimals = 0, .significant = 2, .trimmed = true});
}

}  // namespace widgets
