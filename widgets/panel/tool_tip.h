// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocument>

namespace widgets {

/// A text for QToolTip, which takes for HTML what looks like it.
inline QString plainToolTip(const QString &text) {
    if (!Qt::mightBeRichText(text))
        return text;
    return QStringLiteral("<qt>%1</qt>")
        .arg(text.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

/// The beginning of a text of any length for QToolTip, in lines that are not too long to read.
inline QString shortToolTip(const QString &text) {
    constexpr int most = 300;
    QString shown = text;
    if (text.size() > most) {
        const qsizetype blank = text.lastIndexOf(u' ', most);
        shown = text.left(blank > 0 ? blank : most) + u'…';
    }
    // Only what is HTML is broken into lines.
    return QStringLiteral("<qt>%1</qt>")
        .arg(shown.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
}

}  // namespace widgets
