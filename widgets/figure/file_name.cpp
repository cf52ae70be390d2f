// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/file_name.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>

namespace widgets {
namespace {

QString withHome(const QString &name) {
    const bool home = name == QLatin1String("~") || name.startsWith(QLatin1String("~/"));
    return home ? QDir::homePath() + name.mid(1) : name;
}

/// Whether a name ends as those of pictures of another format do.
bool isOtherPicture(const QString &name) {
    const QMimeType type = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension);
    return type.name().startsWith(QLatin1String("image/"));
}

}  // namespace

QStringList figureSuffixes() {
    return {QStringLiteral("png"), QStringLiteral("svg"), QStringLiteral("pdf")};
}

QString suffixAmong(const QStringList &suffixes, const QString &name) {
    const QString suffix = QFileInfo(name).suffix().toLower();
    return suffixes.contains(suffix) ? suffix : QString();
}

QString figureSuffix(const QString &name) {
    return suffixAmong(figureSuffixes(), name);
}

QString suffixesInWords(const QStringList &suffixes) {
    QStringList dotted;
    for (const QString &suffix : suffixes)
        dotted.append(u'.' + suffix);
    if (dotted.size() < 2)
        return dotted.join(QString());
    const QString last = dotted.takeLast();
    //: A list of suffixes: ".png, .svg" or ".pdf".
    return QCoreApplication::translate("widgets::Figure", "%1 or %2")
        .arg(dotted.join(QStringLiteral(", ")), last);
}

QString completedFile(const QString &typed, const QString &suffix, const QStringList &suffixes) {
    QString name = withHome(typed.trimmed());
    const QFileInfo info(name);
    const bool complete = suffix.isEmpty() || info.fileName().isEmpty() || info.isDir() ||
                          !suffixAmong(suffixes, name).isEmpty();
    if (complete)
        return name;
    while (name.endsWith(u'.'))
        name.chop(1);
    return name + u'.' + suffix;
}

QString figureFile(const QString &typed, const QString &suffix, const QStringList &suffixes) {
    const QString name = withHome(typed.trimmed());
    return isOtherPicture(name) ? name : completedFile(typed, suffix, suffixes);
}

}  // namespace widgets
