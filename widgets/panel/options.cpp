// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/options.h"

#include <algorithm>
#include <cmath>

namespace widgets {
namespace {

bool isOf(const QVariant &stored, QMetaType::Type type) {
    return stored.typeId() == type;
}

}  // namespace

std::optional<bool> storedSwitch(const QVariant &stored) {
    if (isOf(stored, QMetaType::Bool))
        return stored.toBool();
    const QString text = storedText(stored).value_or(QString());
    if (text == QLatin1String("true") || text == QLatin1String("false"))
        return text == QLatin1String("true");
    return std::nullopt;
}

std::optional<double> storedNumber(const QVariant &stored, double least, double most) {
    bool known = false;
    const double number = isOf(stored, QMetaType::Bool) ? 0 : stored.toDouble(&known);
    // Neither is true of what is not a number.
    if (!known || !(number >= least && number <= most))
        return std::nullopt;
    return number;
}

std::optional<QString> storedText(const QVariant &stored) {
    return isOf(stored, QMetaType::QString) ? std::optional(stored.toString()) : std::nullopt;
}

std::optional<QStringList> storedList(const QVariant &stored) {
    if (isOf(stored, QMetaType::QStringList))
        return stored.toStringList();
    // A file of settings holds a list of one text as that text.
    if (const std::optional<QString> text = storedText(stored))
        return QStringList{*text};
    if (!isOf(stored, QMetaType::QVariantList))
        return std::nullopt;
    const QVariantList list = stored.toList();
    const bool texts = std::all_of(list.begin(), list.end(), [](const QVariant &entry) {
        return isOf(entry, QMetaType::QString);
    });
    return texts ? std::optional(stored.toStringList()) : std::nullopt;
}

}  // namespace widgets
