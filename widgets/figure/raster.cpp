// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/raster.h"

#include <QBuffer>
#include <utility>

#include "model/error.h"

namespace widgets {
namespace {

/// Memory to encode a picture into that fails as soon as nobody wants it any more.
class StoppableBuffer : public QBuffer {
  public:
    StoppableBuffer(QByteArray *bytes, std::stop_token stop)
        : QBuffer(bytes), stop_(std::move(stop)) {}

  protected:
    qint64 writeData(const char *data, qint64 size) override {
        return stop_.stop_requested() ? -1 : QBuffer::writeData(data, size);
    }

  private:
    std::stop_token stop_;
};

}  // namespace

QByteArray pngBytes(const QImage &image, const std::stop_token &stop) {
    QByteArray bytes;
    StoppableBuffer buffer(&bytes, stop);
    buffer.open(QIODevice::WriteOnly);
    const bool whole = image.save(&buffer, "PNG");
    if (stop.stop_requested())
        throw model::Cancelled();
    return drawn(whole ? bytes : QByteArray());
}

}  // namespace widgets
