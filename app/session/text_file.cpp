// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/text_file.h"

#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QStringConverter>
#include <QUrl>
#include <algorithm>

namespace app {
namespace {

constexpr qint64 longest = 1 << 20;  // bytes

}  // namespace

TextFile readTextFile(const QString &name) {
    using Kind = TextFile::Kind;
    QFile file(name);
    if (!QFileInfo(name).isFile() || !file.open(QIODevice::ReadOnly))
        return {Kind::unreadable, {}};
    const QByteArray bytes = file.read(longest + 1);
    if (file.error() != QFileDevice::NoError)
        return {Kind::unreadable, {}};
    // UTF-16, which is full of zeros, begins with a mark.
    const auto marked = QStringConverter::encodingForData(bytes);
    if (!marked && bytes.contains('\0'))
        return {Kind::binary, {}};
    if (bytes.size() > longest)
        return {Kind::tooLong, {}};
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    return decoder.hasError() ? TextFile{Kind::otherText, {}} : TextFile{Kind::text, text};
}

QString fileIn(const QMimeData &data) {
    const QList<QUrl> urls = data.urls();
    const auto local =
        std::find_if(urls.begin(), urls.end(), [](const QUrl &url) { return url.isLocalFile(); });
    return local == urls.end() ? QString() : local->toLocalFile();
}

}  // namespace app
