// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <webp/demux.h>

#include <QImage>
#include <QImageReader>
#include <QPainter>
#include <memory>
#include <vector>

#include "tests/support/bytes.h"
#include "widgets/figure/animation.h"

// Frames for tests, and what is read back of animations.
namespace support {

using widgets::AnimationFrame;

/// What another program reads of an animation.
struct ReadAnimation {
    std::vector<QImage> frames;
    std::vector<int> milliseconds;
    int loops = 0;  ///< 0: forever, as WebP has it; −1: that, as Qt has it
};

inline ReadAnimation readGif(const QString &file) {
    ReadAnimation animation;
    QImageReader reader(file, "gif");
    for (QImage image = reader.read(); !image.isNull(); image = reader.read()) {
        animation.frames.push_back(image.convertToFormat(QImage::Format_RGB32));
        animation.milliseconds.push_back(reader.nextImageDelay());
    }
    animation.loops = reader.loopCount();
    return animation;
}

inline ReadAnimation readWebp(const QString &file) {
    const QByteArray bytes = support::bytesOf(file);
    const WebPData data{reinterpret_cast<const std::uint8_t *>(bytes.constData()),
                        std::size_t(bytes.size())};
    ReadAnimation animation;
    const std::unique_ptr<WebPAnimDecoder, decltype(&WebPAnimDecoderDelete)> decoder(
        WebPAnimDecoderNew(&data, nullptr), &WebPAnimDecoderDelete);
    WebPAnimInfo info;
    if (!decoder || !WebPAnimDecoderGetInfo(decoder.get(), &info))
        return animation;
    animation.loops = static_cast<int>(info.loop_count);
    int before = 0;
    while (WebPAnimDecoderHasMoreFrames(decoder.get())) {
        std::uint8_t *pixels = nullptr;
        int until = 0;
        if (!WebPAnimDecoderGetNext(decoder.get(), &pixels, &until))
            break;
        animation.frames.push_back(QImage(pixels, static_cast<int>(info.canvas_width),
                                          static_cast<int>(info.canvas_height),
                                          QImage::Format_RGBA8888)
                                       .convertToFormat(QImage::Format_RGB32));
        animation.milliseconds.push_back(until - before);
        before = until;
    }
    return animation;
}

/// A picture as a view may have it: smooth text on a plain ground, and a bar that grows.
inline QImage drawing(int index, const QSize &size = {120, 80}) {
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(QColor(250, 250, 245));
    QPainter painter(&image);
    painter.fillRect(4, 60, 6 + 5 * index, 12, QColor(200, 90, 20));
    painter.drawText(QRect(0, 0, size.width(), 50), Qt::AlignCenter,
                     QStringLiteral("é %1").arg(index / 2));
    return image;
}

inline QImage asShown(const QImage &image) {
    return image.convertToFormat(QImage::Format_RGB32);
}

}  // namespace support
