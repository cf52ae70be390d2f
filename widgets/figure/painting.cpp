// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/painting.h"

#include <qcustomplot.h>

#include <QBuffer>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include "model/error.h"
#include "widgets/figure/raster.h"

namespace widgets {
namespace {

constexpr int pixelsAtOnce = 1 << 22;

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

QByteArray encoded(const QImage &image, const std::stop_token &stop) {
    QByteArray bytes;
    StoppableBuffer buffer(&bytes, stop);
    buffer.open(QIODevice::WriteOnly);
    const bool whole = image.save(&buffer, "PNG");
    if (stop.stop_requested())
        throw model::Cancelled();
    return whole ? bytes : QByteArray();
}

/// The least number of rows that are a whole number of pixels of the figure: widgets cannot be
/// painted in between. Where there is none, as many as the whole has.
int wholeRows(double scale, int height) {
    constexpr int most = 1000;
    constexpr double exact = 1e-9;
    for (int pixels = 1; pixels <= most; ++pixels)
        if (const double rows = pixels * scale; std::abs(rows - std::round(rows)) < exact)
            return static_cast<int>(std::lround(rows));
    return height;
}

}  // namespace

FigurePainting::FigurePainting(Figure figure, const QString &file, double scale)
    : figure_(std::move(figure)), file_(file), scale_(scale) {
    checkFigureFile(file);
    checkFigureSize(figure_.size, scale, file);
    if (figureSuffix(file) == QLatin1String("png") && figure_.grounds.isEmpty())
        image_ = emptyPicture(figure_, scale);
}

double FigurePainting::done() const {
    if (!inParts())
        return rest_ ? 1 : 0;
    return static_cast<double>(rows_) / image_.height();
}

void FigurePainting::paintNext() {
    if (!inParts()) {
        rest_ = paintFigure(figure_, file_, scale_);
        return;
    }
    const int least = wholeRows(scale_, image_.height());
    const int wanted = std::max(1, pixelsAtOnce / image_.width() / least) * least;
    const int rows = std::min(wanted, image_.height() - rows_);
    // A picture of its own: what is painted may clip as it likes.
    QImage band(image_.width(), rows, image_.format());
    Figure part = figure_;
    part.paint = [this](QCPPainter &painter) {
        painter.translate(0, -std::round(rows_ / scale_));
        figure_.paint(painter);
    };
    paintInto(band, part, scale_);
    for (int row = 0; row < rows; ++row)
        std::memcpy(image_.scanLine(rows_ + row), band.constScanLine(row),
                    static_cast<std::size_t>(image_.bytesPerLine()));
    rows_ += rows;
}

FigurePainting::Writing FigurePainting::writing() {
    if (!inParts())
        return [rest = rest_](const std::stop_token &) { rest(); };
    describePicture(image_, figure_, scale_);
    return [file = file_, image = std::move(image_)](const std::stop_token &stop) {
        saveFile(file, drawn(encoded(image, stop)));
    };
}

}  // namespace widgets
