// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/picture_files.h"

#include <QFileInfo>
#include <QImageReader>
#include <QStringList>

#include "widgets/scene/paint.h"

namespace app {

QString PictureFiles::patterns() {
    QStringList endings;
    for (const QByteArray &format : QImageReader::supportedImageFormats())
        endings.append(QStringLiteral("*.") + QString::fromLatin1(format));
    return endings.join(u' ');
}

void PictureFiles::read(const QString &file) {
    const QString name = QFileInfo(file).fileName();
    const QString unreadable = tr("“%1” is no picture that can be read.").arg(name);
    lane_.request([this, file, unreadable](widgets::Task &) -> widgets::Lane::Result {
        QImageReader reader(file);
        reader.setAutoTransform(true);
        const QImage image = reader.read();
        if (image.isNull())
            return [this, unreadable] { emit failed(unreadable); };
        const QString text =
            QString::fromStdString(model::scenes::toJson(widgets::pictureOf(image)));
        return [this, text] { emit pictureRead(text); };
    });
}

}  // namespace app
