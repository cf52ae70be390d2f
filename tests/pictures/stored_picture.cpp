// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/stored_picture.h"

#include <QDir>
#include <QImageWriter>

#include "tests/pictures/comparison.h"

namespace pictures {
namespace {

const QString storedFolder = QStringLiteral(PICTURES_FOLDER "/expected");
const QString outputFolder = QStringLiteral(PICTURES_OUTPUT);

/// Why it cannot be written, or nothing.
QString write(const QImage &picture, const QString &file) {
    QDir().mkpath(QFileInfo(file).path());
    QImageWriter writer(file, "png");
    writer.setQuality(0);  // the smallest file
    // Neither transparency nor a resolution: only the pixels are compared.
    QImage plain = picture.convertToFormat(QImage::Format_RGB888);
    plain.setDevicePixelRatio(1);
    if (writer.write(plain))
        return {};
    return QStringLiteral("%1 cannot be written: %2").arg(file, writer.errorString());
}

QString explanation(const QImage &picture, const QString &name, const Difference &difference) {
    const QString actual = outputFolder + u'/' + name + QStringLiteral(".actual.png");
    QString text = difference.verdict + QStringLiteral(". Look at ") + actual;
    if (const QString why = write(picture, actual); !why.isEmpty())
        return difference.verdict + QStringLiteral(". ") + why;
    if (!difference.picture.isNull()) {
        const QString file = outputFolder + u'/' + name + QStringLiteral(".difference.png");
        if (const QString why = write(difference.picture, file); !why.isEmpty())
            return difference.verdict + QStringLiteral(". ") + why;
        text += QStringLiteral(" and ") + file;
    }
    return text + QStringLiteral(
                      "; if it is as it should be, run this test again with "
                      "ATTENTION_RENEW_PICTURES=1 to store it");
}

}  // namespace

QString mismatch(const QImage &picture, const QString &name, int scale) {
    const QString file = storedFolder + u'/' + name + QStringLiteral(".png");
    const QImage expected(file);
    Difference difference;
    if (expected.isNull())
        difference.verdict = QStringLiteral("there is no readable picture ") + file;
    else
        difference = compare(picture, expected, scale);
    if (difference.match())
        return {};
    if (!qEnvironmentVariableIsEmpty("ATTENTION_RENEW_PICTURES"))
        return write(picture, file);
    return QStringLiteral("%1: %2").arg(name, explanation(picture, name, difference));
}

QStringList storedPictures() {
    QStringList names;
    for (const QFileInfo &file : QDir(storedFolder).entryInfoList({QStringLiteral("*.png")}))
        names.append(file.completeBaseName());
    return names;
}

}  // namespace pictures
