// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/drawing/kept_image.h"

#include <QPainter>
#include <exception>

#include "widgets/drawing/paint_thread.h"

namespace widgets {

void ImageSheet::renew(const QSize &size, double ratio) {
    collect();
    const QSize needed = size * ratio;
    const QSize there = image_.size();
    // A larger one serves, too: fresh memory costs more than all that is painted into it.
    const bool tooSmall = there.expandedTo(needed) != there;
    const bool tooLarge =
        there.width() > 2 * needed.width() || there.height() > 2 * needed.height();
    if (tooSmall || tooLarge)
        image_ = QImage(tooLarge ? needed : there.expandedTo(needed), QImage::Format_RGB32);
    image_.setDevicePixelRatio(ratio);
}

const QImage &ImageSheet::paint(const QSize &size, double ratio, const Paint &paint) {
    renew(size, ratio);
    QPainter painter(&image_);
    paint(painter);
    return image_;
}

void ImageSheet::paintAhead(const QSize &size, double ratio, Paint paint) {
    renew(size, ratio);
    // Handed over: an image that two have is copied when one of them paints on it.
    std::packaged_task<QImage()> work(
        [image = std::exchange(image_, {}), paint = std::move(paint)]() mutable {
            QPainter painter(&image);
            paint(painter);
            painter.end();
            return std::move(image);
        });
    ahead_ = PaintThread::shared().paint(std::move(work));
}

const QImage *ImageSheet::image() {
    collect();
    return image_.isNull() ? nullptr : &image_;
}

void ImageSheet::collect() {
    if (!ahead_.valid())
        return;
    try {
        image_ = ahead_.get();
    } catch (const std::exception &) {
        // For want of memory, for instance: there is no image, and the thread that needs it paints
        // it.
    }
}

QFont fontOfItsOwn(QFont font) {
    font.setUnderline(!font.underline());  // a change of what is shared makes a copy
    font.setUnderline(!font.underline());
    return font;
}

}  // namespace widgets
