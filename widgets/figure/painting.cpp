// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/figure/painting.h"

#include <qcustomplot.h>

#include <QPaintEngine>
#include <algorithm>
#include <utility>

#include "widgets/figure/raster.h"

namespace widgets {
namespace {

/// A part has to be done before the next key press is heard. Large letters take longest: a title at
/// scale 8 some 30 ms for so many.
constexpr int pixelsAtOnce = 1 << 20;

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
    const int rows = std::min(std::max(1, pixelsAtOnce / image_.width()), image_.height() - rows_);
    // Not a clip of the painter, which what is painted may replace by its own.
    image_.paintEngine()->setSystemClip(QRect(0, rows_, image_.width(), rows));
    paintInto(image_, figure_, scale_);
    image_.paintEngine()->setSystemClip({});
    rows_ += rows;
}

FigurePainting::Writing FigurePainting::writing() {
    if (!inParts())
        return [rest = rest_](const std::stop_token &) { rest(); };
    describePicture(image_, figure_, scale_);
    return [file = file_, image = std::move(image_)](const std::stop_token &stop) {
        saveFile(file, pngBytes(image, stop));
    };
}

}  // namespace widgets
