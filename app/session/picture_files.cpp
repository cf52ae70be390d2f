// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/picture_files.h"

#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QStringList>

#include "widgets/scene/paint.h"

namespace app {
namespace {

constexpr qint64 longestScene = 100'000;  // bytes

}  // namespace

std::optional<QString> pictureTextOf(const QString &file) {
    QFile opened(file);
    if (opened.open(QIODevice::ReadOnly) && opened.peek(1) == "{")
        return QString::fromUtf8(opened.read(longestScene)).simplified();
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QImage image = reader.read();
    if (image.isNull())
        return std::nullopt;
    return QString::fromStdString(model::scenes::toJson(widgets::pictureOf(image)));
}

QString PictureFiles::patterns() {
    QStringList endings{QStringLiteral("*.json")};
    for (const QByteArray &format : QImageReader::supportedImageFormats())
        endings.append(QStringLiteral("*.") + QString::fromLatin1(format));
    return endings.join(u' ');
}

void PictureFiles::read(const QString &file) {
    const QString name = QFileInfo(file).fileName();
    const QString unreadable = tr("“%1” is no picture that can be read.").arg(name);
    lane_.request([this, file, unreadable](widgets::Task &) -> widgets::Lane::Result {
        const std::optional<QString> text = pictureTextOf(file);
        if (!text)
            return [this, unreadable] { emit failed(unreadable); };
        return [this, text = *text] { emit pictureRead(text); };
    });
}

}  // namespace app
