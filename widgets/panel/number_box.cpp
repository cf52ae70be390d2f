// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/number_box.h"

#include <QRegularExpression>

#include "widgets/text/numbers.h"

namespace widgets {

QString NumberBox::withoutSuffix(const QString &text) const {
    const bool ends = !suffix().isEmpty() && text.endsWith(suffix());
    return (ends ? text.chopped(suffix().size()) : text).trimmed();
}

QString NumberBox::textFromValue(double value) const {
    return numberText(value, {.decimals = decimals()});
}

double NumberBox::valueFromText(const QString &text) const {
    return readNumber(withoutSuffix(text)).value_or(value());
}

QValidator::State NumberBox::validate(QString &text, int &) const {
    const QString typed = withoutSuffix(text);
    static const QRegularExpression shape(QStringLiteral("^\\d*([.,]\\d*)?$"));
    if (!shape.match(typed).hasMatch())
        return QValidator::Invalid;
    const std::optional<double> number = readNumber(typed);
    const bool fits = number && *number >= minimum() && *number <= maximum();
    return fits ? QValidator::Acceptable : QValidator::Intermediate;
}

}  // namespace widgets
