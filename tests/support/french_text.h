// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <utility>

namespace support {

/// What is not written as French is: its signs stand off by a space that does not break, its quotes
/// are guillemets, its apostrophe is curved. Empty: nothing.
inline QString frenchOffence(QString text) {
    static const QChar space(0x00A0);
    static const QChar thinSpace(0x202F);
    // What is no prose: the patterns of files, and a part of a formula that is a vector.
    text.remove(QRegularExpression(QStringLiteral(";;|\\[[^\\]]*\\]")));
    static const QList<std::pair<QRegularExpression, QString>> rules{
        {QRegularExpression(QStringLiteral("(?<!%1)[;!?]").arg(thinSpace)),
         QStringLiteral("no thin space before ; ! ?")},
        {QRegularExpression(QStringLiteral("(?<!%1):").arg(space)),
         QStringLiteral("no space before :")},
        {QRegularExpression(QStringLiteral("«(?!%1)|(?<!%1)»").arg(space)),
         QStringLiteral("no space inside guillemets")},
        {QRegularExpression(QStringLiteral("[“”\"]")), QStringLiteral("quotes that are English")},
        {QRegularExpression(QStringLiteral("'")), QStringLiteral("a straight apostrophe")},
        {QRegularExpression(QStringLiteral("\\.\\.\\.")), QStringLiteral("three dots")},
        {QRegularExpression(QStringLiteral("%[1-9n] ?%(?![1-9n])")),
         QStringLiteral("no thin space before %")},
        {QRegularExpression(QStringLiteral("\\d\\.\\d")), QStringLiteral("a decimal point")},
    };
    for (const auto &[rule, offence] : rules)
        if (text.contains(rule))
            return offence;
    return {};
}

}  // namespace support
