// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace widgets {

/// Suffixes that figures are written by, in lower case and without the dot: png, svg, pdf.
QStringList figureSuffixes();

/// Which of them a name ends in; empty: none. What follows the last dot of "figure v1.2" is none.
QString figureSuffix(const QString &name);

/// The same of any suffixes.
QString suffixAmong(const QStringList &suffixes, const QString &name);

/// As a sentence names them: ".png, .svg or .pdf".
QString suffixesInWords(const QStringList &suffixes);

/// The file that is meant by a name as it was typed: without the blanks around it, with the home
/// folder in place of "~", and with `suffix`, if there is any, where it ends in none of them and in
/// none of another kind of picture. The name of a folder stays what it is.
QString figureFile(const QString &typed, const QString &suffix = {},
                   const QStringList &suffixes = figureSuffixes());
/// The same of a file that is no picture and has one of these suffixes.
QString completedFile(const QString &typed, const QString &suffix, const QStringList &suffixes);

}  // namespace widgets
